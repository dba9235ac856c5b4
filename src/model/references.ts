/** Names that lead somewhere, and lead to one thing only. */
import type { Id } from "../units.ts";
import type { IssueCode } from "./issueCodes.ts";
import type { IssueList, Path } from "./issueList.ts";
import { show } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/** Something with a name of its own. */
interface Named {
  readonly id: Id;
}

/** Id -> what it names; where a name is used twice, the first. */
export function byId<T extends Named>(list: readonly T[] | undefined): ReadonlyMap<Id, T> {
  const map = new Map<Id, T>();
  for (const item of list ?? []) if (!map.has(item.id)) map.set(item.id, item);
  return map;
}

/** Reports every name that was used before in the list. */
export function requireUnique(list: readonly Id[], key: string, path: Path, issues: IssueList): void {
  const first = new Map<Id, number>();
  list.forEach((id, i) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, i);
    else {
      issues.add("duplicate-id", [...path, i, key], () => [`${show(id)} is already used at index ${before}.`, "Give each its own name."]);
    }
  });
}

/** The names of a list, for {@link requireUnique}. */
export const idsOf = (list: readonly Named[] | undefined): readonly Id[] => (list ?? []).map((item) => item.id);

/** {@link requireKnown} for each name of a list. */
export function requireAllKnown(
  ids: readonly Id[] | undefined,
  known: ReadonlyMap<Id, unknown> | ReadonlySet<Id>,
  code: IssueCode & `unknown-${string}`,
  path: Path,
  issues: IssueList,
): void {
  for (const [i, id] of (ids ?? []).entries()) if (!known.has(id)) requireKnown(id, known, code, [...path, i], issues);
}

/** Reports a name that is not among the known ones; a name that is not given is fine. */
export function requireKnown(
  id: Id | undefined,
  known: ReadonlyMap<Id, unknown> | ReadonlySet<Id>,
  code: IssueCode & `unknown-${string}`,
  path: Path,
  issues: IssueList,
): void {
  if (id === undefined || known.has(id)) return;
  const kind = code.slice("unknown-".length);
  issues.add(code, path, () => [`There is no ${kind} ${show(id)}.`, didYouMean(id, known.keys(), "Add it, or name one that exists.")]);
}
