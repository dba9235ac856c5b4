import { show } from "../show.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Budgets count what their members have, and are not used up before planning begins. */
export const budgets: DemandRule = (demand, _index, issues) => {
  demand.budgets.forEach(({ id, of, quantity, opening, reserved, limit }, i) => {
    if (of === "task" && quantity === "workTicks") {
      issues.add("budget-quantity", ["budgets", i, "quantity"], () => [
        `${show(id)} counts "workTicks" of tasks, which only shifts have.`,
        'Write "serviceTicks" or "count".',
      ]);
    }
    const most = limit[1];
    if (most !== null && opening + reserved > most) {
      issues.add("budget-over-limit", ["budgets", i], () => [
        `${show(id)} has used ${opening + reserved} (opening and reserved) of at most ${most}.`,
        "Raise the limit, or price the overrun with a cost curve.",
      ]);
    }
  });
};
