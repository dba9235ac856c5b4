/** Linear accounts over tasks or shifts. */
import type { Budget } from "../../model/demand.ts";
import { spanOf } from "./clock.ts";
import type { Facts, Report, Round } from "./facts.ts";
import { outside } from "./span.ts";

/** Hard limits. O(sum of members). */
export function checkBudgets(facts: Facts, report: Report): void {
  for (const budget of facts.demand.budgets) {
    const used = usedOf(facts, budget);
    if (outside(budget.limit, used) === 0) continue;
    const parts = `${budget.opening} before, ${budget.reserved} reserved`;
    const message = `Budget "${budget.id}" uses ${used} of ${budget.quantity} (${parts}); allowed is ${spanOf(budget.limit)}.`;
    report("budget-broken", ["shifts"], message, "Change length, number or time of its members.");
  }
}

/** opening + what the served members (used shifts) take + reserved. */
export function usedOf(facts: Facts, budget: Budget): number {
  let used = budget.opening + budget.reserved;
  for (const id of budget.members) used += budget.of === "task" ? takenByTask(facts, budget, id) : takenByShift(facts, budget, id);
  return used;
}

function takenByTask(facts: Facts, budget: Budget, id: string): number {
  const planned = facts.servedOf.get(id)?.planned;
  if (planned === undefined || !counts(budget, planned.start)) return 0;
  return budget.quantity === "count" ? 1 : planned.end - planned.start;
}

function takenByShift(facts: Facts, budget: Budget, id: string): number {
  const round = facts.roundOf.get(id);
  if (round === undefined || !counts(budget, round.planned.begin)) return 0;
  if (budget.quantity === "count") return 1;
  return budget.quantity === "workTicks" ? workTicks(round) : taskTicks(round, (kind) => kind !== "break");
}

const counts = ({ within }: Budget, tick: number): boolean => within === undefined || (tick >= within[0] && tick < within[1]);

/** end - begin less breaks. */
export const workTicks = (round: Round): number => round.planned.end - round.planned.begin - taskTicks(round, (kind) => kind === "break");

function taskTicks(round: Round, ofKind: (kind: string) => boolean): number {
  let ticks = 0;
  for (const { task, planned } of round.served) if (ofKind(task.kind)) ticks += planned.end - planned.start;
  return ticks;
}
