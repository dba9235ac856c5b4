/** Who may and who should: skills, levels, traits, refusals, pace; the same faces. */
import type { Task, Worker } from "../../../src/model/demand.ts";
import { addTerms, between, change, DAY, drawFor, priced, type Rule, seatsOf, visitsByClient } from "../town.ts";

/** Medicine and insulin delegations with levels, wishes for women, refused workers, people who work faster. */
export const skills: Rule = (town) => {
  const random = drawFor(town, "skills");
  const workers = town.demand.workers.map(
    (worker): Worker => ({
      ...worker,
      traits: [random.chance(0.8) ? "woman" : "man", ...(random.chance(0.15) ? ["smoker"] : [])],
      skills: [
        ...(random.chance(0.8) ? [{ id: "medicine", level: between(random, 0, 2) }] : []),
        ...(random.chance(0.5) ? [{ id: "insulin", level: between(random, 1, 3) }] : []),
      ],
      ...(random.chance(0.2) && { pace: { morning: 0.9, evening: random.pick([0.8, 0.9]) } }),
    }),
  );
  const byId = new Map(workers.map((worker) => [worker.id, worker]));
  const workerOf = new Map(town.demand.shifts.map(({ id, worker }) => [id, byId.get(worker)]));
  const seats = seatsOf(town);
  const tasks = town.demand.tasks.map((task): Task => {
    const worker = workerOf.get(seats.get(task.id)?.round.shift ?? "");
    if (worker === undefined || task.kind !== "care") return task;
    const skill = random.chance(0.4) ? random.pick(["medicine", "medicine", "insulin"]) : "";
    const held = worker.skills.find(({ id }) => id === skill);
    const other = random.pick(workers);
    const trait = worker.traits[0] as string;
    return {
      ...task,
      who: {
        ...task.who,
        ...(held && { all: [skill], level: between(random, 0, held.level) }),
        ...(random.chance(0.08) && { traits: [trait] }),
        ...(random.chance(0.1) && other !== worker && { not: worker.traits.includes("smoker") ? [other.id] : [other.id, "smoker"] }),
        ...(random.chance(0.1) && { cost: { [other.id]: 2 } }),
      },
    };
  });
  const classes = new Map(tasks.map((task) => [task.id, task.class]));
  const rounds = town.rounds.map((round) => ({
    ...round,
    tasks: round.tasks.map((planned) => {
      const factor = workerOf.get(round.shift)?.pace?.[classes.get(planned.id) ?? ""] ?? 1;
      return factor === 1 ? planned : { ...planned, end: planned.start + Math.round((planned.end - planned.start) * factor) };
    }),
  }));
  const costs = [priced("overLevel", 0.2, { unit: "one" }), priced("whoCost", 3, { unit: "one" })];
  return addTerms({ ...change(town, { workers, tasks }), rounds }, costs);
};

/** Contacts, few faces, and whom clients met before. */
export const continuity: Rule = (town) => {
  const random = drawFor(town, "continuity");
  const workerOf = new Map(town.demand.shifts.map(({ id, worker }) => [id, worker]));
  const seats = seatsOf(town);
  const visits = visitsByClient(town);
  const known = (client: string): readonly string[] => [
    ...new Set((visits.get(client) ?? []).flatMap(({ id }) => workerOf.get(seats.get(id)?.round.shift ?? "") ?? [])),
  ];
  const clients = town.demand.clients.map((client) => {
    const [contact] = known(client.id);
    return contact === undefined || random.chance(0.1) ? client : { ...client, contact };
  });
  const memory = clients.flatMap(({ id }) =>
    known(id)
      .filter(() => random.chance(0.6))
      .map((worker) => ({ client: id, worker, at: -between(random, 1, 20) * DAY, times: between(random, 1, 9) })),
  );
  const terms = [
    priced("workers", 10, {
      name: "faces",
      unit: "person",
      per: "client",
      curve: {
        points: [
          [0, 0],
          [2, 0],
        ],
        above: 10,
      },
    }),
    priced("contactShare", 2, { unit: "visit" }),
  ];
  return addTerms(change(town, { clients, memory }), terms);
};
