import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Options, optionsFrom } from "../../bench/options.ts";
import { type Results, type Run, resultsOf, save } from "../../bench/quality/results.ts";
import { runSuite } from "../../bench/quality/runSuite.ts";
import { rivalFor, vroomInput } from "../../bench/quality/versus.ts";
import { vrptw } from "../../src/io/index.ts";

const SMALL = fileURLToPath(new URL("../../bench/small", import.meta.url));
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = (...more: string[]): Options =>
  optionsFrom([
    "vrptw",
    "--data",
    SMALL,
    "--seconds",
    "0",
    "--steps",
    "500",
    "--json",
    join(folder, "runs.json"),
    "--solutions",
    join(folder, "solutions"),
    ...more,
  ])!;

const saved = () => JSON.parse(readFileSync(join(folder, "runs.json"), "utf8")) as Results;

test("every run is saved with a solution file that has the cost claimed, and resuming runs only what is left", async () => {
  const first = await runSuite(options());
  expect(first.failed).toBe(0);
  expect(saved()).toEqual(first.results);
  expect(saved().runs).toMatchObject([{ instance: "four", seed: 1, threads: 1, cost: 30.5, bestKnown: 30.5, gap: 0, feasible: true }]);
  expect(saved().runs[0]!.steps).toBeGreaterThan(0);
  expect(saved().runs[0]!.cpuSeconds).toBeGreaterThan(0);

  const second = await runSuite(options("--resume", "--seeds", "2"));
  expect(second.results.runs.map((run) => run.seed)).toEqual([1, 2]);
  expect(second.results.runs[0]).toEqual(first.results.runs[0]);
  expect(readdirSync(join(folder, "solutions")).sort()).toEqual(["four.1.sol", "four.2.sol"]);
  for (const name of ["four.1.sol", "four.2.sol"]) expect(readFileSync(join(folder, "solutions", name), "utf8")).toContain("Cost 30.5\n");
});

test("a file made with other settings is not continued", async () => {
  save(join(folder, "runs.json"), resultsOf("vrptw", { seconds: 3, steps: null, cpu: false, threads: 1 }, [], []));
  await expect(runSuite(options("--resume"))).rejects.toThrow("another suite, budget or threads");
  writeFileSync(join(folder, "runs.json"), "{");
  await expect(runSuite(options("--resume"))).rejects.toThrow("is not JSON");
});

test("a finished run without its solution file is repeated", async () => {
  const run: Run = {
    instance: "four",
    seed: 1,
    seconds: 9,
    cpuSeconds: 9,
    threads: 1,
    steps: 9,
    cost: 99,
    bestKnown: 30.5,
    gap: 9,
    feasible: true,
  };
  save(join(folder, "runs.json"), resultsOf("vrptw", { seconds: null, steps: 500, cpu: false, threads: 1 }, [run], []));
  const { results } = await runSuite(options("--resume"));
  expect(results.runs.map((one) => one.cost)).toEqual([30.5]);
});

test("names that match nothing are an error", async () => {
  await expect(runSuite(options("--only", "R*"))).rejects.toThrow("None of the 1 instances is named like R*");
});

test("a rival on PATH is run beside, and its answer judged like ours", async () => {
  const answer = {
    routes: [
      { steps: [{ type: "start" }, { type: "job", id: 3 }, { type: "job", id: 1 }] },
      {
        steps: [
          { type: "job", id: 2 },
          { type: "job", id: 4 },
        ],
      },
    ],
  };
  const script = `#!${process.execPath}\nconst at = process.argv.indexOf("-o");\nif (at > 0) require("fs").writeFileSync(process.argv[at + 1], ${JSON.stringify(JSON.stringify(answer))});\n`;
  writeFileSync(join(folder, "vroom"), script, { mode: 0o755 });
  const path = process.env["PATH"];
  process.env["PATH"] = `${folder}:${path}`;
  try {
    const { results } = await runSuite(options("--versus", "vroom"));
    expect(results.rivals).toMatchObject([{ rival: "vroom", instance: "four", cost: 33.1, feasible: true }]);
  } finally {
    process.env["PATH"] = path;
  }
});

test("a rival gets the same instance, and one that is unknown or unfit is refused by name", () => {
  expect(() => rivalFor("ortools", "vrptw")).toThrow("There is no rival ortools");
  expect(() => rivalFor("vroom", "uhhc")).toThrow("vroom cannot express uhhc");
  const input = vroomInput(vrptw.read(readFileSync(join(SMALL, "vrptw/four.txt"), "utf8")));
  expect(input).toMatchObject({
    vehicles: [{ id: 0, start_index: 0, end_index: 0, capacity: [10], time_window: [0, 1000] }, { id: 1 }],
    jobs: [{ id: 1, location_index: 1, service: 100, delivery: [4], time_windows: [[0, 500]] }, {}, {}, {}],
  });
  expect((input as { matrices: { car: { durations: number[][] } } }).matrices.car.durations[4]).toEqual([14, 36, 86, 41, 0]);
});
