import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ENGLISH, map, spoiled, SWEDISH, windows1252 } from "../io/import/sets.ts";
import { hemtur, workplace } from "./hemtur.ts";

const place = workplace();
const { file } = place;

describe("import", () => {
  const folder = (name: string, tables: Readonly<Record<string, string | Uint8Array>>): string => {
    mkdirSync(file(name));
    for (const [table, content] of Object.entries(tables)) writeFileSync(join(file(name), `${table}.csv`), content);
    return file(name);
  };

  test("makes of four tables a Case that can be checked, and says how it read them", async () => {
    const { status, stderr } = await hemtur("import", folder("tables", map(SWEDISH, windows1252)), "--name", "Norr", "--out", file("imported.json"));
    expect(status).toBe(0);
    expect(stderr).toContain("clients.csv: read as Windows-1252.");
    expect(JSON.parse(readFileSync(file("imported.json"), "utf8"))).toMatchObject({ name: "Norr", period: { from: "2026-03-09", days: 3 } });
    expect(await hemtur("check", "imported.json")).toMatchObject({ status: 0, stdout: "imported.json: no issues\n" });
  });

  test("never writes over a table", async () => {
    const dir = folder("kept", map(SWEDISH, windows1252));
    for (const option of ["--out", "--baseline"]) expect(await hemtur("import", dir, option, join(dir, "clients.csv"))).toMatchObject({ status: 2, stderr: expect.stringContaining("would be overwritten") });
    expect(readFileSync(join(dir, "clients.csv"))).toEqual(Buffer.from(windows1252(SWEDISH.clients)));
  });

  test("begins the period where it is told to, and writes to standard output", async () => {
    const { status, stdout } = await hemtur("import", folder("period", ENGLISH), "--period-from", "2026-03-10", "--days", "2");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).period).toEqual({ from: "2026-03-10", days: 2 });
  });

  test("ends with status 2, every fault and no Case where the tables are broken", async () => {
    const { clients: _, ...rest } = spoiled(SWEDISH, "shifts", "2026-03-10", "3/11");
    const { status, stdout, stderr } = await hemtur("import", folder("broken", rest), "--out", file("none.json"));
    expect({ status, stdout, isWritten: existsSync(file("none.json")) }).toEqual({ status: 2, stdout: "", isWritten: false });
    expect(stderr).toMatch(/^clients\.csv: The file is missing\. /);
    expect(stderr).toMatch(/^shifts\.csv, row 3, column "Datum": "3\/11" /m);
    expect(stderr).toMatch(/: 2 faults; nothing was written\n$/);
  });

  test("takes the rounds of today along as a plan, to begin with and to compare with", async () => {
    const rounds = "Datum;Personal;Kund;Insats;Starttid\n2026-03-09;P1;K1;hygiene;8.00\n2026-03-09;P1;K1;insulin;07.45\n2026-03-10;P2;K2;lunch;11.45\n";
    const dir = folder("with-rounds", { ...map(SWEDISH, windows1252), rounds });
    const { status, stderr } = await hemtur("import", dir, "--lang", "sv", "--out", "today-case.json", "--baseline", "today.json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^rounds\.csv: 3 besök; alla börjar som det står\.$/m) });
    expect(stderr).toMatch(/^rounds\.csv: \d+ besök som ska göras står inte i någon tur\.$/m);
    expect(JSON.parse(readFileSync(file("today.json"), "utf8"))).toMatchObject({ version: 1, origin: { tool: "hemtur import" } });
    expect((await hemtur("check", "today-case.json", "today.json")).stdout).toMatch(/^today\.json: no issues$/m);
    expect((await hemtur("plan", "today-case.json", "--baseline", "today.json", "--steps", "500", "--out", "next.json")).stderr).toMatch(/^Against the baseline, of \d+ visits: .* [1-9]\d* new, 0 left out$/m);
    expect((await hemtur("report", "today-case.json", "today.json", "next.json", "--lang", "sv")).stdout).toContain("I dag");
    expect((await hemtur("import", dir, "--out", "again.json")).stderr).toContain("rounds.csv: not read; --baseline FILE makes a plan of it.");
    writeFileSync(join(dir, "rounds.csv"), rounds.replace("K2;lunch", "K9;lunch"));
    const broken = await hemtur("import", dir, "--baseline", "broken.json", "--out", "broken-case.json");
    expect(broken).toMatchObject({ status: 2, stderr: expect.stringMatching(/^rounds\.csv, row 4, column "Kund": "K9" is not in clients\.csv\./m) });
    expect(existsSync(file("broken-case.json"))).toBe(false);
    rmSync(join(dir, "rounds.csv"));
    expect(await hemtur("import", dir, "--baseline", "broken.json")).toMatchObject({ status: 2, stderr: expect.stringContaining("--baseline is made of rounds.csv") });
  });

  test("says what lies in the folder where a table is missing, in Swedish if asked", async () => {
    const dir = folder("misnamed", { vårdtagare: SWEDISH.clients, needs: SWEDISH.needs, staff: SWEDISH.staff, shifts: SWEDISH.shifts });
    const { stderr } = await hemtur("import", dir, "--lang", "sv");
    expect(stderr).toMatch(/^clients\.csv: Filen saknas\. Lägg den bredvid de andra, /m);
    expect(stderr).toMatch(/^I mappen ligger: needs\.csv, shifts\.csv, staff\.csv, vårdtagare\.csv\. Är det en av dem, döp om den\.$/m);
    expect(stderr).toMatch(/: 1 fel; inget skrevs\n$/);
  });

  test("knows the files by their Swedish names, and ends with what was read", async () => {
    const { status, stderr } = await hemtur("import", folder("swedish", { Kunder: SWEDISH.clients, insatser: SWEDISH.needs, personal: SWEDISH.staff, pass: SWEDISH.shifts }), "--lang", "sv", "--out", "sv.json");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^Kunder\.csv: läses som clients\.csv\.$/m);
    expect(stderr).toMatch(/\nLäst: 3 brukare, 4 insatser, 3 personer, 5 pass, 9–11 mars 2026 \(3 dagar\)\n$/);
  });

  test("tells the same fault of many rows once", async () => {
    const shifts = SWEDISH.shifts.replaceAll(/elcykel|gång|bil/g, "häst");
    const { stderr } = await hemtur("import", folder("alike", { ...SWEDISH, shifts }), "--lang", "sv");
    expect(stderr.match(/häst/g)).toHaveLength(1);
    expect(stderr).toMatch(/^shifts\.csv, rad 2–6 \(5 rader\), kolumn "Färdsätt": "häst" är inget av de ord/m);
    expect(stderr).toMatch(/: 5 fel; inget skrevs\n$/);
  });

  test("says which folder is not there", async () => {
    expect(await hemtur("import", "nowhere")).toMatchObject({ status: 2, stderr: "There is no folder nowhere.\n" });
    expect(await hemtur("import", "case.json")).toMatchObject({ status: 2, stderr: "case.json is a file, not a folder.\n" });
    expect((await hemtur("import", "tables", "--period-from", "3/11")).stderr).toContain("--period-from 3/11: give a date such as 2026-03-11.");
  });

  test("writes the Case and the rounds of today together, or where one of them cannot be written neither", async () => {
    const dir = folder("together", { ...map(SWEDISH, windows1252), rounds: "Datum;Personal;Kund;Insats;Starttid\n2026-03-09;P1;K1;hygiene;8.00\n" });
    for (const [out, baseline] of [["missing/case.json", "rounds.json"], ["tidy.json", "missing/rounds.json"]] as const) {
      const { status, stderr } = await hemtur("import", dir, "--out", out, "--baseline", baseline);
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(`missing/${out.startsWith("missing") ? "case" : "rounds"}.json cannot be written (ENOENT)`) });
      expect(readdirSync(place.folder).filter((name) => /^(rounds|tidy)\.json/.test(name))).toEqual([]);
    }
    writeFileSync(file("tidy.json"), "what stood there");
    expect(await hemtur("import", dir, "--out", "tidy.json", "--baseline", "missing/rounds.json")).toMatchObject({ status: 2 });
    expect(readFileSync(file("tidy.json"), "utf8")).toBe("what stood there");
    const { status, stderr } = await hemtur("import", dir, "--out", "tidy.json", "--baseline", "rounds.json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^Written to tidy\.json\nWritten to rounds\.json$/m) });
    expect((await hemtur("check", "tidy.json", "rounds.json")).stdout).toContain("rounds.json: no issues");
    expect((await hemtur("import", dir, "--baseline", "rounds.json")).stdout).toBe(readFileSync(file("tidy.json"), "utf8"));
  });
});
