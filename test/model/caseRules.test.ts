import { describe, expect, test } from "vitest";
import type { Case } from "../../src/model/case.ts";
import { readCase } from "../../src/model/readCase.ts";
import { BROKEN_CASES } from "./brokenCases.ts";
import { issuesOf, type Mutable } from "./issuesOf.ts";
import { validCase } from "./validCase.ts";

test("a sound Case gives no issue, and is returned as it was given", () => {
  const town = validCase();
  expect(readCase(town)).toBe(town);
  expect(readCase(JSON.stringify(town))).toEqual(town);
  expect(town).toEqual(validCase());
});

describe("one change breaks exactly one rule:", () => {
  test.each(BROKEN_CASES)("%s at %s", (code, path, breakIt) => {
    const town = validCase() as Mutable<Case>;
    breakIt(town);
    const issues = issuesOf(() => readCase(town));
    expect(issues.map((issue) => `${issue.code} ${issue.path.join(".")}`)).toEqual([`${code} ${path}`]);
  });
});
