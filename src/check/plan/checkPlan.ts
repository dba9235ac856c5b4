/** The judge of plans: every rule and every term of the model, recomputed from scratch. */
import type { Issue } from "../../errors.ts";
import type { Demand } from "../../model/demand.ts";
import { hashOf } from "../../model/hash.ts";
import type { Plan } from "../../model/plan.ts";
import type { Score } from "../../model/score.ts";
import type { Measured } from "./atom.ts";
import { checkBudgets } from "./budgets.ts";
import { namesOf, type Report } from "./facts.ts";
import { checkLoads } from "./loads.ts";
import { checkNow } from "./now.ts";
import { checkPins } from "./pins.ts";
import { checkPools } from "./pools.ts";
import { readPlan } from "./read.ts";
import { checkRelations } from "./relations.ts";
import { checkWorkers } from "./rest.ts";
import { checkHardTerms, scoreOf } from "./score.ts";
import { assertPlanShape } from "./shape.ts";
import { checkShiftTimes, checkStretches } from "./shifts.ts";
import { checkSlot } from "./slots.ts";
import { checkUnserved } from "./unserved.ts";
import { walk } from "./walk.ts";
import { checkWho } from "./who.ts";

/** Nothing in `issues`: the plan is legal, and `score` is what it costs. */
export interface Judgement {
  /** Paths lead into the plan; codes are those of `PLAN_ISSUE_CODES`. */
  readonly issues: readonly Issue[];
  /** Of a plan with issues: as far as it can be told, over the shifts and tasks that could be read. */
  readonly score: Score;
}

/**
 * Judges a plan against a valid demand. Shares no code with what makes plans.
 *
 * Whatever the values of the plan are, they give issues. Throws {@link UsageError} where the plan does not have the
 * shape of a Plan, or where the demand refers to a worker, client or mode that it does not have.
 * O(n log n) in shifts, tasks and relation members, O(n²) in members of a gap over "every" pair.
 */
export function checkPlan(demand: Demand, plan: Plan): Judgement {
  assertPlanShape(plan);
  const issues: Issue[] = [];
  const report: Report = (code, path, message, fix) => void issues.push({ code, path, message, fix });
  const hash = hashOf(demand);
  if (plan.demandHash !== hash) {
    report(
      "wrong-demand",
      ["demandHash"],
      `The plan answers "${plan.demandHash}", this demand is "${hash}".`,
      "Use `adopt` to match it to this demand.",
    );
  }
  const facts = readPlan(namesOf(demand), plan, report);
  const before = new Map(demand.baseline?.map((shift) => [shift.shift, shift]));
  const walks = new Map(facts.rounds.map((round) => [round, walk(facts, round, before.get(round.shift.id), report)]));
  for (const round of facts.rounds) {
    checkShiftTimes(facts, round, report);
    checkStretches(demand, round, report);
    checkLoads(round, report);
    for (const served of round.served) {
      if (facts.begun.tasks.has(served.task.id)) continue;
      checkSlot(demand, served, report);
      checkWho(demand, served, report);
    }
  }
  checkUnserved(facts, report);
  checkWorkers(facts, report);
  checkPools(facts, report);
  checkRelations(facts, report);
  checkBudgets(facts, report);
  checkPins(facts, report);
  checkNow(facts, report);
  const inOrder = demand.tasks.map(({ id }) => facts.servedOf.get(id)).filter((served) => served !== undefined);
  const measured: Measured = { ...facts, walks, inOrder };
  const score = scoreOf(measured);
  checkHardTerms(demand, score, report);
  return { issues, score };
}
