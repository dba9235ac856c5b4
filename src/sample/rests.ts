/** Rest between shifts: whether somebody may work another one. */
import type { Tick } from "../units.ts";

const HOUR = 3600;

/** A working period without the rest may last at most `window - atLeast`: 24 and 11 hours, 7 days and 36 hours. */
const RULES = [
  { window: 24 * HOUR, atLeast: 11 * HOUR },
  { window: 7 * 24 * HOUR, atLeast: 36 * HOUR },
];

/** No legal working period reaches further. */
const NEAR = 8 * 24 * HOUR;

type Span = readonly [begin: Tick, end: Tick];

/** What somebody works: spans in the order of time, whatever the order they are booked in. */
export class Rests {
  private readonly spans: Span[] = [];

  /** `busyUntil`: end of the last shift before. */
  constructor(busyUntil?: Tick) {
    if (busyUntil !== undefined) this.work(busyUntil, busyUntil);
  }

  /** May the spans be worked besides, which are in order? O(spans within some days). */
  allow(spans: readonly Span[]): boolean {
    const [from, to] = [spans[0]?.[0] ?? 0, spans[spans.length - 1]?.[1] ?? 0];
    const near: Span[] = [...spans];
    for (let i = this.spans.length - 1; i >= 0; i--) {
      const span = this.spans[i] as Span;
      if (span[1] < from - NEAR) break;
      if (span[0] <= to + NEAR) near.push(span);
    }
    near.sort(byBegin);
    return near.every(([begin], i) => i === 0 || begin >= (near[i - 1] as Span)[1]) && RULES.every(({ window, atLeast }) => longestPeriod(near, atLeast) <= window - atLeast);
  }

  work(begin: Tick, end: Tick): void {
    this.spans.push([begin, end]);
    this.spans.sort(byBegin);
  }

  /** Does not work the span that begins then after all. */
  rest(begin: Tick): void {
    this.spans.splice(this.spans.findIndex((span) => span[0] === begin), 1);
  }
}

const byBegin = (a: Span, b: Span): number => a[0] - b[0];

/** The longest time, first begin to last end, in which no two spans lie so far apart. */
function longestPeriod(spans: readonly Span[], atLeast: Tick): Tick {
  let longest = 0;
  let since = 0;
  spans.forEach(([begin, end], i) => {
    const last = spans[i - 1]?.[1];
    if (last === undefined || begin - last >= atLeast) since = begin;
    longest = Math.max(longest, end - since);
  });
  return longest;
}
