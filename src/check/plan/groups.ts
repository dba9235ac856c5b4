/** How atoms are grouped, and in which order. */
import type { Demand } from "../../model/demand.ts";
import type { Term } from "../../model/term.ts";
import type { Id } from "../../units.ts";
import type { Atom, Measured } from "./atom.ts";

/** Atoms that a curve is applied to together; never empty. */
export interface Group {
  readonly id: Id;
  readonly values: readonly number[];
}

/**
 * Groups in the order of the Demand (teams: in the order shifts, then clients name them), then atoms that have no such
 * group, each alone under its own id. O(size).
 */
export function groupsOf({ demand }: Measured, per: Term["per"], atoms: readonly Atom[]): readonly Group[] {
  const grouped = new Map<Id, number[]>();
  for (const id of groupIds(demand, per)) grouped.set(id, []);
  const alone: Group[] = [];
  for (const atom of atoms) {
    const id = groupOf(atom, per);
    if (id === undefined) alone.push({ id: atom.id, values: [atom.value] });
    else if (grouped.has(id)) grouped.get(id)?.push(atom.value);
    else grouped.set(id, [atom.value]);
  }
  const groups = [...grouped].map(([id, values]) => ({ id, values }));
  return [...groups, ...alone].filter(({ values }) => values.length > 0);
}

function groupOf(atom: Atom, per: Term["per"]): Id | undefined {
  if (per === "plan") return "plan";
  return per === "shift" || per === "worker" || per === "client" || per === "team" ? atom[per] : undefined;
}

function groupIds(demand: Demand, per: Term["per"]): readonly Id[] {
  if (per === "shift") return demand.shifts.map(({ id }) => id);
  if (per === "worker") return demand.workers.map(({ id }) => id);
  if (per === "client") return demand.clients.map(({ id }) => id);
  if (per !== "team") return [];
  return [...demand.shifts, ...demand.clients].flatMap(({ team }) => team ?? []);
}
