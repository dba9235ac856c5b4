/** Where a term hurts most, by the atoms of its ledger. */
import { NONE } from "../problem/problem.ts";
import type { Random } from "../random.ts";
import type { Ledger } from "./ledger.ts";

/** Draws one of the ledgers that `of` names, each as likely; undefined: there is none. Allocates nothing. */
export function drawnLedger(ledgers: readonly Ledger[], of: (ledger: Ledger) => boolean, random: Random): Ledger | undefined {
  let count = 0;
  for (const ledger of ledgers) if (of(ledger)) count++;
  if (count === 0) return undefined;
  let at = random.below(count);
  for (const ledger of ledgers) if (of(ledger) && at-- === 0) return ledger;
  return undefined;
}

/** Share of draws that take the very largest where only that costs. */
const LARGEST = 0.7;

/**
 * An entity with a large atom: the largest of the plan where only that costs, otherwise the largest of 2 to 64 drawn, so that the
 * chance falls with the rank. NONE: the largest seen is not above 0. O(entities) at most.
 */
export function worstEntity(ledger: Ledger, random: Random): number {
  const { entityCount, reduce, groupCount } = ledger.term;
  if (entityCount === 0) return NONE;
  const all = (reduce !== "sum" && groupCount === 1 && random.chance(LARGEST)) || entityCount <= 2;
  const tries = all ? entityCount : 2 << random.below(6);
  const first = random.below(entityCount);
  let worst = NONE;
  let most = 0;
  for (let k = 0; k < tries; k++) {
    const entity = all ? (first + k) % entityCount : random.below(entityCount);
    const atom = ledger.atom(entity);
    if (atom <= most) continue;
    most = atom;
    worst = entity;
  }
  return worst;
}
