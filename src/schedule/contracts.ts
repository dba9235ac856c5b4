/** Contract hours (*sysselsättningsgrad*): per person and week an account whose minutes beyond the contract cost extra. The same for every model. */
import { TICKS_PER_MINUTE, ticksOf } from "../calendar/calendar.ts";
import { dateRange, isoWeekOf } from "../calendar/civil.ts";
import type { Case } from "../model/case.ts";
import type { Budget } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { staffedShifts } from "./staff.ts";

/** Cost of an extra minute, beside the minutes of paid work that terms count in. */
const EXTRA_MINUTE = 0.5;

/** One account per person with contract hours and ISO week in which shifts of the person begin, in the order of staff, then of weeks. */
export function contractBudgets(of: Case): Budget[] {
  const daysOfWeek = new Map<string, number>();
  for (const date of dateRange(of.period.from, of.period.days)) daysOfWeek.set(isoWeekOf(date), (daysOfWeek.get(isoWeekOf(date)) ?? 0) + 1);
  const shifts = staffedShifts(of);
  return of.staff.flatMap(({ id, contract }) => {
    const minutes = contract?.minutesPerWeek ?? 0;
    if (minutes === 0) return [];
    const weeks = new Map<string, Id[]>();
    for (const { id: shift, staff, date } of shifts) {
      if (staff === id) weeks.set(isoWeekOf(date), [...(weeks.get(isoWeekOf(date)) ?? []), shift]);
    }
    return [...weeks].map(([week, members]): Budget => {
      const ticks = ticksOf((minutes * (daysOfWeek.get(week) ?? 7)) / 7);
      const cost = { points: [[ticks, 0]] as const, above: EXTRA_MINUTE / TICKS_PER_MINUTE };
      return { id: `contract ${id} ${week}`, of: "shift", members, quantity: "workTicks", opening: 0, reserved: 0, limit: [null, null], cost };
    });
  });
}
