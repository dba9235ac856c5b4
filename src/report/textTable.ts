/** The measures side by side for a terminal. */
import type { Comparison } from "./arm.ts";
import { cautionOf } from "./caution.ts";
import { hasStars, numberRows } from "./numbers.ts";
import { STRINGS } from "./strings.ts";
import { worseAt } from "./worse.ts";

/** Lines of text with aligned columns, the sentence about plans and days first where there are several; no trailing line break. */
export function comparisonTable(comparison: Comparison): string {
  const words = STRINGS[comparison.locale];
  const two = comparison.arms.length === 2;
  const noStar = hasStars(comparison) ? " " : "";
  const head = [words.measure, ...comparison.arms.map((a) => printable(a.name) + noStar), ...(two ? [words.difference] : []), words.unit];
  const rows = numberRows(comparison).map((r) => ({ group: r.group, cells: [r.label, ...r.values.map((v) => `${v.text}${v.star ? "*" : noStar}`), ...(two ? [r.difference] : []), two && r.differenceUnit !== "" ? `${r.unit} (${words.difference.toLowerCase()}: ${r.differenceUnit})` : r.unit] }));
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((r) => (r.cells[i] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 || i === cells.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ").trimEnd();
  const lines: string[] = [];
  let group = "";
  for (const row of rows) {
    if (row.group !== group) lines.push("", row.group.toUpperCase());
    group = row.group;
    lines.push(line(row.cells));
  }
  const cautions = [cautionOf(comparison), worseAt(comparison)].filter((text) => text !== "");
  return [...(cautions.length === 0 ? [] : [...cautions, ""]), line(head), ...lines, ...(hasStars(comparison) ? ["", words.notComparable] : [])].join("\n");
}

/** Without control characters, which a terminal would obey. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, "");
