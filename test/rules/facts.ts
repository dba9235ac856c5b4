/**
 * Given these facts, what is broken and what does it cost? Judge and search are asked about the same plan, by default Anna's
 * round in the small world of `test/check/plan/hand.ts`, where all travel, waiting and service is worked out.
 */
import { expect } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { PlanIssueCode } from "../../src/check/plan/codes.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { PlannedShift } from "../../src/model/plan.ts";
import type { Measure, Term } from "../../src/model/term.ts";
import { compile } from "../../src/problem/compile.ts";
import { decode, encode } from "../../src/problem/decode.ts";
import type { Solution } from "../../src/problem/solution.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { doAll } from "../../src/search/pieces.ts";
import { Tools } from "../../src/search/tools.ts";
import { warmStart } from "../../src/search/warmStart.ts";
import { demand as hand, planOf, round } from "../check/plan/hand.ts";

export { demand as hand, lateRound, nobodys, round, shift, task } from "../check/plan/hand.ts";

/** What is other than in the small world. */
export type Facts = Partial<Demand>;
export type Rounds = readonly PlannedShift[];

/** The plan keeps every rule, and the search can hold it as it is without counting one as broken. */
export function keeps(facts: Facts, rounds: Rounds = [round]): void {
  const { codes, held, violations } = verdict(facts, rounds);
  expect(codes, "judge").toEqual([]);
  expect(held, "the plan in the search").toEqual(rounds);
  expect(violations, "search").toBe(0);
}

/** The judge reports exactly these codes, and the search counts a broken rule or cannot even hold the plan. */
export function breaks(facts: Facts, codes: PlanIssueCode | readonly PlanIssueCode[], rounds: Rounds = [round]): void {
  const found = verdict(facts, rounds);
  expect(found.codes, "judge").toEqual([codes].flat());
  const isHeld = JSON.stringify(found.held) === JSON.stringify(rounds);
  expect(isHeld && found.violations === 0, "held by the search with no rule broken").toBe(false);
}

/** A legal plan costs exactly this, by the judge and by the search. The term is one of level 1 with slope 1 over the plan unless it says otherwise. */
export function costs(facts: Facts, term: Measure | (Partial<Term> & Pick<Term, "measure">), cost: number, rounds: Rounds = [round]): void {
  const full: Term = { ...PLAIN, ...(typeof term === "string" ? { measure: term, name: term } : term) };
  const found = verdict({ ...facts, terms: [full] }, rounds);
  expect(found.codes, "judge").toEqual([]);
  expect(found.held, "the plan in the search").toEqual(rounds);
  expect(found.violations, "search").toBe(0);
  expect(found.judged, "judge").toEqual([cost]);
  expect(found.searched, "search").toEqual([cost]);
}

/** A term of level 1: the sum over the plan, 1 for each. */
export const PLAIN = {
  name: "it",
  level: 1,
  unit: "one",
  per: "plan",
  reduce: "sum",
  curve: { points: [[0, 0]], above: 1, below: 1 },
} as const;

export interface Verdict {
  readonly codes: readonly string[];
  /** [term] costs. */
  readonly judged: readonly number[];
  readonly searched: readonly number[];
  /** [level] costs; of the search those above level 0, where it counts broken rules as well. */
  readonly levels: readonly number[];
  readonly searchedLevels: readonly number[];
  /** The rounds that the search made of the plan; open places are said only where the plan says them. */
  readonly held: Rounds;
  /** Broken rules as the search counts them; 0: none. Without hard terms, which are in `hardTerms`. */
  readonly violations: number;
  readonly hardTerms: boolean;
}

/** What both say. */
export function verdict(facts: Facts, rounds: Rounds = [round]): Verdict {
  const demand: Demand = { ...hand, ...facts };
  const plan = planOf(demand, rounds);
  const { issues, score } = checkPlan(demand, plan);
  const p = compile(demand);
  const tools = new Tools(p, neighboursOf(p, 8), 1);
  doAll(warmStart(tools, { solution: encode(p, plan), holdsTimes: true }));
  const { objective } = tools;
  objective.complete();
  const violations = objective.violations();
  return {
    codes: issues.map(({ code }) => code),
    judged: score.terms.map(({ cost }) => cost),
    searched: objective.ledgers.map((ledger) => ledger.cost()),
    levels: score.levels,
    searchedLevels: [...objective.levels].slice(1, score.levels.length),
    held: inOrderOf(rounds, decode(p, solutionIn(tools), { tool: "search" }).shifts),
    violations,
    hardTerms: (objective.levels[0] as number) > violations,
  };
}

/** The rounds in the state. */
function solutionIn({ p, objective: { st } }: Tools): Solution {
  const used = Array.from({ length: p.shiftCount }, (_, shift) => shift).filter((shift) => (st.size[shift] as number) > 0);
  return {
    rounds: used.map((shift) => {
      const tasks: number[] = [];
      for (let v = st.next[st.taskCount + shift] as number; v < st.taskCount; v = st.next[v] as number) tasks.push(v);
      const of = (column: Int32Array): number[] => tasks.map((task) => column[task] as number);
      const [option, begin, end] = [st.option[shift], st.begin[shift], st.end[shift]] as [number, number, number];
      return {
        shift,
        option,
        begin,
        end,
        tasks,
        slots: of(st.slotOf),
        starts: of(st.when),
        durations: of(st.duration),
        places: of(st.place),
      };
    }),
  };
}

/** The held rounds in the order of the plan, without places that the plan leaves to be understood. */
function inOrderOf(rounds: Rounds, held: Rounds): Rounds {
  const row = (id: string): number => rounds.findIndex(({ shift }) => shift === id);
  const said = new Set(rounds.flatMap(({ tasks }) => tasks.filter(({ at }) => at !== undefined).map(({ id }) => id)));
  return held
    .toSorted((a, b) => row(a.shift) - row(b.shift))
    .map((one) => ({
      ...one,
      tasks: one.tasks.map(({ at, ...task }) => (at === undefined || !said.has(task.id) ? task : { ...task, at })),
    }));
}
