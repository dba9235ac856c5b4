/** More shifts than are needed, and fair shares of the work. */
import type { Shift } from "../../../src/model/demand.ts";
import { addTerms, change, DAY, drawFor, HOUR, mapShifts, priced, type Rule } from "../town.ts";

/** A third more shifts, by people of their own; a used shift costs, an unused one counts as idle where it is paid anyway. */
export const spare: Rule = (town) => {
  const random = drawFor(town, "spare");
  const extra = town.demand.shifts.filter(() => random.chance(0.33));
  const workers = extra.map(({ id }) => ({ id: `spare ${id}`, traits: [], skills: [], rest: [] }));
  const shifts = extra.map((shift): Shift => ({ ...shift, id: `spare ${shift.id}`, worker: `spare ${shift.id}` }));
  const all = change(town, { workers: [...town.demand.workers, ...workers], shifts: [...town.demand.shifts, ...shifts] });
  const idle = mapShifts(all, (shift) => ({ ...shift, idleIfUnused: !shift.id.startsWith("spare") && random.chance(0.5) }));
  return addTerms(idle, [priced("usedShift", 60, { unit: "one" }), priced("idle", 0.2)]);
};

/** People may also come on their days off, and day people in the evening instead: rest decides what goes together. */
export const alternatives: Rule = (town) => {
  const random = drawFor(town, "alternatives");
  const models = new Map(town.demand.shifts.map((shift) => [shift.worker, shift]));
  const taken = new Set(town.demand.shifts.map(({ id }) => id));
  const more = town.demand.days.flatMap((_, day) =>
    [...models].flatMap(([worker, model]): Shift[] => {
      const usual = `${worker}@${day}`;
      const away = Math.floor((model.begins[0] ?? 0) / DAY);
      const move = (tick: number | null, by: number): number | null => (tick === null ? null : tick + (day - away) * DAY + by);
      const at = (by: number, id: string): Shift => ({
        ...model,
        id,
        begins: [move(model.begins[0], by), move(model.begins[1], by)],
        ends: [move(model.ends[0], by), move(model.ends[1], by)],
        ...(model.paidTo !== undefined && { paidTo: move(model.paidTo, by) as number }),
      });
      if (!taken.has(usual)) return random.chance(0.3) ? [at(0, usual)] : [];
      return worker.startsWith("day") && random.chance(0.3) ? [at(6.5 * HOUR, `${usual} late`)] : [];
    }),
  );
  const terms = [priced("usedShift", 30, { unit: "one" }), priced("splitShift", 30, { unit: "one" })];
  return addTerms(change(town, { shifts: [...town.demand.shifts, ...more] }), terms);
};

/** The longest day, the difference between the busiest and the idlest, the largest overtime. */
export const fair: Rule = (town) =>
  addTerms(town, [
    priced("work", 0.5, { name: "range of work", per: "worker", reduce: "range" }),
    priced("work", 0.2, {
      name: "longest work",
      per: "worker",
      reduce: "sum",
      curve: {
        points: [
          [0, 0],
          [400, 0],
        ],
        above: 1,
      },
    }),
    priced("travel", 1, { name: "most travel", per: "plan", reduce: "max" }),
    priced("usedShift", 5, { unit: "one", name: "range of shifts", per: "worker", reduce: "range" }),
  ]);
