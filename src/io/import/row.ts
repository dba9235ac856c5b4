/** One row of a table, read cell by cell; what is wrong is laid down under the name that the column has in the file. */
import type { CivilDate, ClockTime, Weekday } from "../../model/civil.ts";
import type { Recurrence } from "../../model/case.ts";
import type { ImportCode } from "./codes.ts";
import { type ColumnName, columnsOf, fileOf, type Format, type TableName } from "./columns.ts";
import type { Findings } from "./faults.ts";
import { readHours, readMinutes, saysHours } from "./lengths.ts";
import { CELL, REMARK, type Remark, type Saying } from "./messages.ts";
import { readFrequency, readWeekdays } from "./recurrence.ts";
import { type Reading, readAmount, readDate, readDegrees, readTime } from "./scalars.ts";
import { type Choices, readChoice, split } from "./words.ts";

interface Cell {
  /** The column's name in the file. */
  readonly label: string;
  readonly text: string;
}

/** `#REF!`, `#N/A`, `#SAKNAS!`, and the `####` of a column too narrow. */
const SPREADSHEET_ERROR = /^#(?:[\p{Lu}/0-9]+[!?]?|#+)$/u;

/** What people merge over several rows. */
const MERGED: readonly Format[] = ["id", "date"];

export class Row<T extends TableName> {
  /** Has a fault been found in this row? */
  isBroken = false;
  readonly table: T;
  /** As a spreadsheet shows it, from 1. */
  readonly number: number;
  private readonly cells: ReadonlyMap<ColumnName<T>, Cell>;
  private readonly findings: Findings;

  /** `above`: the row before it. */
  constructor(table: T, number: number, cells: ReadonlyMap<ColumnName<T>, Cell>, findings: Findings, above?: Row<T>) {
    this.table = table;
    this.number = number;
    this.cells = cells;
    this.findings = findings;
    for (const column of columnsOf(table)) {
      const { name, isRequired, format } = column;
      const text = this.raw(name as ColumnName<T>);
      const merged = MERGED.includes(format) ? (above?.raw(name as ColumnName<T>) ?? "") : "";
      if (text === "" && isRequired)
        this.fault(name as ColumnName<T>, "missing-cell", CELL.empty(column, merged));
      if (SPREADSHEET_ERROR.test(text))
        this.fault(name as ColumnName<T>, "spreadsheet-error", CELL.spreadsheetError(text));
    }
  }

  /** The cell without blanks around it; empty where the column is not there. */
  raw(column: ColumnName<T>): string {
    return (this.cells.get(column)?.text ?? "").trim();
  }

  fault(column: ColumnName<T>, code: ImportCode, said: Saying): undefined {
    this.isBroken = true;
    this.findings.fault(code, [fileOf(this.table), this.number, this.labelOf(column)], said);
  }

  note(said: Remark): void {
    this.findings.note(fileOf(this.table), said, this.number);
  }

  /** What the file calls the column. */
  labelOf(column: ColumnName<T>): string {
    return this.cells.get(column)?.label ?? column;
  }

  /** Text, or undefined where the cell is empty. */
  text(column: ColumnName<T>): string | undefined {
    return this.read(column, (value) => ({ value }));
  }

  /** A name. Blanks around it, which nobody sees, are forgiven and noted. */
  id(column: ColumnName<T>): string | undefined {
    const value = this.text(column);
    const written = this.cells.get(column)?.text;
    if (value !== undefined && written !== value) this.findings.note(fileOf(this.table), REMARK.blanks(written, value), this.number);
    return value;
  }

  ids(column: ColumnName<T>): readonly string[] | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : split(text);
  }

  /** A number of at least 0. */
  amount(column: ColumnName<T>): number | undefined {
    return this.read(column, readAmount);
  }

  /** A length in minutes; hours that the cell names are noted. */
  minutes(column: ColumnName<T>): number | undefined {
    const text = this.raw(column);
    const inHours = saysHours(this.labelOf(column));
    const value = this.read(column, (cell) => readMinutes(cell, inHours));
    if (value !== undefined && !inHours && /\d\s*[th]/i.test(text)) this.findings.note(fileOf(this.table), REMARK.asMinutes(text, value), this.number);
    return value;
  }

  /** Hours, with or without the word. */
  hours(column: ColumnName<T>): number | undefined {
    return this.read(column, readHours);
  }

  /** A length in minutes above 0. */
  positive(column: ColumnName<T>): number | undefined {
    const value = this.minutes(column);
    return value === 0 ? this.fault(column, "out-of-range", CELL.zero()) : value;
  }

  /** A whole number from 1 to `most`. */
  whole(column: ColumnName<T>, most: number): number | undefined {
    const value = this.amount(column);
    if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return value;
    return this.fault(column, "out-of-range", CELL.notWhole(this.raw(column), most));
  }

  degrees(column: ColumnName<T>, most: number): number | undefined {
    return this.read(column, (text) => readDegrees(text, most));
  }

  date(column: ColumnName<T>): CivilDate | undefined {
    return this.read(column, readDate);
  }

  time(column: ColumnName<T>): ClockTime | undefined {
    return this.read(column, readTime);
  }

  weekdays(column: ColumnName<T>): readonly Weekday[] | undefined {
    return this.read(column, readWeekdays);
  }

  frequency(column: ColumnName<T>): Recurrence | undefined {
    return this.read(column, readFrequency);
  }

  choice<V>(column: ColumnName<T>, choices: Choices<V>): V | undefined {
    return this.read(column, (text) => readChoice(text, choices));
  }

  /** Several of the choices, each once, in the order written. */
  choices<V>(column: ColumnName<T>, choices: Choices<V>): readonly V[] | undefined {
    const whole = this.text(column);
    if (whole === undefined) return undefined;
    const only = readChoice(whole, choices);
    if ("value" in only) return [only.value];
    const found = split(whole).map((word) => this.read(column, () => readChoice(word, choices)));
    return [...new Set(found.filter((one) => one !== undefined))];
  }

  private read<V>(column: ColumnName<T>, reader: (text: string) => Reading<V>): V | undefined {
    const text = this.raw(column);
    if (text === "" || SPREADSHEET_ERROR.test(text)) return undefined;
    const reading = reader(text);
    return "value" in reading ? reading.value : this.fault(column, reading.code, reading.said);
  }
}
