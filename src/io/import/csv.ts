/** From text to cells. */
import Papa from "papaparse";

export interface Records {
  /** [row - 1][column]; a cell that holds line breaks is still in one row, as a spreadsheet shows it. */
  readonly cells: readonly (readonly string[])[];
  readonly delimiter: string;
  /** Index of the header in `cells`: 0, or 1 below Excel's own line `sep=;`. */
  readonly header: number;
  /** Row (from 1) whose quotes do not close; it and what follows cannot be trusted. */
  readonly unbalancedRow?: number;
  /** Does the text end within a line? */
  readonly endsOpen: boolean;
}

const MOST_TITLES = 8;

const DELIMITERS = [";", "\t", ","] as const;

/** The cells of a text by RFC 4180, the delimiter found from the header. O(length). */
export function parseCsv(text: string): Records {
  const said = /^sep=(.)\r?\n/i.exec(text);
  const header = headerLine(said === null ? text : text.slice(said[0].length));
  // Whoever saved the file after Excel may have kept the line and changed the sign.
  const delimiter = said?.[1] !== undefined && header.includes(said[1]) ? said[1] : delimiterOf(header);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const unbalanced = errors.find(({ type }) => type === "Quotes")?.row;
  return {
    cells: data,
    delimiter,
    header:
      said === null
        ? Math.max(
            0,
            data.findIndex((row) => row.some((cell) => cell.trim() !== "")),
          )
        : 1,
    ...(unbalanced !== undefined && { unbalancedRow: unbalanced + 1 }),
    endsOpen: !/[\r\n]$/.test(text),
  };
}

/** The first line with several cells, else the first that is not blank: a title may stand above the header. */
function headerLine(text: string): string {
  const lines = text.split(/\r?\n|\r/, MOST_TITLES).filter((line) => /[^\s;,]/.test(line));
  return lines.find((line) => /[;,\t]/.test(line)) ?? lines[0] ?? /[^\r\n]*[^\s;,][^\r\n]*/.exec(text)?.[0] ?? "";
}

/** The sign that separates most names; ties go to the first of the list. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const count = (sign: string): number => bare.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
