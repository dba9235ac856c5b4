/** Bundles a program of this folder and runs the bundle with plain Node, as users run the library: `node bench/start.mjs run --help`. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [program, ...args] = process.argv.slice(2);
/** Of this run alone, so that another may be bundled from changed source meanwhile. */
const folder = here(`.bundle/${process.pid}`);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(folder, { recursive: true });
for (const left of readdirSync(here(".bundle"))) if (!isRunning(Number(left))) rmSync(here(`.bundle/${left}`), { recursive: true, force: true });

buildSync({
  entryPoints: {
    run: here("run.ts"),
    soak: here("soak.ts"),
    child: here("quality/child.ts"),
    anytimeChild: here("anytime/child.ts"),
    deadlineChild: here("deadline/child.ts"),
    speedChild: here("speed/child.ts"),
    scaleChild: here("scale/child.ts"),
    ablationChild: here("ablation/child.ts"),
    worker: here("../src/threads/worker.ts"),
  },
  outdir: folder,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  target: "node20",
  logLevel: "warning",
});

const bundle = `${folder}/${program}.js`;
process.argv = [process.argv[0], bundle, ...args];
await import(pathToFileURL(bundle).href);

/** Is there still a process of this number? What was killed leaves its bundle behind. */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
