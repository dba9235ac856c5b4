/** What stands on paper: sheets that tell where they belong, all of the page, and words explained. */
import { expect, test } from "vitest";
import type { Comparison } from "../../src/report/arm.ts";
import { comparisonPage } from "../../src/report/index.ts";
import { STYLE } from "../../src/report/style.ts";
import { PLOT_STYLE } from "../../src/report/plots/style.ts";
import { spanned, withoutNumbers } from "../../src/report/unsolved/spanned.ts";
import { town } from "../kpi/town.ts";
import { full } from "./arms.ts";

const pageOf = (more: Partial<Comparison> = {}): string => comparisonPage({ case: town, arms: [full, { ...full, name: "Ramtid" }], locale: "en", ...more });
const print = (STYLE + PLOT_STYLE).split("@media print").slice(1).join("\n");

test("paper is A4, and a round's day is kept together, with room for all plans on one side", () => {
  expect(STYLE).toContain("@page{size:A4;margin:12mm}");
  expect(print).toContain(".day{break-inside:avoid}");
  const heights = [...print.matchAll(/\.of(\d) svg\.gantt\{max-height:(\d+)mm\}/g)].map(([, plans, mm]) => [Number(plans), Number(mm)] as const);
  expect(heights.map(([plans]) => plans)).toEqual([2, 3, 4, 5, 6]);
  for (const [plans, mm] of heights) expect(plans * (mm + 8)).toBeLessThanOrEqual(273 - 15);
  expect(pageOf()).toContain('<div class="days of2">');
});

test("what is folded on the screen is open on paper: rows that are left, definitions, scores and the other days of the map", () => {
  for (const folded of [".more", ".judged", ".m-more", ".kpi", ".calls details"]) expect(print).toContain(`${folded}::details-content`);
  expect(print).not.toMatch(/:not\(\[open\]\)[^{]*\{display:none/);
  expect(print).not.toContain("more-slack");
});

test("the list of staff to choose from is not cut in height", () => {
  expect(/\.scroll\{[^}]*\}/.exec(STYLE)?.[0]).not.toContain("max-height");
});

test("a sheet that is printed alone has unit, year and plan below; the one shown unasked is called an example", () => {
  const page = pageOf();
  const foots = [...page.matchAll(/<div class="foot">(.*?)<\/div>/g)].map(([, text = ""]) => text.replace(/<[^>]+>/g, "|"));
  expect(foots).toHaveLength(2);
  for (const foot of foots) {
    expect(foot).toContain("Testby · Monday 2 March 2026 to Tuesday 3 March 2026 (2 days)");
    expect(foot).toContain(`Ramtid: made by hand, seed –, – steps, input |${full.plan.demandHash.slice(0, 12)}|`);
  }
  expect(page).toContain('<p class="note example">An example: 1 of 8 shifts.</p>');
  expect(page).toContain('<p class="note example">An example: 1 of 3 clients.</p>');
});

test("words that not everybody knows are explained at the foot, in both languages", () => {
  const foot = (locale: "sv" | "en"): string => pageOf({ locale }).split('<section id="words">')[1] ?? "";
  for (const word of ["Insteg", "Luft", "Rapport, överlämning", "Omsorgskontaktens egen tid", "Område", "Slumpfrö, steg", "Underlag", "Ersättning"]) expect(foot("sv")).toContain(`<dt>${word}</dt><dd>`);
  for (const word of ["Entry", "Slack", "Handover", "Care contact&#39;s own time", "Area", "Seed, steps", "Input", "Tariff, revenue"]) expect(foot("en")).toContain(`<dt>${word}</dt><dd>`);
});

test("a shift that is paid and not used says so in its empty row", () => {
  const without = full.plan.shifts.slice(1);
  const demand = { ...full.demand, shifts: full.demand.shifts.map((s) => ({ ...s, idleIfUnused: true })) };
  const page = pageOf({ arms: [{ ...full, demand, plan: { ...full.plan, shifts: without } }] });
  expect(page.match(/<text class=unused [^>]*>the shift is not used<\/text>/g)).toHaveLength(1);
  expect(pageOf()).not.toContain("class=unused");
});

test("facts that differ by a number alone are told once, with both numbers", () => {
  const facts = ["Holds until 23 mars. After that 165 visits.", "Holds until 23 mars. After that 163 visits."];
  expect(withoutNumbers(facts[0] as string)).toBe(withoutNumbers(facts[1] as string));
  expect(spanned(facts)).toBe("Holds until 23 mars. After that 163–165 visits.");
  expect(spanned(["No number."])).toBe("No number.");
});
