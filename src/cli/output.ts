/** Where results go. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatIssue, type Issue, UsageError } from "../errors.ts";
import { ISSUES, WELL } from "./status.ts";

/** Issues of a document or plan that are printed; the rest is counted. */
const MOST_SHOWN = 50;

/** Writes the text to the file, or to standard output without one. */
export function put(path: string | undefined, text: string): void {
  if (path === undefined) {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    return;
  }
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${(error as { code?: string }).code}).`);
  }
  process.stderr.write(`Written to ${path}\n`);
}

/** Throws UsageError where the result would be written over what it is made from. */
export function requireApart(from: string, ...to: readonly (string | undefined)[]): void {
  for (const path of to) {
    if (path !== undefined && resolve(path) === resolve(from)) throw new UsageError(`${path} would be overwritten by what is made from it. Give another file.`);
  }
}

/** The document as people read JSON. */
export const json = (document: unknown): string => `${JSON.stringify(document, null, 1)}\n`;

/** Prints what the judge found, one line each, and how many there are. Returns the exit status. */
export function tell(what: string, issues: readonly Issue[], to: NodeJS.WriteStream = process.stdout): number {
  for (const issue of issues.slice(0, MOST_SHOWN)) to.write(`${formatIssue(issue)}\n`);
  if (issues.length > MOST_SHOWN) to.write(`… and ${issues.length - MOST_SHOWN} more\n`);
  to.write(`${what}: ${issues.length === 0 ? "no issues" : `${issues.length} ${issues.length === 1 ? "issue" : "issues"}`}\n`);
  return issues.length === 0 ? WELL : ISSUES;
}
