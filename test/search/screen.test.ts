import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import type { Term } from "../../src/model/term.ts";
import { compile } from "../../src/problem/compile.ts";
import { firstDifference } from "../../src/search/acceptance.ts";
import { hop, hopTogether, swap } from "../../src/search/moves/hop.ts";
import { randomDemand } from "../generate/demands.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { laneOf, toolsOf } from "./lanes.ts";
import { lay } from "./moves/tried.ts";

const priced = (measure: Term["measure"], level: number, above: number, changes: Partial<Term> = {}): Term => ({
  name: `${measure} ${level}`,
  level,
  measure,
  unit: "one",
  per: "plan",
  reduce: "sum",
  curve: { points: [[0, 0]], above },
  ...changes,
});

describe("a move that drives further", () => {
  const world = (terms: readonly Term[]): Demand => ({
    ...demand,
    tasks: [task("a", 1), task("b", 2)],
    shifts: [shift("s", "anna")],
    terms,
  });

  test("passes as far as what it may cost allows: 3 a tick, 30 allowed, 10 ticks", () => {
    const { screen } = toolsOf(compile(world([priced("travel", 1, 3)])));
    screen.look(Float64Array.of(0, 0));
    screen.allow(30);
    expect([screen.passes(10), screen.passes(11)]).toEqual([true, false]);
  });

  test("passes further by all that other terms of its level cost now, and always while a rule is broken", () => {
    const tools = toolsOf(compile(world([priced("travel", 1, 3), priced("usedShift", 1, 12)])));
    const { screen, draft, objective } = tools;
    lay(tools, [[0]]);
    screen.look(draft.price());
    expect(objective.ledgers[1]?.cost()).toBe(12);
    screen.allow(30);
    expect([screen.passes(14), screen.passes(15)]).toEqual([true, false]);
    screen.look(Float64Array.of(100, 0));
    screen.allow(30);
    expect(screen.passes(1e9)).toBe(true);
  });

  test("always passes where a term may earn", () => {
    const { screen } = toolsOf(compile(world([priced("travel", 1, 3), priced("late", 1, -1)])));
    screen.look(Float64Array.of(0, 0));
    screen.allow(0);
    expect(screen.passes(1e9)).toBe(true);
  });
});

test("what is refused would have cost more than allowed, or have broken a rule", () => {
  let refused = 0;
  for (let seed = 0; seed < 150; seed++) {
    const demand = randomDemand(seed, { tasks: [4, 12], shifts: [2, 4], fitted: 0.9, features: { profile: 0 } });
    const withTravel = { ...demand, terms: [...demand.terms.filter((t) => t.measure !== "travel"), priced("travel", 1, 2)] };
    const [strict, free] = [laneOf(withTravel, seed).tools, laneOf(withTravel, seed).tools];
    const before = free.draft.price().slice();
    strict.draft.price();
    strict.screen.look(before);
    const level = strict.screen.travelLevel;
    for (const move of [hop, swap, hopTogether]) {
      for (let k = 0; k < 40 && move.supports(free.p); k++) {
        strict.screen.allow(4);
        free.screen.allow(Number.POSITIVE_INFINITY);
        const [passed, done] = [move.try(strict), move.try(free)];
        if (done && !passed) {
          refused++;
          const after = free.draft.price();
          const first = firstDifference(after, before);
          expect(first, `seed ${seed} ${move.name}`).toBeGreaterThanOrEqual(0);
          expect(after[first]! - before[first]!, `seed ${seed} ${move.name}`).toBeGreaterThanOrEqual(first === level ? 4 - 1e-9 : 0);
        }
        strict.draft.undo();
        free.draft.undo();
      }
    }
  }
  expect(refused).toBeGreaterThan(30);
});
