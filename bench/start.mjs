/** Bundles a program of this folder and runs the bundle with plain Node, as users run the library: `node bench/start.mjs run --help`. */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [program, ...args] = process.argv.slice(2);

buildSync({
  entryPoints: {
    run: here("run.ts"),
    soak: here("soak.ts"),
    child: here("quality/child.ts"),
    speedChild: here("speed/child.ts"),
    worker: here("../src/threads/worker.ts"),
  },
  outdir: here(".bundle"),
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  target: "node20",
  logLevel: "warning",
});

process.argv = [process.argv[0], here(`.bundle/${program}.js`), ...args];
await import(new URL(`.bundle/${program}.js`, import.meta.url).href);
