import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { OPEN } from "../../src/problem/problem.ts";
import { demand, shift, task } from "../check/plan/hand.ts";

describe("what does not fit is refused by name", () => {
  test("times beyond 2^29 ticks", () => {
    const opening = (tick: number): Demand => ({ ...demand, tasks: [task("a", 1, { slots: [{ start: [tick, null] }] })] });
    const ending = (tick: number): Demand => ({ ...demand, shifts: [shift("s", "anna", { ends: [null, tick] })] });
    const beginning = (tick: number): Demand => ({ ...demand, shifts: [shift("s", "anna", { begins: [tick, null] })] });
    const refused = (of: Demand, message: string) =>
      expect(() => compile(of)).toThrow(new UsageError(`${message} lie beyond ±536870912; use coarser ticks.`));
    refused(opening(OPEN + 1), '536870913 ticks (task "a")');
    refused(ending(OPEN + 1), '536870913 ticks (shift "s")');
    refused(beginning(-OPEN - 1), '-536870913 ticks (shift "s")');
    for (const of of [opening(OPEN), ending(OPEN), beginning(-OPEN)]) expect(() => compile(of)).not.toThrow();
  });
  test("times that would wrap around to small ones", () => {
    const wraps = 2 ** 32 + 5;
    const changed: readonly Partial<Demand>[] = [
      { now: wraps },
      { tasks: [task("a", 1, { slots: [{ start: [wraps, null] }] })] },
      { tasks: [task("a", 1, { slots: [{ start: [0, null], wish: { start: wraps } }] })] },
      { tasks: [task("a", 1, { duration: { min: 0, max: wraps } })] },
      { tasks: [task("a", 1, { stopTicks: wraps })] },
      { shifts: [shift("s", "anna", { maxSpan: wraps })] },
      { workers: [{ id: "anna", traits: [], skills: [], busyUntil: -wraps, rest: [] }, ...demand.workers.slice(1)] },
      { workers: [{ id: "anna", traits: [], skills: [], rest: [{ window: wraps, atLeast: 1 }] }, ...demand.workers.slice(1)] },
      { relations: [{ id: "g", kind: "duration", tasks: ["a", "b"], total: [wraps, null] }] },
      { pins: [{ task: "a", start: wraps }] },
      { baseline: [{ shift: "early", option: 0, begin: 0, end: wraps, tasks: [] }] },
    ];
    for (const change of changed) expect(() => compile({ ...demand, ...change })).toThrow(/^-?4294967301 ticks \(.*\) lie beyond/);
  });
  test("trips too long", () => {
    const far = (ticks: number): Demand => ({ ...demand, travel: [{ mode: "walk", placeCount: 2, ticks: [0, ticks, 0, 0] }] });
    expect(() => compile(far(2 ** 32))).toThrow(new UsageError('A trip by "walk" of 4294967296 ticks is too long; use a coarser unit.'));
    expect(() => compile(far(OPEN))).not.toThrow();
  });
  test("but parts of a whole are kept: loads, capacities and levels", () => {
    const p = compile({
      ...demand,
      workers: [{ id: "anna", traits: [], skills: [{ id: "x", level: 1.75 }], rest: [] }, ...demand.workers.slice(1)],
      shifts: [shift("s", "anna", { capacity: { kg: 1.5 } })],
      tasks: [task("a", 1, { load: { kg: 0.9 }, who: { all: ["x"], level: 1 } }), task("b", 1, { load: { kg: 0.9 } })],
      terms: [{ name: "over", level: 1, measure: "overLevel", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }],
    });
    expect([p.tasks.load[0], p.shifts.capacity[0], p.tasks.overLevel[0]]).toEqual([0.9, 1.5, 0.75]);
  });
  test("matrices beyond a gigabyte", () => {
    const travel = [{ mode: "car", placeCount: 16_000, ticks: [] }];
    expect(() => compile({ ...demand, travel })).toThrow(
      new UsageError("1 modes between 16000 places need 256000000 matrix cells; give points for all modes, or split the Demand by area."),
    );
  });
});
