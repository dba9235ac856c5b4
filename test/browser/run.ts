/**
 * `npm run test:browser`: the same Demands, seeds, steps and lanes must give the same plans in two processes of Node and in a browser. Needs a
 * Chromium on this machine. Exit status 1 if anything differs, 2 if there is no browser.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { askPage, findChromium } from "./chromium.ts";
import type { Row } from "./subjects.ts";

const chromium = findChromium();
if (chromium === undefined) {
  console.error("There is no Chromium or Chrome here. Install one, or name its program in the variable CHROME.");
  process.exit(2);
}
const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { outputFiles } = buildSync({
  entryPoints: { entry: source("entry.ts"), worker: source("../../src/threads/worker.ts") },
  outdir: "/", bundle: true, write: false, format: "esm", target: "es2022", platform: "browser",
});
const [entry, worker] = outputFiles.map((file) => file.text) as [string, string];
const folder = mkdtempSync(join(tmpdir(), "hemtur-page-"));
try {
  const program = join(folder, "entry.mjs");
  writeFileSync(program, entry);
  const [first, second] = [1, 2].map(() => rowsIn(spawnSync(process.execPath, [program], { encoding: "utf8" }).stdout, "Node")) as [Row[], Row[]];
  const page = '<!doctype html><meta charset="utf-8"><script type="module" src="/entry.js"></script>';
  const browser = rowsIn(await askPage(chromium, { "/": page, "/entry.js": entry, "/worker.js": worker }), "the browser");
  process.exitCode = compare(first, second, browser) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function rowsIn(text: string, where: string): Row[] {
  if (!text.startsWith("[")) throw new Error(`No plans from ${where}: ${text}`);
  return JSON.parse(text) as Row[];
}

/** Prints the table; true if all three agree. */
function compare(first: readonly Row[], second: readonly Row[], browser: readonly Row[]): boolean {
  const short = (hash: string | undefined): string => (hash ?? "-").slice(0, 12).padEnd(14);
  console.log(`${"".padEnd(16)}${["Demand", "Node", "Node again", "browser", "Web Workers"].map((name) => name.padEnd(14)).join("")}`);
  const same = first.map((row, at) => {
    const others = [second[at], browser[at]];
    const equal = others.every((other) => other?.demand === row.demand && other.plan === row.plan && other.inThreads === row.plan);
    console.log(`${row.name.padEnd(16)}${short(row.demand)}${short(row.plan)}${[second[at]?.plan, browser[at]?.plan, browser[at]?.inThreads].map(short).join("")}${equal ? "same" : "DIFFERENT"}`);
    return equal;
  });
  return same.length > 0 && same.every((equal) => equal);
}
