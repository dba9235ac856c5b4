/** A few totals told a second, shorter way; and changes of a plan that mean nothing. */
import { expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { hashOf } from "../../../src/model/hash.ts";
import type { Measure, Term } from "../../../src/model/term.ts";
import { Random } from "../../../src/random.ts";
import { type Pair, randomPair } from "../../generate/demands.ts";
import { slowTrip } from "../../generate/hidden.ts";
import { spots, withDemand } from "./mutate/mutator.ts";

const total = (measure: Measure): Term => ({
  name: measure,
  level: 1,
  measure,
  unit: "one",
  per: "plan",
  reduce: "sum",
  curve: { points: [[0, 0]], above: 1 },
});

function rawOf(pair: Pair, measure: Measure): number {
  const { demand, plan } = withDemand(pair, { terms: [total(measure)] });
  return checkPlan(demand, plan).score.terms[0]?.raw ?? Number.NaN;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test("lateness is the sum over served tasks of the most that any wish is missed by", () => {
  let positive = 0;
  for (let seed = 0; seed < 150; seed++) {
    const pair = randomPair(seed, { features: { soft: 1 } });
    const late = spots(pair).map(({ task, planned }) => {
      const slot = task.slots[planned.slot];
      const wishes = [
        planned.start - (slot?.due?.start ?? planned.start),
        planned.end - (slot?.due?.end ?? planned.end),
        planned.start - (slot?.wish?.start ?? planned.start),
      ];
      return wishes.reduce((most, wish) => (wish > most ? wish : most), 0);
    });
    expect(rawOf(pair, "late"), `seed ${seed}`).toBe(sum(late));
    if (sum(late) > 0) positive++;
  }
  expect(positive).toBeGreaterThan(50);
});

test("travel of rounds with fixed places is what walking them tick by tick takes", () => {
  let positive = 0;
  for (let seed = 0; seed < 150; seed++) {
    const pair = randomPair(seed, { features: { openPlaces: 0, profile: 0.8 } });
    const { demand, plan } = pair;
    const trips = plan.shifts.map(({ shift, option, begin, tasks }) => {
      const way = demand.shifts.find(({ id }) => id === shift)?.options[option];
      const travel = demand.travel.find(({ mode }) => mode === way?.mode) as Demand["travel"][number];
      const places = tasks.map(({ id }) => demand.tasks.find((task) => task.id === id)?.place as number);
      const stops = [...places, ...(typeof way?.to === "number" ? [way.to] : [])];
      const leaves = [begin, ...tasks.map(({ end }) => end)];
      return sum(
        stops.map((to, i) =>
          slowTrip(travel, demand.days, i === 0 ? (way?.from ?? null) : (stops[i - 1] as number), to, leaves[i] as number),
        ),
      );
    });
    expect(rawOf(pair, "travel"), `seed ${seed}`).toBe(sum(trips));
    if (sum(trips) > 0) positive++;
  }
  expect(positive).toBeGreaterThan(50);
});

test("the span of every used shift is travel, entry, tasks and waiting", () => {
  for (let seed = 0; seed < 150; seed++) {
    const pair = randomPair(seed, { features: { entry: 0 } });
    const span = sum(pair.plan.shifts.map(({ begin, end }) => end - begin));
    const tasks = sum(spots(pair).map(({ planned }) => planned.end - planned.start));
    expect(rawOf(pair, "travel") + rawOf(pair, "waiting") + tasks, `seed ${seed}`).toBe(span);
  }
});

test("the order of shifts and of the unserved in the plan means nothing", () => {
  for (let seed = 0; seed < 150; seed++) {
    const { demand, plan } = randomPair(seed);
    const random = Random.keyed(seed, "order");
    const same = { ...plan, shifts: random.shuffled(plan.shifts), unserved: random.shuffled(plan.unserved) };
    expect(checkPlan(demand, same), `seed ${seed}`).toEqual(checkPlan(demand, plan));
  }
});

test("all times moved by the same amount, with days and windows, cost the same", () => {
  for (let seed = 0; seed < 100; seed++) {
    const { demand, plan } = randomPair(seed, {
      features: { soft: 0, elastic: 0, budgets: 0, memory: 0, baseline: 0, rest: 0, slots: 0 },
      fitted: 1,
    });
    const later = <T>(value: T): T => JSON.parse(JSON.stringify(value), (key, held) => (MOVED.has(key) ? move(held) : held));
    const moved: Demand = {
      ...demand,
      days: later(demand.days).map((day) =>
        day.clockChange ? { ...day, clockChange: { ...day.clockChange, at: day.clockChange.at + 777 } } : day,
      ),
      shifts: later(demand.shifts),
      tasks: demand.tasks.map((task) => ({ ...task, slots: later(task.slots) })),
      pins: later(demand.pins),
    };
    const after = { ...plan, shifts: later(plan.shifts), demandHash: hashOf(moved) };
    expect(checkPlan(moved, after), `seed ${seed}`).toEqual(checkPlan(demand, plan));
  }
});

/** Keys whose values are points in time. */
const MOVED: ReadonlySet<string> = new Set(["begins", "ends", "begin", "end", "start", "paidTo"]);
const move = (held: unknown): unknown => (Array.isArray(held) ? held.map(move) : typeof held === "number" ? held + 777 : held);

test("giving up what is not required, coupled or priced brings no issue", () => {
  const off = {
    required: 0,
    conditional: 0,
    relations: 0,
    budgets: 0,
    pins: 0,
    baseline: 0,
    breaks: 0,
    openPlaces: 0,
    loads: 0,
    hardTerms: 0,
  };
  let ran = 0;
  for (let seed = 0; seed < 150; seed++) {
    const { demand, plan } = randomPair(seed, { features: off });
    const [given, ...shifts] = plan.shifts; // a whole round, as travel need not be shorter without a stop
    if (given === undefined) continue;
    const unserved = [...plan.unserved, ...given.tasks.map(({ id }) => id)];
    expect(checkPlan(demand, { ...plan, shifts, unserved }).issues, `seed ${seed}`).toEqual([]);
    ran++;
  }
  expect(ran).toBeGreaterThan(100);
});
