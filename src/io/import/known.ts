/** Ids that tables name in each other. */
import type { ImportCode } from "./codes.ts";
import { type ColumnName, fileOf, type TableName } from "./columns.ts";
import { fold } from "./fold.ts";
import { ROW } from "./messages.ts";
import type { Row } from "./row.ts";
import type { Table } from "./table.ts";

/** The ids of a table and where each stands first. Rows with faults elsewhere count: their ids are known all the same. */
export interface Known {
  readonly file: string;
  readonly isWhole: boolean;
  readonly rows: ReadonlyMap<string, number>;
  readonly named: Named;
}

/** Ids of those who are called so, whichever name comes first. */
export type Named = (name: string) => readonly string[];

export function idsByName(list: readonly { readonly id: string; readonly name?: string }[]): Named {
  const wordsOf = (name: string): string => fold(name).split(" ").sort().join(" ");
  const ids = new Map<string, string[]>();
  for (const { id, name = "" } of list) if (id !== "" && name !== "") ids.set(wordsOf(name), [...(ids.get(wordsOf(name)) ?? []), id]);
  return (name) => ids.get(wordsOf(name)) ?? [];
}

/** Collects the ids of a table; one that comes twice is a fault, and so are two that differ in capitals only. */
export function knownIn<T extends TableName>({ name, rows, isWhole }: Table<T>, column: ColumnName<T>): Known {
  const known = new Map<string, number>();
  const folded = new Map<string, string>();
  for (const row of rows) {
    const id = row.raw(column);
    if (id === "") continue;
    const first = known.get(id);
    const alike = folded.get(id.toLowerCase());
    if (first !== undefined) row.fault(column, "duplicate-id", ROW.duplicateId(id, first));
    else if (alike !== undefined) row.fault(column, "duplicate-id", ROW.onlyCapitals(id, alike, known.get(alike) ?? 0));
    if (first === undefined) known.set(id, row.number);
    if (alike === undefined) folded.set(id.toLowerCase(), id);
  }
  const named = idsByName(rows.map((row) => ({ id: row.raw(column), name: row.raw("name" as ColumnName<T>) })));
  return { file: fileOf(name), isWhole, rows: known, named };
}

/** The id in the cell; a fault if the other table is whole and does not have it. */
export function reference<T extends TableName>(row: Row<T>, column: ColumnName<T>, known: Known, code: ImportCode): string | undefined {
  const id = row.id(column);
  if (id === undefined || known.rows.has(id) || !known.isWhole) return id;
  return row.fault(column, code, ROW.unknownId(id, known.file, [...known.rows.keys()], known.named(id)));
}
