/** The worker and `hemtur/node` as they are built, in a folder of their own: whatever lies in dist/ may be old. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "tsup";
import { worker } from "../../tsup.config.ts";

export interface Built {
  /** The worker's file. */
  readonly worker: URL;
  readonly node: typeof import("../../src/node.ts");
  remove(): void;
}

export async function buildThreads(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "hemtur-threads-"));
  const both = { ...worker, entry: { worker: "src/threads/worker.ts", node: "src/node.ts" } };
  await build({ ...both, config: false, dts: false, sourcemap: false, silent: true, outDir: folder });
  const at = (name: string): URL => pathToFileURL(join(folder, name));
  return { worker: at("worker.js"), node: await import(at("node.js").href), remove: () => rmSync(folder, { recursive: true }) };
}
