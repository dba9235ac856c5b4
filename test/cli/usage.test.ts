import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { numberOf } from "../../src/cli/command.ts";
import { hemtur, project, workplace } from "./hemtur.ts";

const { file } = workplace();

describe("help", () => {
  test("lists every command, and each command's options", async () => {
    const { status, stdout } = await hemtur("--help");
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^ {2}(\d+) /gm)].map((match) => Number(match[1]))).toEqual([0, 1, 2, 70]);
    const names = [...stdout.slice(0, stdout.indexOf("From nothing")).matchAll(/^ {2}hemtur ([a-z]+)/gm)].map((match) => match[1]!);
    expect(names).toEqual(["sample", "import", "plan", "check", "measure", "compare", "report", "schema"]);
    for (const name of names) {
      const help = await hemtur(name, "--help");
      expect(help.status).toBe(0);
      expect(help.stdout).toContain(`hemtur ${name}`);
      expect(help.stdout).toMatch(/^ {2}--/m);
      expect(help.stdout).toMatch(new RegExp(`Example:\\n\\n {2}hemtur ${name} `));
    }
  });
});

test("--version says which version this is", async () => {
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  expect(await hemtur("--version")).toMatchObject({ status: 0, stdout: `${version}\n` });
});

describe("wrong calls end with status 2 and say what is wrong", () => {
  test.each<[string, string]>([
    ["", "hemtur COMMAND --help"],
    ["plna case.json", "There is no command plna"],
    ["plan", "The Case, or a Demand, is missing."],
    ["measure case.json", "The plan is missing."],
    ["import", "The folder of the tables is missing."],
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
    ["compare case.json --models minute,minute", "--models minute,minute: give each model once"],
    ["measure case.json plan.json --out plan.json", "plan.json would be overwritten"],
    ["check missing.json", "There is no file missing.json"],
    ["check .", ". is a folder"],
    ["sample --clients 2 --days 1 --out missing/town.json", "missing/town.json cannot be written (ENOENT). There is no folder missing; create it first."],
  ])("hemtur %s", async (line, message) => {
    const { status, stdout, stderr } = await hemtur(...line.split(" ").filter((word) => word !== ""));
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
  ])("a file %s", async (_, code, content) => {
    writeFileSync(file("bad.json"), typeof content === "function" ? content() : content);
    const { status, stderr } = await hemtur("check", "bad.json");
    expect(stderr).toContain(code);
    expect(status).toBe(2);
  });
});

test("a wrong call says last what is wrong, and not every option", async () => {
  const { stderr } = await hemtur("plan", "case.json", "--speed", "3");
  expect(stderr.trimEnd().split("\n")).toEqual(["hemtur plan CASE|DEMAND --out FILE [options]", '"hemtur plan --help" lists the options.', expect.stringContaining("Unknown option '--speed'")]);
});

test("seconds may have a decimal comma", () => {
  expect(["2,5", "2.5", "2"].map((text) => numberOf("seconds", text, 10))).toEqual([2.5, 2.5, 2]);
  expect(() => numberOf("seconds", "2,5,1", 10)).toThrow("--seconds 2,5,1: give a number");
});

test("a table given for a plan is named", async () => {
  writeFileSync(file("plan.csv"), "date;shift\n");
  expect(await hemtur("check", "case.json", "plan.csv")).toMatchObject({ status: 2, stderr: expect.stringMatching(/^plan\.csv: .*Give the file that hemtur wrote with --out \(\.json\)\.\n$/s) });
});

test("schemas are JSON Schemas", async () => {
  for (const kind of ["case", "demand", "plan", "score"]) {
    expect(JSON.parse((await hemtur("schema", kind)).stdout)).toMatchObject({ title: kind, $schema: expect.stringContaining("json-schema.org") });
  }
});
