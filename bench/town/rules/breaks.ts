/** Half an hour of rest wherever one is. */
import type { Task } from "../../../src/model/demand.ts";
import type { PlannedTask } from "../../../src/model/plan.ts";
import { change, HOUR, MINUTE, mapShifts, type Pause, type Rule, type Town } from "../town.ts";

/** Long shifts have a break within an hour of the laid one; nobody works long without. */
export const breaks: Rule = (town) => {
  const pauses = new Map(town.pauses.map((pause) => [pause.shift, pause]));
  const broken = withBreaks(town, town.pauses, (pause) => ({ required: { whenShiftExceeds: 5 * HOUR }, who: { shifts: [pause.shift] } }));
  return mapShifts(broken, (shift) => (pauses.has(shift.id) ? { ...shift, maxStretch: 6 * HOUR } : shift));
};

/** Every long shift has a break, come what may. */
export const requiredBreaks: Rule = (town) =>
  withBreaks(town, town.pauses, (pause) => ({ required: true, who: { shifts: [pause.shift] } }));

function withBreaks(town: Town, pauses: readonly Pause[], rule: (pause: Pause) => Pick<Task, "required" | "who">): Town {
  const byShift = new Map(pauses.map((pause) => [pause.shift, pause]));
  const planned = ({ shift, start, end }: Pause): PlannedTask => ({ id: `${shift}/break`, slot: 0, start, end });
  const tasks = pauses.map(
    (pause): Task => ({
      id: `${pause.shift}/break`,
      kind: "break",
      class: "break",
      place: "neighbour",
      slots: [{ start: [pause.start - HOUR, pause.start + HOUR] }],
      duration: { min: 30 * MINUTE, max: 30 * MINUTE },
      priority: 5,
      unservedCost: 0,
      ...rule(pause),
    }),
  );
  const rounds = town.rounds.map((round) => {
    const pause = byShift.get(round.shift);
    return pause === undefined
      ? round
      : { ...round, tasks: round.tasks.flatMap((task) => (task.id === pause.after ? [task, planned(pause)] : [task])) };
  });
  return { ...change(town, { tasks: [...town.demand.tasks, ...tasks] }), rounds };
}
