import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  buildSync({ entryPoints, outdir: folder, bundle: true, splitting: true, format: "esm", platform: "node", packages: "external", outExtension: { ".js": ".mjs" } });
  buildSync({ entryPoints: { worker: entryPoints.worker }, outdir: folder, bundle: true, format: "esm", platform: "node", packages: "external" });
  copyFileSync(join(project, "package.json"), join(folder, "package.json"));
  expect(hemtur("sample", "--seed", "1", "--clients", "4", "--days", "1", "--out", file("case.json")).status).toBe(0);
});
afterAll(() => {
  for (const path of [folder, scratch]) rmSync(path, { recursive: true });
});

const hemtur = (...args: readonly string[]) => piped("", ...args);

function piped(input: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "cli.mjs"), ...args], { encoding: "utf8", cwd: scratch, input });
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
    ["compare case.json --models minute,minute", "--models minute,minute: give each model once"],
    ["measure case.json plan.json --out plan.json", "plan.json would be overwritten"],
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

  test("never writes over a table", () => {
    const dir = folder("kept", map(SWEDISH, windows1252));
    for (const option of ["--out", "--baseline"]) expect(hemtur("import", dir, option, join(dir, "clients.csv"))).toMatchObject({ status: 2, stderr: expect.stringContaining("would be overwritten") });
    expect(readFileSync(join(dir, "clients.csv"))).toEqual(Buffer.from(windows1252(SWEDISH.clients)));
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
    expect(stderr).toMatch(/: 2 faults; nothing was written\n$/);
  });

  test("takes the rounds of today along as a plan, to begin with and to compare with", () => {
    const rounds = "Datum;Personal;Kund;Insats;Starttid\n2026-03-09;P1;K1;hygiene;8.00\n2026-03-09;P1;K1;insulin;07.45\n2026-03-10;P2;K2;lunch;11.45\n";
    const dir = folder("with-rounds", { ...map(SWEDISH, windows1252), rounds });
    const { status, stderr } = hemtur("import", dir, "--lang", "sv", "--out", "today-case.json", "--baseline", "today.json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^rounds\.csv: 3 besök; alla börjar som det står\.$/m) });
    expect(stderr).toMatch(/^rounds\.csv: \d+ besök som ska göras står inte i någon tur\.$/m);
    expect(JSON.parse(readFileSync(file("today.json"), "utf8"))).toMatchObject({ version: 1, origin: { tool: "hemtur import" } });
    expect(hemtur("check", "today-case.json", "today.json").stdout).toMatch(/^today\.json: no issues$/m);
    expect(hemtur("plan", "today-case.json", "--baseline", "today.json", "--steps", "500", "--out", "next.json").stderr).toMatch(/^Against the baseline, of \d+ visits: .* [1-9]\d* new, 0 left out$/m);
    expect(hemtur("report", "today-case.json", "today.json", "next.json", "--lang", "sv").stdout).toContain("I dag");
    expect(hemtur("import", dir, "--out", "again.json").stderr).toContain("rounds.csv: not read; --baseline FILE makes a plan of it.");
    writeFileSync(join(dir, "rounds.csv"), rounds.replace("K2;lunch", "K9;lunch"));
    const broken = hemtur("import", dir, "--baseline", "broken.json", "--out", "broken-case.json");
    expect(broken).toMatchObject({ status: 2, stderr: expect.stringMatching(/^rounds\.csv, row 4, column "Kund": "K9" is not in clients\.csv\./m) });
    expect(existsSync(file("broken-case.json"))).toBe(false);
    rmSync(join(dir, "rounds.csv"));
    expect(hemtur("import", dir, "--baseline", "broken.json")).toMatchObject({ status: 2, stderr: expect.stringContaining("--baseline is made of rounds.csv") });
  });

  test("says what lies in the folder where a table is missing, in Swedish if asked", () => {
    const dir = folder("misnamed", { kunder: SWEDISH.clients, needs: SWEDISH.needs, staff: SWEDISH.staff, shifts: SWEDISH.shifts });
    const { stderr } = hemtur("import", dir, "--lang", "sv");
    expect(stderr).toMatch(/^clients\.csv: Filen saknas\. Lägg den bredvid de andra, /m);
    expect(stderr).toMatch(/^I mappen ligger: kunder\.csv, needs\.csv, shifts\.csv, staff\.csv$/m);
    expect(stderr).toMatch(/: 1 fel; inget skrevs\n$/);
  });

  test("says which folder is not there", () => {
    expect(hemtur("import", "nowhere")).toMatchObject({ status: 2, stderr: "There is no folder nowhere.\n" });
    expect(hemtur("import", "case.json")).toMatchObject({ status: 2, stderr: "case.json is a file, not a folder.\n" });
    expect(hemtur("import", "tables", "--period-from", "3/11").stderr).toContain("--period-from 3/11: give a date such as 2026-03-11.");
  });
});

describe("numbers and pages of plans", () => {
  beforeAll(() => {
    for (const model of ["minute", "ramtid"]) hemtur("plan", "case.json", "--model", model, "--steps", "300", "--out", `${model}.json`);
  });

  test("measure prints a table and every definition, in either language", () => {
    const { status, stdout } = hemtur("measure", "case.json", "minute.json", "--lang", "sv");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Mått +Minutplanering +Enhet$/m);
    expect(stdout).toMatch(/^Brukartid: Minuter innanför brukarnas dörr/m);
    expect(hemtur("measure", "case.json", "minute.json").stdout).toMatch(/^Client-time share: Brukartid: minutes inside/m);
  });

  test("measure --json is a list of numbers with definitions", () => {
    const numbers = JSON.parse(hemtur("measure", "case.json", "ramtid.json", "--json", "--lang", "sv").stdout);
    expect(numbers[0]).toMatchObject({ name: "unstaffed.visits", label: "Obemannade besök", value: 0, unit: "visits", definition: expect.stringMatching(/^Tillfällen/), comparable: true });
    expect(numbers.length).toBeGreaterThan(30);
  });

  test("measure --performed reads what was declined, and refuses what it does not know", () => {
    const town = JSON.parse(readFileSync(file("case.json"), "utf8"));
    const tariff = { id: town.tariffs?.[0]?.id ?? "t", basis: "visit", amount: 100 };
    writeFileSync(file("paid.json"), JSON.stringify({ ...town, tariffs: [tariff] }));
    const plan = JSON.parse(readFileSync(file("minute.json"), "utf8"));
    const declined = plan.shifts[0].tasks.map(({ id }: { id: string }) => id).filter((id: string) => /@.*#\d+$/.test(id)).slice(0, 1);
    writeFileSync(file("performed.json"), JSON.stringify({ declined }));
    hemtur("plan", "paid.json", "--steps", "300", "--out", "paid-plan.json");
    const revenue = (...more: string[]): number =>
      JSON.parse(hemtur("measure", "paid.json", "paid-plan.json", "--json", ...more).stdout).find(({ name }: { name: string }) => name === "money.revenue").value;
    expect(revenue() - revenue("--performed", "performed.json")).toBeCloseTo(100, 6);
    writeFileSync(file("wrong.json"), JSON.stringify({ decined: [] }));
    expect(hemtur("measure", "paid.json", "paid-plan.json", "--performed", "wrong.json")).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean "declined"?') });
  });

  test("report puts one plan or several on a page", () => {
    const one = hemtur("report", "case.json", "ramtid.json");
    expect(one.status).toBe(0);
    expect(one.stdout).toMatch(/^<!doctype html>/);
    const two = hemtur("report", "case.json", "minute.json", "ramtid.json", "--lang", "sv", "--out", "two.html");
    expect(two).toMatchObject({ status: 0, stdout: "", stderr: "Written to two.html\n" });
    const page = readFileSync(file("two.html"), "utf8");
    expect(page).toContain('<html lang="sv">');
    for (const name of ["Minutplanering", "Ramtid"]) expect(page).toContain(`<h4>${name}`);
    copyFileSync(file("minute.json"), file("again.json"));
    const alike = hemtur("report", "case.json", "minute.json", "again.json").stdout;
    for (const name of ["Minute (minute)", "Minute (again)"]) expect(alike).toContain(name);
    const asked = hemtur("report", "case.json", "minute.json", "--model", "ramtid");
    expect(asked.stderr).toBe("");
    expect(asked.stdout).toContain("<small>Minute</small>");
  });

  test("compare --json has the numbers of each model", () => {
    const arms = JSON.parse(hemtur("compare", "case.json", "--models", "minute,pooled", "--steps", "50", "--json").stdout);
    expect(arms.map(({ name, model }: { name: string; model: string }) => [name, model])).toEqual([["Minute", "minute"], ["Pooled", "pooled"]]);
    expect(arms[0].numbers[0].name).toBe("unstaffed.visits");
  });

  test("check --json has issues, costs and visits unstaffed", () => {
    expect(JSON.parse(hemtur("check", "case.json", "minute.json", "--json").stdout)).toEqual({ model: "minute", issues: [], levels: [0, 0, expect.any(Number)], unstaffedVisits: 0 });
    expect(JSON.parse(hemtur("check", "case.json", "--json").stdout)).toEqual({ issues: [] });
  });

  test("a plan is the baseline of the next: shown as today, and changes are counted", () => {
    const { status, stdout, stderr } = hemtur("compare", "case.json", "--baseline", "minute.json", "--steps", "50", "--lang", "sv");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Mått +I dag +Minutplanering +Ramtid +Enhet$/m);
    expect(stderr).toBe("");
    const again = hemtur("plan", "case.json", "--baseline", "minute.json", "--steps", "0", "--out", "unchanged.json");
    expect(again.stderr).toMatch(/^Against the baseline, of \d+ visits: 0 by another person, 0 by the same at least 15 minutes apart, 0 new, 0 left out$/m);
    const anew = hemtur("plan", "case.json", "--model", "ramtid", "--baseline", "minute.json", "--steps", "500", "--out", "changed.json");
    expect(anew.stderr).toMatch(/^Against the baseline, of \d+ visits: /m);
  });
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
    const cli = `"${process.execPath}" "${join(folder, "cli.mjs")}"`;
    const { status, stdout } = spawnSync("sh", ["-c", `${cli} plan case.json --seconds 1 | ${cli} measure case.json - --json`], { encoding: "utf8", cwd: scratch });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)[0].name).toBe("unstaffed.visits");
  });

  test("a Demand is planned as it is", () => {
    hemtur("plan", "case.json", "--model", "ramtid", "--steps", "0", "--out", "first.json", "--demand", "a-demand.json");
    const planned = hemtur("plan", "a-demand.json", "--steps", "100", "--out", "of-demand.json");
    expect(planned).toMatchObject({ status: 0, stdout: "" });
    expect(hemtur("check", "a-demand.json", "of-demand.json").status).toBe(0);
    for (const words of [["plan", "a-demand.json"], ["check", "a-demand.json", "of-demand.json"]]) {
      expect(hemtur(...words, "--model", "ramtid")).toMatchObject({ status: 2, stderr: expect.stringContaining("a Demand has been made already") });
    }
    expect(hemtur("plan", "a-demand.json", "--csv", "x.csv")).toMatchObject({ status: 2, stderr: expect.stringContaining("Give the Case") });
  });

  test("a plan goes out as table, calendars and map", () => {
    const { status } = hemtur("plan", "case.json", "--steps", "100", "--out", "p.json", "--csv", "p.csv", "--calendar", "calendars", "--geojson", "p.geojson", "--lang", "sv");
    expect(status).toBe(0);
    expect(readFileSync(file("p.csv"), "utf8")).toMatch(/^\uFEFFdate;shift;staff;/);
    const calendars = readdirSync(file("calendars"));
    const workers = new Set(JSON.parse(readFileSync(file("p.json"), "utf8")).shifts.map(({ shift }: { shift: string }) => shift.split("@")[0]));
    expect(calendars.sort()).toEqual([...workers].map((id) => `${id}.ics`).sort());
    expect(readFileSync(join(file("calendars"), calendars[0]!), "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(JSON.parse(readFileSync(file("p.geojson"), "utf8")).type).toBe("FeatureCollection");
    expect(hemtur("plan", "case.json", "--out", "p.json", "--csv", "p.json").stderr).toContain("is to hold two results");
  });

  test("what takes longer than two seconds says how far it is, on standard error", () => {
    const { stdout, stderr } = hemtur("plan", "case.json", "--seconds", "2.6");
    expect(stderr).toMatch(/^minute: \d+ %, \d s, \d+ steps, cost by level 0 /m);
    expect(JSON.parse(stdout).version).toBe(1);
  });
});
