/** Movements inside one account: whose minutes a longer visit took, and where those of a shorter or a missing one went. */
import type { Id, Tick } from "../../units.ts";
import type { LedgerLine, Move, MoveReason, Side } from "./ledger.ts";

/** A line that has more or fewer minutes than its template, as long as they are not told yet. */
interface Difference {
  readonly line: LedgerLine;
  ticks: Tick;
}

/** First within a visit's own purpose and day, then ever farther. */
const PASSES: readonly (readonly [MoveReason, (line: LedgerLine) => string])[] = [
  ["visit", ({ date, purpose }) => `${date} ${purpose}`],
  ["purpose", ({ date }) => date],
  ["day", ({ purpose }) => purpose],
  ["purposeAndDay", () => ""],
];

/** Every movement of the lines of one client's period. Delegated work neither gives to other work nor takes from it. O(givers x takers). */
export function movesInside(lines: readonly LedgerLine[], sideOf: (line?: LedgerLine) => Side): Move[] {
  const differences = (sign: 1 | -1): Difference[] =>
    lines.map((line) => ({ line, ticks: sign * (line.used - line.template) })).filter(({ ticks }) => ticks > 0);
  const givers = differences(-1);
  const takers = differences(1);
  const moves: Move[] = [];
  for (const [reason, keyOf] of PASSES) {
    const offers = byKey(givers.filter(isOpen), keyOf);
    for (const taker of takers.filter(isOpen)) {
      for (const giver of offers.get(keyOf(taker.line)) ?? []) {
        const ticks = Math.min(giver.ticks, taker.ticks);
        if (ticks === 0) continue;
        giver.ticks -= ticks;
        taker.ticks -= ticks;
        moves.push({ reason, ticks, from: sideOf(giver.line), to: sideOf(taker.line) });
      }
    }
  }
  for (const { line, ticks } of givers) if (ticks > 0) moves.push({ reason: whyLess(line), ticks, from: sideOf(line), to: sideOf() });
  for (const { line, ticks } of takers) if (ticks > 0) moves.push({ reason: "longer", ticks, from: sideOf(), to: sideOf(line) });
  return [...moves, ...lines.flatMap((line) => otherDay(line, sideOf))];
}

const isOpen = ({ line, ticks }: Difference): boolean => ticks > 0 && !line.delegated;

function byKey(differences: readonly Difference[], keyOf: (line: LedgerLine) => string): Map<Id, Difference[]> {
  const groups = new Map<Id, Difference[]>();
  for (const difference of differences) {
    const key = keyOf(difference.line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  return groups;
}

const whyLess = ({ planned, performed, used }: LedgerLine): MoveReason =>
  performed === 0 && planned > 0 ? "declined" : used === 0 ? "unserved" : "shorter";

function otherDay(line: LedgerLine, sideOf: (line?: LedgerLine) => Side): Move[] {
  if (line.doneOn === null || line.doneOn === line.date || line.used === 0) return [];
  return [{ reason: "otherDay", ticks: line.used, from: sideOf(line), to: { ...sideOf(line), date: line.doneOn } }];
}
