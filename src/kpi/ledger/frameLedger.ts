/** Making up the frame ledger of a plan. */
import type { Case } from "../../model/case.ts";
import type { Demand } from "../../model/demand.ts";
import type { Plan } from "../../model/plan.ts";
import type { Id } from "../../units.ts";
import { isInFrame } from "../frameRules.ts";
import { lookUp } from "../lookup.ts";
import type { Performed } from "../performed.ts";
import { delegatedRow } from "./delegated.ts";
import type { FrameLedger, LedgerLine } from "./ledger.ts";
import { type Book, linesByClient } from "./lines.ts";
import { sharingsOf } from "./pool.ts";
import { poolRows } from "./poolRows.ts";
import { relativesRows } from "./relatives.ts";
import { closed, openRows } from "./rows.ts";

/**
 * Where the minutes of the granted frames went, in ticks: read off the Case and the plan alone, so that it is the same whichever schedule
 * model made the Demand. `performed`: what is known of the days afterwards; of occasions that it does not name the plan counts.
 * Throws RangeError where the plan answers another Demand. O(tasks x log tasks + needs x days).
 */
export function frameLedger(town: Case, demand: Demand, plan: Plan, performed: Performed = {}): FrameLedger {
  return ledgerOf({ town, demand, look: lookUp(town, demand, plan), performed });
}

export function ledgerOf(book: Book): FrameLedger {
  const lines = linesByClient(book);
  const framed = new Map<Id, readonly LedgerLine[]>(
    book.town.clients.map((client) => [
      client.id,
      (lines.get(client.id) ?? []).filter(({ need }) => isInFrame(book.town, client, book.look, need)),
    ]),
  );
  const sharings = sharingsOf(book.town);
  const rows = openRows(book, framed, sharings);
  return {
    ticksPerMinute: book.demand.ticksPerMinute,
    rows: rows.map(closed),
    pools: sharings.flatMap((sharing) =>
      poolRows(
        book,
        framed,
        sharing,
        rows.filter((row) => row.sharing === sharing),
      ),
    ),
    delegated: book.town.clients.flatMap((client) =>
      delegatedRow(
        book,
        client,
        (lines.get(client.id) ?? []).filter(({ delegated }) => delegated),
      ),
    ),
    byRelatives: relativesRows(book),
  };
}
