/** One file as rows of known columns. */
import { suggest } from "../../model/suggest.ts";
import { type Column, type ColumnName, columnsOf, fileOf, TABLES, type TableName } from "./columns.ts";
import { parseCsv, type Records } from "./csv.ts";
import { decode } from "./decode.ts";
import type { Findings } from "./faults.ts";
import { fold } from "./fold.ts";
import { FILE, REMARK } from "./messages.ts";
import { HOURS, saysHours } from "./lengths.ts";
import { Row } from "./row.ts";

export interface Table<T extends TableName> {
  readonly name: T;
  readonly rows: readonly Row<T>[];
  /** False where the file is missing or broken off, so that nothing can be said about what it lacks. */
  readonly isWhole: boolean;
}

/** Reads a table; everything wrong with file, header and number of cells is laid down in `findings`. O(length). */
export function readTable<T extends TableName>(name: T, content: string | Uint8Array | undefined, findings: Findings): Table<T> {
  const file = fileOf(name);
  const none = { name, rows: [], isWhole: false };
  const needed = columnsOf(name).filter(({ isRequired }) => isRequired);
  if (content === undefined) {
    if (!TABLES[name].isRequired) return { ...none, isWhole: true };
    findings.fault("missing-file", [file], FILE.missing(needed));
    return none;
  }
  const { text, encoding } = decode(content);
  if (text.startsWith("PK\u0003\u0004") || text.includes("\0")) {
    findings.fault("not-a-table", [file], FILE.notText());
    return none;
  }
  if (text.trim() === "") {
    findings.fault("empty-file", [file], FILE.empty(needed));
    return none;
  }
  const garbled = GARBLED.exec(text)?.[0];
  if (garbled !== undefined) {
    findings.fault("garbled-letters", [file], FILE.garbled(garbled));
    return none;
  }
  if (encoding !== undefined) findings.note(file, REMARK.encoding(encoding));
  const records = belowTitles(name, parseCsv(text), findings);
  const header = headerOf(name, records, findings);
  if (header === undefined) return none;
  const { rows, isWhole } = rowsOf(name, records, header, findings);
  if (rows.length === 0 && isWhole)
    findings.fault("empty-file", [file], FILE.noRows(TABLES[name].about));
  return { name, rows, isWhole: isWhole && rows.length > 0 };
}

/** A word with UTF-8 that was read as Windows-1252 and saved again (å as Ã¥), or with letters that were lost. */
const GARBLED = /[\p{L}\p{N}]*(?:Ã[\u0080-\u00bf\u2013-\u2026\u0192\u02c6\u2030]|â€|\uFFFD)[^\s;,\t"]*/u;

/** Rows in which the header may stand below titles and merged cells. */
const MOST_TITLES = 5;

/** The records with the first row as header that has every column needed, where the first row of all has not. */
function belowTitles(name: TableName, records: Records, findings: Findings): Records {
  const rows = records.cells.slice(0, records.header + MOST_TITLES);
  const at = rows.findIndex((cells, i) => i >= records.header && missingIn(name, columnsNamed(name, cells)).length === 0);
  if (at <= records.header) return records;
  findings.note(fileOf(name), REMARK.above(), at + 1);
  return { ...records, header: at };
}

/** [index] -> the column that a label names. */
const columnsNamed = (name: TableName, labels: readonly string[]): readonly (Column | undefined)[] =>
  labels.map(
    (label) =>
      columnsOf(name).find((column) => fold(column.name) === fold(label)) ??
      columnsOf(name).find(({ synonyms }) => synonyms.some((one) => fold(one) === fold(label))) ??
      (saysHours(label) ? columnsOf(name).find((column) => column.format === "minutes" && isCalled(column, fold(label).replace(HOURS, ""))) : undefined),
  );

/** A length in minutes may be headed by its name alone, its unit being another: "Tid (tim)". */
const isCalled = ({ name, synonyms }: Column, words: string): boolean =>
  [name, ...synonyms].some((one) => [words, `${words} minuter`, `${words} minutes`].includes(fold(one)));

const missingIn = (name: TableName, found: readonly (Column | undefined)[]): readonly Column[] =>
  columnsOf(name).filter((column) => column.isRequired && !found.includes(column));

/** Which column stands where: [index] -> the column and its name in the file. */
type Header = readonly ({ readonly column: Column; readonly label: string } | undefined)[];

function headerOf(name: TableName, { cells, header }: Records, findings: Findings): Header | undefined {
  const file = fileOf(name);
  const columns = columnsOf(name);
  const labels = (cells[header] ?? []).map((label) => label.trim());
  const found = columnsNamed(name, labels);
  const missing = missingIn(name, found);
  const unused: string[] = [];
  labels.forEach((label, i) => {
    const column = found[i];
    if (label === "") return;
    if (column === undefined) {
      const names = columns.filter((one) => !found.includes(one)).flatMap((one) => [one.name, ...one.synonyms]);
      const near = suggest(fold(label), names);
      if (near === undefined) unused.push(label);
      else
        findings.fault("unknown-column", [file, header + 1, label], FILE.unknownColumn(label, near));
    } else if (found.indexOf(column) !== i) {
      findings.fault("repeated-column", [file, header + 1, label], FILE.repeatedColumn(labels[found.indexOf(column)], label));
    }
  });
  labels.forEach((label, i) => {
    if (found[i]?.format === "minutes" && saysHours(label)) findings.note(file, REMARK.inHours(label), header + 1);
  });
  if (unused.length > 0) findings.note(file, REMARK.unused(unused), header + 1);
  for (const column of missing) findings.fault("missing-column", [file, header + 1], FILE.missingColumn(column, unused));
  if (missing.length > 0) return undefined;
  return found.map((column, i) => (column === undefined || found.indexOf(column) !== i ? undefined : { column, label: labels[i] ?? "" }));
}

function rowsOf<T extends TableName>(
  name: T,
  { cells, header, delimiter, unbalancedRow, endsOpen }: Records,
  columns: Header,
  findings: Findings,
): { rows: Row<T>[]; isWhole: boolean } {
  const file = fileOf(name);
  const rows: Row<T>[] = [];
  let isWhole = true;
  // One row longer than the others has shifted cells, even where the last of them is empty.
  const width = Math.max(columns.length, shortest(cells.slice(header + 1)));
  for (let i = header + 1; i < cells.length; i++) {
    const row = i + 1;
    const values = cells[i] ?? [];
    if (row === unbalancedRow) {
      findings.fault("unbalanced-quotes", [file, row], FILE.unbalancedQuotes());
      return { rows, isWhole: false };
    }
    if (values.every((cell) => cell.trim() === "")) continue;
    if (isHeaderAgain(values, columns)) {
      findings.note(file, REMARK.headerAgain(), row);
      continue;
    }
    const total = totalsIn(values, columns);
    if (total !== undefined) {
      findings.fault("totals-row", [file, row], FILE.totals(total));
      continue;
    }
    if (values.length > width || values.slice(columns.length).some((cell) => cell.trim() !== "")) {
      findings.fault("wrong-cell-count", [file, row], FILE.wrongCellCount(values.length, columns.length, delimiter === "\t" ? "tab" : delimiter));
      isWhole = false;
      continue;
    }
    if (i === cells.length - 1 && endsOpen && values.length < columns.length) {
      findings.fault("file-cut-off", [file, row], FILE.cutOff(values.at(-1) ?? ""));
      return { rows, isWhole: false };
    }
    const named = new Map(
      columns.flatMap((one, c) =>
        one === undefined ? [] : [[one.column.name as ColumnName<T>, { label: one.label, text: values[c] ?? "" }] as const],
      ),
    );
    rows.push(new Row(name, row, named, findings, rows.at(-1)));
  }
  return { rows, isWhole };
}

/** "Summa", where cells that must be filled in are empty beside it. */
function totalsIn(cells: readonly string[], columns: Header): string | undefined {
  const first = cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
  const isEmpty = columns.some((one, c) => one?.column.isRequired === true && (cells[c] ?? "").trim() === "");
  return isEmpty && /^(summa|total|totalt|sum|totals)\b/.test(fold(first)) ? first : undefined;
}

/** Cells of the shortest row that is not blank: where all rows end in a sign that the header lacks, none has a cell too many. */
const shortest = (rows: Records["cells"]): number =>
  rows.reduce((least, row) => (row.every((cell) => cell.trim() === "") ? least : Math.min(least, row.length)), Number.POSITIVE_INFINITY);

/** Tables put together from several files repeat their header. */
const isHeaderAgain = (cells: readonly string[], columns: Header): boolean =>
  columns.filter((one) => one !== undefined).length > 1 && columns.every((one, c) => one === undefined || fold(cells[c] ?? "") === fold(one.label));
