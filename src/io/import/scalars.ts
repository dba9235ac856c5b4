/** Numbers, dates and clock times as people write them. What could mean two things is refused, never guessed. */
import { type CivilDate, type ClockTime, isRealDate } from "../../model/civil.ts";
import { addDays } from "../../calendar/civil.ts";
import type { ImportCode } from "./codes.ts";
import { CELL, type Saying } from "./messages.ts";

/** A value, or why there is none. */
export type Reading<T> = { readonly value: T } | { readonly code: ImportCode; readonly said: Saying };

export const refuse = (code: ImportCode, said: Saying): Reading<never> => ({ code, said });

/** `37.5`, `37,5`, `1 200`, `2 st`. */
export function readNumber(text: string): Reading<number> {
  const bare = text.replace(/(?<=\d) ?st\.?$/i, "").replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  if (/^-?\d+([.,]\d+)?$/.test(bare)) return { value: Number(bare.replace(",", ".")) };
  return refuse("bad-number", CELL.notANumber(text));
}

/** A number of at least 0 in which a sign before three digits could mean thousands: such a one is refused. */
export function readAmount(text: string): Reading<number> {
  if (/^\d{1,3}[.,]\d{3}$/.test(text)) {
    return refuse("bad-number", CELL.perhapsThousands(text, text.replace(/[.,]/, "")));
  }
  const reading = readNumber(text);
  if (!("value" in reading) || reading.value >= 0) return reading;
  return refuse("out-of-range", CELL.belowZero(text));
}

/** Degrees with a decimal point or comma, at most `most` from 0. */
export function readDegrees(text: string, most: number): Reading<number> {
  const reading = readNumber(text);
  if (!("value" in reading) || Math.abs(reading.value) <= most) return reading;
  return refuse("out-of-range", CELL.noDegrees(text));
}

/** Day 0 of spreadsheets; the numbers are those of the years 2009 to 2064. */
const DAY_ZERO = "1899-12-30";
const DAY_NUMBER = /^([45]\d{4})([.,]0+)?$/;

/** `2026-03-11`, also with the midnight that spreadsheets add, and `20260311`. */
export function readDate(text: string): Reading<CivilDate> {
  const date = /^(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?$/.exec(text)?.[1] ?? (/^20\d{6}$/.test(text) ? text.replace(/^(....)(..)(..)$/, "$1-$2-$3") : undefined);
  if (date !== undefined) return isRealDate(date) ? { value: date } : refuse("bad-date", CELL.noSuchDay(date));
  const number = DAY_NUMBER.exec(text)?.[1];
  return refuse("bad-date", number === undefined ? CELL.unclearDate(text) : CELL.dayNumber(text, addDays(DAY_ZERO, Number(number))));
}

/** `7:30`, `07:30`, `7.30`, `730`, `7`, `kl 7`, and `07:30:00` as spreadsheets write it; up to `24:00`. */
export function readTime(written: string): Reading<ClockTime> {
  const text = written.replace(/^kl\.?\s*(?=\d)/i, "");
  if (/^0[.,]\d{3,}$/.test(text)) {
    return refuse("bad-clock-time", CELL.fractionOfDay(text));
  }
  const match = /^(\d{1,2})(?:[:.](\d{2})(?:[:.]00)?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  const [hours, minutes] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? 0)];
  if (minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0))) return { value: `${pad(hours)}:${pad(minutes)}` };
  return refuse("bad-clock-time", CELL.noClockTime(text));
}

const pad = (number: number): string => String(number).padStart(2, "0");
