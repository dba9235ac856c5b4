/** What clients and staff are called in what leaves the house: by default their ids, since files travel. */
import type { Case } from "../../model/case.ts";
import type { Id } from "../../units.ts";

/** "ids" (the default of all files), "initials" ("Karin Ek" is KE) or "full" names. Who has no name in the Case is called by the id. */
export type Names = "ids" | "initials" | "full";

export interface Called {
  readonly client: (id: Id) => string;
  readonly staff: (id: Id) => string;
}

/** O(clients + staff). */
export function calledBy(town: Pick<Case, "clients" | "staff">, names: Names = "ids"): Called {
  const caller = (people: readonly { readonly id: Id; readonly name?: string }[]): ((id: Id) => string) => {
    if (names === "ids") return (id) => id;
    const called = new Map(people.map(({ id, name = id }) => [id, names === "full" || name === id ? name : initials(name)]));
    return (id) => called.get(id) ?? id;
  };
  return { client: caller(town.clients), staff: caller(town.staff) };
}

/** First letter or digit of each word; of a name without any, the name. */
function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== "");
  return words.map((word) => [...word][0]).join("") || name;
}
