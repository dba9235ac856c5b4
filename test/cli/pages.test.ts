import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { hemtur, workplace } from "./hemtur.ts";

const { file } = workplace();

test("a comparison is a page and a table", async () => {
  const { status, stdout } = await hemtur("compare", "case.json", "--steps", "100", "--out", "page.html", "--lang", "sv");
  expect(stdout).toContain("Det här är planer, inte dagar, och inte de bästa möjliga.");
  expect(readFileSync(file("page.html"), "utf8")).toMatch(/^<!doctype html>/);
  expect(status).toBe(0);
});

describe("numbers and pages of plans", () => {
  beforeAll(async () => {
    for (const model of ["minute", "ramtid"]) await hemtur("plan", "case.json", "--model", model, "--steps", "300", "--out", `${model}.json`);
  });

  test("measure prints a table and every definition, in either language", async () => {
    const { status, stdout } = await hemtur("measure", "case.json", "minute.json", "--lang", "sv");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Mått +Minutplanering +Enhet$/m);
    expect(stdout).toMatch(/^Brukartid: Minuter innanför brukarnas dörr/m);
    expect((await hemtur("measure", "case.json", "minute.json")).stdout).toMatch(/^Client-time share: Brukartid: minutes inside/m);
  });

  test("measure --json is a list of numbers with definitions", async () => {
    const numbers = JSON.parse((await hemtur("measure", "case.json", "ramtid.json", "--json", "--lang", "sv")).stdout);
    expect(numbers[0]).toMatchObject({ name: "unstaffed.visits", label: "Obemannade besök", value: 0, unit: "visits", definition: expect.stringMatching(/^Besökstillfällen/), comparable: true });
    expect(numbers.length).toBeGreaterThan(30);
  });

  test("measure --performed reads what was declined, and refuses what it does not know", async () => {
    const town = JSON.parse(readFileSync(file("case.json"), "utf8"));
    const tariff = { id: town.tariffs?.[0]?.id ?? "t", basis: "visit", amount: 100 };
    writeFileSync(file("paid.json"), JSON.stringify({ ...town, tariffs: [tariff] }));
    const plan = JSON.parse(readFileSync(file("minute.json"), "utf8"));
    const declined = plan.shifts[0].tasks.map(({ id }: { id: string }) => id).filter((id: string) => /@.*#\d+$/.test(id)).slice(0, 1);
    writeFileSync(file("performed.json"), JSON.stringify({ declined }));
    await hemtur("plan", "paid.json", "--steps", "300", "--out", "paid-plan.json");
    const revenue = async (...more: string[]): Promise<number> =>
      JSON.parse((await hemtur("measure", "paid.json", "paid-plan.json", "--json", ...more)).stdout).find(({ name }: { name: string }) => name === "money.revenue").value;
    expect((await revenue()) - (await revenue("--performed", "performed.json"))).toBeCloseTo(100, 6);
    writeFileSync(file("wrong.json"), JSON.stringify({ decined: [] }));
    expect(await hemtur("measure", "paid.json", "paid-plan.json", "--performed", "wrong.json")).toMatchObject({ status: 2, stderr: expect.stringContaining('Did you mean "declined"?') });
  });

  test("report puts one plan or several on a page", async () => {
    const one = await hemtur("report", "case.json", "ramtid.json");
    expect(one.status).toBe(0);
    expect(one.stdout).toMatch(/^<!doctype html>/);
    const two = await hemtur("report", "case.json", "minute.json", "ramtid.json", "--lang", "sv", "--out", "two.html");
    expect(two).toMatchObject({ status: 0, stdout: "", stderr: "Written to two.html\n" });
    const page = readFileSync(file("two.html"), "utf8");
    expect(page).toContain('<html lang="sv">');
    for (const name of ["Minutplanering", "Ramtid"]) expect(page).toContain(`<h4>${name}`);
    copyFileSync(file("minute.json"), file("again.json"));
    const alike = (await hemtur("report", "case.json", "minute.json", "again.json")).stdout;
    for (const name of ["Minute (minute)", "Minute (again)"]) expect(alike).toContain(name);
    const asked = await hemtur("report", "case.json", "minute.json", "--model", "ramtid");
    expect(asked.stderr).toBe("");
    expect(asked.stdout).toContain("<small>Minute</small>");
  });

  test("compare --json has the numbers of each model", async () => {
    const arms = JSON.parse((await hemtur("compare", "case.json", "--models", "minute,pooled", "--steps", "50", "--json")).stdout);
    expect(arms.map(({ name, model }: { name: string; model: string }) => [name, model])).toEqual([["Minute", "minute"], ["Pooled", "pooled"]]);
    expect(arms[0].numbers[0].name).toBe("unstaffed.visits");
  });

  test("check --json has issues, costs and visits unstaffed", async () => {
    expect(JSON.parse((await hemtur("check", "case.json", "minute.json", "--json")).stdout)).toEqual({ model: "minute", issues: [], levels: [0, 0, expect.any(Number)], unstaffedVisits: 0 });
    expect(JSON.parse((await hemtur("check", "case.json", "--json")).stdout)).toEqual({ issues: [] });
  });

});
