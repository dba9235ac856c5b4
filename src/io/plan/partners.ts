/** Who else is there: the other person of a double visit. */
import type { Demand, Shift } from "../../model/demand.ts";
import type { Plan, PlannedTask } from "../../model/plan.ts";
import type { Id, Tick } from "../../units.ts";

export interface Partner {
  readonly staff: Id;
  readonly start: Tick;
  readonly end: Tick;
}

interface Seat {
  readonly planned: PlannedTask;
  readonly staff: Id;
}

/**
 * Task id -> the others who work together with whoever serves it, by start, then by staff id. Together are tasks that serve
 * one occurrence of a need or whose starts a gap relation ties, done by different people at overlapping times. O(size of both).
 */
export function partnersOf(demand: Demand, shifts: ReadonlyMap<Id, Shift>, plan: Plan): (id: Id) => readonly Partner[] {
  const seats = new Map<Id, Seat>();
  for (const { shift, tasks } of plan.shifts) {
    for (const planned of tasks) seats.set(planned.id, { planned, staff: shifts.get(shift)?.worker ?? "" });
  }
  const fellows = fellowsOf(demand);
  return (id) => {
    const own = seats.get(id);
    if (own === undefined) return [];
    const others = [...(fellows.get(id) ?? [])].flatMap((other) => seats.get(other) ?? []);
    return others
      .filter((other) => other.staff !== own.staff && overlap(own.planned, other.planned))
      .map(({ staff, planned: { start, end } }) => ({ staff, start, end }))
      .sort((a, b) => a.start - b.start || (a.staff < b.staff ? -1 : 1));
  };
}

/** Task id -> tasks that belong together with it, itself among them. */
function fellowsOf(demand: Demand): ReadonlyMap<Id, ReadonlySet<Id>> {
  const groups = new Map<Id, Id[]>();
  for (const { id, serves = [] } of demand.tasks) {
    for (const occurrence of serves) groups.set(occurrence, [...(groups.get(occurrence) ?? []), id]);
  }
  const tied = demand.relations.filter((r) => r.kind === "gap" && r.from === "start" && r.to === "start" && r.clock === "elapsed");
  const fellows = new Map<Id, Set<Id>>();
  for (const group of [...groups.values(), ...tied.map(({ tasks }) => tasks)]) {
    if (group.length < 2) continue;
    for (const id of group) fellows.set(id, new Set([...(fellows.get(id) ?? []), ...group]));
  }
  return fellows;
}

const overlap = (a: PlannedTask, b: PlannedTask): boolean => a.start === b.start || (a.start < b.end && b.start < a.end);
