/** Measures whose atom is a client. */
import type { ClientMeasure } from "../../model/term.ts";
import type { Id } from "../../units.ts";
import type { Atom, Measured } from "./atom.ts";

/** One atom per client of the Demand. */
export function clientAtoms(facts: Measured, measure: ClientMeasure): readonly Atom[] {
  const visits = new Map<Id, Id[]>(facts.demand.clients.map(({ id }) => [id, []])); // client -> worker of each served care task
  for (const { task, round } of facts.servedOf.values()) {
    if (task.kind === "care" && task.client !== undefined) visits.get(task.client)?.push(round.worker.id);
  }
  const met = new Map<Id, Id[]>(facts.demand.clients.map(({ id }) => [id, []]));
  for (const { client, worker } of facts.demand.memory) met.get(client)?.push(worker);
  return facts.demand.clients.map(({ id, contact, team }) => {
    const workers = visits.get(id) ?? [];
    const distinct = new Set([...workers, ...(met.get(id) ?? [])]).size;
    const byOthers = contact === undefined ? 0 : workers.filter((worker) => worker !== contact).length;
    return { id, value: measure === "workers" ? distinct : byOthers, client: id, team };
  });
}
