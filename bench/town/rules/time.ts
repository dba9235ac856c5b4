/** When visits should start: soft windows, lateness as in the academic problems, other days. */
import type { Slot } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { addTerms, between, change, DAY, dayOf, drawFor, HOUR, MINUTE, mapShifts, mapTasks, priced, type Rule } from "../town.ts";

/** Two hours around the old window are allowed; outside it a visit is late, before its wish early. */
export const soft: Rule = (town) => {
  const random = drawFor(town, "soft");
  const softened = mapTasks(town, (task) => {
    const slots = task.slots.map(({ start: [from, to], ...slot }): Slot => {
      if (from === null || to === null) return { start: [from, to], ...slot };
      const wish = between(random, from, to);
      const around: readonly [number, number] = [from - HOUR, to + HOUR];
      return {
        ...slot,
        start: around,
        due: random.chance(0.7) ? { start: to } : { start: to, end: to + task.duration.min },
        ...(random.chance(0.6) && { wish: { start: wish } }),
        ...(random.chance(0.2) && {
          startCost: {
            points: [
              [from, 0],
              [to, 0],
            ],
            below: -0.01,
            above: 0.02,
          },
        }),
        ...(random.chance(0.1) && { endCost: { points: [[to + task.duration.min, 0]], above: 0.01 } }),
      };
    });
    return task.kind === "care" ? { ...task, slots } : task;
  });
  return addTerms(softened, [priced("late", 2), priced("early", 0.5), priced("slotCost", 1, { unit: "one" })]);
};

/** As in the academic problems: nothing is left out, visits start not too early, lateness is priced in sum and at its largest, all on one level. */
export const academic: Rule = (town) => {
  const tasks = mapTasks(town, (task) => ({
    ...task,
    required: true,
    slots: task.slots.map(({ start: [from, to] }) => ({ start: [from, null], ...(to !== null && { due: { start: to } }) })),
  }));
  const open = mapShifts(tasks, (shift) => ({ ...shift, begins: [shift.begins[0], null], ends: [null, null] }));
  const third = (measure: "travel" | "late", reduce: "sum" | "max"): Term =>
    priced(measure, 1 / 3, { name: `${measure} ${reduce}`, level: 1, reduce });
  return change(open, { terms: [third("travel", "sum"), third("late", "sum"), third("late", "max")] });
};

/** Every fifth visit may as well be made at the same hours on other days of the same week, and some at other hours. */
export const otherDays: Rule = (town) => {
  const random = drawFor(town, "otherDays");
  const doubled = new Set(town.doubles.flatMap(({ main, helper }) => [main, helper]));
  const { days } = town.demand;
  const moved = mapTasks(town, (task) => {
    const [slot] = task.slots;
    const from = slot?.start[0];
    if (task.kind !== "care" || doubled.has(task.id) || slot === undefined || typeof from !== "number" || !random.chance(0.2)) return task;
    const today = dayOf(from);
    const others = days
      .map((_, day) => day)
      .filter((day) => day !== today && Math.floor(day / 7) === Math.floor(today / 7) && Math.abs(day - today) <= 2);
    const later: Slot[] = others.map((day) => ({ ...shifted(slot, (day - today) * DAY), cost: 5 * Math.abs(day - today) }));
    const hours: Slot[] = random.chance(0.5) ? [{ ...shifted(slot, between(random, -3, 3) * HOUR + 30 * MINUTE), cost: 2 }] : [];
    return { ...task, slots: [slot, ...later, ...hours] };
  });
  return addTerms(moved, [priced("slotCost", 1, { unit: "one", name: "other day" })]);
};

function shifted(slot: Slot, by: number): Slot {
  const move = (tick: number | null): number | null => (tick === null ? null : tick + by);
  const { start, due, wish } = slot;
  return {
    start: [move(start[0]), move(start[1])],
    ...(due && { due: { ...(due.start !== undefined && { start: due.start + by }), ...(due.end !== undefined && { end: due.end + by }) } }),
    ...(wish?.start !== undefined && { wish: { start: wish.start + by } }),
  };
}
