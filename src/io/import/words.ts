/** Cells that choose one of a few words, in English and Swedish. */
import { fold } from "./fold.ts";
import { CELL } from "./messages.ts";
import { type Reading, refuse } from "./scalars.ts";

/** [meaning, words for it]: messages show the first word in English, the second in Swedish. */
export type Choices<V> = readonly (readonly [value: V, ...words: readonly string[]])[];

export const YES_NO: Choices<1 | 2> = [
  [1, "no", "nej", "1", "n", "0", "1 st", "1 person"],
  [2, "yes", "ja", "2", "j", "y", "x", "dubbel", "2 st", "2 personer"],
];
export const FRAME_PERIOD: Choices<"week" | "fourWeeks" | "calendarMonth"> = [
  ["week", "week", "vecka", "per vecka", "v", "1 vecka"],
  ["fourWeeks", "four weeks", "4 veckor", "fyra veckor", "4 weeks", "per 4 veckor", "fourweeks"],
  ["calendarMonth", "month", "månad", "per månad", "mån", "calendar month", "kalendermånad", "calendarmonth"],
];
export const ENTRY: Choices<"clientOpens" | "key" | "digital"> = [
  ["key", "key", "nyckel", "ja"],
  ["digital", "digital", "digitalt", "digitalt lås"],
  ["clientOpens", "client opens", "öppnar själv", "kund öppnar", "brukare öppnar", "clientopens", "nej"],
];
export const BASIS: Choices<"SoL" | "HSL" | "LSS" | "alarm"> = [
  ["SoL", "SoL"],
  ["HSL", "HSL"],
  ["LSS", "LSS"],
  ["alarm", "alarm", "larm", "trygghetslarm"],
];
export const TIMING: Choices<"fixed" | "agreed" | "free"> = [
  ["fixed", "fixed", "fast", "tidsbunden"],
  ["agreed", "agreed", "överenskommen", "överenskommet"],
  ["free", "free", "fri", "valfri"],
];
export const KIND: Choices<"visit" | "remote" | "errand"> = [
  ["visit", "visit", "besök", "hembesök"],
  ["remote", "remote", "digitalt", "digital", "telefon", "kamera"],
  ["errand", "errand", "ärende", "inköp utan kund"],
];
export const EMPLOYMENT: Choices<"permanent" | "hourly"> = [
  ["permanent", "permanent", "tillsvidare", "fast", "tillsvidareanställd", "vik", "vikariat"],
  ["hourly", "hourly", "timavlönad", "timanställd", "timvikarie", "tim"],
];
export const MODE: Choices<"walk" | "bike" | "eBike" | "car" | "public"> = [
  ["walk", "walk", "gång", "gå", "går", "till fots", "promenad"],
  ["bike", "bike", "cykel"],
  ["eBike", "eBike", "elcykel", "e bike"],
  ["car", "car", "bil"],
  ["public", "public", "kollektivt", "buss"],
];

/** The value that the word means. */
export function readChoice<V>(text: string, choices: Choices<V>): Reading<V> {
  const word = fold(text);
  const found = choices.find(([, ...words]) => words.some((one) => fold(one) === word));
  if (found !== undefined) return { value: found[0] };
  const all = choices.flatMap(([, ...words]) => words);
  const shown = (place: number): string[] => choices.map(([, ...words]) => words[Math.min(place, words.length - 1)] ?? "");
  return refuse("not-in-list", CELL.notAWord(text, all, shown(0), shown(1)));
}

/** Words separated by commas, semicolons, slashes or, where `blanks` allows, blanks; each once. */
export const split = (text: string): string[] => [...new Set(text.split(/[\s,;/+]+/).filter((word) => word !== ""))];
