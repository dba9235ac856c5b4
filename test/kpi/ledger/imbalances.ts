/** Everything in a ledger that does not balance to the tick, in words; nothing in one that does. */
import type { Balance, FrameLedger, LedgerLine, LedgerRow, Move, MoveReason, Side } from "../../../src/kpi/ledger/ledger.ts";

export const BETWEEN_ACCOUNTS: readonly MoveReason[] = ["saved", "borrowed", "pool"];
export const BETWEEN_VISITS: readonly MoveReason[] = ["visit", "purpose", "day", "purposeAndDay"];

export function imbalances({ rows, pools, delegated }: FrameLedger): string[] {
  const told = (what: string, of: readonly (readonly [name: string, left: number, right: number])[]): string[] =>
    of.flatMap(([name, left, right]) => (left === right && Number.isInteger(left) ? [] : [`${what}: ${name} ${left} is not ${right}`]));
  return [
    ...rows.flatMap((row) => told(`${row.client} ${row.period.from}`, [...ofBalance(row), ...ofRow(row, rows), ...row.lines.map((line) => ofLine(row, line))])),
    ...pools.flatMap((pool) => told(`pool ${pool.provider} ${pool.period.from}`, ofBalance(pool))),
    ...delegated.flatMap((row) => told(`delegated ${row.client}`, [["due", row.due, row.planned - row.over + row.missedTicks], ["lines", row.planned, total(row.lines, ({ planned }) => planned)]])),
  ];
}

type Equal = readonly [name: string, left: number, right: number];

const total = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);
const ticksOf = (moves: readonly Move[]): number => total(moves, ({ ticks }) => ticks);

const ofBalance = (of: Balance): Equal[] => [
  ["what there was", of.granted + of.movedIn, of.usedBefore + of.owed + of.used + of.reserved + of.held + of.movedOut + of.remaining],
  ...(["granted", "movedIn", "usedBefore", "owed", "used", "reserved", "held", "movedOut", "planned"] as const).map((part): Equal => [`${part} below 0`, Math.min(0, of[part]), 0]),
];

/** Sums of lines and moves are those of the account, and what comes from another account is gone there. */
function ofRow(row: LedgerRow, rows: readonly LedgerRow[]): Equal[] {
  const isHere = ({ client, period }: Side): boolean => client === row.client && period === row.period.from;
  const between = row.moves.filter(({ reason }) => BETWEEN_ACCOUNTS.includes(reason));
  const out = between.filter(({ from }) => isHere(from));
  const stands = (move: Move): boolean => rows.some(({ client, period, moves }) => client === move.from.client && period.from === move.from.period && moves.includes(move));
  const known = row.lines.filter(({ performed }) => performed !== null);
  return [
    ["planned", row.planned, total(row.lines, ({ planned }) => planned)],
    ["used", row.used, total(row.lines, ({ used }) => used)],
    ["performed", row.performed ?? 0, total(known, ({ performed }) => performed ?? 0)],
    ["movedIn", row.movedIn, ticksOf(between.filter(({ to }) => isHere(to)))],
    ["movedOut", row.movedOut, ticksOf(out.filter(({ reason }) => reason !== "borrowed"))],
    ["owed", row.owed, ticksOf(out.filter(({ reason }) => reason === "borrowed"))],
    ["moves of nothing", row.moves.filter(({ ticks }) => !(ticks > 0 && Number.isInteger(ticks))).length, 0],
    ["moves that come from nowhere", between.filter((move) => !stands(move)).length, 0],
  ];
}

/** Its template, with what moved to it and from it, is what it used. */
function ofLine({ moves }: LedgerRow, { occurrence, template, used, planned, performed }: LedgerLine): Equal {
  const inside = moves.filter(({ reason }) => reason !== "otherDay");
  const [into, outOf] = (["to", "from"] as const).map((end) => ticksOf(inside.filter((move) => move[end].occurrence === occurrence))) as [number, number];
  return [occurrence, template + into - outOf, used === (performed ?? planned) ? used : Number.NaN];
}
