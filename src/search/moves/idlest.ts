/**
 * Against the shift that decides a largest or a range over shifts: idle time, waiting, work, overtime, travel. Places are compared by
 * prices that know nothing of who is idlest, so other moves rarely help it.
 */
import { mayServe, NONE, type Problem } from "../../problem/problem.ts";
import type { Ledger } from "../ledger.ts";
import { putBack, putInShift, putSomewhere } from "../placing.ts";
import type { Move, Tools } from "../tools.ts";
import { drawnLedger, worstEntity } from "../worstEntity.ts";

/** Unserved tasks tried beside those taken out. */
const FURTHER = 4;
/** Share of tasks that the deciding shift is offered before all others. */
const FIRST_CHOICE = 0.6;
/** Draws until a task of another round fits the deciding shift. */
const TRIES = 12;

const decidesAlone = (ledger: Ledger): boolean => ledger.term.family === "shift" && ledger.term.reduce !== "sum";

const supports = (p: Problem): boolean => p.shiftCount > 1 && p.terms.some((t) => t.family === "shift" && t.reduce !== "sum");

/** A task of another round, or one that is not served, goes into the deciding shift; or one of its tasks goes elsewhere. */
export const idlestGets: Move = {
  name: "idlestGets",
  supports,
  try(tools) {
    const { random, pending, unserved, unservedConditional } = tools;
    const r = decidingShift(tools);
    if (r === NONE) return false;
    if (unserved.length + unservedConditional.length > 0 && random.chance(0.2)) return putInShift(tools, tools.unservedTask(), r);
    const gives = random.chance(0.2);
    const task = gives ? taskOf(tools, r) : taskFor(tools, r);
    if (task === NONE) return false;
    const count = tools.takeOut(task, 0.3);
    if (count === NONE || count === 0) return false;
    if (!(gives ? putSomewhere(tools, pending[0]!) : putInShift(tools, pending[0]!, r))) return false;
    for (let k = 1; k < count; k++) if (!putSomewhere(tools, pending[k]!)) putBack(tools, pending[k]!);
    return true;
  },
};

/** Tasks of the deciding shift and its neighbours are taken out; it has first choice when they are put back. */
export const idlestAnew: Move = {
  name: "idlestAnew",
  supports,
  try(tools) {
    const { random, ruin, pending, recreate } = tools;
    const r = decidingShift(tools);
    const seed = r === NONE ? NONE : taskOf(tools, r);
    if (seed === NONE) return false;
    if (random.chance(0.3)) ruin.wholeRound(r);
    ruin.strings(seed);
    const count = tools.takeChosen(0.5, FURTHER);
    if (count === NONE) return false;
    recreate.order(pending, count);
    for (let k = 0; k < count; k++) if (random.chance(FIRST_CHOICE) && mayServe(tools.p, pending[k]!, r)) putInShift(tools, pending[k]!, r);
    recreate.putAll(pending, count);
    return true;
  },
};

/** A shift whose atom is large; of a range also the one with the smallest. */
function decidingShift({ objective, random, p }: Tools): number {
  const ledger = drawnLedger(objective.ledgers, decidesAlone, random);
  if (ledger === undefined) return NONE;
  if (ledger.term.reduce === "max" || random.chance(0.5)) return worstEntity(ledger, random);
  let least = random.below(p.shiftCount);
  for (let k = 0; k < 8; k++) {
    const r = random.below(p.shiftCount);
    if (ledger.atom(r) < ledger.atom(least)) least = r;
  }
  return least;
}

/** A task of shift `r` that is drawn, or NONE. */
function taskOf({ objective, random }: Tools, r: number): number {
  const { st } = objective;
  if (st.size[r]! === 0) return NONE;
  let v = st.next[st.taskCount + r]!;
  for (let k = random.below(st.size[r]!); k > 0; k--) v = st.next[v]!;
  return v;
}

/** A served task of another round that `r` may serve, or NONE. */
function taskFor(tools: Tools, r: number): number {
  const { objective, random, neighbours } = tools;
  const { st } = objective;
  const near = random.chance(0.5) ? taskOf(tools, r) : NONE;
  for (let k = 0; k < TRIES; k++) {
    const task = near === NONE ? tools.servedTask() : neighbours.list[near * neighbours.width + random.below(neighbours.width)]!;
    if (task >= 0 && st.shiftOf[task]! !== NONE && st.shiftOf[task] !== r && mayServe(tools.p, task, r)) return task;
  }
  return NONE;
}
