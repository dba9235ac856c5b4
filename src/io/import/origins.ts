/** From the Case back to the rows that it was made of. */
import type { Issue } from "../../errors.ts";
import { type ColumnName, fileOf, type TableName } from "./columns.ts";
import type { Row } from "./row.ts";

/** Lists of the Case that rows become. */
type List = "clients" | "needs" | "staff" | "shifts" | "places" | "households";

/** Key of an element -> the column that it comes from. Keys that are named like their column need no line. */
const COLUMN_OF: Readonly<Record<List, Readonly<Record<string, ColumnName>>>> = {
  clients: { id: "client", careContact: "care contact", decision: "frame minutes" },
  needs: { id: "need", often: "frequency", window: "latest", plannedAt: "planned time", staffing: "two people" },
  staff: { id: "staff", contract: "contract hours" },
  shifts: { id: "shift", breaks: "break minutes" },
  places: { id: "place" },
  households: { id: "household", access: "entry" },
};

export class Origins {
  private readonly rows: Readonly<Record<List, Row<TableName>[]>> = {
    clients: [],
    needs: [],
    staff: [],
    shifts: [],
    places: [],
    households: [],
  };

  /** The row becomes the next element of the list. */
  add(list: List, row: Row<"clients"> | Row<"needs"> | Row<"staff"> | Row<"shifts"> | Row<"places">): void {
    this.rows[list].push(row as Row<TableName>);
  }

  /** The row that became the element; undefined where none did. */
  rowOf(list: List, index: number): Row<TableName> | undefined {
    return this.rows[list][index];
  }

  /** The issue of a Case with the path `[file, row, column]`; as it is where it comes from no row. */
  translate(issue: Issue): Issue {
    const [list, index, key] = issue.path;
    if (!(String(list) in this.rows) || typeof index !== "number") return issue;
    const row = this.rows[list as List][index];
    if (row === undefined) return issue;
    const column = COLUMN_OF[list as List][String(key)] ?? key;
    const path = [fileOf(row.table), row.number, ...(column === undefined ? [] : [row.labelOf(column as ColumnName)])];
    return { ...issue, path };
  }
}
