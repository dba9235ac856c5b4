import { describe, expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { decode } from "../../../src/problem/decode.ts";
import { compareLevels } from "../../../src/search/acceptance.ts";
import { gatherCoupled, retimeAll, retimeRounds, writeTimes } from "../../../src/search/exact/retime.ts";
import { doAll } from "../../../src/search/pieces.ts";
import type { Lane } from "../../../src/search/lane.ts";
import { demand, shift, slot, task, term, worker } from "../../reference/demand.ts";
import { laneOf } from "../lanes.ts";
import { compareTimes } from "./coupled.ts";
import { illTimed } from "./illTimed.ts";

/** A lane with all tasks planned, priced. */
function planned(problem: Demand): Lane {
  const lane = laneOf(problem);
  lane.tools.draft.price();
  return lane;
}

const startsOf = ({ tools }: Lane): number[] => [...tools.objective.st.when];

describe("by hand", () => {
  // Two people at one door. Each has a visit of their own before it, 5 ticks long; all at one place, no travel.
  const pair = (terms: Demand["terms"], more: Partial<Demand> = {}): Demand =>
    demand({
      workers: [worker("ann"), worker("bo")],
      shifts: [shift("a", 0, 100), shift("b", 0, 100, { worker: "bo" })],
      tasks: [
        task("door a", 0, 10, { who: { only: ["ann"] }, slots: [slot(0, 90, { startCost: { points: [[20, 0]], below: -1, above: 1 } })] }),
        task("door b", 0, 10, { who: { only: ["bo"] }, slots: [slot(0, 90, { startCost: { points: [[50, 0]], below: -3, above: 3 } })] }),
      ],
      relations: [
        { id: "door", kind: "gap", tasks: ["door a", "door b"], from: "start", to: "start", span: [0, 0], clock: "elapsed", over: "next" },
      ],
      terms: [term("unserved", 1, 100), ...terms],
      ...more,
    });

  test("a pair starts where the two curves together are least", () => {
    const lane = planned(pair([term("slotCost", 2, 1)]));
    expect(retimeRounds(lane.tools, [0, 1])).toBe(true);
    expect(startsOf(lane)).toEqual([50, 50]);
    expect([...lane.tools.draft.price()]).toEqual([0, 0, 30]);
  });

  test("the higher level decides, however little it saves", () => {
    const cheap = term("slotCost", 3, 1000);
    const due = pair([term("late", 2, 0.001), cheap]);
    const tasks = due.tasks.map((t) => ({ ...t, slots: t.slots.map((s) => ({ ...s, due: { start: 30 } })) }));
    const lane = planned({ ...due, tasks });
    expect(retimeRounds(lane.tools, [0, 1])).toBe(true);
    expect(startsOf(lane)).toEqual([30, 30]);
    expect([...lane.tools.draft.price()]).toEqual([0, 0, 0, 70_000]);
  });

  test("a task lasts as long as its value outweighs the lateness behind it", () => {
    // Each tick short of 30 costs 2; the next task is late from 20 on, at 3 a tick, from 26 on at the largest's 4 on top.
    const lane = planned(
      demand({
        tasks: [
          task("long", 0, [10, 40], {
            slots: [slot(0, 0)],
            duration: { min: 10, max: 40, value: { points: [[30, 0]], below: -4, above: 0 } },
          }),
          task("next", 0, 1, { slots: [slot(10, 90, { due: { start: 20 } })] }),
        ],
        shifts: [shift("day", 0, 100)],
        terms: [
          term("unserved", 1, 100),
          term("durationValue", 2, 1),
          term("late", 2, 3),
          term("late", 2, { points: [[6, 0]], above: 4 }, { name: "latest", reduce: "max" }),
        ],
      }),
    );
    retimeRounds(lane.tools, [0]);
    expect(lane.tools.objective.st.duration[0]).toBe(26);
    expect([...lane.tools.draft.price()]).toEqual([0, 0, 34]);
  });

  test("a span that is broken is healed where it can be", () => {
    const both = [task("early", 0, 5, { slots: [slot(0, 50)] }), task("late", 0, 5, { slots: [slot(60, 90)] })];
    const lane = planned(
      demand({
        tasks: both,
        shifts: [shift("day", 0, 100, { maxSpan: 30 })],
        terms: [term("unserved", 1, 100), term("slotCost", 2, 1)],
      }),
    );
    const { objective, draft } = lane.tools;
    const { st, timing } = objective;
    st.put(st.EAGER, 1);
    timing.touched.add(0);
    draft.price();
    expect(objective.violations()).toBeGreaterThan(0);
    expect(retimeRounds(lane.tools, [0])).toBe(true);
    draft.price();
    expect([objective.violations(), st.end[0]! - st.begin[0]!]).toEqual([0, 30]);
  });
});

test("coupled rounds cost what the linear program says", () => {
  let equal = 0;
  for (let seed = 0; seed < 60; seed++) {
    const result = compareTimes(seed);
    expect(result).not.toMatchObject({ verdict: "different" });
    if (result.verdict === "equal") equal++;
  }
  expect(equal).toBeGreaterThan(50);
});

/** The running score is the judge's. */
function expectJudged(lane: Lane, seed: number): void {
  const { objective, p } = lane.tools;
  const { score, issues } = checkPlan(p.demand, decode(p, lane.now(), { tool: "test" }));
  for (const [k, { name, cost }] of score.terms.entries())
    expect(objective.ledgers[k]!.cost(), `${name}, seed ${seed}`).toBeCloseTo(cost, 5);
  expect({ seed, broken: issues.some(({ code }) => code !== "hard-term") }).toEqual({ seed, broken: objective.violations() > 0 });
}

test("over mixed Demands new times are never worse where all is exact, change every exact level as foretold, and are judged alike", () => {
  let changed = 0;
  for (let seed = 0; seed < 180; seed++) {
    const lane = illTimed(seed);
    const { tools } = lane;
    const { objective, draft, p } = tools;
    const { st } = objective;
    for (let r = 0; r < p.shiftCount; r++) {
      if (st.size[r] === 0) continue;
      const rounds = new Set([r]);
      gatherCoupled(st, rounds);
      const before = objective.levels.slice();
      const { timetable } = tools;
      if (!timetable.solve(rounds)) continue;
      expect({ seed, written: writeTimes(tools, timetable) }).toEqual({ seed, written: true });
      const after = draft.price();
      if (timetable.moments.broken === 0) {
        changed++;
        const { exactLevels } = timetable.prices;
        if (exactLevels === p.levelCount) expect({ seed, worse: compareLevels(after, before) > 0 }).toEqual({ seed, worse: false });
        for (let level = 1; level < exactLevels; level++) {
          expect(Math.abs(after[level]! - before[level]! - timetable.gains[level]!), `seed ${seed}, level ${level}`).toBeLessThan(1e-4);
        }
      }
      tools.keep();
      expectJudged(lane, seed);
    }
  }
  expect(changed).toBeGreaterThan(18);
});

test("retiming everything keeps only what is better, and once more finds nothing", () => {
  let better = 0;
  for (let seed = 0; seed < 60; seed++) {
    const lane = illTimed(1000 + seed);
    const { tools } = lane;
    const before = tools.objective.levels.slice();
    const told = doAll(retimeAll(tools));
    const after = tools.objective.levels.slice();
    expect({ seed, told, change: Math.sign(compareLevels(after, before)) }).toEqual({ seed, told, change: told ? -1 : 0 });
    if (told) better++;
    expectJudged(lane, seed);
    expect({ seed, again: doAll(retimeAll(tools)) }).toEqual({ seed, again: false });
  }
  expect(better).toBeGreaterThan(8);
});
