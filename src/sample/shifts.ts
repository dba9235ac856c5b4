/** Shifts and cars of the Case, from the rounds that people work. */
import type { VehiclePool } from "../model/case.ts";
import type { TravelMode } from "../model/place.ts";
import type { CaseShift, Duty } from "../model/staff.ts";
import { Random } from "../random.ts";
import type { Id } from "../units.ts";
import { clockOf } from "./clock.ts";
import type { TownParameters } from "./parameters.ts";
import { shiftId } from "./planted/rounds.ts";
import type { WorkedRound } from "./roster.ts";

/** Minutes in which the talk with the planner lies, before the shift ends. */
const PLANNER_HOUR = 60;

/** The shift of a round. There is no planner at weekends: then nobody hands over to one. */
export function shiftOf(worked: WorkedRound, modes: readonly TravelMode["mode"][], parameters: TownParameters): CaseShift {
  const { position, line, end, date, person, round } = worked;
  const { kind, part } = line;
  const isLast = part === kind.parts.length - 1;
  const at = "base";
  const planner = plannerMinutes(worked);
  const duties: Duty[] = [
    ...(kind.reportMinutes > 0 ? [{ id: "report", class: "report", minutes: kind.reportMinutes, window: [clockOf(line.begin), clockOf(line.begin + kind.reportMinutes)] as const, at } as const] : []),
    ...round.pieces.filter(({ id }) => id === "meeting").map(({ start }) => ({ id: "meeting", class: "meeting", minutes: parameters.meetingMinutes, window: [clockOf(start), clockOf(start + parameters.meetingMinutes)] as const, at }) as const),
    ...(planner > 0 ? [{ id: "planner", class: "handOver", minutes: planner, window: [clockOf(end - PLANNER_HOUR), clockOf(end)] as const, at } as const] : []),
  ];
  const breaks = isLast ? kind.breaks.map(({ minutes, window }) => ({ minutes, window, at: "anywhere" as const })) : [];
  return {
    id: shiftId(person, worked),
    staff: person,
    team: position.team,
    date,
    from: clockOf(line.begin),
    to: clockOf(end),
    modes,
    ...(breaks.length > 0 && kind.isNight !== true && { overtimeMinutes: parameters.overtimeMinutes }),
    ...(breaks.length > 0 && { breaks }),
    ...(duties.length > 0 && { duties }),
  };
}

/** Shifts that still lack somebody: like some of those worked, and nobody is needed for what is promised. */
export function vacantShifts(shifts: readonly CaseShift[], seed: number, { vacantShare }: TownParameters): CaseShift[] {
  const random = Random.keyed(seed, "vacant");
  const whole = shifts.filter(({ breaks }) => breaks !== undefined);
  const count = whole.length === 0 ? 0 : Math.round(shifts.length * vacantShare);
  return random.shuffled(whole).slice(0, count).map(({ staff: _staff, ...shift }, i) => ({ ...shift, id: `vacant-${i + 1}@${shift.date}` }));
}

export const plannerMinutes = ({ group, line: { kind } }: Pick<WorkedRound, "group" | "line">): number => (group === "weekday" ? kind.plannerMinutes : 0);

/** Cars per base: a few, or where there is nothing better as many as are out at once. */
export function carsOf(rounds: readonly WorkedRound[], baseOf: (team: Id) => Id, modes: readonly TravelMode["mode"][], { carsPerTeam }: TownParameters): VehiclePool[] {
  if (!modes.includes("car")) return [];
  const out = new Map<Id, Map<string, number>>();
  for (const { position, date, line, end } of rounds) {
    const base = out.get(baseOf(position.team)) ?? new Map<string, number>();
    out.set(baseOf(position.team), base);
    for (let minute = line.begin; minute < end; minute += 15) {
      const quarter = `${date} ${minute}`;
      base.set(quarter, (base.get(quarter) ?? 0) + 1);
    }
  }
  return [...out].map(([base, quarters]) => {
    const most = Math.max(...quarters.values());
    return { id: `cars-${base}`, mode: "car", base, count: modes[0] === "car" ? most : Math.min(most, Math.round(carsPerTeam)) };
  });
}
