/** What the reports say, in both languages. */
import type { UnstaffedReason } from "../kpi/unstaffed.ts";
import type { Locale } from "./arm.ts";

export interface Strings {
  readonly title: string;
  readonly notDays: string;
  readonly period: (from: string, to: string, days: number) => string;
  readonly size: (clients: number, staff: number, shifts: number) => string;
  readonly wrongFirst: string;
  readonly allStaffed: string;
  readonly unstaffed: (visits: number, minutes: string) => string;
  readonly notComparable: string;
  readonly otherBreaches: (count: number) => string;
  readonly more: (count: number) => string;
  readonly when: string;
  readonly client: string;
  readonly what: string;
  readonly minutes: string;
  readonly why: string;
  readonly between: (from: string, to: string) => string;
  readonly reason: Readonly<Record<UnstaffedReason, (names: string) => string>>;
  readonly numbers: string;
  readonly measure: string;
  readonly difference: string;
  readonly unit: string;
  readonly units: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly paidTime: string;
  readonly paidTimeNote: string;
  readonly rounds: string;
  readonly roundsNote: string;
  readonly legend: string;
  readonly activities: Readonly<Record<"travel" | "waiting" | "entry" | "rast" | "pause" | "documentation" | "duty" | "shift", string>>;
  readonly stops: (count: number) => string;
  readonly asText: string;
  readonly unusedShift: string;
  readonly ganttLabel: (arm: string, day: string, rounds: number) => string;
  readonly judged: string;
  readonly term: string;
  /** Of the terms that every schedule model judges by; others are called by their name. */
  readonly terms: Readonly<Record<string, string>>;
  readonly level: string;
  readonly judgedNote: string;
  readonly origin: (tool: string, seed: string, steps: string) => string;
  readonly modes: Readonly<Record<string, string>>;
  readonly and: string;
}

const sv: Strings = {
  title: "Två sätt att planera, sida vid sida",
  notDays: "Det här är planer, inte dagar. Ramtid har större frihet på papperet och kan därför inte planera sämre; om det hjälper någon avgörs av hur behoven varierar och hur människor handlar.",
  period: (from, to, days) => (days === 1 ? from : `${from} till ${to} (${days} dagar)`),
  size: (clients, staff, shifts) => `${clients} brukare, ${staff} medarbetare, ${shifts} pass`,
  wrongFirst: "Först det som fattas",
  allStaffed: "Alla besök är bemannade.",
  unstaffed: (visits, minutes) => `${visits} ${visits === 1 ? "obemannat besök" : "obemannade besök"}, ${minutes} schablonminuter.`,
  notComparable: "* Planen lämnar besök obemannade. Arbete som inte görs får alla andra tal att se bättre ut, så de kan inte jämföras.",
  otherBreaches: (count) => `${count} ${count === 1 ? "regel bryts" : "regler bryts"} i planen`,
  more: (count) => `${count} till`,
  when: "När",
  client: "Brukare",
  what: "Insats",
  minutes: "Minuter",
  why: "Varför",
  between: (from, to) => `mellan ${from} och ${to}`,
  reason: {
    frameUsedUp: () => "Minuterna i ramen räcker inte, så som planen använder dem.",
    nobodyQualified: () => "Ingen i personalen har den kompetens eller delegering som krävs, eller så har brukaren tackat nej till dem som har den.",
    nobodyOnShift: () => "De som kan arbetar inte när det ska göras.",
    noRoom: (names) => `Det får inte plats i turerna hos dem som kan och arbetar då: ${names}.`,
  },
  numbers: "Talen",
  measure: "Mått",
  difference: "Skillnad",
  unit: "Enhet",
  units: { min: "min", h: "tim", "%": "%", points: "%-enheter", km: "km", kg: "kg", visits: "besök", staff: "personal", count: "antal", SEK: "kr", "SEK/h": "kr/tim" },
  groups: { unstaffed: "Obemannat", clients: "För brukarna", staff: "För personalen", time: "Den betalda tiden", travel: "Resor", money: "Ekonomi" },
  paidTime: "Vart den betalda tiden går",
  paidTimeNote: "Betald tid + övertid = tid hos brukare + insteg + resor + väntan + dokumentation + andra uppgifter + betald paus + ledig tid. Den obetalda rasten står bredvid.",
  rounds: "Turerna, dag för dag",
  roundsNote: "Peka på en ruta för tid, brukare och insats. Bokstäverna är brukarens initialer; samma initialer samtidigt på två rader är ett dubbelbemannat besök.",
  legend: "Teckenförklaring",
  activities: { travel: "resa", waiting: "väntan", entry: "insteg", rast: "rast (obetald)", pause: "betald paus", documentation: "dokumentation", duty: "andra uppgifter", shift: "betalt pass" },
  stops: (count) => `${count} besök`,
  asText: "Turerna som text",
  unusedShift: "ingen tur",
  ganttLabel: (arm, day, rounds) => `${arm}, ${day}: ${rounds} turer. Samma innehåll som text nedanför.`,
  judged: "Vad planerna vägdes på",
  term: "Term",
  terms: {
    unserved: "Obemannade insatser", late: "För sent", overtime: "Övertid", travel: "Resa", waiting: "Väntan", faces: "Olika personal per brukare",
    notContact: "Av annan än fast omsorgskontakt", notPreferred: "Av annan än önskad", otherTeam: "Av ett annat lag", length: "Besökens längd",
    vehicle: "Fordon", splitShift: "Delade turer",
  },
  level: "Nivå",
  judgedNote: "Lägre är bättre. En lägre nivå går alltid före en högre; nivå 0 är regler. Tal för planer med olika mål kan inte jämföras.",
  origin: (tool, seed, steps) => `Gjord av ${tool}, frö ${seed}, ${steps} steg`,
  modes: { walk: "till fots", bike: "cykel", eBike: "elcykel", car: "bil", public: "kollektivtrafik" },
  and: "och",
};

const en: Strings = {
  title: "Two ways to plan, side by side",
  notDays: "These are plans, not days. Ramtid has more freedom on paper, so it cannot plan worse; whether that helps anyone is decided by how needs vary and how people act.",
  period: (from, to, days) => (days === 1 ? from : `${from} to ${to} (${days} days)`),
  size: (clients, staff, shifts) => `${clients} clients, ${staff} staff, ${shifts} shifts`,
  wrongFirst: "First, what is missing",
  allStaffed: "Every visit is staffed.",
  unstaffed: (visits, minutes) => `${visits} unstaffed ${visits === 1 ? "visit" : "visits"}, ${minutes} template minutes.`,
  notComparable: "* The plan leaves visits unstaffed. Work left undone makes every other number look better, so they may not be compared.",
  otherBreaches: (count) => `The plan breaks ${count} ${count === 1 ? "rule" : "rules"}`,
  more: (count) => `${count} more`,
  when: "When",
  client: "Client",
  what: "Work",
  minutes: "Minutes",
  why: "Why",
  between: (from, to) => `between ${from} and ${to}`,
  reason: {
    frameUsedUp: () => "The minutes of the frame do not suffice, as the plan uses them.",
    nobodyQualified: () => "Nobody on the staff has the skill or delegation it takes, or the client has refused those who do.",
    nobodyOnShift: () => "Those who could do it are not at work when it is to be done.",
    noRoom: (names) => `There is no room in the rounds of those who could and are at work then: ${names}.`,
  },
  numbers: "The numbers",
  measure: "Measure",
  difference: "Difference",
  unit: "Unit",
  units: { min: "min", h: "h", "%": "%", points: "% points", km: "km", kg: "kg", visits: "visits", staff: "staff", count: "number", SEK: "SEK", "SEK/h": "SEK/h" },
  groups: { unstaffed: "Unstaffed", clients: "For the clients", staff: "For the staff", time: "The paid time", travel: "Travel", money: "Money" },
  paidTime: "Where the paid time goes",
  paidTimeNote: "Paid time + overtime = time with clients + entry + travel + waiting + documentation + other duties + paid break + idle. The unpaid rest stands beside it.",
  rounds: "The rounds, day by day",
  roundsNote: "Point at a box for time, client and work. The letters are the client's initials; the same initials at the same time on two rows are a visit by two.",
  legend: "Legend",
  activities: { travel: "travel", waiting: "waiting", entry: "entry", rast: "unpaid rest (rast)", pause: "paid break", documentation: "documentation", duty: "other duties", shift: "paid shift" },
  stops: (count) => `${count} ${count === 1 ? "stop" : "stops"}`,
  asText: "The rounds as text",
  unusedShift: "no round",
  ganttLabel: (arm, day, rounds) => `${arm}, ${day}: ${rounds} rounds. The same as text below.`,
  judged: "What the plans were weighed by",
  term: "Term",
  terms: {
    unserved: "Unstaffed work", late: "Late", overtime: "Overtime", travel: "Travel", waiting: "Waiting", faces: "Different staff per client",
    notContact: "By another than the care contact", notPreferred: "By another than preferred", otherTeam: "By another team", length: "Length of visits",
    vehicle: "Vehicles", splitShift: "Split shifts",
  },
  level: "Level",
  judgedNote: "Lower is better. A lower level always goes before a higher one; level 0 is rules. Numbers of plans with different aims cannot be compared.",
  origin: (tool, seed, steps) => `Made by ${tool}, seed ${seed}, ${steps} steps`,
  modes: { walk: "on foot", bike: "bike", eBike: "e-bike", car: "car", public: "public transport" },
  and: "and",
};

export const STRINGS: Readonly<Record<Locale, Strings>> = { sv, en };
