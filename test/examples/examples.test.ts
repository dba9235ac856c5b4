import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { demandFor, minute, solveSync } from "../../src/index.ts";
import { caseFromTables } from "../../src/io/index.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { project, run, runHere } from "./run.ts";

const scratch = mkdtempSync(join(tmpdir(), "hemtur-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** How good a plan is may change with the search; what is said about it may not. */
const withoutNumbers = (text: string): string => text.trim().replace(/\d+(\.\d+)?/g, "#");

test("the program in the README prints what the README says", () => {
  const readme = readFileSync(join(project, "README.md"), "utf8");
  const [program, printed] = ["ts", "text"].map((kind) => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? "");
  const file = join(scratch, "try.ts");
  writeFileSync(file, program ?? "");
  const { stdout, stderr } = run(file);
  expect(withoutNumbers(stdout), stderr).toBe(withoutNumbers(printed ?? ""));
  expect(stdout).toContain(" 0 broken rules");
  expect(program?.trim().split("\n").length).toBeLessThanOrEqual(15);
});

test("the tables in the README become a Case that can be planned in full", () => {
  const readme = readFileSync(join(project, "README.md"), "utf8");
  const tables = Object.fromEntries([...readme.matchAll(/`norr\/(\w+)\.csv`\n\n```csv\n([\s\S]*?)```/g)].map(([, name, text]) => [name!, text!]));
  expect(Object.keys(tables)).toEqual(["clients", "needs", "staff", "shifts"]);
  const demand = demandFor(caseFromTables(tables).case, minute());
  const { plan, issues } = solveSync(demand, { steps: 1000 });
  expect({ issues, unserved: plan.unserved.filter((id) => id.includes("@2026-03-09#") || id.includes("W11")) }).toEqual({ issues: [], unserved: [] });
});

test("01 compares minute and ramtid, in either language, and says where the page is", () => {
  const out = join(scratch, "page.html");
  const { status, stdout, stderr } = run("examples/01-compare.ts", "--steps", "300", "--clients", "6", "--days", "2", "--lang", "sv", "--out", out);
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^Det här är planer, inte dagar, och/);
  expect(stdout).toMatch(/^Mått +Minutplanering +Ramtid +Skillnad +Enhet$/m);
  expect(stdout).toContain(`The page: ${out}`);
  const page = readFileSync(out, "utf8");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page.match(/<svg class="gantt"/g)).toHaveLength(4);
  expect(page).not.toContain("regler bryts");
});

test("01 gives the same page again with the same steps and seed, in another process", async () => {
  const [one, other] = ["a.html", "b.html"].map((name) => join(scratch, name)) as [string, string];
  const args = ["examples/01-compare.ts", "--steps", "100", "--clients", "4", "--days", "1", "--out"] as const;
  run(...args, one);
  await runHere(...args, other);
  expect(readFileSync(one, "utf8")).toBe(readFileSync(other, "utf8"));
});

test("02 tells what is wrong with a file and with a plan", async () => {
  const { status, stdout, stderr } = await runHere("examples/02-read-and-check.ts");
  expect(status, stderr).toBe(0);
  const lines = stdout.split("\n");
  expect(lines[0]).toBe("The Case cannot be used:");
  expect(stdout).toMatch(/bad-clock-time at needs\[0\]\.window\[0\]: "25:00" .*07:30/);
  expect(stdout).toMatch(/unknown-key at nedes: .*Did you mean "needs"\?/);
  expect(stdout).toContain("The plan as found: 0 issues.");
  expect(stdout).toMatch(/end-before-return: Shift /);
});

test.each([
  [["--secnds", "3"], "Unknown option '--secnds'"],
  [["more"], "Unexpected argument 'more'"],
  [["--seconds", "soon"], "seconds is NaN; give a number"],
  [["--steps", "1.5", "--clients", "2", "--days", "1"], "steps is 1.5; give a whole number"],
  [["--clients", "0"], "clients is 0. Give a whole number from 1 to 10000"],
  [["--days", "4000"], "days is 4000. Give a whole number from 1 to 3660"],
  [["--lang", "fi"], "lang is fi. Give en or sv"],
])("01 says how it is called where the options are %j", async (args, message) => {
  const { status, stdout, stderr } = await runHere("examples/01-compare.ts", ...args);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^npm start -- \[--seconds S .*--lang/m);
  expect(stderr).not.toMatch(/^\s+at /m); // a stack trace
});

test("01 disposes its threads also where planning cannot begin", async () => {
  const dispose = vi.fn(async () => {});
  vi.doMock("hemtur/node", () => ({ threadPool: () => ({ threads: 2, dispose }) }));
  const { status, stderr } = await runHere("examples/01-compare.ts", "--steps", "1.5", "--clients", "2", "--days", "1");
  vi.doUnmock("hemtur/node");
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("steps is 1.5") });
  expect(dispose).toHaveBeenCalledOnce();
});

test("03 plans a benchmark and writes its solution", async () => {
  const { status, stdout, stderr } = await runHere("examples/03-benchmark-instance.ts");
  expect(status, stderr).toBe(0);
  const customers = [...stdout.matchAll(/^Route #\d+: (.*)$/gm)].flatMap((m) => (m[1] ?? "").split(" "));
  expect(customers.map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const cost = /^Cost ([\d.]+)$/m.exec(stdout)?.[1];
  expect(stdout).toContain(`feasible, 0 issues, distance ${cost}`);
});

test("04 plans a day written by hand, and prints a timetable without issues", async () => {
  const { status, stdout, stderr } = await runHere("examples/04-own-demand.ts");
  expect(status, stderr).toBe(0);
  const begins = Object.fromEntries([...stdout.matchAll(/^ {2}(\d\d:\d\d)-\d\d:\d\d {2}(.*)$/gm)].map((row) => [row[2]!, row[1]!]));
  const visits = ["breakfast, Karin", "medicine, Olle", "shower 1, Siv", "shower 2, Siv", "walk, Nils", "dinner, Karin"];
  expect(Object.keys(begins)).toEqual(expect.arrayContaining([...visits, "lunch of Anna's day"]));
  expect(begins["shower 1, Siv"]).toBe(begins["shower 2, Siv"]);
  expect(stdout.split("\n").filter((line) => line.startsWith("Anna's day") || line.startsWith("Bo's day"))).toHaveLength(2);
  expect(stdout).toMatch(/^0 issues; travel \d/m);
});

test("05 plans the rest of a day anew after somebody went home: the changes are later, and nobody is given back to who is ill", async () => {
  const { status, stdout, stderr } = await runHere("examples/05-replan.ts");
  expect(status, stderr).toBe(0);
  const [, ill] = /^(\S+) goes home at 10:00\.$/m.exec(stdout) ?? [];
  const changes = [...stdout.matchAll(/^ {2}\S+: (?:\d\d:\d\d )?(\S+) → (?:(\d\d:\d\d) )?(\S+)$/gm)];
  expect(changes.some(([, was]) => was === ill)).toBe(true);
  for (const [, , start, now] of changes) {
    expect(now).not.toBe(ill);
    if (start !== undefined) expect(start >= "10:00").toBe(true);
  }
  expect(stdout).toMatch(/^0 issues$/m);
});

test("06 plans a Case of one's own, given as a file, and prints the first day's rounds", () => {
  const file = join(scratch, "case.json");
  writeFileSync(file, JSON.stringify(sampleTown({ seed: 2, clients: 4, days: 1 })));
  const { status, stdout, stderr } = run("examples/06-plan-my-case.ts", file);
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^\S+, .*\d\d:\d\d to .*\d\d:\d\d$/m);
  expect(stdout).toMatch(/^0 broken rules, \d+ visits unstaffed$/m);
});

test("07 adds a model by switches, which is a fair reading of the Case, and one by a function, of which the judge says what it takes away", async () => {
  const { status, stdout, stderr } = await runHere("examples/07-own-model.ts");
  expect(status, stderr).toBe(0);
  expect(stdout.split("\n").slice(0, 2)).toEqual(["minute", "promised clock"].map((name) => `${name}: a fair reading of the Case`));
  expect(stdout.split("\n")[2]).toMatch(/^lunch together: \d+ promises are narrower, such as promise-too-narrow at .*1[123]:\d\d/);
  expect(stdout).toMatch(/^Measure +minute +promised clock +lunch together +Unit$/m);
});

test("08 asks what if, under both models: one more helps, fewer do not", async () => {
  const { status, stdout, stderr } = await runHere("examples/08-what-if.ts");
  expect(status, stderr).toBe(0);
  const rows = [...stdout.matchAll(/^(today|an evening shift more|10 % ill) +(minute|ramtid) +(\d+) .* (\d+)$/gm)].map(([, scenario, model, unstaffed, broken]) => ({ scenario, model, unstaffed: Number(unstaffed), broken }));
  expect(rows).toHaveLength(6);
  expect(rows.every(({ broken }) => broken === "0")).toBe(true);
  const ofMinute = (name: string): number => rows.find(({ scenario, model }) => scenario === name && model === "minute")?.unstaffed ?? Number.NaN;
  expect(ofMinute("an evening shift more")).toBeLessThanOrEqual(ofMinute("today"));
  expect(ofMinute("10 % ill")).toBeGreaterThanOrEqual(ofMinute("today"));
});

test("09 reads a planner's tables, says what is wrong, and writes the plan for other programs", async () => {
  const { status, stdout, stderr } = await runHere("examples/09-tables-in-and-out.ts");
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^shifts\.csv, row 2, column "Datum": "9\/3" /m);
  expect(stdout).toContain("\n0 broken rules\n");
  expect(stdout).toMatch(/^P1 +\d\d:\d\d +\d\d:\d\d +dusch +K2 +P2$/m);
  const folder = /^Table, map and calendars: (.*)$/m.exec(stdout)?.[1] ?? "";
  expect(readdirSync(folder).sort()).toEqual(["P1.ics", "P2.ics", "plan.csv", "plan.geojson"]);
  rmSync(folder, { recursive: true });
});

test("10 prints numbers with definitions, and what declined visits cost", async () => {
  const { status, stdout, stderr } = await runHere("examples/10-measure.ts");
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^work\.clientTimeShare +[\d.]+ % +Brukartid: /m);
  expect(stdout).toMatch(/^Declined: \S+, \S+: \d+ SEK less$/m);
});

test("every example is numbered and short", () => {
  for (const name of readdirSync(join(project, "examples"))) {
    expect(name).toMatch(/^\d\d-[a-z-]+\.ts$/);
    expect(readFileSync(join(project, "examples", name), "utf8").trimEnd().split("\n").length, name).toBeLessThan(60);
  }
});
