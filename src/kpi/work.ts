/** How the working days look: split, rested, with breaks. */
import type { Case } from "../model/case.ts";
import type { Demand, Shift, Task, Worker } from "../model/demand.ts";
import type { Plan, PlannedShift } from "../model/plan.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Tick } from "../units.ts";
import { mean } from "./continuity.ts";
import type { Lookup } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";
import type { Round } from "./round.ts";
import { clientTimeShare, type TimeUse } from "./timeUse.ts";

export type WorkMeasures = Family<"clientTimeShare" | "stops" | "usedShifts" | "hourlyShare" | "splitShifts" | "slack" | "tightShifts" | "restBreaches" | "stretchBreaches" | "missedBreaks">;

/** Minutes between two shifts of a day from which they are split. */
const SPLIT_MINUTES = 60;
/** A shift with less to spare is tight: one visit that lasts longer delays the next. */
const TIGHT_MINUTES = 10;

export function workFamily(
  town: Case, demand: Demand, plan: Plan, look: Lookup, rounds: readonly Round[], uses: readonly TimeUse[], comparable: boolean,
): WorkMeasures {
  const sum = (of: (worker: Worker, shifts: readonly PlannedShift[]) => number): number =>
    demand.workers.reduce((total, w) => total + of(w, shiftsOf(plan, look, w)), 0);
  const used = uses.filter((use) => use.used);
  const spare = used.filter(({ client, remote }) => client + remote > 0).map(({ waiting, idle }) => (waiting + idle) / demand.ticksPerMinute);
  return family("work", comparable, {
    clientTimeShare: [clientTimeShare(uses), "%", "Brukartid: minutes inside the clients' doors / paid working time with overtime; a visit by two counts twice.", "time inside the client's door / total working time, as studies of Swedish home care have it (IFN, 2018)"],
    stops: [rounds.reduce((s, r) => s + r.stops, 0), "visits", "Times that somebody goes in to a client; several tasks in one go are one."],
    usedShifts: [plan.shifts.length, "count", "Shifts with a round."],
    hourlyShare: [hourlyShare(town, used), "%", "Working time of hourly staff, of all in shifts with a round."],
    splitShifts: [sum((_, shifts) => splits(demand, shifts)), "count", `Shifts that begin more than ${SPLIT_MINUTES} minutes after another of the same person and day ended.`, "more than 60 minutes apart: Kommunalarbetaren (2024)"],
    slack: [mean(spare), "min", "Time to spare in a shift with visits: waiting, and paid time before the round begins or after it ends; mean over these shifts."],
    tightShifts: [spare.filter((minutes) => minutes < TIGHT_MINUTES).length, "count", `Shifts with visits and less than ${TIGHT_MINUTES} minutes to spare, whatever was promised to clients.`, "assumed"],
    restBreaches: [sum((worker, shifts) => restBreaches(worker, shifts)), "count", "Working periods of one person that leave less than the daily or weekly rest.", "11 hours a day: AB § 13 (2023); 36 hours a week: Working Hours Act § 14; unless the Case says otherwise"],
    stretchBreaches: [rounds.filter((r) => longestStretch(r) > (r.shift.maxStretch ?? Infinity)).length, "count", "Rounds with more work in one go, without an unpaid rest, than allowed.", "5 hours: Working Hours Act § 15; unless the Case says otherwise"],
    missedBreaks: [demand.tasks.filter((t) => isMissedBreak(t, look, plan)).length, "count", "Breaks that are due in a used shift and not planned."],
  });
}

function hourlyShare({ staff }: Case, uses: readonly TimeUse[]): number | null {
  const hourly = new Set(staff.filter(({ employment }) => employment === "hourly").map(({ id }) => id));
  const worked = (some: readonly TimeUse[]): number => some.reduce((sum, { paidSpan, overtime }) => sum + paidSpan + overtime, 0);
  const all = worked(uses);
  return all > 0 ? (100 * worked(uses.filter(({ worker }) => hourly.has(worker)))) / all : null;
}

function shiftsOf(plan: Plan, look: Lookup, worker: Worker): PlannedShift[] {
  const own = plan.shifts.filter((s) => (look.shifts.get(s.shift) as Shift).worker === worker.id);
  return own.sort((a, b) => a.begin - b.begin || a.end - b.end);
}

function splits(demand: Demand, shifts: readonly PlannedShift[]): number {
  const day = (s: PlannedShift): number => dayIndexAt(demand.days, s.begin);
  return shifts.filter((later, i) =>
    shifts.slice(0, i).some((s) => day(s) === day(later) && later.begin - s.end > SPLIT_MINUTES * demand.ticksPerMinute),
  ).length;
}

/** Working periods that last longer than the window less the rest in it; one per rule and period. `shifts` by begin. */
function restBreaches(worker: Worker, shifts: readonly PlannedShift[]): number {
  let breaches = 0;
  for (const { window, atLeast } of worker.rest) {
    let from: Tick | undefined = worker.busyUntil;
    let to = worker.busyUntil ?? 0;
    let broken = false;
    for (const { begin, end } of shifts) {
      if (from === undefined || begin - to >= atLeast) {
        from = begin;
        broken = false;
      }
      to = Math.max(to, end);
      if (!broken && to - from > window - atLeast) {
        breaches++;
        broken = true;
      }
    }
  }
  return breaches;
}

function longestStretch({ planned, pieces }: Round): Tick {
  let from = planned.begin;
  let longest = 0;
  for (const piece of pieces) {
    if (piece.activity !== "rast") continue;
    longest = Math.max(longest, piece.begin - from);
    from = piece.end;
  }
  return Math.max(longest, planned.end - from);
}

function isMissedBreak(task: Task, look: Lookup, plan: Plan): boolean {
  if (task.kind !== "break" || task.required === false || look.served.has(task.id)) return false;
  const round = plan.shifts.find((s) => task.who.shifts?.includes(s.shift));
  return round !== undefined && (task.required === true || round.end - round.begin > task.required.whenShiftExceeds);
}
