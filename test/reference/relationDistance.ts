/** How far a structure can still be from what a relation asks for. */
import type { GapRelation, Relation } from "../../src/model/relation.ts";
import { dayIndexAt, timeOfDayAt } from "../../src/model/time.ts";
import { type Differences, differenceOf, rangeOf } from "./differences.ts";
import { structuralDistance } from "./distance.ts";
import { hull, outside, plus, point, type Range } from "./range.ts";
import type { Reading } from "./reading.ts";
import type { Structure } from "./structure.ts";

/** The distances outside a relation's span: one, or for gaps one per pair. */
export function relationDistance(reading: Reading, structure: Structure, d: Differences, relation: Relation): readonly Range[] {
  if (relation.kind === "gap") return gapDistances(reading, structure, d, relation);
  if (relation.kind !== "duration") return [point(structuralDistance(reading, structure, relation))];
  const served = relation.tasks.flatMap((id) => structure.seats[reading.taskIndex.get(id) as number]?.visit ?? []);
  if (served.length < 2) return [];
  return [
    outside(
      served.reduce((sum, v) => plus(sum, differenceOf(d, v.end, v.start)), point(0)),
      relation.total,
    ),
  ];
}

function gapDistances(reading: Reading, { seats }: Structure, d: Differences, relation: GapRelation): readonly Range[] {
  const { days } = reading.demand;
  const { clock, from, to, span, over, eitherOrder } = relation;
  const visits = relation.tasks.flatMap((id) => seats[reading.taskIndex.get(id) as number]?.visit ?? []);
  const reads = (variable: number): Range =>
    clock === "days" ? daysOver(days, rangeOf(d, variable)) : clockOver(days, rangeOf(d, variable));
  const less = (a: number, b: number): Range => {
    if (clock === "elapsed") return differenceOf(d, a, b);
    const [x, y] = [reads(a), reads(b)];
    return [x[0] - y[1], x[1] - y[0]];
  };
  const distances: Range[] = [];
  for (const [i, a] of visits.entries()) {
    for (const [k, b] of visits.slice(i + 1).entries()) {
      if (!eitherOrder) {
        if (over === "every" || k === 0) distances.push(outside(less(b[to], a[from]), span));
        continue;
      }
      const lead = less(b.start, a.start); // ties: as listed, a first
      const aFirst = lead[1] >= 0;
      const bFirst = lead[0] < 0;
      let distance: Range | undefined;
      if (aFirst) distance = outside(less(b[to], a[from]), span);
      if (bFirst)
        distance = distance === undefined ? outside(less(a[to], b[from]), span) : hull(distance, outside(less(a[to], b[from]), span));
      const others = visits.filter((v) => v !== a && v !== b);
      const [first, second] = aFirst ? [a, b] : [b, a];
      if (distance === undefined) continue;
      if (over === "every" || others.length === 0) {
        distances.push(distance);
        continue;
      }
      const sides = others.map((v) => sideOf(visits, v, first, second, less));
      if ((aFirst && bFirst) || (sides.includes("unknown") && !sides.includes("between"))) distances.push([0, distance[1]]);
      else if (!sides.includes("between")) distances.push(distance);
    }
  }
  return distances;
}

type Side = "between" | "beside" | "unknown";

/** Does `v` start between two others? Ties go as listed. */
function sideOf(
  visits: readonly { readonly start: number }[],
  v: { readonly start: number },
  first: { readonly start: number },
  second: { readonly start: number },
  less: (a: number, b: number) => Range,
): Side {
  const precedes = (a: { readonly start: number }, b: { readonly start: number }): boolean | undefined => {
    const [lo, hi] = less(b.start, a.start);
    const listedFirst = visits.indexOf(a as never) < visits.indexOf(b as never);
    if (lo > 0 || (lo === 0 && listedFirst)) return true;
    if (hi < 0 || (hi === 0 && !listedFirst)) return false;
    return undefined;
  };
  const after = precedes(first, v);
  const before = precedes(v, second);
  if (after === false || before === false) return "beside";
  return after && before ? "between" : "unknown";
}

const daysOver = (days: Reading["demand"]["days"], [lo, hi]: Range): Range => [dayIndexAt(days, lo), dayIndexAt(days, hi)];

/** Clock times read anywhere in the range: at its ends, and on both sides of every midnight and clock change inside. */
function clockOver(days: Reading["demand"]["days"], [lo, hi]: Range): Range {
  let range = hull(point(timeOfDayAt(days, lo)), point(timeOfDayAt(days, hi)));
  for (const day of days) {
    for (const t of [day.begins, day.clockChange?.at ?? day.begins]) {
      if (t <= lo || t > hi) continue;
      range = hull(range, hull(point(timeOfDayAt(days, t)), point(timeOfDayAt(days, t - 1))));
    }
  }
  return range;
}
