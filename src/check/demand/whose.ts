/** What is due, and may become due, client by client. */
import type { Case, Client, Need } from "../../model/case.ts";
import type { Id } from "../../units.ts";
import { bearers } from "./borne.ts";
import type { Due } from "./due.ts";
import type { Facts } from "./facts.ts";

export interface Whose {
  /** Client -> what is due to the client, perhaps with others. */
  readonly own: ReadonlyMap<Id, readonly Due[]>;
  /** Client -> what is due to the client and others together, whoever is named first. */
  readonly together: ReadonlyMap<Id, readonly Due[]>;
  /** Client -> a Case of the client's needs and those shared with the client, and of nobody else. */
  readonly caseOf: (client: Client) => Case;
}

/** O(what is due + needs). */
export function whoseIs(facts: Facts): Whose {
  const { of, due } = facts;
  const all = [...due.values()];
  const clients = new Map(of.clients.map((client) => [client.id, client]));
  const needs = grouped(of.needs, ({ client, sharedWith = [] }: Need) => [client, ...sharedWith]);
  return {
    own: grouped(all, ({ client }) => [client.id]),
    together: grouped(all.filter((one) => bearers(one).length > 1), bearers),
    caseOf: ({ id }) => {
      const theirs = needs.get(id) ?? [];
      return { ...of, needs: theirs, clients: [...new Set(theirs.map(({ client }) => client))].flatMap((owner) => clients.get(owner) ?? []) };
    },
  };
}

function grouped<T>(list: readonly T[], keysOf: (one: T) => readonly Id[]): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const one of list) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}
