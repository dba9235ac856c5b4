/** Rest between shifts: whether somebody may work another one. */
import type { Tick } from "../units.ts";

const HOUR = 3600;

/** A working period without the rest may last at most `window - atLeast`: 24 and 11 hours, 7 days and 36 hours. */
const RULES = [
  { window: 24 * HOUR, atLeast: 11 * HOUR },
  { window: 7 * 24 * HOUR, atLeast: 36 * HOUR },
];

/** What somebody has worked so far, shifts in the order of time. */
export class Rests {
  private last = -Infinity;
  private since: number[] = RULES.map(() => -Infinity);

  /** `busyUntil`: end of the last shift before. */
  constructor(busyUntil?: Tick) {
    if (busyUntil !== undefined) this.work(busyUntil, busyUntil);
  }

  /** May the spans be worked, which follow all others and are in order? */
  allow(spans: readonly (readonly [begin: Tick, end: Tick])[]): boolean {
    let { last, since } = this;
    for (const [begin, end] of spans) {
      if (begin < last) return false;
      since = this.periods(since, last, begin);
      if (since.some((from, i) => end - from > (RULES[i]?.window ?? 0) - (RULES[i]?.atLeast ?? 0))) return false;
      last = end;
    }
    return true;
  }

  work(begin: Tick, end: Tick): void {
    this.since = this.periods(this.since, this.last, begin);
    this.last = end;
  }

  /** Begins of the working periods that a shift beginning then belongs to. */
  private periods = (since: readonly number[], last: number, begin: Tick): number[] => since.map((from, i) => (begin - last >= (RULES[i]?.atLeast ?? 0) ? begin : from));
}
