import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import { kpiList } from "../../src/kpi/measures.ts";
import type { Case } from "../../src/model/case.ts";
import type { Arm, Comparison } from "../../src/report/arm.ts";
import { kpiWords } from "../../src/report/kpiWords.ts";
import { drawChart } from "../../src/report/plots/chart.ts";
import { clientHoursByDay, countBetween, facesOf, frameSharesOf, grantedSharesOf, spreadsOf } from "../../src/report/plots/distributions.ts";
import { faceBins } from "../../src/report/plots/plotsSection.ts";
import { PLOT_WORDS } from "../../src/report/plots/words.ts";
import { demand, plan, planOf, t, town } from "../kpi/town.ts";
import { armOf, full, plotsOf, short, supplyPlotsOf, viewOf } from "./arms.ts";

const comparison = (more: Partial<Comparison> = {}): Comparison => ({ case: town, arms: [full, { ...full, name: "Ramtid" }], locale: "en", ...more });

/** Lunch on the second day a quarter of an hour later. */
const later = planOf(plan.shifts.map((s) => ({
  ...s, tasks: s.tasks.map((x) => (x.id === "a-lunch@2026-03-03#1" ? { ...x, start: t(1, "12:00"), end: t(1, "12:30") } : x)),
})));

test("faces, spreads, shares of frames and hours with clients are those of the measures", () => {
  const measures = measure(town, demand, later);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const view = viewOf(town, demand, later);
  expect(facesOf(view)).toEqual([1, 2, 1]); // B is lifted by both
  expect(mean(facesOf(view))).toBe(measures.continuity.mean.value);
  expect(spreadsOf(view)).toEqual([0, 15, 0, 0]);
  expect(mean(spreadsOf(view))).toBe(measures.punctuality.spread.value);
  expect(frameSharesOf(view)).toEqual([80]); // 120 of 2 x 75 minutes
  expect(grantedSharesOf(view)).toEqual([100, 100, 100]);
  expect(clientHoursByDay(view)).toEqual([110 / 60, 110 / 60]);
  expect(60 * clientHoursByDay(view).reduce((a, b) => a + b, 0)).toBeCloseTo(measures.time.client.value ?? 0, 9);
});

test("what a client lacks is seen in the share of granted time, and what a household shares is divided", () => {
  expect(grantedSharesOf(viewOf(town, short.demand, short.plan))).toEqual([75, 100, 100]); // A lacks one lunch of four visits of half an hour
  const shared: Case = { ...town, needs: town.needs.map((need) => (need.id === "a-lunch" ? { ...need, sharedWith: ["C"] } : need)) };
  // Granted to A 60 + 30, to C 20 + 30; the lunch left out takes 15 from each.
  expect(grantedSharesOf(viewOf(shared, short.demand, short.plan)).map(Math.round)).toEqual([83, 100, 70]);
});

test("values are counted from limit to limit, the lower one included", () => {
  expect(countBetween([0, 15, 29.9, 30, 500], [15, 30])).toEqual([1, 2, 2]);
  expect(faceBins(3)).toEqual({ names: ["1", "2", "3"], limits: [2, 3] });
  expect(faceBins(14)).toEqual({ names: ["1–2", "3–4", "5–6", "7–8", "9–10", "11–12", "13–14"], limits: [3, 5, 7, 9, 11, 13] });
});

test("the same plans give the same drawings, whatever was drawn before", () => {
  const supply = supplyPlotsOf(comparison()).text;
  const plots = plotsOf(comparison()).text;
  supplyPlotsOf(comparison({ locale: "sv" }));
  expect(plotsOf(comparison()).text).toBe(plots);
  expect(supplyPlotsOf(comparison()).text).toBe(supply);
  expect(supply + plots).not.toMatch(/\bzr\d|ecmeta|<style|font-family/);
});

test("another zone and language of the machine change nothing", () => {
  const path = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href);
  const code = `const [{ full, short, plotsOf, supplyPlotsOf }, { town }] = await Promise.all([${["./arms.ts", "../kpi/town.ts"].map((name) => `import(${path(name)})`).join(", ")}]);
const comparison = { case: town, arms: [full, short], locale: "sv" };
process.stdout.write(plotsOf(comparison).text + supplyPlotsOf(comparison).text);`;
  const env = { ...process.env, TZ: "Asia/Kolkata", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], { encoding: "utf8", env });
  const here = comparison({ arms: [full, short], locale: "sv" });
  expect(stdout, stderr).toBe(plotsOf(here).text + supplyPlotsOf(here).text);
});

test("bars are named with their unit, and no two of them share a limit", () => {
  const page = plotsOf(comparison({ locale: "sv" })).text;
  for (const name of ["under 15 min", "15–29 min", "30–59 min", "minst 120 min", "95–104 %", "minst 120 %"]) expect(page).toContain(`<th scope="row">${name}</th>`);
});

test("numbers on axes are written as the language writes them", () => {
  const hours = (name: string): Arm => ({ ...full, name, measures: { ...full.measures, time: { ...full.measures.time, client: { ...full.measures.time.client, value: 120_000 } } } });
  expect(plotsOf(comparison({ locale: "sv", arms: [hours("A"), hours("B")] })).text).toContain(">1\u00a0000 tim</text>");
});

test("no drawing needs an id, which would have to be unique in the page", () => {
  expect(supplyPlotsOf(comparison()).text + plotsOf(comparison()).text).not.toMatch(/\bid="|url\(|<defs|clip/);
});

test("every drawing has a name and its numbers in a table below", () => {
  for (const locale of ["sv", "en"] as const) {
    const supply = supplyPlotsOf(comparison({ locale })).text;
    const plots = plotsOf(comparison({ locale })).text;
    for (const [text, count] of [[supply, 2], [plots, 6]] as const) {
      expect(text.match(/<svg class="plot"[^>]* role="img" aria-label="[^"]{20,}"/g)).toHaveLength(count);
      expect(text.match(/<details class="data"><summary>[^<]+<\/summary><table>/g)).toHaveLength(count);
    }
  }
  const supply = supplyPlotsOf(comparison()).text;
  expect(supply).toContain('<tr><th scope="row">09:00–09:30</th><td class="number">2.0</td><td class="number">1.5</td>');
  expect(plotsOf(comparison()).text).toContain('<tr><th scope="row">Mo 2/3</th><td class="number">1.8</td><td class="number">1.8</td></tr>');
});

test("the charts say that plans are not days, and a plan with unstaffed visits carries its star and no difference", () => {
  const page = plotsOf(comparison({ arms: [full, short] })).text;
  expect(page).toContain("These are plans, not days, and not the best possible.");
  expect(page).toContain("Work left undone makes numbers that depend on staffing look better");
  expect(page).toContain('<th scope="col" class="number">Ramtid*</th></tr>');
  expect(plotsOf(comparison()).text).toContain('<th scope="col" class="number">Difference</th>');
});

test("no chart names or ranks the staff", () => {
  expect(supplyPlotsOf(comparison()).text + plotsOf(comparison()).text).not.toMatch(/Anna|\bBo\b/);
});

test("names cannot break out of a drawing", () => {
  const evil = `</text><script>alert("1")</script>'"&\u0000`;
  const arms = [{ ...full, name: evil }, { ...short, name: evil }];
  for (const text of [supplyPlotsOf(comparison({ arms })).text, plotsOf(comparison({ arms })).text]) {
    expect(text).not.toContain("<script");
    expect(text).toContain("&lt;script&gt;");
  }
  const chart = drawChart({ xAxis: { type: "category", data: [evil] }, yAxis: { type: "value" }, series: [{ type: "bar", data: [1] }] }, { width: 300, height: 100 }, evil).text;
  expect(chart).not.toContain("<script");
  expect(chart).toContain("&lt;script&gt;");
});

test("a town without frames, and a plan without rounds, are drawn too", () => {
  const frameless: Case = { ...town, clients: town.clients.map((c) => ({ ...c, decision: { basis: "SoL", grants: { kind: "interventions" } } as const })) };
  expect(plotsOf(comparison({ case: frameless })).text).not.toContain(PLOT_WORDS.en.frame);
  const nobody = armOf("Nobody", planOf([]));
  expect(plotsOf(comparison({ arms: [nobody] })).text).toContain("Nobody*");
  expect(supplyPlotsOf(comparison({ arms: [nobody] })).text).toContain("Nobody, Monday to Friday (2 days)");
});

test("every measure has a name, a definition, a tag and a source in both languages", () => {
  const tariff = { id: "tariff", basis: "performedHour", amount: 400 } as const;
  const providers: Case = { ...town, providers: [{ id: "north", tariff: "tariff" }, { id: "south", tariff: "tariff" }], tariffs: [tariff] };
  const kpis = kpiList(measure(providers, demand, plan));
  expect(kpis.length).toBeGreaterThan(55);
  for (const kpi of kpis) {
    const [sv, en] = [kpiWords(kpi, "sv"), kpiWords(kpi, "en")];
    expect(["fact", "assumed", "computed"]).toContain(sv.tag);
    expect(en.tag).toBe(sv.tag);
    for (const part of ["label", "definition", "source"] as const) {
      expect(sv[part].length, `${kpi.name} ${part}`).toBeGreaterThan(4);
      expect(en[part].length, `${kpi.name} ${part}`).toBeGreaterThan(3);
    }
    expect(en.source, kpi.name).not.toBe("Not stated.");
    expect(sv.source, kpi.name).not.toBe(en.source);
    expect(sv.definition, kpi.name).not.toBe(en.definition);
  }
  const tagOf = (name: string): string | undefined => kpis.filter((kpi) => kpi.name === name).map((kpi) => kpiWords(kpi, "en").tag)[0];
  expect(["continuity.official", "frame.outside", "time.travel", "money.result"].map(tagOf)).toEqual(["fact", "assumed", "computed", "computed"]);
});

test("tags agree with what the measures say of their sources", () => {
  for (const kpi of kpiList(full.measures)) {
    const stated: unknown = Reflect.get(kpi, "source");
    if (stated === "assumed") expect(kpiWords(kpi, "en").tag, kpi.name).toBe("assumed");
    if (stated === "definition of this library") expect(kpiWords(kpi, "en").tag, kpi.name).not.toBe("fact");
  }
});

test("a measure that has no words yet is called by its name and counts as assumed", () => {
  const kpi = { ...full.measures.work.stops, name: "mood.best", definition: "As said." };
  expect(kpiWords(kpi, "sv")).toMatchObject({ label: "mood.best", definition: "As said.", tag: "assumed" });
});

test("both languages have the same words for plots", () => {
  const keys = (value: unknown, path = ""): string[] => (typeof value === "object" && value !== null ? Object.entries(value).flatMap(([k, v]) => keys(v, `${path}.${k}`)) : [path]);
  expect(keys(PLOT_WORDS.sv)).toEqual(keys(PLOT_WORDS.en));
});
