import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
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
