/** Are the shifts those that somebody works, when and whence the Case says? */
import { tickAt } from "../../calendar/calendar.ts";
import { windowSeconds } from "../../calendar/clock.ts";
import type { Case } from "../../model/case.ts";
import type { CaseShift } from "../../model/staff.ts";
import type { Shift } from "../../model/demand.ts";
import type { Id } from "../../units.ts";
import type { Report } from "./codes.ts";
import type { Facts } from "./facts.ts";

/** Shifts of the period that are not vacant. */
export const workedShifts = ({ of, until }: Facts): CaseShift[] =>
  of.shifts.filter(({ staff, date }) => staff !== undefined && date >= of.period.from && date < until);

export function checkShifts(facts: Facts, report: Report): void {
  const { demand } = facts;
  const worked = workedShifts(facts);
  for (const shift of worked) {
    const at = demand.shifts.findIndex(({ id }) => id === shift.id);
    const found = demand.shifts[at];
    if (found === undefined) report("lost-shift", ["shifts"], `Shift ${shift.id} is missing.`, "Add the shift.");
    else {
      for (const key of differences(facts, shift, found)) {
        report("wrong-shift", ["shifts", at, key], `Shift ${shift.id} has other ${key} than in the case.`, "Take it from the case.");
      }
    }
  }
  demand.shifts.forEach(({ id }, at) => {
    if (!worked.some((shift) => shift.id === id))
      report("extra-shift", ["shifts", at], `The case has no staffed shift ${id} in the period.`, "Leave the shift out.");
  });
  for (const { id, count } of facts.of.vehicles ?? []) {
    const at = demand.pools.findIndex((pool) => pool.id === id);
    if (demand.pools[at]?.count !== count)
      report("wrong-shift", ["pools", Math.max(0, at)], `There are ${count} vehicles in ${id}.`, `Write ${count}.`);
  }
}

function differences({ of, calendar }: Facts, shift: CaseShift, found: Shift): string[] {
  const [from, to] = windowSeconds([shift.from, shift.to]);
  const begin = tickAt(calendar, shift.date, from);
  const end = tickAt(calendar, shift.date, to);
  const wrong: string[] = [];
  if (found.worker !== shift.staff) wrong.push("worker");
  if (found.team !== borderedTeam(of, shift)) wrong.push("team");
  if (found.begins[0] !== begin || found.begins[1] !== begin + Math.round((shift.floatMinutes ?? 0) * 60)) wrong.push("begins");
  if (found.ends[1] !== end + Math.round((shift.overtimeMinutes ?? 0) * 60)) wrong.push("ends");
  if (found.paidTo !== end) wrong.push("paidTo");
  if (found.maxStretch !== Math.round((of.agreement?.maxStretchMinutes ?? 300) * 60)) wrong.push("maxStretch");
  if (found.maxSpan !== undefined) wrong.push("maxSpan");
  if (found.fixedDeparture) wrong.push("fixedDeparture");
  if (found.idleIfUnused === (of.staff.find(({ id }) => id === shift.staff)?.employment === "hourly")) wrong.push("idleIfUnused");
  if (!isInOrderOfCost(shift, found)) wrong.push("options");
  if (optionNames(found) !== expectedOptions(of, shift)) wrong.push("options");
  return wrong;
}

/** The first mode is preferred, and so on. */
function isInOrderOfCost({ modes }: CaseShift, { options }: Shift): boolean {
  const costs = modes.map((wanted) => options.filter(({ mode }) => mode === wanted).map(({ cost = 0 }) => cost));
  return costs.every((own, i) => i === 0 || Math.min(...own) > Math.max(...(costs[i - 1] ?? [])));
}

/** The team whose border the shift may cross; none where nobody has one, or the team is everybody's. */
function borderedTeam(of: Case, shift: CaseShift): Id | undefined {
  const name = shift.team ?? of.staff.find(({ id }) => id === shift.staff)?.team;
  return of.teams?.some(({ id, isShared }) => id === name && isShared) ? undefined : name;
}

/** Index of the place of a shift's base; -1 without one. */
export function baseIndex(of: Case, shift: CaseShift): number {
  const team: Id | undefined = shift.team ?? of.staff.find(({ id }) => id === shift.staff)?.team;
  const base = shift.base ?? of.teams?.find(({ id }) => id === team)?.base;
  return of.places.findIndex(({ id }) => id === base);
}

const optionNames = ({ options }: Shift): string =>
  options
    .map(({ mode, from, to, pool }) => `${mode} ${from ?? -1} ${to ?? -1} ${pool ?? ""}`)
    .sort()
    .join();

function expectedOptions(of: Case, shift: CaseShift): string {
  const isFromHome = shift.startsAt === "home";
  const home = of.staff.find(({ id }) => id === shift.staff)?.home;
  const base = isFromHome ? of.places.findIndex(({ id }) => id === home) : baseIndex(of, shift);
  const names: string[] = [];
  for (const mode of shift.modes) {
    const pools = (of.vehicles ?? []).filter((pool) => pool.mode === mode && base >= 0 && !isFromHome && pool.base === of.places[base]?.id);
    if (pools.length === 0) names.push(`${mode} ${base} ${base} `);
    for (const pool of pools) names.push(`${mode} ${base} ${base} ${pool.id}`);
  }
  return names.sort().join();
}
