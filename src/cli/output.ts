/** Where results go. */
import { accessSync, constants, existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { formatIssue, type Issue, UsageError } from "../errors.ts";
import { counted, PLAN_WORDS } from "./counted.ts";
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

/**
 * Writes several results that belong together: either all of them, or none and what stood there before. One goes to standard output, where a path
 * says so, once the files are there.
 */
export function putTogether(results: readonly (readonly [path: string | undefined, text: string])[]): void {
  const files = results.flatMap(([path, text]): [string, string][] => (path === undefined || path === STREAM ? [] : [[path, text]]));
  const staged = new Map<string, string>();
  try {
    for (const [path, text] of files) write(path, () => staged.set(path, stage(path, text)));
    for (const [path, part] of staged) if (part !== path) write(path, () => renameSync(part, path));
  } finally {
    for (const [path, part] of staged) if (part !== path) rmSync(part, { force: true });
  }
  for (const [path, text] of results) {
    if (staged.has(path ?? STREAM)) process.stderr.write(`Written to ${path}\n`);
    else put(path, text);
  }
}

/** Writes beside the file, to be renamed; into what is there and no plain file (a link, a device) at once. Returns where. */
function stage(path: string, text: string): string {
  const there = lstatSync(path, { throwIfNoEntry: false });
  const part = there === undefined || there.isFile() ? `${path}.part` : path;
  if (there?.isFile()) accessSync(path, constants.W_OK);
  writeFileSync(part, text);
  return part;
}

/** Writes files by name into the folder, which is made where it is not there. */
export function putAll(folder: string, files: ReadonlyMap<string, string>): void {
  write(folder, () => {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
  });
  process.stderr.write(`${counted(files.size, "file")} written to ${folder}\n`);
}

function write(path: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    const { code } = error as { code?: string };
    const folder = dirname(path);
    throw new UsageError(`${path} cannot be written (${code}).${code === "ENOENT" && !existsSync(folder) ? ` There is no folder ${folder}; create it first.` : ""}`);
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
export function tell(what: string, issues: readonly Issue[], to: NodeJS.WriteStream = process.stdout, lang: "sv" | "en" = "en"): void {
  const words = PLAN_WORDS[lang];
  for (const issue of issues.slice(0, MOST_SHOWN)) to.write(`${formatIssue(issue)}\n`);
  if (issues.length > MOST_SHOWN) to.write(`${words.more(issues.length - MOST_SHOWN)}\n`);
  to.write(`${what}: ${words.issues(issues.length)}\n`);
}
