/** Workers and shifts, the same for every model. */
import { type Calendar, TICKS_PER_MINUTE, tickAt, ticksOf } from "../calendar/calendar.ts";
import { addDays, daysBetween } from "../calendar/civil.ts";
import { clockSeconds, windowSeconds } from "../calendar/clock.ts";
import type { Case, Client, LabourAgreement } from "../model/case.ts";
import type { ClockWindow } from "../model/civil.ts";
import type { CaseShift, Staff } from "../model/staff.ts";
import type { Pool, Shift, ShiftOption, Worker } from "../model/demand.ts";
import { providerOf } from "../model/provider.ts";
import type { Id, Span, Tick } from "../units.ts";

const TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
const TICKS_PER_DAY = 24 * TICKS_PER_HOUR;

/** Trait of staff who cannot meet a household condition ("dog"). */
export const cannotMeet = (condition: Id): Id => `cannotMeet:${condition}`;

/** Trait of staff of a provider. */
const ofProvider = (provider: Id): Id => `provider:${provider}`;

/** The trait that staff must have to come to a client of theirs, as a list: none where there is no provider. */
export function providerTrait(of: Case, who: Pick<Client | Staff, "provider" | "team">): readonly Id[] {
  const provider = providerOf(of, who);
  return provider === undefined ? [] : [ofProvider(provider)];
}

/** All staff, in the Case's order; those without shifts too, since memory and preferences name them. */
export const workersOf = (of: Case, calendar: Calendar): Worker[] =>
  of.staff.map((staff) => ({
    id: staff.id,
    traits: [...(staff.traits ?? []), ...(staff.cannotMeet ?? []).map(cannotMeet), ...providerTrait(of, staff)],
    skills: skillsIn(of, staff),
    ...(staff.pace && { pace: staff.pace }),
    ...(staff.workedUntil !== undefined && { busyUntil: tickOf(staff.workedUntil, calendar) }),
    rest: restRules(of.agreement),
  }));

/** Skills that hold on some day of the period, with the days on which they do where that is not all. */
function skillsIn(of: Case, staff: Staff): Worker["skills"] {
  return staff.skills.flatMap(({ id, level = 0, from, to }) => {
    const first = from === undefined ? 0 : Math.max(0, daysBetween(of.period.from, from));
    const last = to === undefined ? of.period.days - 1 : Math.min(of.period.days - 1, daysBetween(of.period.from, to));
    if (first > last) return [];
    const days: Span = [first === 0 ? null : first, to === undefined || last === of.period.days - 1 ? null : last];
    return [{ id, level, ...((days[0] !== null || days[1] !== null) && { days }) }];
  });
}

const restRules = ({ dailyRestHours = 11, weeklyRestHours = 36 }: LabourAgreement = {}): Worker["rest"] => [
  { window: TICKS_PER_DAY, atLeast: dailyRestHours * TICKS_PER_HOUR },
  { window: 7 * TICKS_PER_DAY, atLeast: weeklyRestHours * TICKS_PER_HOUR },
];

function tickOf(local: string, calendar: Calendar): Tick {
  const [date = "", clock = ""] = local.split("T");
  return tickAt(calendar, date, clockSeconds(clock.slice(0, 5)));
}

/** A shift of the Case that somebody works. */
export interface StaffedShift extends CaseShift {
  readonly staff: Id;
}

/** Shifts that somebody works, inside the period, in the Case's order. Vacant shifts plan nothing. */
export const staffedShifts = (of: Case): StaffedShift[] =>
  of.shifts.filter((shift): shift is StaffedShift => {
    const day = daysBetween(of.period.from, shift.date);
    return shift.staff !== undefined && day >= 0 && day < of.period.days;
  });

/** The shifts of the Demand. */
export function shiftsOf(of: Case, calendar: Calendar): Shift[] {
  const staffById = new Map(of.staff.map((staff) => [staff.id, staff]));
  return staffedShifts(of).map((shift) => {
    const [begin, end] = shiftTicks(shift, calendar);
    const staff = staffById.get(shift.staff);
    const team = shift.team ?? staff?.team;
    return {
      id: shift.id,
      worker: shift.staff,
      ...(team !== undefined && !isShared(of, team) && { team }),
      begins: [begin, begin + ticksOf(shift.floatMinutes ?? 0)],
      ends: [null, end + ticksOf(shift.overtimeMinutes ?? 0)],
      maxStretch: ticksOf(of.agreement?.maxStretchMinutes ?? 300),
      paidTo: end,
      idleIfUnused: staff?.employment !== "hourly",
      fixedDeparture: false,
      options: shiftOptions(of, shift, staff, team),
    };
  });
}

const isShared = (of: Case, team: Id): boolean => of.teams?.find(({ id }) => id === team)?.isShared === true;

/** Begin and end by the clock. */
export function shiftTicks({ date, from, to }: CaseShift, calendar: Calendar): readonly [begin: Tick, end: Tick] {
  const [begin, end] = windowSeconds([from, to]);
  return [tickAt(calendar, date, begin), tickAt(calendar, date, end)];
}

/** A clock window inside a shift; in a night shift the hours after midnight lie on the next date. */
export function windowInShift(shift: CaseShift, window: ClockWindow, calendar: Calendar): readonly [from: Tick, to: Tick] {
  const [from, to] = windowSeconds(window);
  const date = from < clockSeconds(shift.from) && passesMidnight(shift) ? addDays(shift.date, 1) : shift.date;
  return [tickAt(calendar, date, from), tickAt(calendar, date, to)];
}

const passesMidnight = ({ from, to }: CaseShift): boolean => clockSeconds(to) <= clockSeconds(from);

/** Index of the place of the shift's base; null if it has none. */
export function baseOf(of: Case, shift: CaseShift, team: Id | undefined): number | null {
  return placeIndex(of, shift.base ?? of.teams?.find(({ id }) => id === team)?.base);
}

function placeIndex(of: Case, place: Id | undefined): number | null {
  const index = of.places.findIndex(({ id }) => id === place);
  return index < 0 ? null : index;
}

/** One option per mode, first preferred; where the base keeps vehicles of that mode, one per pool. Who starts at home uses none of them. */
function shiftOptions(of: Case, shift: CaseShift, staff: Staff | undefined, team: Id | undefined): ShiftOption[] {
  const base = baseOf(of, shift, team);
  const startsAtHome = shift.startsAt === "home";
  const placeId = base === null || startsAtHome ? undefined : of.places[base]?.id;
  const from = startsAtHome ? placeIndex(of, staff?.home) : base;
  return shift.modes.flatMap((mode, rank) => {
    const option: ShiftOption = { mode, from, to: from, ...(rank > 0 && { cost: rank }) };
    const pools = (of.vehicles ?? []).filter((pool) => pool.mode === mode && pool.base === placeId);
    return pools.length === 0 ? [option] : pools.map((pool) => ({ ...option, pool: pool.id }));
  });
}

/** Cars and bikes. */
export const poolsOf = (of: Case): Pool[] => (of.vehicles ?? []).map(({ id, count }) => ({ id, count }));
