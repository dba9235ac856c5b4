import { describe, expect, test } from "vitest";
import { demandOf } from "../../bench/speed/shapes.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { demandFor, hashOf, minute } from "../../src/index.ts";
import type { Demand } from "../../src/model/demand.ts";
import { compareScores } from "../../src/model/score.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { Kept } from "../../src/solve/kept.ts";
import type { SolveOptions } from "../../src/solve/options.ts";
import type { SolveResult } from "../../src/solve/result.ts";
import { solve, solveSync } from "../../src/solve/solve.ts";

const village = demandFor(sampleTown({ seed: 5, clients: 30, days: 2 }), minute());
const large = demandOf({ shape: "day", size: 1000 });
const plain = demandOf({ shape: "plain", size: 300 });
const start = solveSync(village, { steps: 400 }).plan;

/** Goes on by a thousandth each time it is looked at, whatever the machine does; `onLook` hears how often. */
function clockOfLooks(onLook: (looks: number) => void = () => {}): () => number {
  let looks = 0;
  return () => {
    onLook(++looks);
    return looks / 1000;
  };
}

/** A run that is aborted when its clock has been looked at so many times. */
function abortedAt(demand: Demand, look: number, options: SolveOptions = {}): Promise<SolveResult> {
  const controller = new AbortController();
  const clock = clockOfLooks((looks) => {
    if (looks === look) controller.abort();
  });
  return solve(demand, { seconds: 3600, clock, signal: controller.signal, seed: 3, ...options }).result;
}

const isSame = (demand: Demand, result: SolveResult, options: SolveOptions = {}): void => {
  const again = solveSync(demand, { replay: result.cooling, seed: 3, ...options });
  expect(hashOf(again.plan.shifts)).toBe(hashOf(result.plan.shifts));
  expect(again.cooling).toEqual(result.cooling);
};

describe("a time budget", () => {
  test("leaves time for the end of a lane, and where that is too short, replay ends it there again", () => {
    const pieces = new Set<number | undefined>();
    for (const seconds of [0.45, 0.6]) {
      const timed = solveSync(village, { seconds, seed: 3, clock: clockOfLooks() });
      expect(checkPlan(village, timed.plan)).toEqual({ issues: timed.issues, score: timed.score });
      isSame(village, timed);
      pieces.add(timed.cooling.at(-1)!.pieces);
    }
    expect([...pieces].some((count) => count !== undefined && count > 0)).toBe(true);
  });

  test("that ends in the first plan of plain rounds ends it there, in replay too", () => {
    const turns: number[] = [];
    for (let seconds = 0.006; seconds < 0.06; seconds += 0.003) {
      const timed = solveSync(plain, { seconds, seed: 3, clock: clockOfLooks() });
      isSame(plain, timed);
      turns.push(timed.cooling.at(-1)!.turns ?? Number.POSITIVE_INFINITY);
    }
    const many = demandOf({ shape: "plain", size: 1000 });
    const cut = solveSync(many, { seconds: 0.7, seed: 3, clock: clockOfLooks() });
    expect(cut.cooling.at(-1)!.turns).toBeGreaterThan(300);
    isSame(many, cut);
    expect(turns.filter((count) => count === 0).length).toBeGreaterThan(0);
    expect(turns.filter((count) => count > 0 && count < plain.tasks.length).length).toBeGreaterThan(1);
  });

  test("is over when taking in the Demand took all of it: then nothing is placed", () => {
    let looks = 0;
    const { plan, cooling, steps, seconds } = solveSync(village, { seconds: 10, clock: () => 20 * looks++ });
    expect([plan.shifts, steps]).toEqual([[], 0]);
    expect(cooling).toEqual([{ lane: 0, step: 0, at: 1024, turns: 0 }]);
    expect(seconds).toBeGreaterThan(10);
  });

  test("keeps some of it to judge the plan: the search itself ends before", () => {
    let [looks, lastShare] = [0, 0];
    const clock = (): number => (looks++ === 0 ? 0 : 1 + looks / 1000); // a second to take in the Demand
    const onProgress = ({ share }: { share: number }): void => {
      lastShare = share;
    };
    const { seconds } = solveSync(village, { seconds: 2.4, clock, onProgress });
    expect(lastShare).toBeGreaterThan(0.8);
    expect(seconds).toBeLessThan(2.3);
    expect(seconds).toBeGreaterThan(1.9);
  });
});

describe("an abort", () => {
  test.each([2, 10, 40, 150, 300, 700])("at look %i of the clock gives a legal plan, not worse than the one given, that replay gives again", async (look) => {
    const given = checkPlan(village, start);
    const result = await abortedAt(village, look, { start });
    expect(checkPlan(village, result.plan)).toEqual({ issues: [], score: result.score });
    expect(compareScores(result.score, given.score)).toBeLessThanOrEqual(0);
    isSame(village, result, { start });
  });

  test.each([2, 30, 1200, 2000])("of a large Demand, at look %i, is answered with the last plan that was judged, which replay gives again", async (look) => {
    const result = await abortedAt(large, look);
    expect(checkPlan(large, result.plan)).toEqual({ issues: result.issues, score: result.score });
    expect(result.plan.unserved.length + result.plan.shifts.reduce((sum, { tasks }) => sum + tasks.length, 0)).toBe(large.tasks.length);
    isSame(large, result);
  });

  test("of a large Demand is never answered with less than the plan given", async () => {
    const given = solveSync(large, { steps: 200 });
    for (const look of [2, 600, 1800]) {
      const result = await abortedAt(large, look, { start: given.plan });
      expect(compareScores(result.score, given.score), `look ${look}`).toBeLessThanOrEqual(0);
      expect(result.status).toBe("feasible");
      isSame(large, result, { start: given.plan });
    }
  });

  test.each([40, 150, 260])("of plain rounds, at look %i, gives what replay gives again", async (look) => {
    const result = await abortedAt(plain, look);
    expect(checkPlan(plain, result.plan)).toEqual({ issues: result.issues, score: result.score });
    isSame(plain, result);
  });

  test("of a large Demand ends the improvements with the result", async () => {
    const controller = new AbortController();
    const run = solve(large, { seconds: 3600, signal: controller.signal });
    let last: unknown = null;
    for await (const { plan } of run.improvements()) {
      last = plan.shifts;
      if (plan.shifts.length > 0) controller.abort();
    }
    expect(hashOf({ shifts: last })).toBe(hashOf({ shifts: (await run.result).plan.shifts }));
  });
});

test("what is kept for an abort is judged when it is new, and then not again for a while", () => {
  const kept = new Kept(null);
  const judged: number[] = [];
  const result = (version: number) => () => {
    judged.push(version);
    for (const until = performance.now() + 1; performance.now() < until; );
    return { steps: version } as SolveResult;
  };
  kept.keep(1, () => null);
  expect(kept.result).toBeNull();
  kept.keep(1, result(1));
  kept.keep(1, result(1));
  kept.keep(2, result(2));
  expect(judged).toEqual([1]);
  expect(kept.result?.steps).toBe(1);
  const { signal } = new AbortController();
  expect([Kept.isFor(1000, signal), Kept.isFor(1001, signal), Kept.isFor(5000, undefined)]).toEqual([false, true, false]);
});
