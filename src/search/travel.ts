/** Travel between places by mode, with slower and faster hours. */
import { BEGUN, OPEN, type Problem } from "../problem/problem.ts";
import { metresOf, ticksOf } from "../problem/trips.ts";

/** Ticks from place to place at factor 1; an unknown place (< 0) is wherever one is. */
export function baseTicks(p: Problem, mode: number, from: number, to: number): number {
  if (from < 0 || to < 0 || from === to) return 0;
  return ticksOf(p.travel, mode, from, to);
}

export function metresBetween(p: Problem, mode: number, from: number, to: number): number {
  if (from < 0 || to < 0 || from === to) return 0;
  return metresOf(p.travel, mode, from, to);
}

/** The day a tick belongs to. */
export function dayOf(p: Problem, tick: number): number {
  const { begins } = p.days;
  let day = 0;
  while (day + 1 < begins.length && begins[day + 1]! <= tick) day++;
  return day;
}

/** Ticks since midnight by the clock on the wall. */
export function timeOfDay(p: Problem, tick: number): number {
  const day = dayOf(p, tick);
  return tick - p.days.begins[day]! + (tick >= p.days.changeAt[day]! ? p.days.changeBy[day]! : 0);
}

/** Ticks of a trip that leaves at `depart`. Piecewise constant speed: Ichoua, Gendreau, Potvin (2003), doi:10.1016/S0377-2217(02)00147-9. */
export function tripTicks(p: Problem, mode: number, from: number, to: number, depart: number): number {
  const base = baseTicks(p, mode, from, to);
  const profile = p.travel.profiles[mode];
  if (profile === null || profile === undefined || base === 0) return base;
  let left = base;
  let now = depart;
  for (;;) {
    const clock = timeOfDay(p, now);
    let k = 0;
    while (k + 1 < profile.from.length && profile.from[k + 1]! <= clock) k++;
    const factor = profile.factor[k]!;
    const until = now + untilChange(p, now, clock, k + 1 < profile.from.length ? profile.from[k + 1]! : OPEN);
    if (now + left * factor <= until) return Math.ceil(now + left * factor - depart - 1e-9);
    left -= (until - now) / factor;
    now = until;
  }
}

/** Ticks from `now` until the factor may change: at clock time `next`, at a clock change or at the next midnight. */
function untilChange(p: Problem, now: number, clock: number, next: number): number {
  const day = dayOf(p, now);
  let until = next === OPEN ? OPEN : next - clock;
  if (p.days.changeAt[day]! > now) until = Math.min(until, p.days.changeAt[day]! - now);
  if (day + 1 < p.days.begins.length) until = Math.min(until, p.days.begins[day + 1]! - now);
  return until;
}

/** When a person who is done with node `before` at `done` sets out for node `v`: not in the past, but for ways of the baseline. */
export function leavesAt(p: Problem, before: number, v: number, done: number): number {
  return done >= p.freeze.now || wasOnTheWay(p, before, v) ? done : p.freeze.now;
}

/**
 * Does the baseline go from node `before` to node `v`? Or to what has begun, and so does this way, or home: what has begun is put in
 * one by one.
 */
export function wasOnTheWay({ freeze: { goesTo }, tasks }: Problem, before: number, v: number): boolean {
  const then = goesTo[before]!;
  return then === v || (then === BEGUN && (v >= tasks.frozen.length || tasks.frozen[v] === 1));
}

/** Ticks of the trip at the fastest hour: it never takes less. */
export function leastTicks(p: Problem, mode: number, from: number, to: number): number {
  const base = baseTicks(p, mode, from, to);
  const profile = p.travel.profiles[mode];
  return profile === null || profile === undefined ? base : Math.floor(base * profile.least);
}

/** Latest departure in [earliest, latest] that arrives by `arriveBy`; `earliest` must do. */
export function latestDeparture(p: Problem, mode: number, from: number, to: number, arriveBy: number, earliest: number, latest: number): number {
  const base = baseTicks(p, mode, from, to);
  if (p.travel.profiles[mode] === null || base === 0) return Math.min(latest, arriveBy - base);
  let good = earliest;
  let bad = Math.min(latest, arriveBy) + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (middle + tripTicks(p, mode, from, to, middle) <= arriveBy) good = middle;
    else bad = middle;
  }
  return good;
}
