/** Numbers, dates and clock times as people write them. What could mean two things is refused, never guessed. */
import { type CivilDate, type ClockTime, isRealDate } from "../../model/civil.ts";
import { show } from "../../model/show.ts";
import type { ImportCode } from "./codes.ts";

/** A value, or why there is none. */
export type Reading<T> = { readonly value: T } | { readonly code: ImportCode; readonly message: string; readonly fix: string };

export const refuse = (code: ImportCode, message: string, fix: string): Reading<never> => ({ code, message, fix });

/** `37.5`, `37,5`, `1 200`. */
export function readNumber(text: string): Reading<number> {
  const bare = text.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  if (/^-?\d+([.,]\d+)?$/.test(bare)) return { value: Number(bare.replace(",", ".")) };
  return refuse("bad-number", `${show(text)} is not a number.`, "Write digits only, without a unit, for example 25 or 37,5.");
}

/** A number of at least 0 in which a sign before three digits could mean thousands: such a one is refused. */
export function readAmount(text: string): Reading<number> {
  if (/^\d{1,3}[.,]\d{3}$/.test(text)) {
    return refuse(
      "bad-number",
      `${show(text)} could be ${text.replace(/[.,]/, "")} or a fraction.`,
      `Write ${text.replace(/[.,]/, "")} without a sign between the digits, or fewer decimals.`,
    );
  }
  const reading = readNumber(text);
  if (!("value" in reading) || reading.value >= 0) return reading;
  return refuse("out-of-range", `${show(text)} is below 0.`, "Write a number of at least 0.");
}

/** Degrees with a decimal point or comma, at most `most` from 0. */
export function readDegrees(text: string, most: number): Reading<number> {
  const reading = readNumber(text);
  if (!("value" in reading) || Math.abs(reading.value) <= most) return reading;
  return refuse(
    "out-of-range",
    `${show(text)} is no number of degrees.`,
    "Write WGS 84 degrees, for example 59.3312 and 18.0645; if these are SWEREF 99 metres, or the decimal sign got lost, export them again.",
  );
}

const DATE_FIX =
  "Write year-month-day, for example 2026-03-11 for 11 March 2026; in a spreadsheet choose the date format 2012-03-14 for the column.";

/** `2026-03-11`, also with the midnight that spreadsheets add. */
export function readDate(text: string): Reading<CivilDate> {
  const date = /^(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?$/.exec(text)?.[1];
  if (date === undefined)
    return refuse("bad-date", `${show(text)} is not written as a date here, since days and months could be mixed up.`, DATE_FIX);
  return isRealDate(date)
    ? { value: date }
    : refuse("bad-date", `There is no day ${date}.`, "Write a day of the calendar, year-month-day, for example 2026-03-11.");
}

/** `7:30`, `07:30`, `7.30`, `730`, `7`, and `07:30:00` as spreadsheets write it; up to `24:00`. */
export function readTime(text: string): Reading<ClockTime> {
  if (/^0[.,]\d{3,}$/.test(text)) {
    return refuse(
      "bad-clock-time",
      `${show(text)} is a spreadsheet's fraction of a day.`,
      "Choose the time format 13:30 for the column and export it again.",
    );
  }
  const match = /^(\d{1,2})(?:[:.](\d{2})(?:[:.]00)?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  const [hours, minutes] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? 0)];
  if (minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0))) return { value: `${pad(hours)}:${pad(minutes)}` };
  return refuse(
    "bad-clock-time",
    `${show(text)} is no clock time.`,
    "Write hours and minutes from 00:00 to 24:00, for example 07:30 or 7.30.",
  );
}

const pad = (number: number): string => String(number).padStart(2, "0");
