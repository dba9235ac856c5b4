/** What the list of unsolved things says. */
import type { Locale } from "../arm.ts";

export type UnsolvedKind = "visit" | "vacant" | "rest" | "atOnce" | "slack" | "delegation" | "plan";

export interface UnsolvedWords {
  readonly title: string;
  readonly note: string;
  readonly nothing: string;
  readonly what: string;
  readonly call: string;
  readonly more: string;
  readonly tight: string;
  readonly sum: string;
  readonly untold: (count: number) => string;
  readonly ofWhich: string;
  readonly whose: string;
  readonly fact: string;
  readonly action: string;
  readonly plan: string;
  readonly every: (plans: number) => string;
  readonly toBegin: (hours: string) => string;
  readonly someDay: (first: string, last: string) => string;
  readonly leave: string;
  readonly kinds: Readonly<Record<UnsolvedKind, string>>;
  readonly kindNotes: Readonly<Record<UnsolvedKind, string>>;
  readonly slackLimit: string;
  readonly oneOf: (names: readonly string[], more: number) => string;
  readonly allOf: (names: readonly string[], more: number) => string;
  readonly hourly: string;
  readonly moreDays: (days: number) => string;
  readonly takes: (name: string, visits: number, from: string, to: string) => string;
  readonly callList: string;
  readonly callNote: string;
  readonly between: (from: string, to: string) => string;
  readonly visit: {
    readonly vital: string;
    readonly what: (what: string, minutes: string, lacking: number) => string;
    readonly noSkill: (skills: string) => string;
    readonly notWelcome: string;
    readonly ended: (staff: string, skill: string, date: string) => string;
    readonly noHour: (skills: string, hours: string) => string;
    readonly noRoom: (names: string) => string;
    readonly frame: string;
    readonly granted: string;
    readonly longerOthers: (minutes: string) => string;
    readonly shortenOthers: string;
    readonly callIn: (names: string) => string;
    readonly otherwise: (names: string) => string;
    readonly isComing: (names: string) => string;
    readonly frameSpent: string;
    readonly grantedSpent: string;
    readonly callNurse: (skills: string, atWork: string) => string;
    readonly callClient: string;
    readonly talkFrame: string;
    readonly talkGranted: string;
    readonly nobody: string;
    readonly allCalled: string;
  };
  readonly vacant: {
    readonly who: string;
    readonly fact: string;
    readonly nobody: string;
    readonly allCalled: string;
    readonly callIn: (names: string, visits: number) => string;
    readonly solvedBy: (names: string) => string;
    readonly takes: (name: string, visits: number, from: string, to: string) => string;
  };
  readonly rest: {
    readonly rast: (minutes: string) => string;
    readonly tooLong: (rest: string) => string;
    readonly helpers: (hours: string, names: string) => string;
    readonly noHelpers: (hours: string) => string;
    readonly swap: (rest: string) => string;
  };
  readonly atOnce: { readonly one: (names: string, what: string, from: string, to: string) => string; readonly action: string };
  readonly slack: {
    readonly fact: (minutes: string) => string;
    readonly late: (minutes: string) => string;
    readonly byClient: (client: string, latest: string) => string;
    readonly byOther: (what: string, latest: string) => string;
    readonly byEnd: (end: string) => string;
    readonly callClient: (client: string) => string;
    readonly keepOther: (what: string) => string;
    readonly handOver: (client: string, names: string) => string;
    readonly overtime: string;
  };
  readonly delegation: {
    readonly fact: (skill: string, date: string) => string;
    readonly after: (visits: number, others: number) => string;
    readonly renew: (date: string) => string;
  };
  readonly plans: {
    readonly passed: string;
    readonly due: string;
    readonly unapproved: string;
    readonly noContact: string;
    readonly askFollowUp: (contact: string, clients: number) => string;
    readonly askApproval: (contact: string) => string;
    readonly nameContact: string;
  };
}

/** "Anna, Bo or Dan". */
const listOf = (names: readonly string[], lastWord: string): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${lastWord} ${names.at(-1)}`;

/** As a sentence begins. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence, also where its last word is a name that ends in a full stop, such as "Maria W.". */
const ended = (words: string): string => (words.endsWith(".") ? words : `${words}.`);

const sv: UnsolvedWords = {
  title: "Det som är olöst",
  note: "Först det som ett samtal kan lösa, sedan det som kräver mer. Varje rad säger vad som saknas, vad man gör och vem man ringer.",
  nothing: "Alla besök är bemannade; ingen rast eller vila saknas.",
  what: "Olöst",
  call: "Det här kan ett samtal lösa",
  more: "Kräver mer än ett samtal",
  tight: "Tajta pass: håll koll på dagen",
  sum: "Summa",
  untold: (count) => `Ytterligare ${count} visas inte. Börja med de här.`,
  ofWhich: "varav ett samtal kan lösa",
  whose: "Vem och när",
  fact: "Vad och varför",
  action: "Gör så här",
  plan: "Plan",
  every: (plans) => (plans === 2 ? "båda" : "alla"),
  toBegin: (hours) => `ska börja ${hours}`,
  someDay: (first, last) => `någon dag från ${first} till ${last},`,
  leave: "Ring uppifrån och ner. Varje rad räknar med att de som nämns först på raderna ovanför har tackat ja. De som föreslås har inget pass den dagen, har kompetensen, får sin vila och hinner mellan besöken.",
  kinds: {
    visit: "Obemannade besök",
    vacant: "Vakanta pass",
    rest: "Utebliven rast eller vila",
    atOnce: "Två är hos samma brukare samtidigt med olika saker",
    slack: "Pass med mindre än 10 minuters luft",
    delegation: "Delegeringar som går ut",
    plan: "Uppföljningar och godkännanden som saknas",
  },
  kindNotes: {
    visit: "Besök som ingen är planerad att göra, med den kompetens eller den tid som saknas.",
    vacant: "Pass som ingen har.",
    rest: "Raster som inte ryms, och för kort vila mellan pass. Varje rad gäller för sig.",
    atOnce: "Besök som är planerade för olika medarbetare på överlappande tid i samma hem, utan att vara dubbelbemannade.",
    slack: "Luft = så många minuter det första besöket kan dra över innan ett lovat tidsspann inte hålls eller passet blir för långt.",
    delegation: "Delegeringar som slutar gälla under perioden.",
    plan: "Uppföljningar som är passerade eller ska göras nu, och planer som ingen har godkänt.",
  },
  slackLimit: "Avrundat nedåt till hela minuter. [antagande: 10 min är vår gräns]",
  oneOf: (names, more) => listOf([...names, ...(more > 0 ? [`${more} till`] : [])], "eller"),
  allOf: (names, more) => listOf([...names, ...(more > 0 ? [`${more} till`] : [])], "och"),
  hourly: "timavlönad",
  moreDays: (days) => `${days} ${days === 1 ? "dag" : "dagar"} till`,
  takes: (name, visits, from, to) => `${name}: ${visits === 0 ? "vakant pass" : `${visits} besök`} ${from}–${to}`,
  callList: "Ringlista",
  callNote: "Om alla som nämns först tackar ja arbetar dessa, med så många besök och mellan de tiderna. Planen vet inte vem som är sjuk eller har semester.",
  between: (from, to) => `mellan ${from} och ${to}`,
  visit: {
    vital: "Livsviktigt:",
    what: (what, minutes, lacking) => `${what}, ${minutes} min${lacking > 1 ? `, ${lacking} saknas` : ""}.`,
    noSkill: (skills) => `Ingen i personalen har kompetensen ${skills}.`,
    notWelcome: "De som har kompetensen kan eller får inte komma till brukaren.",
    ended: (staff, skill, date) => ended(`Delegeringen för ${skill} gick ut ${date} för ${staff}`),
    noHour: (skills, hours) => (skills === "" ? `Ingen arbetar ${hours}.` : `Ingen med kompetensen ${skills} arbetar ${hours}.`),
    noRoom: (names) => ended(`Sökningen fann ingen plats hos dem som kan och som arbetar då: ${names}`),
    frame: "Minuterna i ramen räcker inte, så som planen använder dem.",
    granted: "De beviljade minuterna räcker inte, så som planen använder dem.",
    longerOthers: (minutes) => `Planen har gett andra besök ${minutes} min mer än beviljat; därför ryms inte det här.`,
    shortenOthers: "Korta dem först.",
    callIn: (names) => ended(`Ring ${names}`),
    otherwise: (names) => ended(`Annars ${names}`),
    isComing: (names) => `${names} kommer redan in den dagen och hinner även det här.`,
    frameSpent: "Besöken ovan tar det som är kvar av ramen.",
    grantedSpent: "Besöken ovan tar det som är kvar av de beviljade minuterna.",
    callNurse: (skills, atWork) => `Ring sjuksköterskan om delegering för ${skills}.${atWork === "" ? "" : ` I tjänst då: ${atWork}.`}`,
    callClient: "Ring brukaren och fråga vem som kan få komma.",
    talkFrame: "Gå igenom med brukaren vad som kan vänta, eller begär en ny ram hos biståndshandläggaren.",
    talkGranted: "Gå igenom med brukaren vad som kan vänta.",
    nobody: "Ingen som är ledig kan komma. Flytta ett pass, eller låna in från en annan enhet.",
    allCalled: "Alla som är lediga och kan är redan inringda till annat. Flytta ett pass, eller låna in från en annan enhet.",
  },
  vacant: {
    who: "Vakant pass",
    fact: "Ingen har passet, så planen räknar inte med det.",
    nobody: "Ingen som är ledig skulle få sin vila. Låna in från en annan enhet, eller ta bort passet.",
    allCalled: "Alla som är lediga är redan inringda till annat. Låna in från en annan enhet, eller ta bort passet.",
    callIn: (names, visits) => `Ring ${names} om passet; löser ${visits} besök.`,
    solvedBy: (names) => `Löses om ${names} tar det vakanta passet.`,
    takes: (name, visits, from, to) => `${name}: vakant pass ${from}–${to}, löser ${visits} besök`,
  },
  rest: {
    rast: (minutes) => `Rasten på ${minutes} min ryms inte.`,
    tooLong: (rest) => `Arbetar hela den tiden utan ${rest} timmars vila emellan.`,
    helpers: (hours, names) => `Ring ${names}, som har tid ${hours}, och be om hjälp med ett besök.`,
    noHelpers: (hours) => `Ingen har tid över ${hours}. Flytta ett besök till en annan tid.`,
    swap: (rest) => `Byt ett av passen, så att det blir ${rest} timmar emellan.`,
  },
  atOnce: {
    one: (names, what, from, to) => `${names}: ${what} ${from}–${to}`,
    action: "Låt en av dem göra båda besöken, eller flytta det ena.",
  },
  slack: {
    fact: (minutes) => `${minutes} min luft.`,
    late: (minutes) => `Planen drar redan över med ${minutes} min.`,
    byClient: (client, latest) => `${client} är lovad besök senast ${latest}.`,
    byOther: (what, latest) => `${capital(what)} måste börja senast ${latest}.`,
    byEnd: (end) => `Passet slutar ${end}.`,
    callClient: (client) => `Ring ${client} först, om det drar ut på tiden.`,
    keepOther: (what) => `Håll tiden fri före: ${what}.`,
    handOver: (client, names) => `Låt ${names} vara beredd att ta sista besöket (${client}).`,
    overtime: "Räkna med övertid, eller flytta ett besök.",
  },
  delegation: {
    fact: (skill, date) => `Delegeringen för ${skill} gäller till och med ${date}.`,
    after: (visits, others) => `Av alla besök därefter kräver ${visits} den; planen ger personen inga av dem. ${others} ${others === 1 ? "annan" : "andra"} har den hela perioden.`,
    renew: (date) => `Ring sjuksköterskan om förnyad delegering före ${date}.`,
  },
  plans: {
    passed: "Uppföljningen skulle ha gjorts",
    due: "Uppföljning under perioden",
    unapproved: "Ingen har godkänt planen för",
    noContact: "Utan fast omsorgskontakt",
    askFollowUp: (contact, clients) => `Be ${contact} boka ${clients === 1 ? "uppföljningen" : "uppföljningarna"}.`,
    askApproval: (contact) => `Be ${contact} gå igenom planen med brukaren och få den godkänd.`,
    nameContact: "Utse fast omsorgskontakt och boka en tid.",
  },
};

const en: UnsolvedWords = {
  title: "What is unsolved",
  note: "First what a phone call can solve, then what takes more. Each line says what is missing, what to do and whom to call.",
  nothing: "Every visit is staffed; no break or rest is missing.",
  what: "Unsolved",
  call: "A phone call can solve",
  more: "Takes more than a phone call",
  tight: "Tight shifts: watch on the day",
  sum: "Sum",
  untold: (count) => `Another ${count} are not shown. Begin with these.`,
  ofWhich: "of which a phone call can solve",
  whose: "Who and when",
  fact: "What and why",
  action: "What to do",
  plan: "Plan",
  every: (plans) => (plans === 2 ? "both" : "all"),
  toBegin: (hours) => `to begin ${hours}`,
  someDay: (first, last) => `some day ${first} to ${last},`,
  leave: "Call from the top down. Each line counts on those named first in the lines above having said yes. Those proposed have no shift that day, have the skill, keep their rest and have time to get from visit to visit.",
  kinds: {
    visit: "Unstaffed visits",
    vacant: "Vacant shifts",
    rest: "Missed breaks and rests",
    atOnce: "Two staff with one client at once",
    slack: "Shifts with under 10 minutes of slack",
    delegation: "Delegations that end",
    plan: "Follow-ups and approvals that are missing",
  },
  kindNotes: {
    visit: "Visits that nobody is planned to do, with the skill or the hour that is missing.",
    vacant: "Shifts that nobody has.",
    rest: "Breaks that found no room, and too little rest between shifts. Each line by itself.",
    atOnce: "Visits planned for different staff at overlapping times in one home, that are not one double-staffed visit.",
    slack: "Slack = how many minutes the first visit may overrun before a promised span is not kept or the shift is too long.",
    delegation: "Delegations that end within the period.",
    plan: "Follow-ups that have passed or are due now, and plans that nobody approved.",
  },
  slackLimit: "Rounded down to whole minutes. [assumed: 10 min is our limit]",
  oneOf: (names, more) => listOf([...names, ...(more > 0 ? [`${more} more`] : [])], "or"),
  allOf: (names, more) => listOf([...names, ...(more > 0 ? [`${more} more`] : [])], "and"),
  hourly: "hourly",
  moreDays: (days) => `${days} more ${days === 1 ? "day" : "days"}`,
  takes: (name, visits, from, to) => `${name}: ${visits === 0 ? "vacant shift" : visits === 1 ? "1 visit" : `${visits} visits`} ${from}–${to}`,
  callList: "Calls to make",
  callNote: "If everybody named first says yes, these work, with so many visits and between those hours. The plan does not know who is ill or on leave.",
  between: (from, to) => `between ${from} and ${to}`,
  visit: {
    vital: "Vital:",
    what: (what, minutes, lacking) => `${what}, ${minutes} min${lacking > 1 ? `, ${lacking} are missing` : ""}.`,
    noSkill: (skills) => `Nobody on the staff has the skill ${skills}.`,
    notWelcome: "Those who have the skill cannot or may not come to the client.",
    ended: (staff, skill, date) => `The delegation for ${skill} of ${staff} ended on ${date}.`,
    noHour: (skills, hours) => (skills === "" ? `Nobody works ${hours}.` : `Nobody with the skill ${skills} works ${hours}.`),
    noRoom: (names) => ended(`The search found no room with those who can and are at work then: ${names}`),
    frame: "The minutes of the frame are not enough, as the plan uses them.",
    granted: "The granted minutes are not enough, as the plan uses them.",
    longerOthers: (minutes) => `The plan gave other visits ${minutes} min more than granted, so there is no room for this one.`,
    shortenOthers: "Shorten those first.",
    callIn: (names) => ended(`Call ${names}`),
    otherwise: (names) => ended(`Otherwise ${names}`),
    isComing: (names) => `${names} is called in that day already and has the time.`,
    frameSpent: "The visits above take what is left of the frame.",
    grantedSpent: "The visits above take what is left of the granted minutes.",
    callNurse: (skills, atWork) => `Call the nurse about a delegation for ${skills}.${atWork === "" ? "" : ` At work then: ${atWork}.`}`,
    callClient: "Call the client and ask who may come.",
    talkFrame: "Go through with the client what can wait, or ask the care manager for a new frame.",
    talkGranted: "Go through with the client what can wait.",
    nobody: "Nobody who is off can come. Move a shift, or borrow from another unit.",
    allCalled: "Everybody who is off and can is called for something else. Move a shift, or borrow from another unit.",
  },
  vacant: {
    who: "Vacant shift",
    fact: "Nobody works the shift, so the plan does not count on it.",
    nobody: "Nobody who is off would keep the rest. Borrow from another unit, or drop the shift.",
    allCalled: "Everybody who is off is called for something else. Borrow from another unit, or drop the shift.",
    callIn: (names, visits) => `Call ${names} about the shift; that solves ${visits} ${visits === 1 ? "visit" : "visits"}.`,
    solvedBy: (names) => `Solved if ${names} takes the vacant shift.`,
    takes: (name, visits, from, to) => `${name}: vacant shift ${from}–${to}, solves ${visits} ${visits === 1 ? "visit" : "visits"}`,
  },
  rest: {
    rast: (minutes) => `The break of ${minutes} min found no room.`,
    tooLong: (rest) => `Works so long without ${rest} hours of rest between.`,
    helpers: (hours, names) => `Call ${names}, who has time ${hours}, about taking a visit.`,
    noHelpers: (hours) => `Nobody has time left ${hours}. Move a visit to another time.`,
    swap: (rest) => `Change one of the shifts, so that there are ${rest} hours between.`,
  },
  atOnce: {
    one: (names, what, from, to) => `${names}: ${what} ${from}–${to}`,
    action: "Let one of them do both visits, or move one.",
  },
  slack: {
    fact: (minutes) => `${minutes} min of slack.`,
    late: (minutes) => `The plan is over by ${minutes} min already.`,
    byClient: (client, latest) => `${client} is promised ${latest} at the latest.`,
    byOther: (what, latest) => `${capital(what)} must begin by ${latest}.`,
    byEnd: (end) => `The shift ends at ${end}.`,
    callClient: (client) => `Call ${client} first if it runs late.`,
    keepOther: (what) => `Keep free time before: ${what}.`,
    handOver: (client, names) => `Have ${names} ready to take the last visit (${client}).`,
    overtime: "Count on overtime, or move a visit.",
  },
  delegation: {
    fact: (skill, date) => `The delegation for ${skill} holds until ${date}.`,
    after: (visits, others) => `Of all visits after that ${visits} ${visits === 1 ? "needs" : "need"} it; the plan gives the person none of them. ${others} ${others === 1 ? "other has" : "others have"} it all the period.`,
    renew: (date) => `Call the nurse to renew it before ${date}.`,
  },
  plans: {
    passed: "The follow-up was due",
    due: "Follow-up within the period",
    unapproved: "Nobody approved the plan of",
    noContact: "Without a named care contact",
    askFollowUp: (contact, clients) => `Ask ${contact} to book the ${clients === 1 ? "follow-up" : "follow-ups"}.`,
    askApproval: (contact) => `Ask ${contact} to go through the plan and have it approved.`,
    nameContact: "Name a care contact and book a time.",
  },
};

export const UNSOLVED_WORDS: Readonly<Record<Locale, UnsolvedWords>> = { sv, en };
