/** Where the instances of a suite are, and what is known about them. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import type { Benchmark } from "../src/io/benchmarks/benchmark.ts";
import { hhcrsp } from "../src/io/benchmarks/hhcrsp/hhcrsp.ts";
import { uhhc } from "../src/io/benchmarks/uhhc/uhhc.ts";
import { vrptw } from "../src/io/benchmarks/vrptw/vrptw.ts";
import { readCsv } from "./csv.ts";

export const SUITES: Readonly<Record<string, Benchmark>> = { vrptw, hhcrsp, uhhc };

/** A folder with instances of one suite, its `best-known.csv` and perhaps `solutions/`. */
export interface Folder {
  readonly path: string;
  readonly name: string;
  readonly suite: Benchmark;
  /** Row of `best-known.csv` by instance. */
  readonly known: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** An instance file; the name is that of the file without its extension. */
export interface Instance {
  readonly name: string;
  readonly path: string;
  /** NaN where none is known. */
  readonly bestKnown: number;
}

/** Says what is wrong with the command line; no stack trace is shown for it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** What `parseArgs` did not understand, in one sentence, and where help is. */
export const misread = (error: unknown, help: string): CommandError =>
  new CommandError(`${(error instanceof Error ? error.message : String(error)).split(". ")[0]}. ${help} lists the options.`);

/**
 * The folders of `data` that belong to one of the suites: subfolders named like a suite (`uhhc`, `hhcrsp-italian`), or
 * `data` itself. Throws {@link CommandError} if there are none.
 */
export function foldersIn(data: string, suites: readonly Benchmark[]): Folder[] {
  const root = resolve(data);
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new CommandError(`There is no folder ${root}. Give --data the folder that holds the instances.`);
  const inside = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name))
    .sort();
  const found = inside.flatMap((path) => folderAt(path, suiteNamed(path, suites)));
  if (found.length > 0) return found;
  const only = suites.length === 1 ? suites[0] : undefined;
  const itself = folderAt(root, suiteNamed(root, suites) ?? only);
  if (itself.length > 0) return itself;
  const names = suites.map((suite) => suite.name).join(", ");
  throw new CommandError(`${root} holds no instances of ${names}: no folder of such a name with files in it.`);
}

const suiteNamed = (path: string, suites: readonly Benchmark[]): Benchmark | undefined =>
  suites.find(({ name }) => basename(path) === name || basename(path).startsWith(`${name}-`));

function folderAt(path: string, suite: Benchmark | undefined): Folder[] {
  if (suite === undefined) return [];
  const table = join(path, "best-known.csv");
  const rows = existsSync(table) ? readCsv(readFileSync(table, "utf8")) : [];
  const folder = { path, name: basename(path), suite, known: new Map(rows.map((row) => [row["instance"] ?? "", row])) };
  return instancesIn(folder).length > 0 ? [folder] : [];
}

/** Columns that hold the best known cost, in order of preference. */
const BEST_COLUMNS = ["bks", "best_cost", "cost", "distance"];

/** In order of their names. */
export function instancesIn(folder: Folder): Instance[] {
  return readdirSync(folder.path)
    .filter((file) => extname(file) === `.${folder.suite.instanceExtension}`)
    .sort()
    .map((file) => {
      const name = basename(file, extname(file));
      const row = folder.known.get(name);
      const column = BEST_COLUMNS.find((c) => (row?.[c] ?? "") !== "");
      return { name, path: join(folder.path, file), bestKnown: column === undefined ? Number.NaN : Number(row?.[column]) };
    });
}

/** Whether a name matches a pattern: * stands for anything, ? for one character, [RC] for one of these; case does not matter. */
export function matchesGlob(name: string, glob: string): boolean {
  const pattern = glob.replace(/\[[\w-]+\]|[.+^${}()|[\]\\*?]/g, (part) =>
    part.length > 1 ? part : part === "*" ? ".*" : part === "?" ? "." : `\\${part}`,
  );
  return new RegExp(`^${pattern}$`, "i").test(name);
}
