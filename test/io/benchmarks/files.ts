/** The hand-made instances and solutions, and changed copies of them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Text of a file of `bench/small`. */
export const small = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../bench/small/${path}`, import.meta.url)), "utf8");

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A copy of a JSON file of `bench/small` with the value at a path replaced; undefined takes the member away. */
export function changed(
  path: string,
  ...changes: readonly (readonly [at: readonly (string | number)[], value: Json | undefined])[]
): string {
  const root = JSON.parse(small(path)) as Json;
  for (const [at, value] of changes) {
    const last = at[at.length - 1] as string;
    let parent = root as Record<string, Json>;
    for (const key of at.slice(0, -1)) parent = parent[key] as Record<string, Json>;
    if (value === undefined) delete parent[last];
    else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return JSON.stringify(root);
}
