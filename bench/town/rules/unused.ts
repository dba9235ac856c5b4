/** Rules that are there and change nothing: they should cost nothing either. */
import type { Relation } from "../../../src/model/relation.ts";
import { addRelations, addTerms, change, DAY, MINUTE, mapShifts, mapTasks, priced, type Rule } from "../town.ts";

/** By name: one unused rule each. */
export const UNUSED: Readonly<Record<string, Rule>> = {
  /** A travel profile of factor 1. */
  profile: (town) =>
    change(town, { travel: town.demand.travel.map((travel) => ({ ...travel, profile: [{ fromTimeOfDay: 0, factor: 1 }] })) }),
  /** Budgets without members, limit or cost. */
  budgets: (town) =>
    change(town, {
      budgets: [
        ...town.demand.budgets,
        { id: "nobody", of: "task", members: [], quantity: "serviceTicks", opening: 0, reserved: 0, limit: [null, null] },
        {
          id: "free",
          of: "task",
          members: town.demand.tasks.map(({ id }) => id),
          quantity: "count",
          opening: 0,
          reserved: 0,
          limit: [null, null],
        },
      ],
    }),
  /** A pool that holds more than there are shifts. */
  pool: (town) => {
    const pooled = mapShifts(town, (shift) => ({ ...shift, options: shift.options.map((option) => ({ pool: "plenty", ...option })) }));
    return change(pooled, { pools: [...pooled.demand.pools, { id: "plenty", count: town.demand.shifts.length }] });
  },
  /** Relations that hold whatever is planned. */
  relations: (town) => {
    const [a, b] = town.demand.tasks.map(({ id }) => id);
    const tasks = [a, b].filter((id) => id !== undefined);
    const open: readonly Relation[] = [
      { id: "any gap", kind: "gap", tasks, from: "start", to: "start", span: [null, null], clock: "elapsed", over: "next" },
      { id: "any number", kind: "presence", tasks, count: [0, 2], zeroAllowed: true },
      { id: "any faces", kind: "workers", tasks, distinct: [null, 2] },
    ];
    return tasks.length < 2 ? town : addRelations(town, open);
  },
  /** Terms that weigh nothing. */
  terms: (town) => {
    const weightless = { curve: { points: [[0, 0]] as const } };
    return addTerms(town, [
      priced("late", 0, { ...weightless, name: "late for free" }),
      priced("waiting", 0, { ...weightless, name: "waiting for free" }),
      priced("overtime", 0, { ...weightless, name: "overtime for free", reduce: "max" }),
      priced("workers", 0, { ...weightless, name: "faces for free", unit: "person", per: "client" }),
      priced("work", 0, { ...weightless, name: "any share of work", per: "worker", reduce: "range" }),
    ]);
  },
  /** A load that nothing adds to, with room. */
  loads: (town) =>
    mapShifts(
      mapTasks(town, (task) => ({ ...task, load: { ...task.load, parcels: 0 } })),
      (shift) => ({ ...shift, capacity: { ...shift.capacity, parcels: 1000 } }),
    ),
  /** Skills that everyone has and nobody is asked for; traits, teams and rest rules that cannot be broken. */
  people: (town) =>
    change(town, {
      workers: town.demand.workers.map((worker) => ({
        ...worker,
        traits: [...worker.traits, "human"],
        skills: [...worker.skills, { id: "kindness", level: 3 }],
        rest: [...worker.rest, { window: 1000 * DAY, atLeast: MINUTE }],
      })),
    }),
};

/** All of them at once. */
export const unused: Rule = (town) => Object.values(UNUSED).reduce((sofar, rule) => rule(sofar), town);
