/**
 * Of every rule there is a small Demand whose best plan is another one without the rule: both are found by trying everything.
 * There the search finds exactly what the best plan costs.
 */
import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { GROUPINGS, type Measure, type Term } from "../../src/model/term.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { type DemandOptions, randomDemand } from "../generate/demands.ts";
import { solveExactly } from "../reference/solveExactly.ts";
import { PLAIN } from "./facts.ts";
import { ROWS, type Row } from "./table.ts";
import { ALWAYS, withoutRule } from "./without.ts";

const SEEDS = 600;
const STEPS = 3000;
const SMALL: DemandOptions = { tasks: [2, 4], shifts: [2, 2], days: [1, 2], dayTicks: 24, widest: 6, fitted: 0.8, otherFeatures: 0.2 };

/** What some rules need to matter. */
const NEEDS: Readonly<Record<string, DemandOptions>> = {
  Delegation: { days: [2, 2], features: { slots: 1, relations: 1, daysApart: 1 } },
  "Days between": { days: [2, 2] },
  "Same time of day": { days: [2, 2] },
  "Split day": { dayTicks: 360, days: [1, 1] },
  "Pin: time": { features: { unserved: 0.2 } },
};

const isMeasure = (name: string): name is Measure => name in GROUPINGS;

/** Demands with the rule's own features on, tasks left to be served, and a price on what it measures. */
function* demandsOf({ name, mixed, reported }: Row): Generator<Demand> {
  const features = { unserved: 1, ...Object.fromEntries(mixed.map((feature) => [feature, 1])), ...NEEDS[name]?.features };
  const prices = reported.filter(isMeasure).map((measure): Term => ({ ...PLAIN, name: `price of ${measure}`, measure }));
  for (let seed = 0; seed < SEEDS; seed++) {
    const demand = randomDemand(seed, { ...SMALL, ...NEEDS[name], features });
    yield { ...demand, terms: [...demand.terms, ...prices] };
  }
}

const optimum = (demand: Demand): readonly number[] | null => solveExactly(demand, { everyPlace: true }).score?.levels ?? null;

/** What the search finds, with more steps for every further seed. */
function found(demand: Demand, seed: number): readonly number[] | null {
  const { status, score } = solveSync(demand, { steps: STEPS * seed ** 2, seed });
  return status === "feasible" ? score.levels : null;
}

describe.each(ROWS.filter(({ name }) => !ALWAYS.includes(name)))("$name", (row) => {
  test("decides what is best, and the search finds it", () => {
    for (const demand of demandsOf(row)) {
      const without = withoutRule(row.name, demand);
      if (without === undefined) continue;
      const best = optimum(demand);
      if (JSON.stringify(best) === JSON.stringify(optimum(without))) continue;
      const runs: (readonly number[] | null)[] = [];
      for (let seed = 1; seed <= 5 && JSON.stringify(runs.at(-1)) !== JSON.stringify(best); seed++) runs.push(found(demand, seed));
      expect(runs.at(-1), JSON.stringify(runs)).toEqual(best);
      return;
    }
    expect.unreachable(`No Demand is planned otherwise without the rule "${row.name}".`);
  });
});
