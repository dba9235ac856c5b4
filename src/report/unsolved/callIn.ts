/** Who may come in on a day off, and when. */
import type { Case } from "../../model/case.ts";
import type { Demand, Task, Worker } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import { tripTicks } from "../../model/trip.ts";
import type { Id, Tick } from "../../units.ts";
import { keepsRest, type Work } from "./rest.ts";

/** Work that somebody off duty has been asked to do. */
export interface Booking extends Work {
  readonly worker: Id;
  /** Index of the day for which the person was called in. */
  readonly day: number;
  /** The visit; undefined: a whole shift. */
  readonly task: Task | undefined;
}

/** What one person does already: shifts of their own, and what they were called in for. */
export interface Duties {
  readonly shifts: readonly Work[];
  readonly bookings: readonly Booking[];
}

/** Hours from the first to the last visit of one call-in at most: about a shift. Assumed. */
const LONGEST_HOURS = 9;

/** Minutes between starts that are tried. */
const STEP_MINUTES = 10;

/** Starts that the visit leaves open, some minutes apart, and the last of each slot; in order. O(slots x hours). */
export function startsOf({ ticksPerMinute }: Pick<Demand, "ticksPerMinute">, { slots }: Task): Tick[] {
  return slots.flatMap(({ start: [from, to] }): Tick[] => {
    const [first, last] = [from ?? to, to ?? from];
    if (first === null || last === null) return [];
    const step = STEP_MINUTES * ticksPerMinute;
    return [...Array.from({ length: Math.ceil((last - first) / step) }, (_, i) => first + i * step), last];
  });
}

/**
 * The visit as the person would do it: at the first of the `starts` for which there is a day without a shift, the skills, the way from
 * other visits of the same call-in, the daily rest whole before and after it, and no longer rest lost. undefined: there is none. Who is
 * ill or on leave is not known. `bound`: as short as it may be, or as long. O(starts x duties log duties).
 */
export function bookingFor(demand: Demand, worker: Worker, task: Task, duties: Duties, starts: readonly Tick[], bound: "min" | "max" = "min"): Booking | undefined {
  const length = Math.round(task.duration[bound] * (worker.pace?.[task.class] ?? 1));
  const isPossible = new Map<number, boolean>();
  for (const begin of starts) {
    const day = dayIndexAt(demand.days, begin);
    const known = isPossible.get(day) ?? (isAble(worker, task, day) && isOff(demand, duties.shifts, day));
    isPossible.set(day, known);
    const work = { begin, end: begin + length };
    const booking = { worker: worker.id, day: shiftAround(duties.bookings, work)?.day ?? day, task, ...work };
    if (known && mayAdd(demand, worker, booking, duties)) return booking;
  }
  return undefined;
}

/** The whole shift that somebody was called in for, if the work lies in its hours. */
const shiftAround = (bookings: readonly Booking[], { begin, end }: Work): Booking | undefined => bookings.find((one) => one.task === undefined && one.begin <= begin && end <= one.end);

/**
 * Is there the way, the rest and no more than a shift's length with it? Bookings of the same day are one working period. Who was called in for
 * a whole shift does visits in its hours, and none beside it.
 */
export function mayAdd(demand: Demand, worker: Worker, booking: Booking, { shifts, bookings }: Duties): boolean {
  const around = booking.task === undefined ? undefined : shiftAround(bookings, booking);
  if (around !== undefined) {
    const inside = bookings.filter((one) => one.task !== undefined && one.begin >= around.begin && one.end <= around.end);
    return isRound(demand, [...inside, booking].sort((a, b) => a.begin - b.begin));
  }
  const same = bookings.filter(({ day }) => day === booking.day);
  const others = [...shifts, ...bookings.filter(({ day }) => day !== booking.day)];
  const round = [...same, booking].sort((a, b) => a.begin - b.begin);
  const period = { begin: (round[0] as Booking).begin, end: Math.max(...round.map(({ end }) => end)) };
  const isShort = booking.task === undefined || period.end - period.begin <= LONGEST_HOURS * 60 * demand.ticksPerMinute;
  return isShort && isRound(demand, round) && isRested(worker, others, period) && keepsRest(worker, others, period);
}

/** Can one person do these one after the other? A whole shift leaves room for nothing else. The way is that of the slowest mode. */
function isRound(demand: Demand, round: readonly Booking[]): boolean {
  let place: number | undefined;
  return round.every(({ task, begin }, i) => {
    const before = round[i - 1];
    const next = typeof task?.place === "number" ? task.place : place;
    const depart = before?.end ?? begin;
    const way = before === undefined || place === undefined || next === undefined || next === place ? 0 : slowestTrip(demand, place, next, depart);
    const entry = before !== undefined && next !== place ? (task?.stopTicks ?? 0) : 0;
    place = next;
    return round.length === 1 || (task !== undefined && depart + way + entry <= begin);
  });
}

const slowestTrip = (demand: Demand, from: number, to: number, depart: Tick): Tick => Math.max(0, ...demand.travel.map((travel) => tripTicks(demand, travel, from, to, depart)));

/** Hourly staff first, then those of the team, then as given. */
export function hourlyFirst(town: Case, staff: readonly Id[], team: Id | undefined): Id[] {
  const people = new Map(town.staff.map((person) => [person.id, person]));
  const rank = (id: Id): number => (people.get(id)?.employment === "hourly" ? 0 : 2) + (people.get(id)?.team === team ? 0 : 1);
  return [...staff].sort((a, b) => rank(a) - rank(b));
}

/** Is there a whole daily rest between these hours and all other work? */
export function isRested({ rest, busyUntil }: Worker, work: readonly Work[], { begin, end }: Work): boolean {
  const daily = Math.min(...rest.map(({ atLeast }) => atLeast), Infinity);
  if (daily === Infinity) return true;
  return begin - (busyUntil ?? -Infinity) >= daily && work.every((other) => begin - other.end >= daily || other.begin - end >= daily);
}

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
