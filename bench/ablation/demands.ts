/** What an ablation is measured on: instances of the suites, and towns of our own. */
import { readFileSync } from "node:fs";
import type { Demand } from "../../src/model/demand.ts";
import { instancesOf, townOf } from "../rules/families.ts";
import { CommandError, foldersIn, instancesIn, matchesGlob, SUITES } from "../suites.ts";

/** `rules/continuity/200`, or folder and name of an instance: `uhhc/i-167`. */
export interface Source {
  readonly name: string;
  /** Name of a suite, or `rules`. */
  readonly suite: string;
  /** File, or family and size. */
  readonly path: string;
}

/** All that one of `globs` names; `data`: where instances of the suites are. Throws {@link CommandError} if there are none. */
export function sourcesOf(globs: readonly string[], data: string | undefined): Source[] {
  const towns = instancesOf(false).map(({ name }) => ({ name: `rules/${name}`, suite: "rules", path: name }));
  const folders = data === undefined ? [] : foldersIn(data, Object.values(SUITES));
  const files = folders.flatMap((folder) =>
    instancesIn(folder).map(({ name, path }) => ({ name: `${folder.name}/${name}`, suite: folder.suite.name, path })),
  );
  const all = [...towns, ...files];
  const chosen = all.filter(({ name }) => globs.some((glob) => matchesGlob(name, glob)));
  if (chosen.length === 0) throw new CommandError(`None of the ${all.length} instances is named like ${globs.join(" or ")}.`);
  return chosen;
}

/** A town depends on the seed too, so that more seeds are more Demands. */
export function demandOf({ suite, path }: Source, seed: number): Demand {
  const benchmark = SUITES[suite];
  if (benchmark !== undefined) return benchmark.read(readFileSync(path, "utf8"));
  const [family, size] = path.split("/");
  return townOf({ family: family as string, size: Number(size) }, seed).demand;
}
