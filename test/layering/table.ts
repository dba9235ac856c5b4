/** The layers of src/ as data. `src/README.md` tells the same in words; `layering.test.ts` holds every file to it. */

/** One folder: which folders it may import besides itself and the root files in `COMMON`. */
export interface Layer {
  readonly folder: string;
  readonly mayImport: readonly string[] | "everything above" | "everything";
}

const layer = (folder: string, ...mayImport: readonly string[]): Layer => ({ folder, mayImport });
const layerOverAllAbove = (folder: string): Layer => ({ folder, mayImport: "everything above" });

/** Top to bottom, in the order in which "above" is meant. */
export const LAYERS: readonly Layer[] = [
  layer("model"),
  layer("calendar", "model"),
  layer("travel", "model"),
  layer("schedule", "model", "calendar", "travel"),
  layer("check", "model", "calendar"),
  layer("problem", "model"),
  layer("search", "problem"),
  layer("bound", "model", "problem"),
  layer("kpi", "model", "calendar"),
  layerOverAllAbove("solve"),
  layerOverAllAbove("explain"),
  layer("simulate", "model", "calendar", "schedule", "kpi", "explain"),
  layerOverAllAbove("whatif"),
  layer("io", "model", "calendar"),
  layer("report", "model", "calendar", "kpi", "check", "explain", "whatif"),
  layer("sample", "model", "calendar", "travel"),
  layerOverAllAbove("threads"),
  layer("disk", "travel"),
  { folder: "cli", mayImport: "everything" },
];

/** Root files that every folder may import; they import only each other. */
export const COMMON: readonly string[] = ["units.ts", "errors.ts", "random.ts"];

/** Root files that are the public surface: they may import everything, and nothing but the command may import them. */
export const SURFACE: readonly string[] = ["index.ts", "node.ts"];

/** Run-time packages: who may import them, and why they are worth having. */
export const PACKAGES: Readonly<Record<string, { readonly folders: readonly string[]; readonly reason: string }>> = {
  "@sinclair/typebox": { folders: ["model"], reason: "schemas that are plain JSON Schema, with their static types" },
  "@noble/hashes": { folders: ["model"], reason: "SHA-256 without await, in every engine; the platform's own is asynchronous" },
  luxon: { folders: ["calendar"], reason: "clock times in named zones, with daylight saving" },
  papaparse: { folders: ["io"], reason: "CSV as people and spreadsheets write it: quotes, line breaks in cells, what is broken and where" },
  echarts: { folders: ["report"], reason: "charts as SVG without a browser: axes, scales and labels that people can read" },
  "date-fns": { folders: ["calendar", "check"], reason: "arithmetic on civil days; the judges count days in their own way" },
  "@date-fns/utc": { folders: ["calendar", "check"], reason: "keeps civil days free of the machine's own zone" },
};

/** Who may import Node's own modules (`node:fs`, ...). Everything else also runs in browsers. */
export const NODE_USERS: readonly string[] = ["node.ts", "threads", "disk", "cli"];
