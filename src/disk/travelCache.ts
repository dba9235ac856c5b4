/** Answers of routing services as files. */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import type { TravelCache } from "../travel/routing/cache.ts";

/**
 * A cache for `resolveTravel` that keeps one file per block of a table in `folder`, which is made when first needed. A file is written
 * beside its place and then moved there, so several programs may share a folder and none reads half a file. What cannot be read counts as
 * not there; where nothing can be written, {@link UsageError} says so.
 */
export function travelCache(folder: string): TravelCache {
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  return {
    get: (key) => readFile(fileOf(key), "utf8").catch(() => undefined),
    async set(key, text) {
      const draft = join(folder, `${key}.${randomUUID()}.tmp`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, text);
        await rename(draft, fileOf(key));
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw new UsageError(`The cache ${folder} cannot be written (${(error as { code?: string }).code}).`);
      }
    },
  };
}
