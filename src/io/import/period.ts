/** Which days are planned. */
import { daysBetween } from "../../calendar/civil.ts";
import type { Case } from "../../model/case.ts";
import { isRealDate } from "../../model/civil.ts";
import type { Findings } from "./faults.ts";
import { ROW } from "./messages.ts";
import { readDate } from "./scalars.ts";
import type { Table } from "./table.ts";

/** Nobody plans longer at once; a date further off is a slip of the pen. */
const MOST_DAYS = 366;
/** Where no date is there at all: never seen by anyone, since the missing dates are faults. */
const NO_DATE = "2026-01-01";

/** From the first to the last date of a shift, unless said otherwise. A date far from the middle one is a fault. */
export function periodOf(
  { rows }: Table<"shifts">,
  { from, days }: { readonly from?: string; readonly days?: number },
  findings: Findings,
): Case["period"] {
  if (from !== undefined && !isRealDate(from))
    findings.fault("bad-date", ["period"], ROW.badPeriod(from));
  const dated = rows.flatMap((row) => {
    const reading = readDate(row.raw("date"));
    return "value" in reading ? [{ row, date: reading.value }] : [];
  });
  dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const middle = dated[dated.length >> 1]?.date ?? NO_DATE;
  const near = dated.filter(({ row, date }) => {
    const apart = Math.abs(daysBetween(middle, date));
    if (apart <= MOST_DAYS) return true;
    row.fault("date", "far-apart", ROW.farApart(date, apart));
    return false;
  });
  const first = from !== undefined && isRealDate(from) ? from : (near[0]?.date ?? NO_DATE);
  const last = near.at(-1)?.date ?? first;
  return { from: first, days: days ?? Math.max(1, daysBetween(first, last) + 1) };
}
