/** Work that is not at a client's: calls, notes, reports; goods from the base. */
import type { Task } from "../../../src/model/demand.ts";
import type { PlannedShift, PlannedTask } from "../../../src/model/plan.ts";
import { TICKS_PER_METRE } from "../lay.ts";
import { apart } from "../places.ts";
import { between, change, drawFor, MINUTE, mapShifts, mapTasks, type Rule, type Town } from "../town.ts";

const CALL = 10 * MINUTE;
const NOTES = 5 * MINUTE;

/** A phone call anywhere in the shift and notes at its end, if it is used. The laid plan does both at its end. */
export const duties: Rule = (town) => {
  const homes = new Map(town.rounds.map(({ shift, end }) => [shift, end]));
  const tasks = town.demand.shifts.flatMap(({ id, begins }): Task[] => {
    const home = homes.get(id);
    if (home === undefined) return [];
    const base = { class: "office", who: { shifts: [id] }, required: { whenShiftExceeds: 0 }, priority: 5, unservedCost: 0 };
    const from = begins[0] ?? 0;
    return [
      {
        ...base,
        id: `${id}/call`,
        kind: "remote",
        place: "anywhere",
        slots: [{ start: [from, home + CALL] }],
        duration: { min: CALL, max: CALL },
      },
      {
        ...base,
        id: `${id}/notes`,
        kind: "other",
        place: "shiftEnd",
        slots: [{ start: [from, home + CALL + NOTES] }],
        duration: { min: NOTES, max: NOTES },
      },
    ];
  });
  const more = CALL + NOTES;
  const rounds = town.rounds.map((round) => {
    const call: PlannedTask = { id: `${round.shift}/call`, slot: 0, start: round.end, end: round.end + CALL, at: 0 };
    const notes: PlannedTask = { id: `${round.shift}/notes`, slot: 0, start: call.end, end: call.end + NOTES };
    return { ...round, end: round.end + more, tasks: [...round.tasks, call, notes] };
  });
  const later = mapShifts(town, (shift) => ({ ...shift, ends: [shift.ends[0], shift.ends[1] === null ? null : shift.ends[1] + more] }));
  return { ...change(later, { tasks: [...town.demand.tasks, ...tasks] }), rounds };
};

/**
 * Every third visit brings meal boxes, which shifts fetch at the base. Where the laid plan has time for that in its pause, the shift carries no more
 * than the fuller half of the round takes.
 */
export const loads: Rule = (town) => {
  const random = drawFor(town, "loads");
  const laden = new Map(town.demand.tasks.map(({ id, kind }) => [id, kind === "care" && random.chance(0.35) ? between(random, 1, 2) : 0]));
  const loaded = mapTasks(town, (task) =>
    (laden.get(task.id) ?? 0) === 0 ? task : { ...task, load: { boxes: laden.get(task.id) as number } },
  );
  const stops = town.demand.shifts.map(
    ({ id, begins, ends }): Task => ({
      id: `${id}/reload`,
      kind: "base",
      class: "base",
      place: 0,
      slots: [{ start: [begins[0], ends[1]] }],
      duration: { min: RELOAD, max: RELOAD },
      who: { shifts: [id] },
      load: { boxes: -100 },
      required: false,
      priority: 1,
      unservedCost: 0,
    }),
  );
  const boxesOf = (tasks: readonly PlannedTask[]): number => tasks.reduce((sum, { id }) => sum + (laden.get(id) ?? 0), 0);
  const rounds = town.rounds.map((round) => withReload(town, round));
  const most = new Map(
    rounds.map(({ shift, tasks }) => {
      const at = tasks.findIndex(({ id }) => id === `${shift}/reload`);
      return [shift, Math.max(boxesOf(tasks.slice(0, Math.max(0, at))), boxesOf(tasks.slice(at + 1)))];
    }),
  );
  const carried = mapShifts(change(loaded, { tasks: [...loaded.demand.tasks, ...stops] }), (shift) => ({
    ...shift,
    capacity: { boxes: Math.max(LEAST_BOXES, most.get(shift.id) ?? 0) },
  }));
  return { ...carried, rounds };
};

const RELOAD = 5 * MINUTE;
const LEAST_BOXES = 2;

/** The round with a stop at the base in its pause, if there is time to go there and back and nothing else to do in it. */
function withReload(town: Town, round: PlannedShift): PlannedShift {
  const pause = town.pauses.find(({ shift }) => shift === round.shift);
  const at = round.tasks.findIndex(({ id }) => id === pause?.after);
  const [last, next] = round.tasks.slice(at, at + 2);
  if (pause === undefined || at < 0 || last === undefined || next === undefined) return round;
  const places = new Map(town.demand.tasks.map(({ id, place }) => [id, place]));
  const away = (id: string): number => {
    const place = places.get(id);
    const point = typeof place === "number" ? town.demand.travel[0]?.points?.[place] : undefined;
    return point === undefined ? Number.POSITIVE_INFINITY : Math.ceil(apart(point, [0, 0]) * TICKS_PER_METRE * 1.5) + MINUTE;
  };
  const start = last.end + away(last.id);
  if (start + RELOAD + away(next.id) > next.start) return round;
  const stop = { id: `${round.shift}/reload`, slot: 0, start, end: start + RELOAD };
  return { ...round, tasks: [...round.tasks.slice(0, at + 1), stop, ...round.tasks.slice(at + 1)] };
}

/** Some visits must be made, come what may. */
export const required: Rule = (town: Town) => {
  const random = drawFor(town, "required");
  const served = new Set(town.rounds.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  return mapTasks(town, (task) =>
    task.kind === "care" && served.has(task.id) && random.chance(0.15) ? { ...task, required: true } : task,
  );
};
