import { expect, test } from "vitest";
import { comparisonTable } from "../../src/report/index.ts";
import { town } from "../kpi/town.ts";
import { full, short } from "./arms.ts";

test("the table starts with the sentence and aligns its columns", () => {
  const lines = comparisonTable({ case: town, arms: [full, { ...full, name: "Ramtid" }], locale: "en" }).split("\n");
  expect(lines[0]).toMatch(/^These are plans, not days, and not the best possible\./);
  expect(lines[2]).toMatch(/^Measure {20,}Minute {2}Ramtid {2}Difference {2}Unit$/);
  const row = lines.find((l) => l.startsWith("Client-time share")) ?? "";
  expect(row).toMatch(/^Client-time share +15\.7 +15\.7 +0\.0 {2}% \(difference: percentage points\)$/);
  const ends = (line: string, texts: readonly string[]) => texts.map((text) => line.lastIndexOf(text) + text.length);
  expect(ends(row, ["0.0", "%"])).toEqual([ends(lines[2] ?? "", ["Difference"])[0], (lines[2] ?? "").indexOf("Unit") + 1]);
  expect(lines.join("\n")).not.toContain("*");
});

test("what may not be compared is marked and explained", () => {
  const text = comparisonTable({ case: town, arms: [full, short], locale: "sv" });
  expect(text).toMatch(/Brukartid +15,7 +13,6\* +– {2}%/);
  expect(text.split("\n").at(-1)).toMatch(/^\* Planen lämnar besök obemannade/);
});

test("names cannot command the terminal", () => {
  const text = comparisonTable({ case: town, arms: [{ ...full, name: "\u001b[31mred\u0007" }], locale: "en" });
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
});
