import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ISSUE_CODES } from "../../src/model/issueCodes.ts";
import { BROKEN_CASES } from "./brokenCases.ts";
import { BROKEN_DEMANDS } from "./brokenDemands.ts";
import { BROKEN_SHAPES } from "./brokenShapes.ts";

test("every code that is listed is triggered by a test, and every code triggered is listed", () => {
  // Codes of files and of texts are written in two tests that list them by hand.
  const written = ["hostileFiles", "shapes"].map((name) => readFileSync(new URL(`./${name}.test.ts`, import.meta.url), "utf8")).join("");
  const triggered = new Set<string>([
    ...BROKEN_DEMANDS.map(([code]) => code),
    ...BROKEN_CASES.map(([code]) => code),
    ...BROKEN_SHAPES.map(([, , code]) => code),
  ]);
  const missing = Object.keys(ISSUE_CODES).filter((code) => !triggered.has(code) && !written.includes(`"${code}"]`));
  expect(missing).toEqual([]);
  expect([...triggered].filter((code) => !Object.hasOwn(ISSUE_CODES, code))).toEqual([]);
});

test("every code is kebab-case and explained in one sentence", () => {
  for (const [code, explanation] of Object.entries(ISSUE_CODES)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(explanation).toMatch(/^[A-Z].*\.$/);
  }
});
