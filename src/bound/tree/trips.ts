/** How long trips can take, where that depends on the hour. */
import type { Day } from "../../model/demand.ts";
import { timeOfDayAt } from "../../model/time.ts";
import type { Problem, Profile } from "../../problem/problem.ts";
import { point, type Range } from "./differences.ts";

/** Departures that are tried one by one. */
const FEW = 40;

/** Ticks of a trip of `ticks` at factor 1 that begins anywhere in the range. O(1), with a profile departures x its steps. */
export function tripRange({ travel, demand }: Problem, mode: number, ticks: number, [from, to]: Range): Range {
  const profile = travel.profiles[mode];
  if (profile == null || ticks === 0) return point(ticks);
  if (to - from > FEW) return [Math.floor(ticks * profile.least), Math.ceil(ticks * Math.max(...profile.factor))];
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let at = from; at <= to; at++) {
    const taken = tripFrom(profile, demand.days, ticks, at);
    least = Math.min(least, taken);
    most = Math.max(most, taken);
  }
  return [least, most];
}

function tripFrom({ from, factor }: Profile, days: readonly Day[], ticks: number, departure: number): number {
  let left = ticks;
  let at = departure;
  for (;;) {
    const clock = timeOfDayAt(days, at);
    let step = from.length - 1;
    while (step > 0 && from[step]! > clock) step--;
    let until = Number.POSITIVE_INFINITY;
    const change = (tick: number): void => {
      if (tick > at && tick < until) until = tick;
    };
    for (const begins of from) if (begins > clock) change(at + begins - clock);
    for (const day of days) {
      change(day.begins);
      if (day.clockChange !== undefined) change(day.clockChange.at);
    }
    if (left * factor[step]! <= until - at) return Math.ceil(at - departure + left * factor[step]! - 1e-9);
    left -= (until - at) / factor[step]!;
    at = until;
  }
}
