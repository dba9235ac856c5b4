import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Best, gapText, gapTo, noted, readBest, writeBest } from "../../bench/rules/best.ts";
import { FAMILIES, instancesOf, townOf } from "../../bench/rules/families.ts";
import { type Outcome, rulesOptions, rulesText, runInstance } from "../../bench/rules/rules.ts";
import { laidPlan } from "../../bench/town/town.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { formatIssue, isInputError } from "../../src/errors.ts";
import type { Demand } from "../../src/model/demand.ts";
import { canonicalJson } from "../../src/model/hash.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import type { Relation } from "../../src/model/relation.ts";
import { GROUPINGS } from "../../src/model/term.ts";

const faultsOf = (demand: Demand): readonly string[] => {
  try {
    readDemand(demand);
    return [];
  } catch (error) {
    return isInputError(error) ? error.issues.map(formatIssue) : [String(error)];
  }
};

describe.each(Object.keys(FAMILIES))("%s", (family) => {
  test("is a valid demand with a plan that breaks no rule", () => {
    for (const [size, seed] of [
      [50, 1],
      [50, 2],
      [200, 1],
      [500, 1],
    ] as const) {
      const town = townOf({ family, size }, seed);
      expect(faultsOf(town.demand), `${size} tasks, seed ${seed}`).toEqual([]);
      expect(checkPlan(town.demand, laidPlan(town)).issues.map(formatIssue), `${size} tasks, seed ${seed}`).toEqual([]);
    }
  });

  test("is the same every time, and another with another seed", () => {
    const of = (seed: number): string => canonicalJson(townOf({ family, size: 50 }, seed).demand);
    expect(of(1)).toBe(of(1));
    expect(of(2)).not.toBe(of(1));
  });
});

test("together the families use every measure, every kind of relation and every part of a demand", () => {
  const demands = Object.keys(FAMILIES).map((family) => townOf({ family, size: 200 }).demand);
  const measures = new Set(demands.flatMap(({ terms }) => terms.map(({ measure }) => measure)));
  const tasks = demands.flatMap((demand) => demand.tasks);
  const relations = demands.flatMap((demand) => demand.relations);
  const shifts = demands.flatMap((demand) => demand.shifts);
  const kinds = new Set(relations.map((relation: Relation) => (relation.kind === "gap" ? `gap ${relation.clock}` : relation.kind)));
  // no family has teams; nothing is priced for a break left out, since breaks are asked for
  expect(Object.keys(GROUPINGS).filter((measure) => !measures.has(measure as never))).toEqual(["missedBreak", "teamCrossing"]);
  expect([...kinds].sort()).toEqual(["duration", "gap days", "gap elapsed", "gap timeOfDay", "order", "presence", "workers"]);
  expect(relations.some((relation) => relation.soft !== undefined)).toBe(true);
  expect(relations.some((relation) => relation.kind === "gap" && relation.tasks.length > 3)).toBe(true);
  expect(new Set(tasks.map(({ place }) => typeof place))).toEqual(new Set(["number", "string"]));
  expect(new Set(tasks.map(({ required }) => typeof required))).toEqual(new Set(["boolean", "object"]));
  expect(tasks.some(({ slots }) => slots.length > 2)).toBe(true);
  expect(tasks.some(({ duration }) => duration.value !== undefined)).toBe(true);
  expect(tasks.some(({ load }) => (load?.["boxes"] ?? 0) < 0)).toBe(true);
  expect(shifts.some(({ options }) => options.length > 1)).toBe(true);
  for (const part of ["maxSpan", "maxStretch", "capacity"] as const)
    expect(
      shifts.some((shift) => shift[part] !== undefined),
      part,
    ).toBe(true);
  for (const part of ["pools", "budgets", "pins", "memory"] as const)
    expect(
      demands.some((demand) => demand[part].length > 0),
      part,
    ).toBe(true);
  expect(demands.some(({ now, baseline }) => now !== undefined && baseline !== undefined)).toBe(true);
  expect(demands.some(({ travel }) => travel.some(({ profile }) => profile !== undefined))).toBe(true);
  expect(demands.some(({ workers }) => workers.some(({ rest, busyUntil }) => rest.length > 1 && busyUntil !== undefined))).toBe(true);
  expect(Math.max(...demands.flatMap(({ terms }) => terms.map(({ level }) => level)))).toBe(3);
});

test("the quick ones are those with 50 and 200 tasks, all of them up to 2000", () => {
  expect(new Set(instancesOf(true).map(({ size }) => size))).toEqual(new Set([50, 200]));
  expect(new Set(instancesOf(false).map(({ size }) => size))).toEqual(new Set([50, 200, 500, 1000, 2000]));
});

test("scores compare level by level, and the first level that differs says by how much", () => {
  expect(gapTo([0, 10, 90], [0, 10, 100])).toEqual({ verdict: "better", level: 2, difference: -10, percent: -10 });
  expect(gapTo([0, 12, 90], [0, 10, 100])).toEqual({ verdict: "worse", level: 1, difference: 2, percent: 20 });
  expect(gapTo([0, 5, 90], [0, 0, 100])).toEqual({ verdict: "worse", level: 1, difference: 5 });
  expect(gapTo([0, -12], [0, -10])).toEqual({ verdict: "better", level: 1, difference: -2, percent: -20 });
  expect(gapTo([0, 10, 100 + 1e-8], [0, 10, 100])).toEqual({ verdict: "equal" });
  expect(gapTo([0], undefined)).toEqual({ verdict: "new" });
  expect(
    [
      { verdict: "worse", level: 1, difference: 5 } as const,
      { verdict: "better", level: 2, difference: -10, percent: -10 } as const,
      { verdict: "equal" } as const,
    ].map(gapText),
  ).toEqual(["L1 +5.00", "L2 -10.00 %", ""]);
});

test("the best is kept, the usual is replaced", () => {
  const found = (...levels: number[]) => ({ levels: [0, ...levels], seed: 1, budget: { steps: 9 } });
  expect(noted(undefined, "d", found(5), true)).toEqual({ demand: "d", best: found(5), usual: [0, 5] });
  expect(noted({ demand: "d", best: found(5), usual: [0, 6] }, "d", found(7), true)).toEqual({
    demand: "d",
    best: found(5),
    usual: [0, 7],
  });
  expect(noted({ demand: "d", best: found(5), usual: [0, 6] }, "d", found(4), false)).toEqual({
    demand: "d",
    best: found(4),
    usual: [0, 6],
  });
  expect(noted({ demand: "d", best: found(5) }, "d", found(5), false)).toEqual({ demand: "d", best: found(5) });
});

test("scores are written one instance a line, in order, and read again", () => {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    const path = join(folder, "best.json");
    expect(readBest(path)).toEqual({});
    const best: Best = {
      "b/50": { demand: "x", best: { levels: [0, 1.5], seed: 2, budget: { cpuSeconds: 3 } } },
      "a/50": { demand: "y", best: { levels: [0, 2], seed: 1, budget: { steps: 9 } }, usual: [0, 3] },
    };
    writeBest(path, best);
    expect(readBest(path)).toEqual(best);
    expect(
      readFileSync(path, "utf8")
        .split("\n")
        .slice(1, 3)
        .map((line) => line.slice(0, 7)),
    ).toEqual([' "a/50"', ' "b/50"']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("options are read, and what cannot be meant is refused", () => {
  expect(rulesOptions(["--help"])).toBeNull();
  expect(rulesOptions(["--quick", "--cpu", "2.5"])).toEqual({ quick: true, only: "*", steps: undefined, cpu: 2.5, seed: 1, save: false });
  expect(() => rulesOptions(["--steps", "5", "--cpu", "1"])).toThrow("one of them");
  expect(() => rulesOptions(["--steps", "1.5"])).toThrow("whole number");
  expect(() => rulesOptions(["--seed", "x"])).toThrow("above 0");
  expect(() => rulesOptions(["--slow"])).toThrow("rules --help");
});

test("an instance is planned, judged and compared with the plan it was laid around; the same budget gives the same", () => {
  const [instance] = instancesOf(true).filter(({ name }) => name === "plain/50");
  const run = () => runInstance(instance!, { steps: 500 }, 1);
  const outcome = run();
  expect(outcome).toMatchObject({ faults: [], unserved: 0, steps: 500, laid: { verdict: "better", level: 2 } });
  expect(run().levels).toEqual(outcome.levels);
});

test("the table counts verdicts and shows what is not legal", () => {
  const outcome = (name: string, levels: number[], faults: string[] = []): Outcome => ({
    instance: { name, family: "a", size: 50 },
    demand: name === "e/50" ? "other" : "d",
    levels,
    faults,
    unserved: 0,
    steps: 9,
    cpuSeconds: 1,
    laid: { verdict: "better", level: 2, difference: -1, percent: -5 },
  });
  const best: Best = {
    "a/50": { demand: "d", best: { levels: [0, 0, 10], seed: 1, budget: {} }, usual: [0, 0, 12] },
    "b/50": { demand: "d", best: { levels: [0, 0, 10], seed: 1, budget: {} } },
    "e/50": { demand: "d", best: { levels: [0, 0, 1], seed: 1, budget: {} } },
  };
  const text = rulesText(
    [
      outcome("a/50", [0, 0, 11]),
      outcome("b/50", [0, 0, 9]),
      outcome("c/50", [0, 0, 9]),
      outcome("d/50", [], ["TypeError: x"]),
      outcome("e/50", [0, 0, 9]),
    ],
    best,
    true,
  );
  expect(text).toMatch(/a\/50 .*0\.0 \/ 11\.0 +0\.0 \/ 10\.0 +worse +L2 \+10\.00 % +better L2 -8\.33 % +better L2 -5\.00 %/);
  expect(text).toMatch(/d\/50 .*NOT LEGAL 1: TypeError: x/);
  expect(text).toContain("1 better, 0 equal, 1 worse, 2 new; 1 not legal");
});
