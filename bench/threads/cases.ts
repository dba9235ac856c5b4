/** What threads are measured on: instances of Solomon, Gehring and Homberger, and towns of our own. */
import { readFileSync } from "node:fs";
import { vrptw } from "../../src/io/benchmarks/vrptw/vrptw.ts";
import type { Demand } from "../../src/model/demand.ts";
import { demandOf } from "../speed/shapes.ts";
import { CommandError, foldersIn, instancesIn, matchesGlob } from "../suites.ts";

export interface ThreadsCase {
  readonly name: string;
  demand(): Demand;
}

/** Sizes of the home-care days. */
const DAYS = [300, 1000, 3000];
/** Instances unless others are named: short and long rounds of each size. */
const INSTANCES = ["r110", "rc207", "r1_2_5", "rc2_2_5", "r1_10_5", "rc2_10_5"];

/** All that `globs` name, null: some of each size; `data`: where the instances are. Throws {@link CommandError} if there are none. */
export function casesOf(globs: readonly string[] | null, data: string | undefined): ThreadsCase[] {
  const towns = DAYS.map((size): ThreadsCase => ({ name: `day/${size}`, demand: () => demandOf({ shape: "day", size }) }));
  const files = (data === undefined ? [] : foldersIn(data, [vrptw])).flatMap((folder) =>
    instancesIn(folder).map(({ name, path }): ThreadsCase => ({ name, demand: () => vrptw.read(readFileSync(path, "utf8")) })),
  );
  const isMeant = (name: string): boolean => globs?.some((glob) => matchesGlob(name, glob)) ?? (name.includes("/") || INSTANCES.includes(name.toLowerCase()));
  const chosen = [...files, ...towns].filter(({ name }) => isMeant(name));
  if (chosen.length === 0) throw new CommandError(`None of the ${files.length + towns.length} cases is named like ${globs?.join(" or ")}.`);
  return chosen;
}
