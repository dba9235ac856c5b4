/** A plan that is already there: what is decided, what has begun, what may change at a price. */
import type { Demand, Pin } from "../../../src/model/demand.ts";
import type { PlannedTask } from "../../../src/model/plan.ts";
import { addTerms, change, drawFor, HOUR, priced, type Rule } from "../town.ts";

/** A tenth of the visits are decided: that they are made, by whom, in which order, or when. */
export const pins: Rule = (town) => {
  const random = drawFor(town, "pins");
  const workerOf = new Map(town.demand.shifts.map(({ id, worker }) => [id, worker]));
  const decided = town.rounds.flatMap(({ shift, tasks }) =>
    tasks.flatMap(({ id, slot, start }, i): Pin[] => {
      if (!random.chance(0.1)) return [];
      const [before] = tasks.slice(Math.max(0, i - 1), i);
      const worker = workerOf.get(shift);
      const ways: readonly Pin[] = [
        { task: id },
        worker === undefined || random.chance(0.5) ? { task: id, shift } : { task: id, worker },
        before === undefined ? { task: id, shift } : { task: id, after: before.id },
        { task: id, shift, slot, start },
      ];
      return [random.pick(ways)];
    }),
  );
  return change(town, { pins: [...town.demand.pins, ...decided] });
};

/** It is ten o'clock on the first day: what has begun stays. To be added last. */
export const now: Rule = (town) => change(town, { baseline: town.rounds, now: (town.demand.days[0]?.begins ?? 0) + 10 * HOUR });

/** A plan was told to people, and then one in ten of them fell ill: moving and giving away visits costs. The laid plan leaves out what they had. */
export const illness: Rule = (town) => {
  const random = drawFor(town, "illness");
  const ill = new Set(town.demand.workers.map(({ id }) => id).filter(() => random.chance(0.1)));
  const gone = new Set(town.demand.shifts.filter(({ worker }) => ill.has(worker)).map(({ id }) => id));
  const owned = (task: Demand["tasks"][number]): boolean => (task.who.shifts ?? []).some((shift) => gone.has(shift));
  const tasks = town.demand.tasks.filter((task) => !owned(task)).map((task) => ({ ...task, required: false }));
  const left = new Set(tasks.map(({ id }) => id));
  const still = (planned: PlannedTask): boolean => left.has(planned.id);
  const baseline = town.rounds.map((round) => ({ ...round, tasks: round.tasks.filter(still) })).filter((round) => round.tasks.length > 0);
  const shifts = town.demand.shifts.filter(({ id }) => !gone.has(id));
  const kept = baseline.filter(({ shift }) => !gone.has(shift));
  const known = new Set(shifts.map(({ id }) => id));
  const terms = [
    priced("moved", 0.2),
    priced("reassigned", 5, { unit: "visit" }),
    priced("moved", 0.5, { name: "most moved", reduce: "max" }),
  ];
  const all = shifts.length > 0 ? { shifts, tasks, baseline: baseline.filter(({ shift }) => known.has(shift)) } : { baseline };
  return { ...addTerms(change(town, all), terms), rounds: shifts.length > 0 ? kept : town.rounds };
};
