/** Ids that tables name in each other. */
import { didYouMean } from "../../model/suggest.ts";
import { show } from "../../model/show.ts";
import type { ImportCode } from "./codes.ts";
import { type ColumnName, fileOf, type TableName } from "./columns.ts";
import type { Row } from "./row.ts";
import type { Table } from "./table.ts";

/** The ids of a table and where each stands first. Rows with faults elsewhere count: their ids are known all the same. */
export interface Known {
  readonly file: string;
  readonly isWhole: boolean;
  readonly rows: ReadonlyMap<string, number>;
}

/** Collects the ids of a table; one that comes twice is a fault. */
export function knownIn<T extends TableName>({ name, rows, isWhole }: Table<T>, column: ColumnName<T>): Known {
  const known = new Map<string, number>();
  for (const row of rows) {
    const id = row.raw(column);
    if (id === "") continue;
    const first = known.get(id);
    if (first === undefined) known.set(id, row.number);
    else
      row.fault(
        column,
        "duplicate-id",
        `${show(id)} stands in row ${first} already.`,
        "Give each row an id of its own, or remove one of the rows.",
      );
  }
  return { file: fileOf(name), isWhole, rows: known };
}

/** The id in the cell; a fault if the other table is whole and does not have it. */
export function reference<T extends TableName>(row: Row<T>, column: ColumnName<T>, known: Known, code: ImportCode): string | undefined {
  const id = row.id(column);
  if (id === undefined || known.rows.has(id) || !known.isWhole) return id;
  return row.fault(
    column,
    code,
    `${show(id)} is not in ${known.file}.`,
    didYouMean(id, known.rows.keys(), `Add a row for it to ${known.file}, or correct it here.`),
  );
}
