/** Where results go. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatIssue, type Issue, UsageError } from "../errors.ts";
import { STREAM } from "./input.ts";

/** Issues of a document or plan that are printed; the rest is counted. */
const MOST_SHOWN = 50;

/** Writes the text to the file, or to standard output without one or where it is `-`. */
export function put(path: string | undefined, text: string): void {
  if (path === undefined || path === STREAM) {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    return;
  }
  write(path, () => writeFileSync(path, text));
  process.stderr.write(`Written to ${path}\n`);
}

/** Writes files by name into the folder, which is made where it is not there. */
export function putAll(folder: string, files: ReadonlyMap<string, string>): void {
  write(folder, () => {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
  });
  process.stderr.write(`${files.size} ${files.size === 1 ? "file" : "files"} written to ${folder}\n`);
}

function write(path: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${(error as { code?: string }).code}).`);
  }
}

/** Throws UsageError where a result would be written over what it is made from, or two results to the same place. */
export function requireApart(from: readonly (string | undefined)[], to: readonly (string | undefined)[]): void {
  const read = new Set(from.flatMap((path) => (path === undefined || path === STREAM ? [] : [resolve(path)])));
  const written = new Set<string>();
  for (const path of to) {
    if (path === undefined) continue;
    const place = path === STREAM ? STREAM : resolve(path);
    if (read.has(place)) throw new UsageError(`${path} would be overwritten by what is made from it. Give another file.`);
    if (written.has(place)) throw new UsageError(`${path} is to hold two results. Give another file.`);
    written.add(place);
  }
}

/** The document as people read JSON. */
export const json = (document: unknown): string => `${JSON.stringify(document, null, 1)}\n`;

/** Prints what the judge found, one line each, and how many there are. */
export function tell(what: string, issues: readonly Issue[], to: NodeJS.WriteStream = process.stdout): void {
  for (const issue of issues.slice(0, MOST_SHOWN)) to.write(`${formatIssue(issue)}\n`);
  if (issues.length > MOST_SHOWN) to.write(`… and ${issues.length - MOST_SHOWN} more\n`);
  to.write(`${what}: ${issues.length === 0 ? "no issues" : `${issues.length} ${issues.length === 1 ? "issue" : "issues"}`}\n`);
}
