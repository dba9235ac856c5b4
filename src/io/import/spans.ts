/** From and to on the clock. */
import { windowMinutes } from "../../model/civil.ts";
import type { ColumnName, TableName } from "./columns.ts";
import { ROW } from "./messages.ts";
import type { Row } from "./row.ts";

/** Nothing that passes midnight lasts longer; what seems to has its times the wrong way round, or twice the same. */
const LONGEST_OVER_MIDNIGHT = 14 * 60;

/** A span that passes midnight is short enough to be meant; otherwise a fault of the column `to`. */
export function requireForward<T extends TableName>(
  row: Row<T>,
  fromColumn: ColumnName<T>,
  toColumn: ColumnName<T>,
  from: string | undefined,
  to: string | undefined,
): void {
  if (from === undefined || to === undefined || to > from) return;
  const [begin, end] = windowMinutes([from, to]);
  if (end - begin <= LONGEST_OVER_MIDNIGHT) return;
  row.fault(toColumn, "span-reversed", ROW.notAfter(to, from, row.labelOf(fromColumn)));
}
