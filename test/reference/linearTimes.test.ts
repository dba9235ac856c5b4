import { expect, test } from "vitest";
import { compareScores } from "../../src/model/score.ts";
import { demand, shift, slot, task, term } from "./demand.ts";
import { copyOf, pinned } from "./differences.ts";
import { floorOf } from "./floor.ts";
import { instance } from "./instances.ts";
import { linearTimes } from "./linearTimes.ts";
import { solveLinear } from "./lp.ts";
import { read } from "./reading.ts";
import { solveExactly, timesOfStructure } from "./solveExactly.ts";
import { forEachStructure } from "./structures.ts";
import { tighten, timesOf } from "./times.ts";

test("a linear program is solved with variables of any sign", () => {
  const sum = [
    ["x", 1],
    ["y", 1],
  ] as const;
  const box = (name: string, min: number, max: number) => ({ sum: [[name, 1]] as const, min, max });
  const program = {
    cost: new Map([
      ["x", 1],
      ["y", 2],
    ]),
    rows: [{ sum, min: -3, max: null }, box("x", -10, 4), box("y", -5, 5)],
    free: ["x", "y"],
  };
  const solution = solveLinear(program);
  expect([solution?.cost, solution?.valueOf("x"), solution?.valueOf("y")]).toEqual([-8, 2, -5]);
  expect(solveLinear({ cost: new Map([["x", 1]]), rows: [box("x", 3, 2)], free: [] })).toBeNull();
  expect(() => solveLinear({ cost: new Map([["x", -1]]), rows: [{ sum: [["x", 1]], min: 3, max: null }], free: [] })).toThrow(
    "no lower bound",
  );
});

test("linear times are never dearer than enumerated ones, and the same where they are whole and legal", () => {
  let known = 0;
  let same = 0;
  for (let seed = 0; seed < 120; seed++) {
    const reading = read(instance(seed).demand);
    let left = 6;
    forEachStructure(reading, false, (structure) => {
      if (left === 0) return;
      const d = timesOf(reading, structure);
      if (d === null) return;
      left--;
      const linear = linearTimes(reading, structure, d);
      if (linear === undefined) return;
      const exact = timesOfStructure(reading, structure, copyOf(d)).score;
      if (exact === null) return;
      known++;
      const levels = linear?.levels ?? [Number.POSITIVE_INFINITY];
      expect({ seed, above: compareScores({ levels }, exact, 1e-6) > 0 }).toEqual({ seed, above: false });
      const x = linear?.x ?? [];
      if (!x.every(Number.isInteger) || !tighten(reading, structure, pinned(x))) return;
      same++;
      const own = { levels: floorOf(reading, structure, pinned(x)) };
      expect({ seed, difference: compareScores(own, exact, 1e-6) }).toEqual({ seed, difference: 0 });
    });
  }
  expect(known).toBeGreaterThan(100);
  expect(same).toBeGreaterThan(0.7 * known);
});

test("seconds over a whole day are timed as well as minutes over an hour", () => {
  const wish = (at: number, below: number, above: number) => [slot(0, 86400, { startCost: { points: [[at, 0]], below: -below, above } })];
  const tasks = [
    task("a", 0, 3600, { slots: wish(36000, 3, 3), required: true }),
    task("b", 0, 1800, { slots: wish(36600, 1, 2), required: true }),
  ];
  const day = demand({ tasks, shifts: [shift("day", 0, 86400)], terms: [term("slotCost", 1, 1)] });
  // b before a: 600 + 1800 early at 1; a before b: 3000 late at 2, or a earlier at 3.
  expect(solveExactly(day).score?.levels).toEqual([0, 2400]);
});

test("linear times lead to the same optimum as counting ticks", () => {
  let compared = 0;
  for (let seed = 0; seed < 60; seed++) {
    const { demand: small } = instance(seed);
    if (small.travel.some((t) => t.profile)) continue;
    // A shift of one more worker, whom no task admits, makes the horizon wide and changes nothing else that is priced.
    const idle = shift("far", 5000, 5000, { worker: "nobody" });
    const tasks = small.tasks.map((t) => ({ ...t, who: { ...t.who, not: [...(t.who.not ?? []), "nobody"] } }));
    const wide = {
      ...small,
      tasks,
      workers: [...small.workers, { id: "nobody", traits: [], skills: [], rest: [] }],
      shifts: [...small.shifts, idle],
    };
    if (small.terms.some((t) => t.reduce !== "sum")) continue;
    expect({ seed, levels: solveExactly(wide).score?.levels.map((x) => x.toFixed(6)) }).toEqual({
      seed,
      levels: solveExactly(small).score?.levels.map((x) => x.toFixed(6)),
    });
    compared++;
  }
  expect(compared).toBeGreaterThan(8);
});
