/** How far a structure is, or can still be, from what relations ask for. */
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Problem } from "../../problem/problem.ts";
import { CLOCK_DAYS, CLOCK_ELAPSED, GAP, ORDER, PRESENCE, WORKERS } from "../../problem/relations.ts";
import { between, type Differences, hull, minus, outside, plus, point, type Range, ZERO } from "./differences.ts";
import type { Seat, Structure, Visit } from "./structure.ts";

/** The served members of a relation, in the order listed. */
export function servedOf({ relations }: Problem, { seats }: Structure, r: number): Seat[] {
  const served: Seat[] = [];
  for (let m = relations.memberFrom[r]!; m < relations.memberFrom[r + 1]!; m++) {
    const seat = seats[relations.members[m]!];
    if (seat !== undefined) served.push(seat);
  }
  return served;
}

/** Distance of a relation that needs no times: of workers, presence or order. */
export function structuralDistance(problem: Problem, structure: Structure, r: number): number {
  const { relations, shifts } = problem;
  const served = servedOf(problem, structure, r);
  const beyond = (x: number): number => Math.max(0, relations.min[r]! - x, x - relations.max[r]!);
  const kind = relations.kind[r]!;
  if (kind === PRESENCE) return served.length === 0 && relations.flag[r] === 1 ? 0 : beyond(served.length);
  if (served.length < 2) return 0;
  if (kind === WORKERS) return beyond(new Set(served.map(({ round }) => shifts.worker[round.shift]!)).size);
  let broken = 0;
  for (let i = 1; i < served.length; i++) {
    const [a, b] = [served[i - 1]!, served[i]!];
    const apart = b.position - a.position;
    if (a.round !== b.round || apart < 1 || (relations.flag[r] === 1 && apart > 1)) broken++;
  }
  return broken;
}

/** Distances of relation `r`: one, or for gaps one for each pair that is looked at. */
export function distances(problem: Problem, structure: Structure, d: Differences, r: number): readonly Range[] {
  const kind = problem.relations.kind[r]!;
  if (kind === GAP) return gapDistances(problem, structure, d, r);
  if (kind === WORKERS || kind === PRESENCE || kind === ORDER) return [point(structuralDistance(problem, structure, r))];
  const served = servedOf(problem, structure, r);
  if (served.length < 2) return [];
  const total = served.reduce((sum, { visit }) => plus(sum, between(d, visit.end, visit.start)), ZERO);
  return [outside(total, problem.relations.min[r]!, problem.relations.max[r]!)];
}

function gapDistances(problem: Problem, structure: Structure, d: Differences, r: number): Range[] {
  const { relations } = problem;
  const visits = servedOf(problem, structure, r).map(({ visit }) => visit);
  const every = relations.every[r] === 1;
  const less = lessBy(problem, d, relations.clock[r]!);
  const gap = (a: Visit, b: Visit): Range =>
    outside(
      less(relations.toEnd[r] === 1 ? b.end : b.start, relations.fromEnd[r] === 1 ? a.end : a.start),
      relations.min[r]!,
      relations.max[r]!,
    );
  const found: Range[] = [];
  visits.forEach((a, i) => {
    visits.slice(i + 1).forEach((b, k) => {
      if (relations.eitherOrder[r] === 0) {
        if (every || k === 0) found.push(gap(a, b));
        return;
      }
      const [least, most] = less(b.start, a.start);
      const [aFirst, bFirst] = [most >= 0, least < 0];
      const distance = aFirst && bFirst ? hull(gap(a, b), gap(b, a)) : aFirst ? gap(a, b) : gap(b, a);
      if (every || visits.length === 2) {
        found.push(distance);
        return;
      }
      // Only neighbours in the order of starts are looked at.
      const others = visits.filter((v) => v !== a && v !== b).map((v) => isBetween(visits, v, aFirst ? a : b, aFirst ? b : a, less));
      if ((aFirst && bFirst) || (others.includes(undefined) && !others.includes(true))) found.push([0, distance[1]]);
      else if (!others.includes(true)) found.push(distance);
    });
  });
  return found;
}

type Less = (a: number, b: number) => Range;

/** Time `a` less time `b`, on the relation's clock. */
function lessBy({ demand: { days } }: Problem, d: Differences, clock: number): Less {
  if (clock === CLOCK_ELAPSED) return (a, b) => between(d, a, b);
  const read = (time: number): Range => (clock === CLOCK_DAYS ? dayRange(days, between(d, time)) : clockRange(days, between(d, time)));
  return (a, b) => minus(read(a), read(b));
}

type Days = Problem["demand"]["days"];

export const dayRange = (days: Days, [low, high]: Range): Range => [dayIndexAt(days, low), dayIndexAt(days, high)];

/** Times of day in the range: they jump only at midnights and where clocks change. */
function clockRange(days: Days, [low, high]: Range): Range {
  let range = hull(point(timeOfDayAt(days, low)), point(timeOfDayAt(days, high)));
  for (const { begins, clockChange } of days) {
    for (const tick of clockChange === undefined ? [begins] : [begins, clockChange.at]) {
      if (tick > low && tick <= high) range = hull(range, hull(point(timeOfDayAt(days, tick)), point(timeOfDayAt(days, tick - 1))));
    }
  }
  return range;
}

/** Does `v` start between two others, ties as listed? undefined: that is open. */
function isBetween(visits: readonly Visit[], v: Visit, first: Visit, second: Visit, less: Less): boolean | undefined {
  const precedes = (a: Visit, b: Visit): boolean | undefined => {
    const [low, high] = less(b.start, a.start);
    const listed = visits.indexOf(a) < visits.indexOf(b);
    if (low > 0 || (low === 0 && listed)) return true;
    return high < 0 || (high === 0 && !listed) ? false : undefined;
  };
  const after = precedes(first, v);
  const before = precedes(v, second);
  if (after === false || before === false) return false;
  return after === true && before === true ? true : undefined;
}
