import { expect, test } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import { compile } from "../../src/problem/compile.ts";
import { decode, encode } from "../../src/problem/decode.ts";
import { demand, lateRound, planOf, round, shift, task } from "../check/plan/hand.ts";
import { randomPair } from "../generate/demands.ts";

test("a plan encoded and decoded is the same plan, what it leaves out listed in the order of the Demand", () => {
  let [tasks, places] = [0, 0];
  for (let seed = 0; seed < 300; seed++) {
    const { demand: of, plan } = randomPair(seed, { tasks: [1, 12], shifts: [1, 5], days: [1, 4] });
    const p = compile(of);
    const unserved = of.tasks.map(({ id }) => id).filter((id) => plan.unserved.includes(id));
    expect(decode(p, encode(p, plan), plan.origin), `seed ${seed}`).toEqual({ ...plan, unserved });
    const served = plan.shifts.flatMap((s) => s.tasks);
    tasks += served.length;
    places += served.filter(({ at }) => at !== undefined).length;
  }
  expect(tasks).toBeGreaterThan(500);
  expect(places).toBeGreaterThan(30);
});

test("columns are rows of the Demand, its slots counted through", () => {
  const twoSlots = { slots: [{ start: [0, 400] as const }, { start: [500, 500] as const }] };
  const of = {
    ...demand,
    shifts: [shift("early", "anna", { options: [0, 1].map((to) => ({ mode: "walk", from: 0, to })) }), shift("late", "bo")],
    tasks: [task("b", 2), task("a", 1, twoSlots)],
  };
  const [a, b] = round.tasks;
  const plan = planOf(of, [{ ...round, option: 1, tasks: [{ ...a!, slot: 1 }, b!] }]);
  expect(encode(compile(of), plan).rounds).toEqual([
    { shift: 0, option: 1, begin: 480, end: 600, tasks: [1, 0], slots: [2, 0], starts: [500, 537], durations: [30, 30], places: [-1, -1] },
  ]);
});

test("what the Demand does not know is left out, and an option it lacks becomes the first", () => {
  const p = compile(demand);
  const foreign: Plan = planOf(demand, [
    { ...round, option: 3, tasks: [...round.tasks, { id: "gone", slot: 0, start: 570, end: 580 }] },
    { ...lateRound(), shift: "gone" },
  ]);
  const back = decode(p, encode(p, foreign), foreign.origin);
  expect(back.shifts).toEqual([round]);
});

test("no rounds decode to a plan without shifts, in which everything is unserved", () => {
  expect(decode(compile(demand), { rounds: [] }, { tool: "hand" })).toMatchObject({ shifts: [], unserved: ["a", "b"] });
});
