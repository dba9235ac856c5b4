/** What relatives and others do instead of the staff. */
import { addDays } from "../../calendar/civil.ts";
import type { Need } from "../../model/case.ts";
import { countDue } from "../due.ts";
import type { RelativesRow } from "./ledger.ts";
import { type Book, clientsOf, templateTicks } from "./lines.ts";

/** Per need that relatives do on some planned day, and client whom it serves; in the order of the Case. O(needs x days). */
export function relativesRows(book: Book): RelativesRow[] {
  const { from, days } = book.town.period;
  return book.town.needs.flatMap((need: Need) => {
    const owner = book.look.clients.get(need.client);
    if (owner === undefined || (need.relativesDo ?? []).length === 0) return [];
    const occasions = countDue(book.town, need, owner, { from, until: addDays(from, days) }, "relatives");
    if (occasions === 0) return [];
    return clientsOf(book, need).map((client) => ({
      client: client.id,
      need: need.id,
      occasions,
      ticks: occasions * templateTicks(book, need, client),
    }));
  });
}
