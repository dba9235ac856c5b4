import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGLISH, map, spoiled, SWEDISH, windows1252 } from "../io/import/sets.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
// Inside the project, so that its packages are found.
const folder = mkdtempSync(join(project, "node_modules", ".hemtur-cli-"));
const scratch = mkdtempSync(join(tmpdir(), "hemtur-cli-"));
const file = (name: string): string => join(scratch, name);

beforeAll(() => {
  const entryPoints = { cli: join(project, "src/cli/main.ts"), worker: join(project, "src/threads/worker.ts") };
  buildSync({ entryPoints, outdir: folder, bundle: true, format: "esm", platform: "node", packages: "external", outExtension: { ".js": ".mjs" } });
  buildSync({ entryPoints: { worker: entryPoints.worker }, outdir: folder, bundle: true, format: "esm", platform: "node", packages: "external" });
  copyFileSync(join(project, "package.json"), join(folder, "package.json"));
  expect(hemtur("sample", "--seed", "1", "--clients", "4", "--days", "1", "--out", file("case.json")).status).toBe(0);
});
afterAll(() => {
  for (const path of [folder, scratch]) rmSync(path, { recursive: true });
});

function hemtur(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "cli.mjs"), ...args], { encoding: "utf8", cwd: scratch });
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+/m); // a stack trace
  return { status, stdout, stderr };
}

describe("help", () => {
  test("lists every command, and each command's options", () => {
    const { status, stdout } = hemtur("--help");
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^ {2}(\d+) /gm)].map((match) => Number(match[1]))).toEqual([0, 1, 2, 70]);
    const names = [...stdout.slice(0, stdout.indexOf("From nothing")).matchAll(/^ {2}hemtur ([a-z]+)/gm)].map((match) => match[1]!);
    expect(names).toEqual(["sample", "import", "plan", "check", "measure", "compare", "report", "schema"]);
    for (const name of names) {
      const help = hemtur(name, "--help");
      expect(help.status).toBe(0);
      expect(help.stdout).toContain(`hemtur ${name}`);
      expect(help.stdout).toMatch(/^ {2}--/m);
      expect(help.stdout).toMatch(new RegExp(`Example:\\n\\n {2}hemtur ${name} `));
    }
  });
});

test("--version says which version this is", () => {
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  expect(hemtur("--version")).toMatchObject({ status: 0, stdout: `${version}\n` });
});

describe("wrong calls end with status 2 and say what is wrong", () => {
  test.each<[string, string]>([
    ["", "hemtur COMMAND --help"],
    ["plna case.json", "There is no command plna"],
    ["plan", "Something is missing"],
    ["plan case.json more.json", "What is more.json?"],
    ["plan case.json --speed 3", "Unknown option '--speed'"],
    ["plan case.json --model hours", "--model hours: give one of minute, ramtid, pooled"],
    ["plan case.json --seconds soon", "--seconds soon: give a number"],
    ["plan case.json --steps 1.5", "--steps 1.5: give a whole number"],
    ["schema house", "schema house: give one of case, demand, plan, score"],
    ["plan case.json --steps=-1", "--steps -1: give a whole number of at least 0"],
    ["plan case.json --seed 1e30", "--seed 1e30: give a whole number"],
    ["plan case.json --threads 0", "--threads 0: give a whole number from 1 to 256"],
    ["plan case.json --threads 1000", "--threads 1000: give a whole number from 1 to 256"],
    ["compare case.json --threads two", "--threads two: give a whole number from 1 to 256"],
    ["sample --clients 0", "--clients 0: give a whole number from 1 to 10000"],
    ["sample --clients 10001", "--clients 10001: give a whole number from 1 to 10000"],
    ["sample --days 3661", "--days 3661: give a whole number from 1 to 3660"],
    ["plan case.json --out ./case.json", "./case.json would be overwritten"],
    ["compare case.json --out case.json", "case.json would be overwritten"],
    ["check missing.json", "There is no file missing.json"],
    ["check .", ". is a folder"],
    ["sample --out missing/town.json", "missing/town.json cannot be written"],
  ])("hemtur %s", (line, message) => {
    const { status, stdout, stderr } = hemtur(...line.split(" ").filter((word) => word !== ""));
    expect(stdout + stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe("bad files end with status 2 and the code of what is wrong", () => {
  test.each<[string, string, Uint8Array | (() => string)]>([
    ["with nothing in it", "empty-file", () => ""],
    ["that was cut off", "not-json", () => readFileSync(file("case.json"), "utf8").slice(0, 5000)],
    ["of something else", "wrong-encoding", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
    ["of another form", "not-a-document", () => "client;minutes\n1;30\n"],
    ["with a wrong key", "Did you mean", () => readFileSync(file("case.json"), "utf8").replace('"needs"', '"nedes"')],
  ])("a file %s", (_, code, content) => {
    writeFileSync(file("bad.json"), typeof content === "function" ? content() : content);
    const { status, stderr } = hemtur("check", "bad.json");
    expect(stderr).toContain(code);
    expect(status).toBe(2);
  });
});

test("schemas are JSON Schemas", () => {
  for (const kind of ["case", "demand", "plan", "score"]) {
    expect(JSON.parse(hemtur("schema", kind).stdout)).toMatchObject({ title: kind, $schema: expect.stringContaining("json-schema.org") });
  }
});

test("a sample is the same for the same seed, and sound", () => {
  const { stdout } = hemtur("sample", "--seed", "1", "--clients", "4", "--days", "1");
  expect(stdout).toBe(readFileSync(file("case.json"), "utf8"));
  expect(hemtur("check", "case.json")).toMatchObject({ status: 0, stdout: "case.json: no issues\n" });
});

test.each(["minute", "ramtid", "pooled"])("a plan under %s is written, judged, and refused once it is spoilt", (model) => {
  const args = ["plan", "case.json", "--model", model, "--steps", "300", "--seed", "2", "--out", "plan.json", "--demand", "demand.json"];
  const planned = hemtur(...args);
  expect(planned.stderr).toMatch(/\d+ rounds, \d+ visits unstaffed, cost by level 0 /);
  expect(planned.status).toBe(0);
  for (const against of ["case.json", "demand.json"]) {
    expect(hemtur("check", against, "plan.json")).toMatchObject({ status: 0, stdout: expect.stringContaining("plan.json: no issues") });
  }
  const plan = JSON.parse(readFileSync(file("plan.json"), "utf8"));
  plan.shifts[0].tasks[0].start -= 100_000;
  writeFileSync(file("spoilt.json"), JSON.stringify(plan));
  const spoilt = hemtur("check", "demand.json", "spoilt.json");
  expect(spoilt.status).toBe(1);
  expect(spoilt.stdout).toMatch(/spoilt.json: \d+ issue/);
});

test("a plan that breaks no rule but leaves visits unstaffed ends with status 1", () => {
  const town = JSON.parse(readFileSync(file("case.json"), "utf8"));
  writeFileSync(file("short.json"), JSON.stringify({ ...town, shifts: town.shifts.slice(0, 1) }));
  expect(hemtur("plan", "short.json", "--steps", "100", "--out", "unstaffed.json", "--demand", "short-demand.json").status).toBe(1);
  for (const against of ["short.json", "short-demand.json"]) {
    expect(hemtur("check", against, "unstaffed.json")).toMatchObject({ status: 1, stdout: expect.stringMatching(/no issues\n[1-9]\d* visits unstaffed/) });
  }
  expect(hemtur("compare", "short.json", "--steps", "100").status).toBe(1);
});

test("threads find the plan that one thread finds", () => {
  const plans = [[], ["--threads", "2"]].map((more) => JSON.parse(hemtur("plan", "case.json", "--steps", "100", ...more).stdout));
  expect(plans.map((plan) => plan.origin.lanes)).toEqual([1, 2]);
  expect(plans[1].demandHash).toBe(plans[0].demandHash);
});

test("a comparison is a page and a table", () => {
  const { status, stdout } = hemtur("compare", "case.json", "--steps", "100", "--out", "page.html", "--lang", "sv");
  expect(stdout).toContain("Det här är planer, inte dagar.");
  expect(readFileSync(file("page.html"), "utf8")).toMatch(/^<!doctype html>/);
  expect(status).toBe(0);
});

describe("import", () => {
  const folder = (name: string, tables: Readonly<Record<string, string | Uint8Array>>): string => {
    mkdirSync(file(name));
    for (const [table, content] of Object.entries(tables)) writeFileSync(join(file(name), `${table}.csv`), content);
    return file(name);
  };

  test("makes of four tables a Case that can be checked, and says how it read them", () => {
    const { status, stderr } = hemtur("import", folder("tables", map(SWEDISH, windows1252)), "--name", "Norr", "--out", file("imported.json"));
    expect(status).toBe(0);
    expect(stderr).toContain("clients.csv: read as Windows-1252.");
    expect(JSON.parse(readFileSync(file("imported.json"), "utf8"))).toMatchObject({ name: "Norr", period: { from: "2026-03-09", days: 3 } });
    expect(hemtur("check", "imported.json")).toMatchObject({ status: 0, stdout: "imported.json: no issues\n" });
  });

  test("begins the period where it is told to, and writes to standard output", () => {
    const { status, stdout } = hemtur("import", folder("period", ENGLISH), "--period-from", "2026-03-10", "--days", "2");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).period).toEqual({ from: "2026-03-10", days: 2 });
  });

  test("ends with status 2, every fault and no Case where the tables are broken", () => {
    const { clients: _, ...rest } = spoiled(SWEDISH, "shifts", "2026-03-10", "3/11");
    const { status, stdout, stderr } = hemtur("import", folder("broken", rest), "--out", file("none.json"));
    expect({ status, stdout, isWritten: existsSync(file("none.json")) }).toEqual({ status: 2, stdout: "", isWritten: false });
    expect(stderr).toMatch(/^clients\.csv: The file is missing\. /);
    expect(stderr).toMatch(/^shifts\.csv, row 3, column "Datum": "3\/11" /m);
    expect(stderr).toMatch(/: 2 faults; no Case was written\n$/);
  });

  test("says which folder is not there", () => {
    expect(hemtur("import", "nowhere")).toMatchObject({ status: 2, stderr: "There is no folder nowhere.\n" });
    expect(hemtur("import", "case.json")).toMatchObject({ status: 2, stderr: "case.json is a file, not a folder.\n" });
    expect(hemtur("import", "tables", "--period-from", "3/11").stderr).toContain("--period-from 3/11: give a date such as 2026-03-11.");
  });
});
