/**
 * `npm run test:browser`: the same Demands, seeds, steps and lanes must give the same plans in two processes of Node and in a browser. Needs a
 * Chromium on this machine. Exit status 1 if anything differs, 2 if there is no browser.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { dumpPage, findChromium } from "./chromium.ts";
import type { Row } from "./subjects.ts";

const chromium = findChromium();
if (chromium === undefined) {
  console.error("There is no Chromium or Chrome here. Install one, or name its program in the variable CHROME.");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "hemtur-page-"));
try {
  const bundle = join(folder, "entry.mjs");
  const entry = fileURLToPath(new URL("entry.ts", import.meta.url));
  buildSync({ entryPoints: [entry], outfile: bundle, bundle: true, format: "esm", target: "es2022", platform: "neutral", mainFields: ["module", "main"] });
  const script = readFileSync(bundle, "utf8").replaceAll("</script", "<\\/script");
  const page = join(folder, "page.html");
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><body><script type="module">${script}</script>`);
  const node = (): Row[] => rowsIn(spawnSync(process.execPath, [bundle], { encoding: "utf8" }).stdout, "Node");
  const first = node();
  const second = node();
  const browser = rowsIn(dumpPage(chromium, page).replace(/<script[\s\S]*<\/script>/, ""), "the browser");
  process.exitCode = compare(first, second, browser) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function rowsIn(text: string, where: string): Row[] {
  const [, kind, body] = /(ROWS|FAILED)([\s\S]*)ENDS/.exec(text) ?? [];
  if (kind !== "ROWS" || body === undefined) throw new Error(`No plans from ${where}: ${body ?? text.slice(0, 500)}`);
  return JSON.parse(body.replaceAll("&amp;", "&")) as Row[];
}

/** Prints the table; true if all three agree. */
function compare(first: readonly Row[], second: readonly Row[], browser: readonly Row[]): boolean {
  const short = (hash: string | undefined): string => (hash ?? "-").slice(0, 12).padEnd(14);
  console.log(`${"".padEnd(16)}${"Demand".padEnd(14)}${"Node".padEnd(14)}${"Node again".padEnd(14)}browser`);
  const same = first.map((row, at) => {
    const others = [second[at], browser[at]];
    const equal = others.every((other) => other?.demand === row.demand && other.plan === row.plan);
    console.log(`${row.name.padEnd(16)}${short(row.demand)}${short(row.plan)}${others.map((other) => short(other?.plan)).join("")}${equal ? "same" : "DIFFERENT"}`);
    return equal;
  });
  return same.length > 0 && same.every((equal) => equal);
}
