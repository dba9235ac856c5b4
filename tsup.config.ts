import { defineConfig, type Options } from "tsup";

/** Both builds write to dist/ at the same time, so neither may clean it; `npm run build` does. */
const shared: Options = {
  tsconfig: "tsconfig.build.json",
  format: "esm",
  target: "es2022",
  platform: "neutral",
  dts: true,
  sourcemap: true,
  clean: false,
  removeNodeProtocol: false,
};

/** One self-contained file: browsers load it by its address, with nothing to resolve it. */
export const worker: Options = {
  ...shared,
  name: "worker",
  entry: { worker: "src/threads/worker.ts" },
  splitting: false,
  noExternal: [/^(?!node:)/],
  external: [/^node:/],
};

export default defineConfig([
  {
    ...shared,
    name: "library",
    entry: {
      index: "src/index.ts",
      sample: "src/sample/index.ts",
      io: "src/io/index.ts",
      report: "src/report/index.ts",
      node: "src/node.ts",
      cli: "src/cli/main.ts",
    },
    splitting: true,
    external: [/^node:/],
  },
  worker,
]);
