import { describe, expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { demandFor, hashOf, minute } from "../../src/index.ts";
import { compareScores } from "../../src/model/score.ts";
import { sampleTown } from "../../src/sample/index.ts";
import type { SolveResult } from "../../src/solve/result.ts";
import { solve, solveSync } from "../../src/solve/solve.ts";

const town = demandFor(sampleTown({ seed: 5, clients: 40, days: 3 }), minute());
const village = demandFor(sampleTown({ seed: 5, clients: 10, days: 2 }), minute());
const whole = solveSync(town, { steps: 0 });

/** Seconds are looks at the clock, of which there is about one per task in the first plan. */
function clockOfLooks(): () => number {
  let looks = 0;
  return () => looks++;
}

const servedIn = ({ plan }: SolveResult): number => plan.shifts.reduce((sum, { tasks }) => sum + tasks.length, 0);

/** A run aborted when its clock has been looked at so many times. */
function abortedAfter(looks: number): SolveResult {
  const controller = new AbortController();
  let left = looks;
  const clock = (): number => {
    if (--left === 0) controller.abort();
    return 0;
  };
  return solveSync(town, { seconds: 3600, signal: controller.signal, clock });
}

describe("while the first plan is made", () => {
  test("an abort ends the run with what is placed so far", () => {
    let before = 0;
    for (const looks of [100, 200, 300]) {
      const result = abortedAfter(looks);
      const { plan, steps, score, issues, cooling } = result;
      expect({ steps, last: cooling.at(-1) }).toEqual({ steps: 0, last: { lane: 0, step: 0, at: 1024, turns: expect.any(Number) } });
      expect(servedIn(result) + plan.unserved.length).toBe(town.tasks.length);
      expect(servedIn(result)).toBeGreaterThan(before);
      expect(checkPlan(town, plan)).toEqual({ issues, score });
      before = servedIn(result);
    }
    expect(before).toBeLessThan(servedIn(whole));
  });

  test("the event loop is heard", async () => {
    const controller = new AbortController();
    const large = demandFor(sampleTown({ seed: 5, clients: 300, days: 7 }), minute());
    const run = solve(large, { seconds: 3600, signal: controller.signal });
    setImmediate(() => controller.abort());
    const { cooling } = await run.result;
    expect(cooling.at(-1)!.turns).toBeLessThan(large.tasks.length);
  });

  test("an end of the time ends it, and replay ends it there again", () => {
    const ends = new Set<number | undefined>();
    for (const seconds of [0, 1, 40, 90, 170, 333, 500, 2000]) {
      const timed = solveSync(town, { seconds, seed: 3, lanes: 2, clock: clockOfLooks() });
      const again = solveSync(town, { replay: timed.cooling, seed: 3, lanes: 2 });
      expect(hashOf(again.plan), `${seconds} looks`).toBe(hashOf(timed.plan));
      expect(again.cooling).toEqual(timed.cooling);
      ends.add(timed.cooling.find(({ lane, at }) => lane === 0 && at === 1024)!.turns);
    }
    const none = solveSync(town, { steps: 0, seconds: 40, seed: 3, clock: clockOfLooks() });
    expect(hashOf(solveSync(town, { steps: 0, replay: none.cooling, seed: 3 }).plan)).toBe(hashOf(none.plan));
    expect(ends.size).toBeGreaterThan(4);
    expect(ends).toContain(0);
    expect(ends).toContain(undefined);
  });

  test("the first lane has all the time for its first plan: two plans in part are not as good as one", () => {
    const { cooling, plan } = solveSync(town, { seconds: 700, lanes: 8, clock: clockOfLooks() });
    expect(cooling.find(({ lane, at }) => lane === 0 && at === 1024)!.turns).toBeUndefined();
    expect(cooling.at(-1)).toMatchObject({ lane: 7, step: 0, at: 1024, turns: 0 });
    expect(plan.unserved.length).toBeLessThanOrEqual(whole.plan.unserved.length);
  });

  test("a plan to begin with is never made worse", () => {
    const start = solveSync(town, { steps: 500 });
    for (const seconds of [0, 100, 300, 400]) {
      const { score, status } = solveSync(town, { seconds, start: start.plan, clock: clockOfLooks() });
      expect({ seconds, status }).toEqual({ seconds, status: "feasible" });
      expect(compareScores(score, start.score), `${seconds} looks`).toBeLessThanOrEqual(0);
    }
  });
});

describe("a budget of no time", () => {
  test("still gives a plan, in which nothing is placed", () => {
    const { plan, steps, status, issues } = solveSync(town, { seconds: 0 });
    expect([plan.shifts, plan.unserved.length, steps]).toEqual([[], town.tasks.length, 0]);
    expect(status).toBe(issues.length === 0 ? "feasible" : "infeasible");
  });

  test("gives the whole first plan of few tasks", () => {
    expect(village.tasks.length).toBeLessThan(200);
    expect(solveSync(village, { seconds: 0 }).plan.shifts).toEqual(solveSync(village, { steps: 0 }).plan.shifts);
  });
});
