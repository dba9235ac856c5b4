/** Every rule is in many random Demands, together with others, and decides something there: without it, plans would be judged otherwise. */
import { describe, expect, test } from "vitest";
import { checkPlan, type Judgement } from "../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan } from "../../src/model/plan.ts";
import { GROUPINGS } from "../../src/model/term.ts";
import { Random } from "../../src/random.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { randomPair } from "../generate/demands.ts";
import { nudged } from "./nudges.ts";
import { ROWS, type Row } from "./table.ts";
import { ALWAYS, WITHOUT, withoutRule } from "./without.ts";

const SEEDS = 400;
/** Every other Demand has work for more people than most. */
const SEVERAL = { tasks: [4, 10], shifts: [2, 5] } as const;
/** A rule must be in so many of them, and decide something in so many. */
const OCCURS = 10;
const BINDS = 2;
const RULES = ROWS.filter(({ name }) => !ALWAYS.includes(name));

interface Tried {
  readonly plan: Plan;
  readonly judgement: Judgement;
}

const pairs = Array.from({ length: SEEDS }, (_, seed) => randomPair(seed, seed % 2 === 0 ? {} : SEVERAL));
const known = new Map<number, readonly Tried[]>();

/** The hidden plan of a seed and others near to it, judged once. */
function tried(seed: number): readonly Tried[] {
  const { demand, plan } = pairs[seed] as (typeof pairs)[number];
  const list =
    known.get(seed) ??
    nudged({ demand, plan }, Random.keyed(seed, "nudges"), 20).map((one) => ({ plan: one, judgement: checkPlan(demand, one) }));
  known.set(seed, list);
  return list;
}

/** What this rule says of the plan: how many issues of its codes there are, and the costs of all levels. */
const said = ({ reported }: Row, { issues, score }: Judgement): string =>
  JSON.stringify([issues.filter(({ code }) => reported.includes(code)).length, score.levels]);

function decides(row: Row, seed: number, without: Demand): boolean {
  const demandHash = hashOf(without);
  return tried(seed).some(({ plan, judgement }) => said(row, checkPlan(without, { ...plan, demandHash })) !== said(row, judgement));
}

test("every rule of the table can be taken out of a Demand, or is one that no Demand is without", () => {
  expect([...Object.keys(WITHOUT), ...ALWAYS].sort()).toEqual(ROWS.map(({ name }) => name).sort());
});

describe.each(RULES)("$name", (row) => {
  test("is in some of the Demands, and makes a difference in some", () => {
    let occurs = 0;
    let binds = 0;
    for (const [seed, { demand }] of pairs.entries()) {
      const without = withoutRule(row.name, demand);
      if (without === undefined) continue;
      occurs++;
      if (binds < BINDS && decides(row, seed, without)) binds++;
      if (occurs >= OCCURS && binds === BINDS) return;
    }
    expect({ occurs, binds }).toEqual({ occurs: expect.toSatisfy((count: number) => count >= OCCURS), binds: BINDS });
  });
});

test("every code that a plan of known names can bring about is reported in some Demand, and every measure costs something", () => {
  const missing = new Set(RULES.flatMap(({ reported }) => reported));
  for (const name of ["unknown-slot", "unknown-option", "empty-shift"]) missing.delete(name);
  for (let seed = 0; seed < SEEDS && missing.size > 0; seed++) {
    const { terms } = (pairs[seed] as (typeof pairs)[number]).demand;
    for (const { judgement } of tried(seed)) {
      for (const { code } of judgement.issues) missing.delete(code);
      for (const [k, { cost }] of judgement.score.terms.entries()) if (cost !== 0) missing.delete(terms[k]?.measure ?? "");
    }
  }
  expect([...missing]).toEqual([]);
  expect(Object.keys(GROUPINGS).filter((measure) => !RULES.some(({ reported }) => reported.includes(measure)))).toEqual([]);
});

test("search and judge agree after every accepted move, on Demands that have every rule between them", () => {
  const missing = new Set(RULES.map(({ name }) => name));
  for (let seed = 0; seed < 50; seed++) {
    const { demand } = pairs[seed] as (typeof pairs)[number];
    expect(() => solveSync(demand, { steps: 60, seed, audit: true }), `seed ${seed}`).not.toThrow();
    for (const name of [...missing]) if (withoutRule(name, demand) !== undefined) missing.delete(name);
  }
  expect([...missing]).toEqual([]);
});
