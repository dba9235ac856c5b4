/** What text must look like where it is more than text. */
import { isRealDate } from "../civil.ts";
import type { IssueCode } from "../issueCodes.ts";

/** One kind of text: which issue a wrong one is, what a right one is, and how to tell. */
interface TextFormat {
  readonly code: IssueCode;
  readonly expected: string;
  readonly fix: string;
  matches(text: string): boolean;
}

export type Format = "id" | "date" | "clock-time" | "local-date-time" | "date-time" | "time-zone";

const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const instant = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const localDateTime = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d$/;

export const FORMATS: Readonly<Record<Format, TextFormat>> = {
  id: {
    code: "bad-id",
    expected: "a name",
    fix: "Choose another name; it may neither be empty nor built into JavaScript.",
    matches: (text) => text !== "" && !(text in Object.prototype),
  },
  date: {
    code: "bad-date",
    expected: "a day of the calendar as YYYY-MM-DD",
    fix: "Write a day that exists, for example 2026-03-29.",
    matches: isRealDate,
  },
  "clock-time": {
    code: "bad-clock-time",
    expected: "a clock time HH:MM from 00:00 to 24:00",
    fix: "Write hours and minutes with two digits each, for example 07:30.",
    matches: (text) => clockTime.test(text),
  },
  "local-date-time": {
    code: "bad-date-time",
    expected: "a local date and time as YYYY-MM-DDTHH:MM",
    fix: "Write it like 2026-03-29T07:30, without a zone.",
    matches: (text) => isRealDate(localDateTime.exec(text)?.[1] ?? ""),
  },
  "date-time": {
    code: "bad-date-time",
    expected: "an ISO 8601 instant with an offset",
    fix: "Write it like 2026-03-29T00:00:00+01:00, or with Z.",
    matches: (text) => isRealDate(instant.exec(text)?.[1] ?? ""),
  },
  "time-zone": {
    code: "bad-time-zone",
    expected: "a time zone of the IANA list",
    fix: "Write a zone like Europe/Stockholm.",
    matches: isTimeZone,
  },
};

function isTimeZone(name: string): boolean {
  if (name.length > 100 || !/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
