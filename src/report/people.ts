/** What clients and staff are called on a page: pages are printed and left lying, so by initials unless full names are asked for. */
import type { Case } from "../model/case.ts";
import type { Id } from "../units.ts";

/**
 * "ids"; "initials" ("Karin Ek" is KE as a client and Karin E. as one of the staff, who call each other so); or "full" names. Who has no
 * name in the Case is called by the id.
 */
export type Names = "ids" | "initials" | "full";

export interface People {
  /** What clients and staff are called, by id; whom the Case does not know, by the id. With initials no two are called the same. */
  readonly client: (id: Id | undefined) => string;
  readonly staff: (id: Id) => string;
  /** A few letters for a client in a drawing: no two have the same where they are told apart by initials. */
  readonly letters: (id: Id | undefined) => string;
}

type Person = Pick<Case["clients"][number], "id" | "name">;

/** O(clients + staff). */
export function peopleOf({ clients, staff }: Pick<Case, "clients" | "staff">, names: Names = "initials"): People {
  const brief = toldApart(clients, initials);
  const called = (people: readonly Person[], short: ReadonlyMap<Id, string>): ReadonlyMap<Id, string> =>
    names === "initials" ? short : new Map(people.map(({ id, name = id }) => [id, names === "ids" ? id : name]));
  const byClient = called(clients, brief);
  const byStaff = called(staff, toldApart(staff, firstAndLetter));
  const letters = (id: Id): string => (names === "ids" || brief.get(id) === id ? initials(id) : (brief.get(id) ?? initials(id)));
  return { client: (id = "") => byClient.get(id) ?? id, staff: (id) => byStaff.get(id) ?? id, letters: (id = "") => letters(id) };
}

/** The short name of each; those who share one are numbered in the order of the Case. Who has no name, or one of no letters, keeps the id. */
function toldApart(people: readonly Person[], shorten: (name: string) => string): ReadonlyMap<Id, string> {
  const ids = new Set(people.map(({ id }) => id));
  const short = people.map(({ id, name }) => (name === undefined || name === id ? "" : shorten(name)));
  const sharing = new Map<string, number>();
  for (const one of short) sharing.set(one, (sharing.get(one) ?? 0) + 1);
  const taken = new Set([...ids, ...short]);
  return new Map(people.map(({ id }, i) => {
    const one = short[i] ?? "";
    if (one === "" || (sharing.get(one) === 1 && !ids.has(one))) return [id, one || id];
    let nth = 1;
    while (taken.has(`${one}${nth}`)) nth++;
    taken.add(`${one}${nth}`);
    return [id, `${one}${nth}`];
  }));
}

const wordsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== "");

/** At most four letters or digits: "Karin Ek" is KE, "client-12" c12. */
export function initials(name: string): string {
  return wordsOf(name).map((w) => (/^\p{N}+$/u.test(w) ? w.slice(-3) : [...w][0])).join("").slice(0, 4);
}

/** "Karin Maria Ek-Lund" is Karin L.; a single word stays. */
function firstAndLetter(name: string): string {
  const [first = "", ...more] = wordsOf(name);
  const last = more.at(-1);
  return last === undefined ? first : `${first} ${[...last][0]}.`;
}
