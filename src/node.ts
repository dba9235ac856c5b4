/** `hemtur/node`: what only Node has, files and threads. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { UsageError } from "./errors.ts";
import type { Case } from "./model/case.ts";
import type { Demand } from "./model/demand.ts";
import type { Plan } from "./model/plan.ts";
import { readCase } from "./model/readCase.ts";
import { readDemand } from "./model/readDemand.ts";
import { readPlan } from "./model/readPlan.ts";
import { nodeWorker } from "./threads/nodeWorker.ts";
import { type ThreadPool, type ThreadPoolOptions, threadPool as poolOf } from "./threads/pool.ts";

export { travelCache } from "./disk/travelCache.ts";
export { ThreadError } from "./threads/pool.ts";
export type { ThreadPool, ThreadPoolOptions } from "./threads/pool.ts";

/** A pool of threads for `solve`. `threads`: default one per processor. `spawn`: default a worker thread of Node on this package's own file. */
export const threadPool = ({ threads = availableParallelism(), spawn = nodeWorker }: Partial<ThreadPoolOptions> = {}): ThreadPool =>
  poolOf({ threads, spawn });

/** The Case in a JSON file. Throws {@link UsageError} where there is no file to read, and one InputError with every issue of what stands in it. */
export const readCaseFile = (path: string): Case => readCase(bytesOf(path));

/** The Demand in a JSON file; throws like {@link readCaseFile}. */
export const readDemandFile = (path: string): Demand => readDemand(bytesOf(path));

/** The Plan in a JSON file; throws like {@link readCaseFile}. */
export const readPlanFile = (path: string): Plan => readPlan(bytesOf(path));

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UsageError(
      code === "ENOENT" ? `There is no file ${path}.` : code === "EISDIR" ? `${path} is a folder, not a file.` : `${path} cannot be read (${code}).`,
    );
  }
}
