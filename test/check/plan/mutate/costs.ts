/** Mutators of what tasks, clients, relations and budgets cost; those of rounds are in `roundCosts.ts`. */
import type { Task } from "../../../../src/model/demand.ts";
import type { Pair } from "../../../generate/demands.ts";
import { bare, type CostMutator, costAt, few, STRANGER } from "./costMutator.ts";
import { pickFrom, type Spot, spots, withDemand, withShift, withTask, withWorker } from "./mutator.ts";
import { roundCosts } from "./roundCosts.ts";

/** The slot that is used, changed. */
const withSlot = (pair: Pair, { task, planned }: Spot, changes: Partial<Task["slots"][number]>): Pair =>
  withTask(pair, task.id, { slots: task.slots.map((slot, i) => (i === planned.slot ? { ...slot, ...changes } : slot)) });

const slotOf = ({ task, planned }: Spot): Task["slots"][number] => task.slots[planned.slot] as Task["slots"][number];

const tasks: readonly CostMutator[] = [
  {
    measure: "unserved",
    name: "a task left out costs more",
    mutate: (pair, random) => {
      const left = pair.demand.tasks.filter(({ id, required }) => pair.plan.unserved.includes(id) && typeof required === "boolean");
      const task = pickFrom(random, left);
      const by = few(random);
      return task && { pair: withTask(pair, task.id, { unservedCost: task.unservedCost + by }), grown: { unserved: by } };
    },
  },
  {
    measure: "missedBreak",
    name: "a task left out becomes a break",
    mutate: (pair, random) => {
      const left = pair.demand.tasks.filter(
        ({ id, required, kind }) => pair.plan.unserved.includes(id) && typeof required === "boolean" && kind !== "break",
      );
      const task = pickFrom(random, left);
      return task && { pair: withTask(pair, task.id, { kind: "break" }), grown: { missedBreak: 1 } };
    },
  },
  costAt("slotCost", "its slot costs more", (pair, spot, by) => withSlot(pair, spot, { cost: (slotOf(spot).cost ?? 0) + by })),
  costAt(
    "late",
    "it was due earlier",
    (pair, spot, by) => {
      const { due = {}, wish } = slotOf(spot);
      const { start, end } = spot.planned;
      const late = [start - (due.start ?? start), end - (due.end ?? end), start - (wish?.start ?? start)].reduce(
        (most, one) => (one > most ? one : most),
        0,
      );
      return withSlot(pair, spot, { due: { ...due, start: start - late - by } });
    },
    { soft: 1 },
  ),
  costAt("early", "it was wished for later", (pair, spot, by) =>
    slotOf(spot).wish ? undefined : withSlot(pair, spot, { wish: { start: spot.planned.start + by } }),
  ),
  costAt("whoCost", "its worker costs more", (pair, { task, worker }, by) =>
    withTask(pair, task.id, { who: { ...task.who, cost: { ...task.who.cost, [worker.id]: (task.who.cost?.[worker.id] ?? 0) + by } } }),
  ),
  costAt("overLevel", "it asks for one more skill, at a lower level than is had", (pair, { task, worker }, by) => {
    const skilled = withWorker(pair, worker.id, { skills: [...worker.skills, { id: "art", level: (task.who.level ?? 0) + by }] });
    return withTask(skilled, task.id, { who: { ...task.who, all: [...(task.who.all ?? []), "art"] } });
  }),
  costAt("durationValue", "its duration is worth less", (pair, { task }, by) =>
    task.duration.value ? undefined : withTask(pair, task.id, { duration: { ...task.duration, value: { points: [[0, by]] } } }),
  ),
  costAt(
    "moved",
    "it was somewhere else in time",
    (pair, { planned, round }, by) => withDemand(pair, { baseline: [{ ...round, tasks: [{ ...planned, start: planned.start - by }] }] }),
    { baseline: 0 },
  ),
  costAt(
    "reassigned",
    "it was somebody else's",
    (pair, { planned, round, shift }) => {
      const other = withDemand(pair, {
        workers: [...pair.demand.workers, STRANGER],
        shifts: [...pair.demand.shifts, { ...bare("strange"), options: shift.options }],
      });
      return { pair: withDemand(other, { baseline: [{ ...round, shift: "strange", tasks: [planned] }] }), grown: { reassigned: 1 } };
    },
    { baseline: 0 },
  ),
  costAt(
    "teamCrossing",
    "it is at a client of another team",
    (pair, { task, shift }) => {
      if (task.client !== undefined) return undefined;
      const teams = withDemand(withShift(pair, shift.id, { team: "north" }), {
        clients: [...pair.demand.clients, { id: "new", team: "south" }],
      });
      return { pair: withTask(teams, task.id, { client: "new" }), grown: { teamCrossing: 1 } };
    },
    { teams: 0 },
  ),
];

const others: readonly CostMutator[] = [
  {
    measure: "workers",
    name: "somebody else was met before",
    mutate: (pair, random) => {
      const client = random.pick(pair.demand.clients).id;
      const known = withDemand(pair, { workers: [...pair.demand.workers, STRANGER] });
      return {
        pair: withDemand(known, { memory: [...pair.demand.memory, { client, worker: STRANGER.id, at: -1, times: 1 }] }),
        grown: { workers: 1 },
      };
    },
    options: { features: { hardTerms: 0 } },
  },
  costAt("contactShare", "the contact is somebody who never comes", (pair, { task }) => {
    const client = pair.demand.clients.find(({ id }) => id === task.client);
    if (client === undefined) return undefined;
    const visits = spots(pair).filter((spot) => spot.task.client === client.id && spot.task.kind === "care");
    const now = client.contact === undefined ? 0 : visits.filter(({ worker }) => worker.id !== client.contact).length;
    const known = withDemand(pair, { workers: [...pair.demand.workers, STRANGER] });
    const clients = pair.demand.clients.map((one) => (one === client ? { ...one, contact: STRANGER.id } : one));
    return { pair: withDemand(known, { clients }), grown: { contactShare: visits.length - now } };
  }),
  costAt("relation", "one more is served than a soft relation likes", (pair, { task }, by) =>
    withDemand(pair, {
      relations: [
        ...pair.demand.relations,
        { id: "soft", kind: "presence", tasks: [task.id], count: [null, 0], zeroAllowed: false, soft: { points: [[0, 0]], above: by } },
      ],
    }),
  ),
  costAt("budget", "what it uses is priced", (pair, { task }, by) =>
    withDemand(pair, {
      budgets: [
        ...pair.demand.budgets,
        {
          id: "priced",
          of: "task",
          members: [task.id],
          quantity: "count",
          opening: 3,
          reserved: 2,
          limit: [null, null],
          cost: { points: [[5, 0]], above: by },
        },
      ],
    }),
  ),
];

export const costs: readonly CostMutator[] = [...tasks, ...roundCosts, ...others];
