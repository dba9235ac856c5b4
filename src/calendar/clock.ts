/** Clock times of the Case (`07:30`) as seconds since midnight on the clock. */
import { UsageError } from "../errors.ts";
import type { ClockTime, ClockWindow } from "../model/civil.ts";

export const DAY_SECONDS = 86400;

const SHAPE = /^(\d{2}):(\d{2})$/;

/** `07:30` is 27000; `24:00` is 86400. Throws {@link UsageError} on anything else. */
export function clockSeconds(clock: ClockTime): number {
  const parts = SHAPE.exec(clock);
  const hour = Number(parts?.[1]);
  const minute = Number(parts?.[2]);
  const seconds = hour * 3600 + minute * 60;
  if (parts === null || minute > 59 || seconds > DAY_SECONDS) {
    throw new UsageError(`${JSON.stringify(clock)} is not a clock time. Write 00:00 to 24:00.`);
  }
  return seconds;
}

/** Both ends in seconds; an end that is not after the start lies on the next day, so it is 86400 larger. */
export function windowSeconds([from, to]: ClockWindow): readonly [from: number, to: number] {
  const start = clockSeconds(from);
  const end = clockSeconds(to);
  return [start, end > start ? end : end + DAY_SECONDS];
}
