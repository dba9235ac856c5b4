/** What the reports say, in both languages. */
import type { Locale } from "./arm.ts";

export interface Strings {
  readonly title: (plans: number) => string;
  readonly titleOfOne: string;
  readonly notDays: string;
  readonly ramtidIsFreer: string;
  readonly onTheDay: string;
  readonly worse: (measures: string) => string;
  readonly overGranted: (plan: string, hours: string) => string;
  readonly partOfGain: string;
  readonly invented: string;
  readonly contents: string;
  readonly period: (from: string, to: string, days: number) => string;
  readonly size: (clients: number, staff: number, shifts: number) => string;
  readonly notComparable: string;
  readonly otherBreaches: (count: number) => string;
  readonly more: (count: number) => string;
  readonly cut: (days: number, all: number) => string;
  readonly fewerPlans: string;
  readonly numbers: string;
  readonly measure: string;
  readonly difference: string;
  readonly unit: string;
  readonly units: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  readonly rounds: string;
  readonly roundsNote: string;
  readonly legend: string;
  readonly activities: Readonly<Record<"travel" | "waiting" | "entry" | "rast" | "pause" | "documentation" | "duty" | "shift", string>>;
  readonly stops: (count: number) => string;
  readonly unused: string;
  readonly ganttLabel: (arm: string, day: string, rounds: number) => string;
  readonly judged: string;
  readonly term: string;
  /** Of the terms that every schedule model judges by; others are called by their name. */
  readonly terms: Readonly<Record<string, string>>;
  readonly level: string;
  readonly judgedNote: string;
  readonly sameAims: string;
  readonly otherAims: string;
  /** At the foot of a printed sheet. */
  readonly sheetFoot: string;
  readonly example: (of: number, what: "shifts" | "clients") => string;
  readonly origin: (tool: string, seed: string, steps: string) => string;
  readonly modes: Readonly<Record<string, string>>;
}

const sv: Strings = {
  title: (plans) => (plans === 2 ? "Två planer, sida vid sida" : `${plans} planer, sida vid sida`),
  titleOfOne: "Planen",
  notDays: "Det här är planer, inte dagar, och inte de bästa möjliga.",
  ramtidIsFreer: "Ramtid får fler valmöjligheter och kan därför få lägre poäng i ”Så vägdes planerna”; det säger inget om hur dagarna blir.",
  onTheDay: "Vad en plan är värd på dagen avgörs av hur behoven varierar och hur människor handlar.",
  worse: (measures) => `Här är ramtid sämre på: ${measures}.`,
  overGranted: (plan, hours) => `${plan} planerar ${hours} tim mer än beviljat`,
  partOfGain: "det är en del av skillnaden i brukartid, och i ersättning där utförd tid betalas.",
  invented: "Orten är dragen av hemturs exempel: plats, personer och ersättning är påhittade.",
  contents: "Innehåll",
  period: (from, to, days) => (days === 1 ? from : `${from} till ${to} (${days} dagar)`),
  size: (clients, staff, shifts) => `${clients} brukare, ${staff} medarbetare, ${shifts} pass`,
  notComparable: "* Planen lämnar besök obemannade. Arbete som inte görs får tal som beror på bemanningen att se bättre ut än de är, så de tal som har en stjärna kan inte jämföras.",
  otherBreaches: (count) => `${count} ${count === 1 ? "regel bryts" : "regler bryts"} i planen`,
  more: (count) => `${count} till`,
  cut: (days, all) => `För att sidan inte ska bli för stor visas ${days === 1 ? "bara den första dagen" : `de första ${days} dagarna`} av ${all}.`,
  fewerPlans: "En sida med färre planer visar fler dagar.",
  numbers: "Nyckeltal",
  measure: "Mått",
  difference: "Skillnad",
  unit: "Enhet",
  units: { min: "min", h: "tim", "%": "%", points: "procentenheter", km: "km", kg: "kg", visits: "besök", staff: "personer", count: "antal", SEK: "kr", "SEK/h": "kr/tim" },
  groups: { unstaffed: "Obemannat", clients: "För brukarna", staff: "För personalen", time: "Den betalda tiden", travel: "Resor", money: "Ekonomi" },
  rounds: "Turerna, dag för dag",
  roundsNote: "Tryck på en rad för passets blad, med tider, brukare och insatser. Bokstäverna är brukarens initialer; samma initialer samtidigt på två rader är ett dubbelbemannat besök.",
  legend: "Teckenförklaring",
  activities: { travel: "resa", waiting: "väntan", entry: "insteg", rast: "rast (obetald)", pause: "betald paus", documentation: "dokumentation", duty: "andra uppgifter", shift: "betalt pass" },
  stops: (count) => `${count} besök`,
  unused: "passet används inte",
  ganttLabel: (arm, day, rounds) => `${arm}, ${day}: ${rounds} turer. Samma innehåll som text på passens blad.`,
  judged: "Så vägdes planerna",
  term: "Det som vägs",
  terms: {
    unserved: "Obemannade insatser", late: "Försening", overtime: "Övertid", extraHours: "Fyllnadstid", travel: "Resa", waiting: "Väntan", faces: "Olika personal per brukare",
    notContact: "Av annan än fast omsorgskontakt", notPreferred: "Av annan än önskad", otherTeam: "Av ett annat arbetslag", length: "Besökens längd",
    vehicle: "Fordon", splitShift: "Delade turer",
  },
  level: "Nivå",
  judgedNote: "Talen är poäng; lägre är bättre. Nivån säger i vilken ordning planerna vägs: först jämförs summan på nivå 0 (regler som bryts), och först om den är lika nivå 1, och så vidare.",
  sameAims: "Planerna här vägs med samma poster och får jämföras.",
  otherAims: "Planerna här vägs inte med samma poster, så talen får inte jämföras.",
  sheetFoot: "Väg + insteg: minuter dit + minuter att komma in. Luft: så många minuter det första besöket kan dra över.",
  example: (of, what) => `Ett exempel: 1 av ${of} ${what === "shifts" ? "pass" : "brukare"}.`,
  origin: (tool, seed, steps) => `gjord av ${tool}, slumpfrö ${seed}, ${steps} steg, underlag`,
  modes: { walk: "till fots", bike: "cykel", eBike: "elcykel", car: "bil", public: "kollektivtrafik" },
};

const en: Strings = {
  title: (plans) => (plans === 2 ? "Two plans, side by side" : `${plans} plans, side by side`),
  titleOfOne: "The plan",
  notDays: "These are plans, not days, and not the best possible.",
  ramtidIsFreer: "Ramtid may choose more freely, so its score can be lower; that does not say the days will be better.",
  onTheDay: "What a plan is worth on the day is decided by how needs vary and how people act.",
  worse: (measures) => `Here ramtid is worse at: ${measures}.`,
  overGranted: (plan, hours) => `${plan} plans ${hours} h more than granted`,
  partOfGain: "that is part of the difference in client time, and in revenue where performed time is paid.",
  invented: "The town was drawn by hemtur as an example: place, people and tariff are invented.",
  contents: "Contents",
  period: (from, to, days) => (days === 1 ? from : `${from} to ${to} (${days} days)`),
  size: (clients, staff, shifts) => `${clients} clients, ${staff} staff, ${shifts} shifts`,
  notComparable: "* The plan leaves visits unstaffed. Work left undone makes numbers that depend on staffing look better than they are, so those with a star may not be compared.",
  otherBreaches: (count) => `The plan breaks ${count} ${count === 1 ? "rule" : "rules"}`,
  more: (count) => `${count} more`,
  cut: (days, all) => `To keep the page small, only the first ${days === 1 ? "day" : `${days} days`} of ${all} are shown here.`,
  fewerPlans: "A page with fewer plans shows more days.",
  numbers: "The numbers",
  measure: "Measure",
  difference: "Difference",
  unit: "Unit",
  units: { min: "min", h: "h", "%": "%", points: "percentage points", km: "km", kg: "kg", visits: "visits", staff: "staff", count: "number", SEK: "SEK", "SEK/h": "SEK/h" },
  groups: { unstaffed: "Unstaffed", clients: "For the clients", staff: "For the staff", time: "The paid time", travel: "Travel", money: "Money" },
  rounds: "The rounds, day by day",
  roundsNote: "Press a row for the sheet of the shift, with times, clients and work. The letters are the client's initials; the same initials at the same time on two rows are a double-staffed visit.",
  legend: "Legend",
  activities: { travel: "travel", waiting: "waiting", entry: "entry", rast: "unpaid rest (rast)", pause: "paid break", documentation: "documentation", duty: "other duties", shift: "paid shift" },
  stops: (count) => `${count} ${count === 1 ? "visit" : "visits"}`,
  unused: "the shift is not used",
  ganttLabel: (arm, day, rounds) => `${arm}, ${day}: ${rounds} rounds. The same as text on the sheets of the shifts.`,
  judged: "What the plans were weighed by",
  term: "Term",
  terms: {
    unserved: "Unstaffed work", late: "Late", overtime: "Overtime", extraHours: "Extra hours", travel: "Travel", waiting: "Waiting", faces: "Different staff per client",
    notContact: "By another than the care contact", notPreferred: "By another than preferred", otherTeam: "By another team", length: "Length of visits",
    vehicle: "Vehicles", splitShift: "Split shifts",
  },
  level: "Level",
  judgedNote: "The numbers are points; lower is better. The level says in which order plans are weighed: first the sums of level 0 (broken rules) are compared, only if these are alike those of level 1, and so on.",
  sameAims: "The plans here are weighed by the same terms and may be compared.",
  otherAims: "The plans here are not weighed by the same terms, so the numbers may not be compared.",
  sheetFoot: "Way + entry: minutes to get there + minutes to get in. Slack: how many minutes the first visit may overrun.",
  example: (of, what) => `An example: 1 of ${of} ${what}.`,
  origin: (tool, seed, steps) => `made by ${tool}, seed ${seed}, ${steps} steps, input`,
  modes: { walk: "on foot", bike: "bike", eBike: "e-bike", car: "car", public: "public transport" },
};

export const STRINGS: Readonly<Record<Locale, Strings>> = { sv, en };

/** The word for an id that users may choose freely; without one the id itself. */
export const wordOf = (words: Readonly<Record<string, string>>, id: string): string => (Object.hasOwn(words, id) ? words[id] : undefined) ?? id;
