/** Clients' accounts: made up period by period, then settled within pools and carried on. */
import { addDays } from "../../calendar/civil.ts";
import type { DateSpan } from "../../calendar/framePeriods.ts";
import type { Client } from "../../model/case.ts";
import type { Id, Tick } from "../../units.ts";
import { countDue } from "../due.ts";
import { isInFrame, policyOf } from "../frameRules.ts";
import { type Account, accountOf, balanceOf, carryOver, left, spare } from "./account.ts";
import { movesInside } from "./inside.ts";
import type { LedgerLine, LedgerRow, Move, MoveReason, Side } from "./ledger.ts";
import { type Book, grantedTicks, templateTicks, ticksOf } from "./lines.ts";
import { periodsOf, type Sharing } from "./pool.ts";

/** One client's account of one period, with what moved. */
export interface OpenRow {
  readonly client: Client;
  readonly sharing: Sharing | undefined;
  readonly account: Account;
  readonly lines: readonly LedgerLine[];
  readonly moves: Move[];
}

/** Rows of all clients with a frame or in a pool, in the order of the Case, then of periods. `framed`: client id -> lines inside the frame. */
export function openRows(book: Book, framed: ReadonlyMap<Id, readonly LedgerLine[]>, sharings: readonly Sharing[]): OpenRow[] {
  const rows = book.town.clients.map((client) =>
    rowsOf(
      book,
      client,
      framed.get(client.id) ?? [],
      sharings.find((one) => one.clients.includes(client)),
    ),
  );
  const all = rows.flat();
  for (const from of [...new Set(all.map(({ account }) => account.period.from))].sort()) {
    settle(all.filter(({ account }) => account.period.from === from));
    for (const own of rows) {
      const at = own.findIndex(({ account }) => account.period.from === from);
      carry(book, own[at], own[at + 1]);
    }
  }
  return all;
}

export const closed = ({ client, sharing, account, lines, moves }: OpenRow): LedgerRow => ({
  client: client.id,
  ...(sharing?.provider !== undefined && { pool: sharing.provider }),
  ...balanceOf(account),
  lines,
  moves: [...moves, ...movesInside(lines, (line) => sideOf(client, account, line))],
});

function rowsOf(book: Book, client: Client, lines: readonly LedgerLine[], sharing: Sharing | undefined): OpenRow[] {
  const { grants, from = book.town.period.from } = client.decision;
  const per = grants.kind === "frame" ? grants.per : sharing?.pool?.per;
  if (per === undefined) return [];
  return periodsOf(book.town, per, from).map((period, i) => {
    const own = lines.filter(({ date }) => period.from <= date && date < period.until);
    const reserved = reservedIn(book, client, period);
    const templates = own.reduce((sum, { template }) => sum + template, reserved);
    const cap = policyOf(book.town, client)?.cap ?? 1;
    const [granted, allowed] =
      grants.kind === "frame" ? [grantedTicks(book, grants.minutes), grantedTicks(book, grants.minutes * cap)] : [templates, templates];
    const usedBefore = grants.kind === "frame" && i === 0 ? ticksOf(book, grants.usedMinutes ?? 0) : 0;
    return {
      client,
      sharing,
      account: accountOf(period, per, own, { granted, held: granted - allowed, usedBefore, reserved }),
      lines: own,
      moves: [],
    };
  });
}

/** Template ticks of what is due to the client inside the frame after the planned days, in the same period. O(needs x days). */
export function reservedIn(book: Book, client: Client, { until }: DateSpan): Tick {
  const { town, look } = book;
  const after = { from: addDays(town.period.from, town.period.days), until };
  if (after.from >= after.until) return 0;
  return town.needs.reduce((sum, need) => {
    const owner = look.clients.get(need.client);
    const isTheirs = need.client === client.id || need.sharedWith?.includes(client.id) === true;
    if (owner === undefined || !isTheirs || !isInFrame(town, client, look, need.id)) return sum;
    return sum + countDue(town, need, owner, after, "staff") * templateTicks(book, need, client);
  }, 0);
}

/** Within each pool, what some do not need goes to those who need more. */
function settle(rows: readonly OpenRow[]): void {
  const takers = rows.filter(({ sharing, account }) => sharing !== undefined && left(account) < 0);
  for (const taker of takers) {
    const givers = rows.filter(({ sharing, account }) => sharing === taker.sharing && account.period.until === taker.account.period.until);
    for (const giver of givers) {
      const ticks = Math.min(-left(taker.account), spare(giver.account));
      if (ticks <= 0) continue;
      giver.account.movedOut += ticks;
      taker.account.movedIn += ticks;
      record("pool", ticks, giver, taker);
    }
  }
}

/** To or from the client's next period, where the policy lets minutes roll. */
function carry({ town }: Book, row: OpenRow | undefined, next: OpenRow | undefined): void {
  if (row === undefined || next === undefined) return;
  const policy = policyOf(town, row.client);
  if (policy?.carryOver.mode !== "rolling" || !policy.swap.betweenDays) return;
  const ticks = carryOver(row.account, next.account, policy.carryOver.maxShare);
  if (ticks > 0) record("saved", ticks, row, next);
  if (ticks < 0) record("borrowed", -ticks, next, row);
}

function record(reason: MoveReason, ticks: Tick, from: OpenRow, to: OpenRow): void {
  const move: Move = { reason, ticks, from: sideOf(from.client, from.account), to: sideOf(to.client, to.account) };
  from.moves.push(move);
  to.moves.push(move);
}

const sideOf = ({ id }: Client, { period }: Account, line?: LedgerLine): Side => ({
  client: id,
  period: period.from,
  ...(line !== undefined && { occurrence: line.occurrence, need: line.need, purpose: line.purpose, date: line.date }),
});
