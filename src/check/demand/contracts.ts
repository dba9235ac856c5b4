/** Are the hours of each week counted against the contract? */
import { isoWeekOf } from "../../calendar/civil.ts";
import type { Budget } from "../../model/demand.ts";
import type { Report } from "./codes.ts";
import type { Facts } from "./facts.ts";
import { workedShifts } from "./shifts.ts";

export function checkContracts(facts: Facts, report: Report): void {
  const days = new Map<string, number>();
  for (const date of facts.dates) days.set(isoWeekOf(date), (days.get(isoWeekOf(date)) ?? 0) + 1);
  const free = new Map(facts.demand.budgets.flatMap((budget, at) => (budget.quantity === "workTicks" ? [[at, budget] as const] : [])));
  for (const { id, contract } of facts.of.staff) {
    if (contract === undefined || contract.minutesPerWeek === 0) continue;
    for (const [week, inWeek] of days) {
      const shifts = workedShifts(facts).filter(({ staff, date }) => staff === id && isoWeekOf(date) === week);
      if (shifts.length === 0) continue;
      const seconds = Math.round((contract.minutesPerWeek * 60 * inWeek) / 7);
      const names = shifts.map((shift) => shift.id).sort();
      const found = [...free].find(([, budget]) => counts(budget, names, seconds));
      if (found !== undefined) free.delete(found[0]);
      else report("contract-missing", ["budgets"], `Nothing counts the ${seconds / 60} contract minutes of ${id} in ${week}.`, "Add a budget over the shifts of that week.");
    }
  }
  for (const [at, { id }] of free) report("contract-missing", ["budgets", at], `Account ${id} is no contract of the case.`, "Take hours and shifts from the case.");
}

/** Free up to the contract, and then dearer by the minute; nothing is forbidden. */
const counts = ({ of, members, opening, reserved, limit, cost, within }: Budget, shifts: readonly string[], seconds: number): boolean =>
  of === "shift" &&
  [...members].sort().join("\n") === shifts.join("\n") &&
  within === undefined &&
  opening + reserved === 0 &&
  limit[0] === null &&
  limit[1] === null &&
  cost?.points.length === 1 &&
  cost.points[0]?.[0] === seconds &&
  cost.points[0][1] === 0 &&
  (cost.below ?? 0) === 0 &&
  (cost.above ?? 0) > 0;
