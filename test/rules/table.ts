/** The rows of `docs/rules.md`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const COLUMNS = ["rule", "demand", "reported", "judge", "search", "hand", "alone", "mixed", "optimum"] as const;

/** One rule. Lists are what stands between backticks in its cells; values in quotes keep them: `"timeOfDay"`. */
export interface Row {
  readonly name: string;
  /** The words of each cell, as they stand. */
  readonly text: Readonly<Record<(typeof COLUMNS)[number], string>>;
  readonly demand: readonly string[];
  readonly reported: readonly string[];
  readonly judge: readonly string[];
  readonly search: readonly string[];
  readonly hand: readonly string[];
  readonly alone: readonly string[];
  readonly mixed: readonly string[];
  readonly optimum: readonly string[];
}

const document = readFileSync(`${ROOT}/docs/rules.md`, "utf8");

/** Every row of every table of rules, in order. */
export const ROWS: readonly Row[] = document.split("\n").flatMap((line) => {
  const name = /^\| \*\*(.+?)\*\* /.exec(line)?.[1];
  if (name === undefined) return [];
  const cells = line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
  if (cells.length !== COLUMNS.length) throw new Error(`Rule "${name}" has ${cells.length} cells, not ${COLUMNS.length}.`);
  const text = Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i]])) as Row["text"];
  const [, ...lists] = COLUMNS;
  return [{ name, text, ...(Object.fromEntries(lists.map((column) => [column, quoted(text[column])])) as Omit<Row, "name" | "text">) }];
});

/** Properties that the section about what is no rule names. */
export const NO_RULE: readonly string[] = quoted(document.slice(document.indexOf("## What is no rule")));

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
}
