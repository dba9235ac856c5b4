/** The calendar as a Case writes it, and just enough of it to judge a Case's own numbers: no zones, no clock changes. */

/** `YYYY-MM-DD`. */
export type CivilDate = string;
/** `HH:MM`, 00:00 to 24:00; the end of a window that is not after its start lies on the next day. */
export type ClockTime = string;
/** [from, to]. */
export type ClockWindow = readonly [from: ClockTime, to: ClockTime];
/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MINUTES_PER_DAY = 1440;

/** Is this `YYYY-MM-DD` a day that exists? */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 of a real date. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Minutes since midnight of a clock time `HH:MM`. */
export const clockMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** From and to of a window in minutes since midnight; a `to` that is not after `from` lies on the next day. */
export function windowMinutes([from, to]: readonly [string, string]): readonly [number, number] {
  const begin = clockMinutes(from);
  const end = clockMinutes(to);
  return [begin, end > begin ? end : end + MINUTES_PER_DAY];
}
