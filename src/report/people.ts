/** What clients and staff are called. */
import type { Case } from "../model/case.ts";
import type { Id } from "../units.ts";

export interface People {
  /** Names of clients and of staff, by id; without a name the id. */
  readonly client: (id: Id | undefined) => string;
  readonly staff: (id: Id) => string;
}

export function peopleOf(town: Case): People {
  const clients = new Map(town.clients.map((c) => [c.id, c.name ?? c.id]));
  const staff = new Map(town.staff.map((s) => [s.id, s.name ?? s.id]));
  return { client: (id) => clients.get(id ?? "") ?? id ?? "", staff: (id) => staff.get(id) ?? id };
}

/** At most three letters or digits: "Karin Ek" is KE, "client-12" c12. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((w) => w !== "");
  return words.map((w) => (/^\p{N}+$/u.test(w) ? w.slice(-3) : [...w][0])).join("").slice(0, 4);
}
