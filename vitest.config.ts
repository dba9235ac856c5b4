import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^hemtur$/, replacement: source("index.ts") },
      { find: /^hemtur\/(sample|io|report)$/, replacement: source("$1/index.ts") },
      { find: /^hemtur\/node$/, replacement: source("node.ts") },
      { find: /^hemtur\/worker$/, replacement: source("threads/worker.ts") },
    ],
  },
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text-summary", "html"] },
  },
});
