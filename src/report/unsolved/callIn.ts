/** Whom to call for a visit that nobody is planned to do. */
import type { Case } from "../../model/case.ts";
import type { Demand, Task, Worker } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id, Tick } from "../../units.ts";
import { hoursOfShift, keepsRest, type Work } from "./rest.ts";

/** Somebody who is off that day, may do the visit and would keep the rest. */
export interface CallIn {
  readonly staff: Id;
  readonly isHourly: boolean;
}

/**
 * Staff who have no shift on a day on which the visit may be done, have its skills on that day, are neither refused nor kept away by
 * traits, have the shorter rest (daily rest) whole before and after it, and lose no longer one. Hourly staff first, then those of the client's team, then as in the Case.
 * Who is ill or on leave is not known. O(slots x workers x shifts).
 */
export function callIns(town: Case, demand: Demand, task: Task): CallIn[] {
  const able = demand.workers.filter((worker) => canComeIn(demand, worker, task)).map(({ id }) => id);
  const hourly = new Set(town.staff.filter(({ employment }) => employment === "hourly").map(({ id }) => id));
  return hourlyFirst(town, able, town.clients.find(({ id }) => id === task.client)?.team).map((staff) => ({ staff, isHourly: hourly.has(staff) }));
}

/** Hourly staff first, then those of the team, then as given. */
export function hourlyFirst(town: Case, staff: readonly Id[], team: Id | undefined): Id[] {
  const people = new Map(town.staff.map((person) => [person.id, person]));
  const rank = (id: Id): number => (people.get(id)?.employment === "hourly" ? 0 : 2) + (people.get(id)?.team === team ? 0 : 1);
  return [...staff].sort((a, b) => rank(a) - rank(b));
}

function canComeIn(demand: Demand, worker: Worker, task: Task): boolean {
  const work = demand.shifts.filter((shift) => shift.worker === worker.id).flatMap((shift) => hoursOfShift(shift) ?? []);
  return task.slots.some(({ start: [from, to] }) => {
    const earliest = from ?? to;
    if (earliest === null) return false;
    const day = dayIndexAt(demand.days, earliest);
    if (!isAble(worker, task, day) || !isOff(demand, work, day)) return false;
    return startsToTry(worker, work, earliest, to ?? earliest).some((begin) => {
      const visit = { begin, end: begin + task.duration.min * (worker.pace?.[task.class] ?? 1) };
      return isRested(worker, work, visit) && keepsRest(worker, work, visit);
    });
  });
}

/** Is there a whole daily rest between these hours and all other work? */
export function isRested({ rest, busyUntil }: Worker, work: readonly Work[], { begin, end }: Work): boolean {
  const daily = Math.min(...rest.map(({ atLeast }) => atLeast), Infinity);
  if (daily === Infinity) return true;
  return begin - (busyUntil ?? -Infinity) >= daily && work.every((other) => begin - other.end >= daily || other.begin - end >= daily);
}

/** The earliest start, and those just after a rest: later ones are no better for the rest before, and worse for the one after. */
const startsToTry = (worker: Worker, work: readonly Work[], from: Tick, to: Tick): Tick[] => [
  from,
  ...work.flatMap(({ end }) => worker.rest.map(({ atLeast }) => end + atLeast)).filter((start) => start > from && start <= to),
];

/** Does none of the work touch the day? */
export function isOff({ days }: Demand, work: readonly Work[], day: number): boolean {
  const [from, to] = [days[day]?.begins ?? 0, days[day + 1]?.begins ?? Infinity];
  return work.every(({ begin, end }) => begin >= to || end <= from);
}

/** Skills on that day, traits, refusals. */
export function isAble(worker: Worker, { who }: Task, day: number): boolean {
  const has = (skill: Id): boolean =>
    worker.skills.some(({ id, level, days }) => id === skill && level >= (who.level ?? 0) && day >= (days?.[0] ?? 0) && day <= (days?.[1] ?? Infinity));
  return (who.all ?? []).every(has) && isWelcome(worker, who);
}

/** Traits, refusals, and whether the task names who may do it. */
export const isWelcome = (worker: Worker, who: Task["who"]): boolean =>
  (who.traits ?? []).every((trait) => worker.traits.includes(trait)) &&
  !(who.not ?? []).some((x) => x === worker.id || worker.traits.includes(x)) &&
  (who.only?.includes(worker.id) ?? true);
