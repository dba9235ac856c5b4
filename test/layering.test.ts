import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Import, importsOf, readImports, sourceFiles } from "./layering/imports.ts";
import { circles, layeringViolations, reachedFrom } from "./layering/rules.ts";
import { COMMON, LAYERS, PACKAGES, SURFACE } from "./layering/table.ts";

const repository = fileURLToPath(new URL("..", import.meta.url));
const source = `${repository}/src`;
const imports = readImports(source);

describe("src/", () => {
  test("imports only what the table of layers allows", () => {
    expect(layeringViolations(imports)).toEqual([]);
  });

  test("imports only files that exist, written with their extension", () => {
    const missing = imports.filter((one) => one.to.endsWith(".ts") && !existsSync(`${source}/${one.to}`));
    expect(missing).toEqual([]);
  });

  test("has no circles among its files", () => {
    expect(circles(imports)).toEqual([]);
  });

  test("has only the folders and root files of the table", () => {
    const known = [...LAYERS.map((layer) => layer.folder), ...COMMON, ...SURFACE];
    const places = new Set(sourceFiles(source).map((file) => file.split("/", 1)[0]!));
    expect([...places].filter((place) => !known.includes(place))).toEqual([]);
  });

  test("judges plans without a line of the code that makes them", () => {
    const reached = reachedFrom("check", imports);
    expect(["schedule", "problem", "search"].filter((folder) => reached.has(folder))).toEqual([]);
  });

  test("uses exactly the run-time packages that package.json lists", () => {
    const listed: unknown = JSON.parse(readFileSync(`${repository}/package.json`, "utf8")).dependencies;
    expect(Object.keys(listed as object).sort()).toEqual(Object.keys(PACKAGES).sort());
  });

  test("has every folder of the table on its map", () => {
    const map = readFileSync(`${source}/README.md`, "utf8");
    expect(LAYERS.filter((layer) => !map.includes(`| \`${layer.folder}/\` |`))).toEqual([]);
  });
});

describe("examples/", () => {
  test.skipIf(!existsSync(`${repository}/examples`))("import only the public surface", () => {
    const outside = readImports(`${repository}/examples`).filter((one) => !/^(hemtur(\/\w+)?|node:.+|\w[\w./-]*\.ts)$/.test(one.to));
    expect(outside).toEqual([]);
  });
});

describe("the rules themselves", () => {
  const edge = (from: string, to: string, typeOnly = false): Import => ({ from, to, typeOnly });

  test.each([
    ["the checker leans on the compiler", edge("check/plan.ts", "problem/compile.ts")],
    ["the checker leans on a schedule model", edge("check/demand.ts", "schedule/recurrence.ts")],
    ["the checker leans on the search", edge("check/plan.ts", "search/timing.ts")],
    ["the search knows the model", edge("search/ruin.ts", "model/demand.ts")],
    ["the search knows the model by its types", edge("search/ruin.ts", "model/demand.ts", true)],
    ["the model knows the calendar", edge("model/case.ts", "calendar/zone.ts")],
    ["a schedule model looks at the search", edge("schedule/minute.ts", "search/ruin.ts")],
    ["a recipe starts threads on its own", edge("solve/solve.ts", "threads/pool.ts")],
    ["the simulation makes its own recipe", edge("simulate/day.ts", "solve/solve.ts")],
    ["a report is drawn by an importer", edge("io/csv.ts", "report/table.ts")],
    ["a folder imports the public surface", edge("kpi/travel.ts", "index.ts")],
    ["a common file imports a folder", edge("units.ts", "model/plan.ts")],
    ["a common file imports the public surface", edge("errors.ts", "index.ts")],
    ["a folder is not in the table", edge("helpers/array.ts", "units.ts")],
    ["a folder not in the table is imported", edge("kpi/travel.ts", "helpers/array.ts")],
    ["a file outside src/ is imported", edge("model/plan.ts", "../test/plan.ts")],
    ["an extension is left out", edge("kpi/travel.ts", "model/plan")],
    ["a relative path leaves src/ without an extension", edge("kpi/travel.ts", "../package.json")],
    ["a package is not listed", edge("kpi/travel.ts", "lodash")],
    ["a package is used in the wrong folder", edge("search/ruin.ts", "@sinclair/typebox")],
    ["a package's inner path is used in the wrong folder", edge("kpi/travel.ts", "@noble/hashes/sha2.js")],
    ["the core depends on Node", edge("model/case.ts", "node:fs")],
    ["travel times touch the disk", edge("travel/routing/cache.ts", "node:fs/promises")],
    ["the core depends on Node, without the prefix", edge("model/case.ts", "fs")],
    ["an import is computed", importsOf("solve/a.ts", "const m = await import(name);")[0]!],
  ])("report when %s", (_, bad) => {
    expect(layeringViolations([bad])).toHaveLength(1);
  });

  test.each([
    edge("schedule/ramtid.ts", "model/demand.ts"),
    edge("search/ruin.ts", "problem/problem.ts"),
    edge("search/ruin.ts", "search/routes.ts"),
    edge("search/ruin.ts", "random.ts"),
    edge("solve/solve.ts", "kpi/travel.ts"),
    edge("threads/pool.ts", "sample/town.ts"),
    edge("threads/pool.ts", "node:worker_threads"),
    edge("disk/travelCache.ts", "node:fs/promises"),
    edge("disk/travelCache.ts", "travel/routing/cache.ts"),
    edge("cli/main.ts", "node.ts"),
    edge("cli/main.ts", "threads/pool.ts"),
    edge("index.ts", "whatif/study.ts"),
    edge("node.ts", "node:fs/promises"),
    edge("errors.ts", "units.ts"),
    edge("model/hash.ts", "@noble/hashes/sha2.js"),
    edge("calendar/zone.ts", "luxon"),
  ])("allow $from to import $to", (good) => {
    expect(layeringViolations([good])).toEqual([]);
  });

  test("see every way to write an import", () => {
    const text = `
      import "./bare.ts";
      import one from "./default.ts";
      import * as two from "./namespace.ts";
      import { type Three } from "./inline.ts";
      import type { Four } from "./type.ts";
      export { five } from "../folder/reexport.ts";
      export type { Six } from "./type-reexport.ts";
      export * from "./all.ts";
      const seven = await import("./dynamic.ts");
      const eight = await import(\`./template.ts\`);
      type Nine = import("./type-expression.ts").Nine;
      import ten = require("./equals.ts");
      const eleven = require("./require.ts");
      const twelve = await import(somewhere);
      // import "./comment.ts";
      const thirteen = 'import "./text.ts"';
    `;
    const found = importsOf("model/a.ts", text);
    expect(found.filter((one) => !one.typeOnly).map((one) => one.to)).toEqual([
      "model/bare.ts",
      "model/default.ts",
      "model/namespace.ts",
      "model/inline.ts",
      "folder/reexport.ts",
      "model/all.ts",
      "model/dynamic.ts",
      "model/template.ts",
      "model/equals.ts",
      "model/require.ts",
      "<computed>",
    ]);
    expect(found.filter((one) => one.typeOnly).map((one) => one.to)).toEqual([
      "model/type.ts",
      "model/type-reexport.ts",
      "model/type-expression.ts",
    ]);
  });

  test("find circles, long and short, and those of types outside model/", () => {
    expect(circles([edge("kpi/a.ts", "kpi/b.ts"), edge("kpi/b.ts", "kpi/a.ts")])).toEqual(["kpi/a.ts > kpi/b.ts > kpi/a.ts"]);
    expect(circles([edge("kpi/a.ts", "kpi/a.ts")])).toHaveLength(1);
    expect(circles([edge("kpi/a.ts", "kpi/b.ts", true), edge("kpi/b.ts", "kpi/a.ts", true)])).toHaveLength(1);
    const entered = [
      edge("kpi/z.ts", "kpi/a.ts"),
      edge("kpi/a.ts", "kpi/b.ts"),
      edge("kpi/b.ts", "kpi/c.ts"),
      edge("kpi/c.ts", "kpi/a.ts"),
    ];
    expect(circles(entered)).toEqual(["kpi/a.ts > kpi/b.ts > kpi/c.ts > kpi/a.ts"]);
  });

  test("accept diamonds, and circles of types in model/", () => {
    const diamond = [
      edge("kpi/a.ts", "kpi/b.ts"),
      edge("kpi/a.ts", "kpi/c.ts"),
      edge("kpi/b.ts", "kpi/d.ts"),
      edge("kpi/c.ts", "kpi/d.ts"),
    ];
    expect(circles(diamond)).toEqual([]);
    expect(circles([edge("model/demand.ts", "model/plan.ts", true), edge("model/plan.ts", "model/demand.ts", true)])).toEqual([]);
    expect(circles([edge("model/demand.ts", "model/plan.ts", true), edge("model/plan.ts", "model/demand.ts")])).toEqual([]);
    expect(circles([edge("model/demand.ts", "model/plan.ts"), edge("model/plan.ts", "model/demand.ts")])).toHaveLength(1);
  });

  test("follow imports through other folders", () => {
    const chain = [edge("check/a.ts", "calendar/b.ts"), edge("calendar/b.ts", "schedule/c.ts")];
    expect(reachedFrom("check", chain)).toEqual(new Set(["check", "calendar", "schedule"]));
  });
});
