/** The command as users start it: a process of its own, every command once, and what only processes have: streams, signals of time, threads. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGLISH } from "../io/import/sets.ts";
import { project, workplace } from "./hemtur.ts";

const { folder: scratch, file } = workplace();
// Inside the project, so that its packages are found.
const built = mkdtempSync(join(project, "node_modules", ".hemtur-cli-"));

beforeAll(() => {
  const entryPoints = { cli: join(project, "src/cli/main.ts"), worker: join(project, "src/threads/worker.ts") };
  buildSync({ entryPoints, outdir: built, bundle: true, splitting: true, format: "esm", platform: "node", packages: "external", outExtension: { ".js": ".mjs" } });
  buildSync({ entryPoints: { worker: entryPoints.worker }, outdir: built, bundle: true, format: "esm", platform: "node", packages: "external" });
  copyFileSync(join(project, "package.json"), join(built, "package.json"));
  expect(hemtur("plan", "case.json", "--steps", "100", "--out", "plan.json").status).toBe(0);
});
afterAll(() => rmSync(built, { recursive: true }));

const hemtur = (...args: readonly string[]) => piped("", ...args);

function piped(input: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, "cli.mjs"), ...args], { encoding: "utf8", cwd: scratch, input });
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+/m); // a stack trace
  return { status, stdout, stderr };
}

describe("every command runs as a process and ends with its status", () => {
  beforeAll(() => {
    mkdirSync(file("tables"));
    for (const [table, text] of Object.entries(ENGLISH)) writeFileSync(join(file("tables"), `${table}.csv`), text);
  });
  test.each<[string, number, RegExp]>([
    ["sample --seed 1 --clients 4 --days 1", 0, /^\{\n "version": 1,/],
    ["import tables", 0, /^\{\n "version": 1,/],
    ["plan case.json --steps 100", 0, /"demandHash"/],
    ["check case.json plan.json", 0, /^plan\.json: no issues$/m],
    ["measure case.json plan.json", 0, /^Client-time share: /m],
    ["compare case.json --steps 10", 0, /^Measure +Minute +Ramtid /m],
    ["report case.json plan.json", 0, /^<!doctype html>/],
    ["schema plan", 0, /"\$schema"/],
    ["check missing.json", 2, /^$/],
    ["--help", 0, /^ {2}hemtur sample/m],
  ])("hemtur %s", (line, status, printed) => {
    expect(hemtur(...line.split(" "))).toMatchObject({ status, stdout: expect.stringMatching(printed) });
  });
});

test("threads find the plan that one thread finds", () => {
  const plans = [[], ["--threads", "2"]].map((more) => JSON.parse(hemtur("plan", "case.json", "--steps", "100", ...more).stdout));
  expect(plans.map((plan) => plan.origin.lanes)).toEqual([1, 2]);
  expect(plans[1].demandHash).toBe(plans[0].demandHash);
});

describe("files and streams", () => {
  test("a Case is read from standard input, once", () => {
    const input = readFileSync(file("case.json"), "utf8");
    const plan = piped(input, "plan", "-", "--steps", "100");
    expect(plan.status).toBe(0);
    expect(JSON.parse(plan.stdout).version).toBe(1);
    expect(piped(plan.stdout, "check", "case.json", "-")).toMatchObject({ status: 0, stdout: expect.stringContaining("-: no issues") });
    expect(piped(plan.stdout, "measure", "case.json", "-", "--json").status).toBe(0);
    expect(piped(input, "check", "-", "-")).toMatchObject({ status: 2, stderr: expect.stringContaining("Only one of the files") });
    expect(piped("", "check", "-")).toMatchObject({ status: 2, stderr: expect.stringContaining("empty-file") });
  });

  test.skipIf(process.platform === "win32")("commands read from each other, however long the first one plans", () => {
    const cli = `"${process.execPath}" "${join(built, "cli.mjs")}"`;
    const { status, stdout } = spawnSync("sh", ["-c", `${cli} plan case.json --seconds 1 | ${cli} measure case.json - --json`], { encoding: "utf8", cwd: scratch });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)[0].name).toBe("unstaffed.visits");
  });

  test("what takes longer than two seconds says how far it is, on standard error", () => {
    const { stdout, stderr } = hemtur("plan", "case.json", "--seconds", "2.6");
    expect(stderr).toMatch(/^minute: \d+ %, \d s, \d+ steps, cost by level 0 /m);
    expect(JSON.parse(stdout).version).toBe(1);
  });
});
