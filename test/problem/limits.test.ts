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
    for (const of of [opening(OPEN + 1), ending(OPEN + 1), beginning(-OPEN - 1)]) {
      expect(() => compile(of)).toThrow(new UsageError("A time lies beyond 536870912 ticks; use coarser ticks."));
    }
    for (const of of [opening(OPEN), ending(OPEN), beginning(-OPEN)]) expect(() => compile(of)).not.toThrow();
  });
  test("matrices beyond a gigabyte", () => {
    const points = Array.from({ length: 16_000 }, (_, i) => [i, 0] as const);
    const travel = [{ mode: "car", placeCount: points.length, points, ticksPerUnit: 1, rounding: "nearest" as const }];
    expect(() => compile({ ...demand, travel })).toThrow(
      new UsageError("1 modes between 16000 places need 256000000 matrix cells; split the Demand by area."),
    );
  });
});
