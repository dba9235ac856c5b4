import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sourceFiles } from "./layering/imports.ts";

const source = fileURLToPath(new URL("../src", import.meta.url));
const files = sourceFiles(source).map((path) => ({ path, lines: lineCount(readFileSync(`${source}/${path}`, "utf8")) }));

function lineCount(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

test("files are short: the median is below 100 lines", () => {
  if (files.length <= 10) return; // too few to have a meaningful median
  expect(median(files.map((file) => file.lines))).toBeLessThan(100);
});

test("no file is longer than 500 lines", () => {
  expect(files.filter((file) => file.lines > 500)).toEqual([]);
});
