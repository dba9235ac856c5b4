/** What budgets are measured on: public instances, days and fortnights drawn by town/, towns of hemtur/sample. */
import { readFileSync } from "node:fs";
import type { Demand } from "../../src/model/demand.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { demandOf as drawnTown, SHAPES } from "../speed/shapes.ts";
import { CommandError, foldersIn, instancesIn, matchesGlob, SUITES } from "../suites.ts";

/** A Demand that can be made again from its name. */
export interface BudgetCase {
  /** `vrptw/R1_2_5`, `drawn/day/3000`, `sample/middleTown/minute`, `sample/village/ramtid`. */
  readonly name: string;
  /** File of an instance. */
  readonly path: string | null;
  /** null where none is known. */
  readonly bestKnown: number | null;
}

const MODELS = { minute: minute(), ramtid: ramtid() } as const;
const TOWNS = {
  village: { seed: 5, clients: 40, days: 3 },
  middleTown: { seed: 1, profile: "middleTown", planted: true },
} as const;

const SIZES = [300, 1000, 3000];

/** All that one of `globs` names; `data`: where instances of the suites are. Throws {@link CommandError} if there are none. */
export function casesOf(globs: readonly string[], data: string | undefined): BudgetCase[] {
  const drawn = Object.keys(SHAPES).flatMap((shape) => SIZES.map((size) => `drawn/${shape}/${size}`));
  const sampled = Object.keys(TOWNS).flatMap((town) => Object.keys(MODELS).map((model) => `sample/${town}/${model}`));
  const files = (data === undefined ? [] : foldersIn(data, Object.values(SUITES))).flatMap((folder) =>
    instancesIn(folder).map(({ name, path, bestKnown }) => ({
      name: `${folder.suite.name}/${name}`,
      path,
      bestKnown: Number.isNaN(bestKnown) ? null : bestKnown,
    })),
  );
  const all: BudgetCase[] = [...files, ...[...drawn, ...sampled].map((name) => ({ name, path: null, bestKnown: null }))];
  const chosen = all.filter(({ name }) => globs.some((glob) => matchesGlob(name, glob)));
  if (chosen.length === 0) throw new CommandError(`None of the ${all.length} cases is named like ${globs.join(" or ")}.`);
  return chosen;
}

/** O(size); towns of `sample` take seconds. */
export function demandOf({ name, path }: Pick<BudgetCase, "name" | "path">): Demand {
  const [kind, first, second] = name.split("/") as [string, string, string];
  if (path !== null) return SUITES[kind]!.read(readFileSync(path, "utf8"));
  if (kind === "drawn") return drawnTown({ shape: first, size: Number(second) });
  return demandFor(sampleTown(TOWNS[first as keyof typeof TOWNS]), MODELS[second as keyof typeof MODELS]);
}
