import { expect, test } from "vitest";
import { comparisonOf, pages } from "../accessible/pages.ts";
import { type Violation, violationsOf } from "../accessible/accessible.ts";
import { findChromium } from "../browser/chromium.ts";
import { numbersTable } from "../../src/report/numbers.ts";
import { PLOT_STYLE } from "../../src/report/plots/style.ts";
import { STYLE } from "../../src/report/style.ts";
import { mapOf, plotsOf, supplyPlotsOf } from "./arms.ts";

const chromium = findChromium();
const reason = chromium === undefined ? " (skipped: no Chromium found; install one or name it in the variable CHROME)" : "";
const said = (violations: readonly Violation[]): string[] => violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.join("\n")}`);
const comparison = comparisonOf({ clients: 5, days: 2, steps: 200 });
const made = pages(comparison);
const drawn = [numbersTable, supplyPlotsOf, plotsOf, mapOf].map((section) => section({ ...comparison, locale: "sv" }).text).join("");
const sections = `<!doctype html><html lang="sv"><head><title>x</title><style>${STYLE}${PLOT_STYLE}</style></head><body><main><h1>x</h1>${drawn}</main></body></html>`;

test.skipIf(chromium === undefined)(`axe-core finds nothing wrong with the page in Swedish${reason}`, async () => {
  expect(said(await violationsOf(chromium!, made.sv))).toEqual([]);
});

test.skipIf(chromium === undefined)(`nor in English${reason}`, async () => {
  expect(said(await violationsOf(chromium!, made.en))).toEqual([]);
});

test.skipIf(chromium === undefined)(`axe-core is really asked: a page with faults has them found${reason}`, async () => {
  const faulty = `<!doctype html><html><head><title>x</title></head><body><main><h1>x</h1><img src="x"><p style="color:#bbb;background:#fff">pale</p></main></body></html>`;
  const ids = (await violationsOf(chromium!, faulty)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["html-has-lang", "image-alt", "color-contrast"]));
});

test("every drawing and list of the page has a name for those who do not see it", () => {
  for (const page of [made.sv, made.en]) {
    const drawings = page.match(/<svg\b[^>]*>/g) ?? [];
    expect(drawings.length).toBeGreaterThan(4);
    expect(drawings.filter((tag) => !/aria-hidden="true"|role="(?:img|group)" aria-label="[^"]+"/.test(tag))).toEqual([]);
  }
});

test.skipIf(chromium === undefined)(`nor with numbers, plots and maps by themselves${reason}`, async () => {
  expect(said(await violationsOf(chromium!, sections))).toEqual([]);
});
