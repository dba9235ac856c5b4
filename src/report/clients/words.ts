/** What the sheets of clients say. */
import type { Locale } from "../arm.ts";
import type { Reason } from "./changes.ts";

export interface ClientWords {
  readonly title: (days: number) => string;
  readonly note: string;
  readonly pick: string;
  readonly all: string;
  readonly contact: string;
  readonly noContact: string;
  readonly carePlan: string;
  readonly approved: (by: string) => string;
  /** Stands for the client as who approved. */
  readonly theClient: string;
  /** One of the staff as who approved. */
  readonly ofTheStaff: (name: string) => string;
  readonly notApproved: string;
  readonly followUp: (date: string) => string;
  readonly goals: string;
  readonly area: string;
  readonly grants: string;
  readonly interventions: string;
  readonly frame: (minutes: string, per: string) => string;
  readonly per: Readonly<Record<"week" | "fourWeeks" | "calendarMonth", string>>;
  readonly day: string;
  readonly granted: string;
  readonly planned: string;
  readonly nobody: string;
  readonly byTwo: string;
  readonly partByTwo: (minutes: string) => string;
  readonly sum: string;
  readonly faces: string;
  readonly ofFrame: string;
  readonly frameUse: (planned: string, minutes: string) => string;
  readonly overShare: (minutes: string) => string;
  readonly against: (minutes: string) => string;
  readonly changes: string;
  readonly noChanges: string;
  readonly away: string;
  readonly days: (dates: string) => string;
  readonly change: {
    readonly day: (from: string, to: string) => string;
    readonly time: (minutes: string, span: string) => string;
    readonly shorter: (minutes: string) => string;
    readonly longer: (minutes: string) => string;
    readonly unstaffed: string;
  };
  readonly mark: { readonly day: (from: string) => string; readonly time: string };
  readonly reasons: Readonly<Record<Reason, string>>;
}

const sv: ClientWords = {
  title: (days) => (days === 14 ? "En brukare i fjorton dagar" : "En brukares dagar"),
  note: "Välj en brukare. Bladet visar vem som kommer och när, minuter mot beviljat dag för dag, hur många olika personer, och vad som är flyttat eller kortat och varför.",
  pick: "Brukare",
  all: "Alla brukare",
  contact: "Fast omsorgskontakt",
  noContact: "ingen utsedd",
  carePlan: "Genomförandeplan",
  approved: (by) => `godkänd av ${by}`,
  theClient: "brukaren",
  ofTheStaff: (name) => `${name} i personalen, inte av brukaren`,
  notApproved: "inte godkänd",
  followUp: (date) => `uppföljning ${date}`,
  goals: "Mål",
  area: "Område",
  grants: "Beslut",
  interventions: "insatser med schablontid",
  frame: (minutes, per) => `ramtid, ${minutes} min ${per}`,
  per: { week: "per vecka", fourWeeks: "per fyra veckor", calendarMonth: "per månad" },
  day: "Dag",
  granted: "Beviljat",
  planned: "Planerat",
  nobody: "ingen",
  byTwo: " med två",
  partByTwo: (minutes) => `, varav ${minutes}\u00a0min med två`,
  sum: "Summa, min",
  faces: "Olika medarbetare i hemmet",
  ofFrame: "Ramen för dessa dagar",
  frameUse: (planned, minutes) => `${planned} av ${minutes} min`,
  overShare: (minutes) => `${minutes} min över ramens andel för dessa dagar`,
  against: (minutes) => `${minutes} min mot beviljat`,
  changes: "Flyttat, kortat eller obemannat, och varför",
  noChanges: "Allt är på sin vanliga dag, inom lovat tidsspann och så långt som beviljat.",
  away: "frånvarande",
  days: (dates) => dates,
  change: {
    day: (from, to) => `från ${from} till ${to}`,
    time: (minutes, span) => `${minutes} min utanför ${span}`,
    shorter: (minutes) => `${minutes} min kortare`,
    longer: (minutes) => `${minutes} min längre`,
    unstaffed: "obemannat",
  },
  mark: { day: (from) => `från ${from}`, time: "annan tid" },
  reasons: {
    together: "Görs i samma besök som något annat.",
    nobodyAble: "Ingen som kan och får komma är i tjänst på den vanliga tiden.",
    allBusy: "De som kan och är i tjänst då hinner inte.",
    contact: "För att den fasta omsorgskontakten ska kunna komma.",
    agreed: "Dagen eller tiden är fri att välja enligt överenskommelsen.",
    pace: "Efter medarbetarens egen takt för insatsen.",
    frameFull: "Ramens minuter för dessa dagar är använda, och längden får variera.",
    length: "Inom ramen får längden variera.",
    shortened: "Planen kortade; planens modell tillåter det även vid schablontid [antagande].",
    lengthened: "Planen förlängde; planens modell tillåter det även vid schablontid [antagande].",
    frameUsedUp: "Minuterna i ramen räcker inte.",
    grantedUsedUp: "De beviljade minuterna räcker inte, så som planen använder dem.",
    nobodyQualified: "Ingen har kompetensen, eller ingen som har den får komma.",
    nobodyOnShift: "Ingen med kompetensen arbetar då.",
    noRoom: "De som kan och är i tjänst då hinner inte.",
  },
};

const en: ClientWords = {
  title: (days) => (days === 14 ? "One client's fortnight" : "One client's days"),
  note: "Choose a client. The sheet shows who comes and when, minutes against what is granted day by day, how many different staff, and what is moved or shortened and why.",
  pick: "Clients",
  all: "All clients",
  contact: "Named care contact",
  noContact: "nobody named",
  carePlan: "Implementation plan",
  approved: (by) => `approved by ${by}`,
  theClient: "the client",
  ofTheStaff: (name) => `${name} of the staff, not by the client`,
  notApproved: "not approved",
  followUp: (date) => `follow-up ${date}`,
  goals: "Goals",
  area: "Area",
  grants: "Decision",
  interventions: "interventions with template time",
  frame: (minutes, per) => `time frame, ${minutes} min ${per}`,
  per: { week: "a week", fourWeeks: "per four weeks", calendarMonth: "a month" },
  day: "Day",
  granted: "Granted",
  planned: "Planned",
  nobody: "nobody",
  byTwo: " by two",
  partByTwo: (minutes) => `, ${minutes}\u00a0min of it by two`,
  sum: "Sum, min",
  faces: "Different staff in the home",
  ofFrame: "The frame for these days",
  frameUse: (planned, minutes) => `${planned} of ${minutes} min`,
  overShare: (minutes) => `${minutes} min over the frame's share for these days`,
  against: (minutes) => `${minutes} min against granted`,
  changes: "Moved, shortened or unstaffed, and why",
  noChanges: "Everything is on its usual day, within the promised span and as long as granted.",
  away: "away",
  days: (dates) => dates,
  change: {
    day: (from, to) => `from ${from} to ${to}`,
    time: (minutes, span) => `${minutes} min outside ${span}`,
    shorter: (minutes) => `${minutes} min shorter`,
    longer: (minutes) => `${minutes} min longer`,
    unstaffed: "unstaffed",
  },
  mark: { day: (from) => `from ${from}`, time: "other time" },
  reasons: {
    together: "Done in the same visit as something else.",
    nobodyAble: "Nobody who can and may come works at the usual time.",
    allBusy: "Those who can and work then have no time for it.",
    contact: "This way the named care contact comes.",
    agreed: "The day or the hour is free to choose by agreement.",
    pace: "By the person's own pace at this work.",
    frameFull: "The frame's minutes for these days are used, and lengths may vary.",
    length: "The frame lets lengths vary.",
    shortened: "The plan shortened it; the plan's model allows that for template time too [assumed].",
    lengthened: "The plan lengthened it; the plan's model allows that for template time too [assumed].",
    frameUsedUp: "The minutes of the frame are not enough.",
    grantedUsedUp: "The granted minutes are not enough, as the plan uses them.",
    nobodyQualified: "Nobody has the skill, or nobody who has may come.",
    nobodyOnShift: "Nobody with the skill is at work then.",
    noRoom: "Those who can and work then have no time for it.",
  },
};

export const CLIENT_WORDS: Readonly<Record<Locale, ClientWords>> = { sv, en };
