/** One table as CSV: RFC 4180, and harmless in spreadsheets. */

/** A number is written with the decimal mark; what is undefined is an empty cell. */
export type Cell = string | number | undefined;

export interface CsvFormat {
  readonly separator: "," | ";" | "\t";
  readonly decimalMark: "." | ",";
  /** Begin with a byte order mark: without it Excel takes UTF-8 for Windows-1252. */
  readonly byteOrderMark: boolean;
}

/** Rows ended by CRLF, the last too. O(size). */
export function csvText(rows: readonly (readonly Cell[])[], format: CsvFormat): string {
  const lines = rows.map((row) => `${row.map((cell) => cellText(cell, format)).join(format.separator)}\r\n`);
  return (format.byteOrderMark ? "\uFEFF" : "") + lines.join("");
}

function cellText(cell: Cell, { separator, decimalMark }: CsvFormat): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return quoted(harmless(cell), separator);
  return quoted(String(cell).replace(".", decimalMark), separator);
}

/** Spreadsheets run text that begins so as a formula; an apostrophe before it makes it text. Numbers are not touched. */
const harmless = (text: string): string => (/^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Rounded to so many decimals, without an exponent; at most 6. */
export const rounded = (value: number, decimals: number): number => {
  const near = Math.round(value * 10 ** decimals) / 10 ** decimals;
  return near === 0 ? 0 : near;
};
