/** Matches a plan to another Demand of the same Case: made by hand, by another schedule model, or before something changed. */
import { costAt } from "../model/curve.ts";
import type { Demand, Shift, ShiftOption, Slot, Task } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import type { Plan, PlannedShift, PlannedTask } from "../model/plan.ts";
import type { Id, Span } from "../units.ts";

/**
 * The plan in terms of `demand`. Shifts are matched by id; tasks by id, else (given `from`, the demand that the plan
 * answers) by a need occurrence that both serve and their place among the tasks that serve it. A task takes the
 * cheapest slot that its start and end fit into (none: the nearest, for the judge to report); a shift the option with the
 * same mode and ends, of several the one with the same index (none, or without `from`: the same index). What is not in `demand` is dropped, what is left over
 * is listed as unserved. Times are never changed. The judge decides whether the result is legal. O(tasks * slots).
 */
export function adopt(plan: Plan, demand: Demand, from?: Demand): Plan {
  const shifts = new Map(demand.shifts.map((shift) => [shift.id, shift]));
  const earlier = new Map(from?.shifts.map((shift) => [shift.id, shift]));
  const matches = matchTasks(plan, demand, from);
  const adopted: PlannedShift[] = [];
  for (const planned of plan.shifts) {
    const shift = shifts.get(planned.shift);
    if (shift === undefined) continue;
    const tasks = planned.tasks.flatMap((task) => adoptTask(task, matches.get(task)) ?? []);
    if (tasks.length === 0) continue;
    adopted.push({ ...planned, option: matchOption(planned.option, shift, earlier.get(shift.id)), tasks });
  }
  const served = new Set(adopted.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const unserved = demand.tasks.filter(({ id }) => !served.has(id)).map(({ id }) => id);
  return { ...plan, demandHash: hashOf(demand), shifts: adopted, unserved };
}

/** Each planned task's task in `demand`; no task twice. Equal ids come first. */
function matchTasks(plan: Plan, demand: Demand, from: Demand | undefined): ReadonlyMap<PlannedTask, Task> {
  const byId = new Map(demand.tasks.map((task) => [task.id, task]));
  const byPlace = new Map<string, Task>();
  for (const [task, keys] of occurrenceKeys(demand)) for (const key of keys) byPlace.set(key, task);
  const keysOf = new Map([...(from ? occurrenceKeys(from) : [])].map(([task, keys]) => [task.id, keys]));
  const planned = plan.shifts.flatMap(({ tasks }) => tasks);
  const matches = new Map<PlannedTask, Task>();
  const taken = new Set<Id>();
  const match = (entry: PlannedTask, task: Task | undefined): void => {
    if (task === undefined || taken.has(task.id)) return;
    taken.add(task.id);
    matches.set(entry, task);
  };
  for (const entry of planned) match(entry, byId.get(entry.id));
  for (const entry of planned) {
    if (matches.has(entry) || byId.has(entry.id)) continue;
    const keys = keysOf.get(entry.id) ?? [];
    match(
      entry,
      keys.map((key) => byPlace.get(key)).find((task) => task !== undefined && !taken.has(task.id)),
    );
  }
  return matches;
}

/** "occurrence, place among the tasks that serve it" for all that each task serves. */
function occurrenceKeys(demand: Demand): ReadonlyMap<Task, readonly string[]> {
  const count = new Map<Id, number>();
  const keys = new Map<Task, readonly string[]>();
  for (const task of demand.tasks) {
    const own = (task.serves ?? []).map((occurrence) => {
      const place = count.get(occurrence) ?? 0;
      count.set(occurrence, place + 1);
      return `${place} ${occurrence}`;
    });
    keys.set(task, own);
  }
  return keys;
}

function adoptTask(planned: PlannedTask, task: Task | undefined): PlannedTask | undefined {
  if (task === undefined) return undefined;
  const { start, end, at } = planned;
  const open = task.place === "neighbour" || task.place === "anywhere";
  return { id: task.id, slot: bestSlot(task, planned), start, end, ...(open && at !== undefined ? { at } : {}) };
}

/** Least time outside the windows, then least cost, then first. */
function bestSlot(task: Task, { start, end }: PlannedTask): number {
  let best = 0;
  let [leastOutside, leastCost] = [Infinity, Infinity];
  task.slots.forEach((slot, i) => {
    const away = outside(slot.start, start) + outside(slot.end ?? [null, null], end);
    const cost = slotCost(slot, start, end);
    if (away > leastOutside || (away === leastOutside && cost >= leastCost)) return;
    best = i;
    [leastOutside, leastCost] = [away, cost];
  });
  return best;
}

const outside = ([min, max]: Span, value: number): number => Math.max((min ?? -Infinity) - value, value - (max ?? Infinity), 0);

const slotCost = (slot: Slot, start: number, end: number): number =>
  (slot.cost ?? 0) + (slot.startCost ? costAt(slot.startCost, start) : 0) + (slot.endCost ? costAt(slot.endCost, end) : 0);

function matchOption(index: number, shift: Shift, was: Shift | undefined): number {
  const old = was?.options[index];
  const sameWay = ({ mode, from, to }: ShiftOption): boolean => mode === old?.mode && from === old.from && to === old.to;
  const here = shift.options[index];
  if (here !== undefined && (old === undefined || sameWay(here))) return index;
  const same = shift.options.findIndex(sameWay);
  return same >= 0 ? same : here !== undefined ? index : 0;
}
