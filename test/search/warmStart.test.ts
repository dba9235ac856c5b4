import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { encode } from "../../src/problem/decode.ts";
import type { Solution } from "../../src/problem/solution.ts";
import type { Lane } from "../../src/search/lane.ts";
import { doAll } from "../../src/search/pieces.ts";
import { warmStart } from "../../src/search/warmStart.ts";
import { demand, planOf, round, shift, task } from "../check/plan/hand.ts";
import { type DemandOptions, randomDemand, randomPair } from "../generate/demands.ts";
import { laneOf, MIXED, toolsOf } from "./lanes.ts";

/** Tasks are put in one by one, so part of a round must not take longer than all of it. Open places and rush hours do not promise that. */
const STEADY = { openPlaces: 0, profile: 0 } as const;

/** A lane after some steps, with legal rounds. */
function wandered(seed: number, some: Demand): Lane {
  const lane = laneOf(some, seed);
  lane.cool(0.5);
  lane.run(60);
  lane.tools.objective.sumLevels(); // the last move may have been undone
  return lane;
}

/** The rounds of a state into which the solution was loaded. */
function loaded(
  some: Demand,
  solution: Solution,
): { readonly rounds: Solution["rounds"]; readonly broken: number; readonly levels: readonly number[] } {
  const tools = toolsOf(compile(some));
  doAll(warmStart(tools, { solution, holdsTimes: true }));
  tools.objective.complete();
  const { st } = tools.objective;
  const used = Array.from(st.size, (size, shift) => (size > 0 ? shift : -1)).filter((shift) => shift >= 0);
  const rounds = used.map((shift) => {
    const tasks: number[] = [];
    for (let v = st.next[st.taskCount + shift]!; v < st.taskCount; v = st.next[v]!) tasks.push(v);
    const of = (column: Int32Array): number[] => tasks.map((t) => column[t]!);
    const times = { begin: st.begin[shift]!, end: st.end[shift]!, starts: of(st.when), durations: of(st.duration) };
    return { shift, option: st.option[shift]!, ...times, tasks, slots: of(st.slotOf), places: of(st.place) };
  });
  return { rounds, broken: tools.objective.violations(), levels: Array.from(tools.objective.levels) };
}

test("a legal plan of a lane comes back to the tick, with what it costs", () => {
  let legal = 0;
  for (let seed = 0; seed < 165; seed++) {
    const some = randomDemand(seed, { ...MIXED, fitted: 1, features: STEADY });
    const lane = wandered(seed, some);
    const { objective } = lane.tools;
    const now = lane.now();
    if (objective.violations() > 0 || now.rounds.length === 0) continue;
    legal++;
    const { rounds, levels } = loaded(some, now);
    expect({ seed, rounds }).toEqual({ seed, rounds: now.rounds });
    for (const [level, cost] of levels.entries()) expect(cost, `seed ${seed}`).toBeCloseTo(objective.levels[level]!, 6);
  }
  expect(legal).toBeGreaterThan(100);
});

/** What is loaded of the plan that a Demand was drawn around, beside that plan; where tasks with open places are done is left out. */
function drawnAround(seed: number, features: DemandOptions["features"] = {}) {
  const { demand: some, plan } = randomPair(seed, { tasks: [4, 14], shifts: [2, 5], features });
  const solution = encode(compile(some), plan);
  const { rounds, broken } = loaded(some, solution);
  const told = (all: Solution["rounds"]) => all.map(({ places: _, ...one }) => one).toSorted((a, b) => a.shift - b.shift);
  return { held: { seed, broken, rounds: told(rounds) }, given: { seed, broken: 0, rounds: told(solution.rounds) } };
}

test("the legal plan that a Demand was drawn around comes back as it was", () => {
  for (let seed = 0; seed < 200; seed++) {
    const { held, given } = drawnAround(seed, STEADY);
    expect(held).toEqual(given);
  }
});

test("with open places and rush hours nearly every plan comes back", () => {
  let back = 0;
  for (let seed = 0; seed < 200; seed++) {
    const { held, given } = drawnAround(seed, { openPlaces: 1, profile: 1 });
    if (isDeepStrictEqual(held, given)) back++;
  }
  expect(back).toBeGreaterThan(190);
});

test("a task that cannot be there, or is given twice, is left out; the rest comes back", () => {
  const world: Demand = {
    ...demand,
    tasks: [...demand.tasks, task("bo's", 1, { who: { only: ["bo"] } }), task("past", 1, { slots: [{ start: [0, 400] }] })],
  };
  const given = [...round.tasks, { id: "bo's", slot: 0, start: 570, end: 570 }, { id: "past", slot: 0, start: 580, end: 580 }];
  const twice = { ...round, shift: "late", tasks: [{ id: "a", slot: 0, start: 700, end: 730 }] };
  const { rounds } = loaded(world, encode(compile(world), planOf(world, [{ ...round, tasks: given }, twice])));
  expect(rounds.map(({ shift: r, tasks, starts, durations, begin, end }) => ({ r, tasks, starts, durations, begin, end }))).toEqual([
    { r: 0, tasks: [0, 1], starts: [500, 537], durations: [30, 30], begin: 480, end: 600 },
  ]);
});

test("a duration that the person may not take becomes the nearest one", () => {
  const world: Demand = {
    ...demand,
    tasks: [task("a", 1, { duration: { min: 20, max: 40 } })],
    workers: [{ ...demand.workers[0]!, pace: { hygiene: 1.5 } }],
    shifts: [shift("early", "anna")],
  };
  const lasting = (minutes: number): number => {
    const plan = planOf(world, [{ ...round, tasks: [{ id: "a", slot: 0, start: 500, end: 500 + minutes }] }]);
    return loaded(world, encode(compile(world), plan)).rounds[0]!.durations[0]!;
  };
  expect([lasting(10), lasting(45), lasting(90)]).toEqual([30, 45, 60]);
});
