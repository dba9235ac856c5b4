import { expect, test } from "vitest";
import { demandFor, hashOf, minute, solve, solveSync } from "../../src/index.ts";
import { townOf } from "../../bench/rules/families.ts";
import { sampleTown } from "../../src/sample/index.ts";

const demand = demandFor(sampleTown({ seed: 5, clients: 10, days: 2 }), minute());

/** A clock that goes on by itself when looked at, so that no load of the machine matters: budgets of so many looks. */
function clockOfLooks(): () => number {
  let looks = 0;
  return () => looks++ / 1000;
}

test.each([1, 3])("a run under a time budget with %i lanes is done again exactly by its cooling", (lanes) => {
  const timed = solveSync(demand, { seconds: 0.3, seed: 8, lanes, clock: clockOfLooks() });
  expect(timed.steps).toBeGreaterThan(100);
  const again = solveSync(demand, { replay: timed.cooling, seed: 8, lanes });
  expect(hashOf(again.plan)).toBe(hashOf(timed.plan));
  expect(again.cooling).toEqual(timed.cooling);
});

test("a run that was aborted is done again exactly", async () => {
  const abort = new AbortController();
  const timed = solve(demand, { seconds: 3600, seed: 8, lanes: 2, signal: abort.signal });
  setTimeout(() => abort.abort(), 200);
  const { plan, cooling } = await timed.result;
  expect(hashOf(solveSync(demand, { replay: cooling, seed: 8, lanes: 2 }).plan)).toBe(hashOf(plan));
});

test("a run that was aborted at once is done again exactly, though exact times at its end make it better", async () => {
  const { demand: town } = townOf({ family: "worst", size: 50 });
  const abort = new AbortController();
  const timed = solve(town, { seconds: 3600, seed: 8, signal: abort.signal });
  setTimeout(() => abort.abort(), 20);
  const { plan, cooling } = await timed.result;
  expect(hashOf(solveSync(town, { replay: cooling, seed: 8 }).plan)).toBe(hashOf(plan));
});

test("a cooling without its end is refused, since it would never end", () => {
  const { cooling } = solveSync(demand, { seconds: 0.02, clock: clockOfLooks() });
  expect(() => solveSync(demand, { replay: cooling.slice(0, -1) })).toThrow("replay does not end");
  expect(() => solveSync(demand, { replay: [] })).toThrow("replay does not end");
});

test("lanes under a time budget end with it, whether or not they all had their turn", () => {
  const { steps, cooling } = solveSync(demand, { seconds: 0.002, lanes: 5, clock: clockOfLooks() });
  expect(steps).toBeGreaterThanOrEqual(0);
  expect(cooling.at(-1)!.at).toBe(1024);
  expect(cooling.at(-1)!.lane).toBeLessThan(5);
});
