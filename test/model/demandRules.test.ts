import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { BROKEN_DEMANDS } from "./brokenDemands.ts";
import { issuesOf, type Mutable } from "./issuesOf.ts";
import { validDemand } from "./validDemand.ts";

test("a sound Demand gives no issue, and is returned as it was given", () => {
  const demand = validDemand();
  expect(readDemand(demand)).toBe(demand);
  expect(readDemand(JSON.stringify(demand))).toEqual(demand);
  expect(demand).toEqual(validDemand());
});

describe("one change breaks exactly one rule:", () => {
  test.each(BROKEN_DEMANDS)("%s at %s", (code, path, breakIt) => {
    const demand = validDemand() as Mutable<Demand>;
    breakIt(demand);
    const issues = issuesOf(() => readDemand(demand));
    expect(issues.map((issue) => `${issue.code} ${issue.path.join(".")}`)).toEqual([`${code} ${path}`]);
  });
});
