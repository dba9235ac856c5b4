/** Granted time: durations that stretch, and the accounts they are taken from. */
import type { Budget } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { addTerms, change, MINUTE, mapTasks, priced, type Rule, type Town, visitsByClient } from "../town.ts";

/** Visits may be a quarter shorter or longer; a shorter one costs more than a longer one gains. */
export const elastic: Rule = (town) => {
  const stretched = mapTasks(town, (task) => {
    const { min: usual } = task.duration;
    if (task.kind !== "care") return task;
    const [min, max] = [Math.round(usual * 0.75), Math.round(usual * 1.25)];
    const value = {
      points: [
        [min, (usual - min) * 2],
        [usual, 0],
        [max, -(max - usual) * 0.3],
      ] as const,
    };
    return { ...task, duration: { min, max, value } };
  });
  return addTerms(stretched, [priced("durationValue", 0.5, { curve: { points: [[0, 0]], below: 0.5, above: 0.5 } })]);
};

/** Every client has a frame of service time for each week: hoarding is priced a little, overrun much and beyond a third not allowed. */
export const frames: Rule = (town) => {
  const weeks = Math.ceil(town.demand.days.length / 7);
  const budgets = [...visitsByClient(town)].flatMap(([client, visits]): Budget[] => {
    const lengths = new Map(town.rounds.flatMap(({ tasks }) => tasks.map(({ id, start, end }) => [id, end - start] as const)));
    return Array.from({ length: weeks }, (_, week): Budget => {
      const own = visits.filter(({ slots }) => Math.floor((slots[0]?.start[0] ?? 0) / (7 * 24 * 60 * MINUTE)) === week);
      const granted = own.reduce((sum, { id }) => sum + (lengths.get(id) ?? 0), 0);
      return {
        id: `${client} week ${week}`,
        of: "task",
        members: own.map(({ id }) => id),
        quantity: "serviceTicks",
        opening: 0,
        reserved: 0,
        limit: [null, Math.ceil((granted * 4) / 3)],
        cost: {
          points: [
            [granted * 0.9, 0],
            [granted, 0],
          ],
          below: -0.2 / MINUTE,
          above: 1 / MINUTE,
        },
      };
    }).filter(({ members }) => members.length > 0);
  });
  return addTerms(change(town, { budgets: [...town.demand.budgets, ...budgets] }), budgetTerm(town));
};

/** Contract hours: each worker's time at work has a band. */
export const contracts: Rule = (town) => {
  const work = new Map<string, number>();
  const workerOf = new Map(town.demand.shifts.map(({ id, worker }) => [id, worker]));
  for (const { shift, begin, end } of town.rounds) {
    const worker = workerOf.get(shift) ?? "";
    work.set(worker, (work.get(worker) ?? 0) + end - begin);
  }
  const budgets = [...work].map(
    ([worker, ticks]): Budget => ({
      id: `${worker} contract`,
      of: "shift",
      members: town.demand.shifts.filter((shift) => shift.worker === worker).map(({ id }) => id),
      quantity: "workTicks",
      opening: 0,
      reserved: 0,
      limit: [null, Math.ceil(ticks * 1.2)],
      cost: {
        points: [
          [ticks * 0.8, 0],
          [ticks, 0],
        ],
        below: -0.05 / MINUTE,
        above: 0.5 / MINUTE,
      },
    }),
  );
  return addTerms(change(town, { budgets: [...town.demand.budgets, ...budgets] }), budgetTerm(town));
};

/** All budgets are priced by one term. */
const budgetTerm = ({ demand }: Town): readonly Term[] =>
  demand.terms.some(({ measure }) => measure === "budget") ? [] : [priced("budget", 1, { unit: "one" })];
