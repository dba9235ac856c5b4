import { requireCurve } from "../curveOrder.ts";
import type { DemandRule } from "./demandIndex.ts";

/** The points of every curve are in strictly increasing x. */
export const curvesInOrder: DemandRule = (demand, _index, issues) => {
  demand.tasks.forEach((task, i) => {
    requireCurve(task.duration.value, ["tasks", i, "duration", "value"], issues);
    task.slots.forEach((slot, j) => {
      requireCurve(slot.startCost, ["tasks", i, "slots", j, "startCost"], issues);
      requireCurve(slot.endCost, ["tasks", i, "slots", j, "endCost"], issues);
    });
  });
  for (const [i, relation] of demand.relations.entries()) requireCurve(relation.soft, ["relations", i, "soft"], issues);
  for (const [i, budget] of demand.budgets.entries()) requireCurve(budget.cost, ["budgets", i, "cost"], issues);
  for (const [i, term] of demand.terms.entries()) requireCurve(term.curve, ["terms", i, "curve"], issues);
};
