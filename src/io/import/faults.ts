/** What is wrong in tables, and what was read otherwise than written. */
import { formatIssue, InputError, type Issue } from "../../errors.ts";
import { TABLE_NAMES, fileOf } from "./columns.ts";
import type { ImportCode } from "./codes.ts";
import { CASE_ISSUES_SV, type ImportLang, type Remark, type Saying } from "./messages.ts";

/** Nothing to stop for, but worth knowing: which encoding was found, what was assumed. */
export interface Note {
  readonly file: string;
  /** As a spreadsheet shows it. */
  readonly row?: number;
  readonly text: string;
}

/** Where the readers of tables lay down what they find. Paths are `[file, row, column]`, shortened from the end. */
export class Findings {
  readonly notes: Note[] = [];
  private readonly faults: Issue[] = [];
  private readonly lang: ImportLang;

  constructor(lang: ImportLang) {
    this.lang = lang;
  }

  fault(code: ImportCode, path: Issue["path"], said: Saying): void {
    const [message, fix] = said[this.lang];
    this.faults.push({ code, path, message, fix });
  }

  /** What the reader of Cases found. */
  caseIssue(issue: Issue): void {
    const [message, fix] = (this.lang === "sv" ? inSwedish(issue) : undefined) ?? [issue.message, issue.fix];
    this.faults.push({ ...issue, message, fix });
  }

  note(file: string, said: Remark, row?: number): void {
    this.notes.push({ file, text: said[this.lang], ...(row !== undefined && { row }) });
  }

  isClean(): boolean {
    return this.faults.length === 0;
  }

  /** Throws one InputError with every fault, file by file and row by row, if there is any. */
  throwIfAny(): void {
    if (this.isClean()) return;
    const files = TABLE_NAMES.map(fileOf);
    const rank = ({ path: [file, row] }: Issue): readonly [number, number] => {
      const place = files.indexOf(String(file));
      return [place < 0 ? files.length : place, typeof row === "number" ? row : 0];
    };
    const sorted = this.faults
      .map((fault) => ({ fault, rank: rank(fault) }))
      .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
    throw new InputError(
      sorted.map(({ fault }) => fault),
      undefined,
      faultFormat(this.lang),
    );
  }
}

/** With the value that the English message names, since a cell may hold several. */
function inSwedish({ code, message, fix }: Issue): readonly [message: string, fix: string] | undefined {
  const said = CASE_ISSUES_SV[code];
  if (said === undefined) return undefined;
  const value = /"[^"]*"/.exec(message)?.[0];
  const near = /^Did you mean (".*")\?$/.exec(fix)?.[1];
  return [value === undefined ? said[0] : `${value}: ${said[0]}`, near === undefined ? said[1] : `Menar du ${near}?`];
}

const WHERE = { en: { row: "row", column: "column" }, sv: { row: "rad", column: "kolumn" } } as const;

/** How a fault becomes one line for a planner, in the language of the import: `shifts.csv, rad 4, kolumn "Datum": "3/11" går inte … Skriv …` */
export function faultFormat(lang: ImportLang): (issue: Issue) => string {
  const words = WHERE[lang];
  return (issue) => {
    const [file, row, column] = issue.path;
    if (typeof file !== "string" || !file.endsWith(".csv")) return formatIssue(issue);
    const where = [file, ...(row === undefined ? [] : [typeof row === "number" ? `${words.row} ${row}` : row]), ...(column === undefined ? [] : [`${words.column} "${column}"`])];
    return `${where.join(", ")}: ${issue.message} ${issue.fix}`;
  };
}

/** The same in English: `shifts.csv, row 4, column "datum": "3/11" is … Write …` */
export const formatFault = faultFormat("en");
