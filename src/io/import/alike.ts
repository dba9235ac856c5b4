/** The same thing said of many rows is said once. */
import type { Issue } from "../../errors.ts";
import { faultFormat, type Note } from "./faults.ts";
import type { ImportLang } from "./messages.ts";

/** Different cells of one column with the same fault that are told one by one. */
const MOST_TOLD = 5;

const WORDS = {
  en: { row: "row", rows: "rows", more: (rows: string) => `and the same kind of fault in ${rows}` },
  sv: { row: "rad", rows: "rader", more: (rows: string) => `och samma slags fel på ${rows}` },
} as const;

/** "row 4", "rows 2–77 (76 rows)", "rows 2, 5–9 (6 rows)". */
export function rowsText(numbers: readonly number[], lang: ImportLang): string {
  const words = WORDS[lang];
  const rows = [...new Set(numbers)].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else spans.push([row, row]);
  }
  const text = spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
  return rows.length === 1 ? `${words.row} ${text}` : `${lang === "sv" ? words.row : words.rows} ${text} (${rows.length} ${words.rows})`;
}

interface Told {
  readonly first: Issue;
  readonly rows: number[];
}

/** One line per fault: the same in several rows once, and of many of one kind in one column the first few. O(issues). */
export function faultLines(issues: readonly Issue[], lang: ImportLang): string[] {
  const same = new Map<string, Told>();
  for (const issue of issues) {
    const [file, row, column] = issue.path;
    const isRow = typeof file === "string" && file.endsWith(".csv") && typeof row === "number";
    const key = JSON.stringify([issue.code, file, isRow ? column : issue.path, issue.message, issue.fix]);
    const told = same.get(key);
    if (told === undefined) same.set(key, { first: issue, rows: isRow ? [row] : [] });
    else if (isRow) told.rows.push(row);
  }
  const kinds = new Map<string, Told[]>();
  for (const told of same.values()) {
    const { code, path: [file, , column] } = told.first;
    const key = told.rows.length === 0 ? JSON.stringify([code, told.first.path, told.first.message]) : JSON.stringify([code, file, column]);
    kinds.set(key, [...(kinds.get(key) ?? []), told]);
  }
  const format = faultFormat(lang);
  const line = ({ first, rows }: Told): string =>
    rows.length < 2 ? format(first) : format({ ...first, path: first.path.toSpliced(1, 1, rowsText(rows, lang)) });
  return [...kinds.values()].flatMap((kind) => {
    const rest = kind.slice(MOST_TOLD);
    const { path: [file] } = kind[0]!.first;
    return [...kind.slice(0, MOST_TOLD).map(line), ...(rest.length === 0 ? [] : [`${file}: ${WORDS[lang].more(rowsText(rest.flatMap(({ rows }) => rows), lang))}`])];
  });
}

/** One line per note, the same in several rows once. */
export function noteLines(notes: readonly Note[], lang: ImportLang): string[] {
  const rows = new Map<string, number[]>();
  const lines = new Map<string, Note>();
  for (const note of notes) {
    const key = JSON.stringify([note.file, note.text]);
    if (!lines.has(key)) lines.set(key, note);
    rows.set(key, [...(rows.get(key) ?? []), ...(note.row === undefined ? [] : [note.row])]);
  }
  return [...lines].map(([key, { file, text }]) => {
    const own = rows.get(key) ?? [];
    return `${file}${own.length === 0 ? "" : `, ${rowsText(own, lang)}`}: ${text}`;
  });
}
