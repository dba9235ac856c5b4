/** What a provider's clients use together. */
import type { DateSpan } from "../../calendar/framePeriods.ts";
import type { Client } from "../../model/case.ts";
import type { Id } from "../../units.ts";
import { policyOf } from "../frameRules.ts";
import { type Account, accountOf, balanceOf, carryOver } from "./account.ts";
import type { LedgerLine, PoolRow } from "./ledger.ts";
import { type Book, grantedTicks, ticksOf } from "./lines.ts";
import { periodsOf, type Sharing } from "./pool.ts";
import { type OpenRow, reservedIn } from "./rows.ts";

/** One row per period of a provider's pool, or where it has none, per period of its clients' frames. */
export function poolRows(
  book: Book,
  framed: ReadonlyMap<Id, readonly LedgerLine[]>,
  sharing: Sharing,
  rows: readonly OpenRow[],
): PoolRow[] {
  const policies = sharing.clients.map((client) => policyOf(book.town, client));
  const accounts = sharing.pool === undefined ? ofFrames(rows) : ofPool(book, framed, sharing, sharing.pool);
  if (sharing.pool === undefined && policies.every((policy) => policy?.carryOver.mode === "rolling" && policy.swap.betweenDays)) {
    const most = Math.min(...policies.map((policy) => policy?.carryOver.maxShare ?? Infinity));
    for (const from of accounts) {
      const to = accounts.find(({ per, period }) => per === from.per && period.from === from.period.until);
      if (to !== undefined) carryOver(from, to, most);
    }
  }
  const clients = sharing.clients.map(({ id }) => id);
  return accounts.map((account) => ({
    ...(sharing.provider !== undefined && { provider: sharing.provider }),
    clients,
    ...balanceOf(account),
  }));
}

function ofPool(
  book: Book,
  framed: ReadonlyMap<Id, readonly LedgerLine[]>,
  { clients }: Sharing,
  pool: NonNullable<Sharing["pool"]>,
): Account[] {
  return periodsOf(book.town, pool.per, book.town.period.from).map((period, i) =>
    accountOf(
      period,
      pool.per,
      clients.flatMap(({ id }) => (framed.get(id) ?? []).filter(isIn(period))),
      {
        granted: grantedTicks(book, pool.minutes),
        held: 0,
        usedBefore: i === 0 ? ticksOf(book, pool.usedMinutes ?? 0) : 0,
        reserved: clients.reduce((sum, client: Client) => sum + reservedIn(book, client, period), 0),
      },
    ),
  );
}

const isIn =
  ({ from, until }: DateSpan) =>
  ({ date }: LedgerLine): boolean =>
    from <= date && date < until;

/** The clients' frames of equal periods, added up. */
function ofFrames(rows: readonly OpenRow[]): Account[] {
  const groups = new Map<string, OpenRow[]>();
  for (const row of rows) {
    const { from, until } = row.account.period;
    const key = `${from} ${until}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const sum = (of: (account: Account) => number): number => own.reduce((total, { account }) => total + of(account), 0);
      const { period, per } = (own[0] as OpenRow).account;
      return accountOf(
        period,
        per,
        own.flatMap(({ lines }) => lines),
        {
          granted: sum((a) => a.granted),
          held: sum((a) => a.held),
          usedBefore: sum((a) => a.usedBefore),
          reserved: sum((a) => a.reserved),
        },
      );
    });
}
