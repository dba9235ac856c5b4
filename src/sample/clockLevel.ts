/** Lays planned times where there is least to do, as a planner would, and remembers how much work each quarter holds. */
import type { Weekday } from "../model/civil.ts";
import type { Random } from "../random.ts";

const QUARTER = 15;
/** Minutes of travel and entry that come with a visit. */
const AROUND = 6;

export class ClockLevel {
  /** [quarter of the day] -> minutes of work that people are busy with. */
  readonly load: number[] = Array.from({ length: 96 }, () => 0);

  /** [weekday - 1] -> minutes of weekly work, Monday to Friday. */
  private readonly week: number[] = [0, 0, 0, 0, 0];

  /** Books `minutes` of weekly work on the least loaded of three workdays drawn. */
  bookDay(minutes: number, random: Random): Weekday {
    const drawn = [0, 1, 2].map(() => random.below(5));
    const day = drawn.reduce((best, d) => ((this.week[d] as number) < (this.week[best] as number) ? d : best));
    this.week[day] = (this.week[day] as number) + minutes;
    return (day + 1) as Weekday;
  }

  /**
   * Books `minutes` of work on `share` of the days at the least loaded of four quarters drawn between two clock times.
   * Gives minutes since midnight.
   */
  book(between: readonly [string, string], minutes: number, random: Random, share = 1): number {
    const first = minutesOf(between[0]) / QUARTER;
    const count = minutesOf(between[1]) / QUARTER - first + 1;
    const drawn = [0, 1, 2, 3].map(() => first + random.below(count));
    const quarter = drawn.reduce((best, q) => (this.busy(q, minutes) < this.busy(best, minutes) ? q : best));
    this.add(quarter * QUARTER, minutes, share);
    return quarter * QUARTER;
  }

  /** Adds `minutes` of work on `share` of the days from a time on, given in minutes since midnight. */
  add(from: number, minutes: number, share = 1): void {
    let rest = minutes + AROUND;
    for (let q = Math.floor(from / QUARTER); rest > 0; q++) {
      this.load[q] = (this.load[q] ?? 0) + share * Math.min(rest, QUARTER);
      rest -= QUARTER;
    }
  }

  /** People needed at once between two clock times: the work of the busiest hour and a half. */
  peak(from: string, to: string): number {
    const width = 6;
    let most = 0;
    for (let q = minutesOf(from) / QUARTER; q + width <= minutesOf(to) / QUARTER; q++) {
      most = Math.max(most, this.load.slice(q, q + width).reduce((a, b) => a + b, 0) / (width * QUARTER));
    }
    return most;
  }

  private busy(quarter: number, minutes: number): number {
    return this.load.slice(quarter, quarter + Math.ceil((minutes + AROUND) / QUARTER)).reduce((a, b) => a + b, 0);
  }
}

/** `07:30` is 450. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** 450 is `07:30`. */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const two = (n: number): string => String(n).padStart(2, "0");
