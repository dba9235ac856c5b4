import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hemtur, workplace } from "./hemtur.ts";

const { file } = workplace();

test("a sample is the same for the same seed, and sound", async () => {
  const { stdout } = await hemtur("sample", "--seed", "1", "--clients", "4", "--days", "1");
  expect(stdout).toBe(readFileSync(file("case.json"), "utf8"));
  expect(await hemtur("check", "case.json")).toMatchObject({ status: 0, stdout: "case.json: no issues\n" });
});

test.each(["minute", "ramtid", "pooled"])("a plan under %s is written, judged, and refused once it is spoilt", async (model) => {
  const args = ["plan", "case.json", "--model", model, "--steps", "300", "--seed", "2", "--out", "plan.json", "--demand", "demand.json"];
  const planned = await hemtur(...args);
  expect(planned.stderr).toMatch(/\d+ rounds?, \d+ visits? unstaffed, cost by level 0 /);
  expect(planned.status).toBe(0);
  for (const against of ["case.json", "demand.json"]) {
    expect(await hemtur("check", against, "plan.json")).toMatchObject({ status: 0, stdout: expect.stringContaining("plan.json: no issues") });
  }
  const plan = JSON.parse(readFileSync(file("plan.json"), "utf8"));
  plan.shifts[0].tasks[0].start -= 100_000;
  writeFileSync(file("spoilt.json"), JSON.stringify(plan));
  const spoilt = await hemtur("check", "demand.json", "spoilt.json");
  expect(spoilt.status).toBe(1);
  expect(spoilt.stdout).toMatch(/spoilt.json: \d+ issue/);
});

test("a plan that breaks no rule but leaves visits unstaffed ends with status 1", async () => {
  const town = JSON.parse(readFileSync(file("case.json"), "utf8"));
  writeFileSync(file("short.json"), JSON.stringify({ ...town, shifts: town.shifts.slice(0, 1) }));
  expect((await hemtur("plan", "short.json", "--steps", "100", "--out", "unstaffed.json", "--demand", "short-demand.json")).status).toBe(1);
  for (const against of ["short.json", "short-demand.json"]) {
    expect(await hemtur("check", against, "unstaffed.json")).toMatchObject({ status: 1, stdout: expect.stringMatching(/no issues\n[1-9]\d* visits? unstaffed/) });
  }
  expect((await hemtur("compare", "short.json", "--steps", "100")).status).toBe(1);
});

test("a plan is the baseline of the next: shown as today, and changes are counted", async () => {
  await hemtur("plan", "case.json", "--steps", "300", "--out", "minute.json");
  const { status, stdout, stderr } = await hemtur("compare", "case.json", "--baseline", "minute.json", "--steps", "50", "--lang", "sv");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Mått +I dag +Minutplanering +Ramtid +Enhet$/m);
  expect(stderr).toBe("");
  const again = await hemtur("plan", "case.json", "--baseline", "minute.json", "--steps", "0", "--out", "unchanged.json");
  expect(again.stderr).toMatch(/^Against the baseline, of \d+ visits: 0 by another person, 0 by the same at least 15 minutes apart, 0 new, 0 left out$/m);
  const anew = await hemtur("plan", "case.json", "--model", "ramtid", "--baseline", "minute.json", "--steps", "500", "--out", "changed.json");
  expect(anew.stderr).toMatch(/^Against the baseline, of \d+ visits: /m);
});

test("what if: a plan keeps its model where shifts are added, as baseline and on the page", async () => {
  const town = JSON.parse(readFileSync(file("case.json"), "utf8"));
  await hemtur("plan", "case.json", "--model", "ramtid", "--steps", "200", "--out", "before.json");
  expect(JSON.parse(readFileSync(file("before.json"), "utf8")).origin).toMatchObject({ tool: "hemtur", model: "ramtid" });
  writeFileSync(file("what-if.json"), JSON.stringify({ ...town, shifts: [...town.shifts, { ...town.shifts[0], id: "one more", staff: undefined }] }));
  const said = /^before\.json was made for another Demand, and is matched to this one by its ids; it says that it was made under ramtid, and is read so\.$/m;
  for (const words of [["check"], ["measure"], ["report"]]) expect((await hemtur(...words, "what-if.json", "before.json")).stderr).toMatch(said);
  expect((await hemtur("check", "what-if.json", "before.json")).stdout).toContain("before.json: no issues");
  await hemtur("plan", "what-if.json", "--baseline", "before.json", "--steps", "200", "--out", "after.json");
  expect(JSON.parse(readFileSync(file("after.json"), "utf8")).origin).toMatchObject({ model: "ramtid" });
  const page = (await hemtur("report", "what-if.json", "before.json", "after.json", "--lang", "sv")).stdout;
  expect(page).toContain("Ramtid (before)");
  expect(page).not.toContain("Minutplanering (");
});

test("a Demand is planned as it is", async () => {
  await hemtur("plan", "case.json", "--model", "ramtid", "--steps", "0", "--out", "first.json", "--demand", "a-demand.json");
  const planned = await hemtur("plan", "a-demand.json", "--steps", "100", "--out", "of-demand.json");
  expect(planned).toMatchObject({ status: 0, stdout: "" });
  expect((await hemtur("check", "a-demand.json", "of-demand.json")).status).toBe(0);
  for (const words of [["plan", "a-demand.json"], ["check", "a-demand.json", "of-demand.json"]]) {
    expect(await hemtur(...words, "--model", "ramtid")).toMatchObject({ status: 2, stderr: expect.stringContaining("a Demand has been made already") });
  }
  expect(await hemtur("plan", "a-demand.json", "--csv", "x.csv")).toMatchObject({ status: 2, stderr: expect.stringContaining("Give the Case") });
});

test("a plan goes out as table, calendars and map", async () => {
  const { status } = await hemtur("plan", "case.json", "--steps", "100", "--out", "p.json", "--csv", "p.csv", "--calendar", "calendars", "--geojson", "p.geojson", "--lang", "sv");
  expect(status).toBe(0);
  expect(readFileSync(file("p.csv"), "utf8")).toMatch(/^\uFEFFdate;shift;staff;/);
  const calendars = readdirSync(file("calendars"));
  const workers = new Set(JSON.parse(readFileSync(file("p.json"), "utf8")).shifts.map(({ shift }: { shift: string }) => shift.split("@")[0]));
  expect(calendars.sort()).toEqual([...workers].map((id) => `${id}.ics`).sort());
  expect(readFileSync(join(file("calendars"), calendars[0]!), "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(JSON.parse(readFileSync(file("p.geojson"), "utf8")).type).toBe("FeatureCollection");
  expect((await hemtur("plan", "case.json", "--out", "p.json", "--csv", "p.json")).stderr).toContain("is to hold two results");
});

test("one visit, round and issue are told as one", async () => {
  const town = { ...JSON.parse(readFileSync(file("case.json"), "utf8")), relations: undefined };
  const [need] = town.needs;
  const single = { ...need, id: "one", staffing: 1, often: { times: 1, per: "day" }, relativesDo: undefined, gaps: undefined };
  writeFileSync(file("one.json"), JSON.stringify({ ...town, needs: [single], shifts: [] }));
  const { status, stderr } = await hemtur("plan", "one.json", "--steps", "10", "--out", "one-plan.json");
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^0 rounds, 1 visit unstaffed, /m) });
  expect((await hemtur("check", "one.json", "one-plan.json")).stdout).toMatch(/^1 visit unstaffed\n {2}.* min, .*: nobody who can is at work then$/m);
  const swedish = await hemtur("check", "one.json", "one-plan.json", "--lang", "sv");
  expect(swedish.stdout).toMatch(/^Kostnad per nivå: .*\none-plan\.json: inga regler bryts\n1 besök obemannat\n {2}.*: ingen som kan är på jobbet då$/m);
  const many = { ...single, plannedAt: undefined, often: { times: 12, per: "day" }, window: ["08:00", "20:00"], minutes: 10 };
  writeFileSync(file("many.json"), JSON.stringify({ ...town, needs: [many], shifts: [] }));
  const twelve = await hemtur("plan", "many.json", "--steps", "10", "--lang", "sv", "--out", "many-plan.json");
  expect(twelve.stderr).toMatch(/^0 turer, 12 besök obemannade, kostnad per nivå .*\n( {2}.* hygien 10 min, .*: ramen är slut\n){10} {2}… och 2 till\nPlanen: inga regler bryts$/m);
});
