import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.ts";
import { compileTravel } from "../../src/problem/compileTravel.ts";
import type { Problem } from "../../src/problem/problem.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { baseTicks } from "../../src/search/travel.ts";
import { demand, task } from "../check/plan/hand.ts";
import { randomDemand } from "../generate/demands.ts";
import { MIXED } from "./lanes.ts";

const rowOf = (list: Int32Array, width: number, t: number): readonly number[] => Array.from(list.subarray(t * width, (t + 1) * width));

test("with all day for everything, the nearest by travel come first; of equals the smaller row", () => {
  const minutes = fc.array(fc.nat(9), { minLength: 36, maxLength: 36 });
  fc.assert(
    fc.property(minutes, fc.array(fc.nat(5), { minLength: 2, maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (ticks, places, width) => {
      const tasks = places.map((place, t) => task(`t${t}`, place, { duration: { min: 1, max: 1 } }));
      const p = compile({ ...demand, travel: [{ mode: "walk", placeCount: 6, ticks }], tasks });
      const neighbours = neighboursOf(p, width);
      const trip = (a: number, b: number): number => (places[a] === places[b] ? 0 : ticks[places[a]! * 6 + places[b]!]!);
      places.forEach((_, t) => {
        const others = places.map((_, u) => u).filter((u) => u !== t);
        const nearest = others.sort((a, b) => trip(t, a) - trip(t, b) || a - b).slice(0, width);
        expect(rowOf(neighbours.list, neighbours.width, t)).toEqual(nearest);
      });
    }),
    { seed: 9, numRuns: 200 },
  );
});

test("the task that is just over next door comes before the one an hour away by clock or by foot", () => {
  const at = (id: string, place: number, opens: number) =>
    task(id, place, { slots: [{ start: [opens, opens] }], duration: { min: 30, max: 30 } });
  const p = compile({ ...demand, tasks: [at("a", 1, 500), at("next", 2, 535), at("clash", 1, 500), at("much later", 1, 900)] });
  const { list, width } = neighboursOf(p, 8);
  expect(rowOf(list, width, 0)).toEqual([1, 2, 3]); // 5 minutes of travel; 30 too late; 370 of waiting at a fifth
});

test("no list holds its own task or one twice", () => {
  for (let seed = 0; seed < 80; seed++) {
    const p = compile(randomDemand(seed, MIXED));
    const { list, width } = neighboursOf(p, 6);
    expect(width).toBe(Math.max(1, Math.min(6, p.taskCount - 1)));
    for (let t = 0; t < p.taskCount; t++) {
      const row = rowOf(list, width, t).filter((u) => u >= 0);
      expect(new Set(row).size, `seed ${seed}`).toBe(row.length);
      expect(row.length, `seed ${seed}`).toBe(Math.min(6, p.taskCount - 1));
      expect(
        row.every((u) => u !== t && u < p.taskCount),
        `seed ${seed}`,
      ).toBe(true);
    }
  }
});

test("a task alone has no neighbours", () => {
  expect(Array.from(neighboursOf(compile({ ...demand, tasks: [task("a", 1)] }), 8).list)).toEqual([-1]);
});

/** All pairs, in the order of the definition. */
function slowly(p: Problem, t: number, width: number): readonly number[] {
  const opens = (u: number): number => p.slots.startMin[p.tasks.slotFrom[u]!]!;
  const closes = (u: number): number => p.slots.startMax[p.tasks.slotFrom[u]!]!;
  const gap = (a: number, b: number, trip: number): number => {
    const over = p.tasks.durationMin[a]! + trip;
    const late = opens(a) + over - closes(b);
    return late > 0 ? late : Math.max(0, opens(b) - closes(a) - over) * 0.2;
  };
  const far = Array.from({ length: p.taskCount }, (_, u) => {
    const trip = baseTicks(p, 0, p.tasks.place[t]!, p.tasks.place[u]!);
    return trip + Math.min(gap(t, u, trip), gap(u, t, trip));
  });
  const others = far.map((_, u) => u).filter((u) => u !== t);
  return others.sort((a, b) => far[a]! - far[b]! || a - b).slice(0, width);
}

test("looking from cell to cell finds what looking at all pairs does, tasks at no place of their own included", () => {
  const coordinate = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -3, max: 3 }));
  const one = fc.record({ place: fc.integer({ min: -1, max: 29 }), opens: fc.nat(600), width: fc.nat(200), length: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 30, maxLength: 30 }),
      fc.array(one, { minLength: 2, maxLength: 120 }),
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (points, many, width, ticksPerUnit) => {
        const tasks = many.map(({ place, opens, width: wide, length }, t) =>
          task(`t${t}`, place < 0 ? "neighbour" : place, { slots: [{ start: [opens, opens + wide] }], duration: { min: length, max: length } }),
        );
        const given = { ...demand, travel: [{ mode: "walk", placeCount: 30, points, ticksPerUnit, rounding: "nearest" as const }], tasks };
        const matrix = compile(given);
        const computed = { ...matrix, travel: compileTravel(given, false) };
        const { list, width: found } = neighboursOf(computed, width);
        expect(list).toEqual(neighboursOf(matrix, width).list);
        for (let t = 0; t < many.length; t++) expect(rowOf(list, found, t)).toEqual(slowly(matrix, t, found));
      },
    ),
    { seed: 12, numRuns: 300 },
  );
});
