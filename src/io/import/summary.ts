/** What an import read, in one line. */
import { addDays } from "../../calendar/civil.ts";
import type { Case } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { ImportLang } from "./messages.ts";

const MONTHS: Readonly<Record<ImportLang, readonly string[]>> = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  sv: ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
};

const WORDS = {
  en: { client: ["client", "clients"], need: ["need", "needs"], person: ["person", "people"], shift: ["shift", "shifts"], day: ["day", "days"] },
  sv: { client: ["brukare", "brukare"], need: ["insats", "insatser"], person: ["person", "personer"], shift: ["pass", "pass"], day: ["dag", "dagar"] },
} as const;

/** "12 clients, 28 needs, 6 people, 66 shifts, 9–22 March 2026 (14 days)". */
export function summaryOf({ clients, needs, staff, shifts, period }: Case, lang: ImportLang): string {
  const words = WORDS[lang];
  const count = (number: number, [one, many]: readonly [string, string]): string => `${number} ${number === 1 ? one : many}`;
  return [
    count(clients.length, words.client),
    count(needs.length, words.need),
    count(staff.length, words.person),
    count(shifts.length, words.shift),
    `${spanOf(period.from, addDays(period.from, period.days - 1), lang)} (${count(period.days, words.day)})`,
  ].join(", ");
}

/** "9–22 March 2026", "28 March – 10 April 2026". */
function spanOf(from: CivilDate, to: CivilDate, lang: ImportLang): string {
  const [a, b] = [from, to].map((date) => {
    const [year, month, day] = date.split("-").map(Number) as [number, number, number];
    return { year, day, month: MONTHS[lang][month - 1] ?? "" };
  }) as [{ year: number; day: number; month: string }, { year: number; day: number; month: string }];
  const end = `${b.day} ${b.month} ${b.year}`;
  if (from === to) return end;
  if (a.year !== b.year) return `${a.day} ${a.month} ${a.year} – ${end}`;
  return a.month === b.month ? `${a.day}–${end}` : `${a.day} ${a.month} – ${end}`;
}
