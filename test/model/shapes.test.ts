import { Value } from "@sinclair/typebox/value";
import { FormatRegistry, type TSchema } from "@sinclair/typebox";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IssueList } from "../../src/model/issueList.ts";
import { readCase } from "../../src/model/readCase.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { readPlan } from "../../src/model/readPlan.ts";
import { caseSchema } from "../../src/model/schema/caseSchema.ts";
import { check } from "../../src/model/schema/check.ts";
import { demandSchema } from "../../src/model/schema/demandSchema.ts";
import { FORMATS } from "../../src/model/schema/formats.ts";
import type { Shape } from "../../src/model/schema/shape.ts";
import { BROKEN_SHAPES } from "./brokenShapes.ts";
import { issuesOf } from "./issuesOf.ts";
import { putAt } from "./putAt.ts";
import { validCase } from "./validCase.ts";
import { validDemand } from "./validDemand.ts";

describe("a wrong shape is told with its value and what to do:", () => {
  test.each(BROKEN_SHAPES)("%s = %j is %s", (path, value, code, message, fix) => {
    const issues = issuesOf(() => readDemand(putAt(validDemand(), path, value)));
    expect(issues).toEqual([{ code, path: path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key)), message, fix }]);
  });

  test.each([
    ["timeZone", "Europe/Stokholm", "bad-time-zone"],
    ["timeZone", "+01:00", "bad-time-zone"],
    ["period.from", "2026-02-29", "bad-date"],
    ["period.from", "2026-13-01", "bad-date"],
    ["period.from", "2026-04-31", "bad-date"],
    ["clients.0.born", "1900-02-29", "bad-date"],
    ["period.days", 0, "out-of-range"],
    ["needs.0.window.0", "24:01", "bad-clock-time"],
    ["needs.0.window.1", "7:30", "bad-clock-time"],
    ["staff.0.workedUntil", "2026-03-08 22:00", "bad-date-time"],
    ["staff.0.workedUntil", "2026-02-30T22:00", "bad-date-time"],
    ["places.0.latitude", 90.1, "out-of-range"],
    ["needs.0.priority", 6, "not-in-list"],
    ["needs.0.often.weekdays", [8], "not-in-list"],
    ["needs.0.staffing", 3, "not-in-list"],
    ["travel.1.formula.detour", 0.9, "out-of-range"],
    ["travel.1.formula.winterFactor", 0.9, "out-of-range"],
    ["clients.0.decision.grants.minutes", undefined, "missing-key"],
  ])("%s = %j of a Case is %s", (path, value, code) => {
    expect(issuesOf(() => readCase(putAt(validCase(), path, value))).map((issue) => issue.code)).toEqual([code]);
  });
});

test("every issue of a document is told at once, and unknown keys do not hide what the rules find", () => {
  let demand: unknown = putAt(validDemand(), "modle", "x");
  demand = putAt(demand, "tasks.0.client", "cleint");
  expect(issuesOf(() => readDemand(demand)).map((issue) => issue.code)).toEqual(["unknown-key", "unknown-client"]);
  demand = putAt(putAt(validDemand(), "tasks.0.priority", "high"), "workers.1.traits", 3);
  expect(issuesOf(() => readDemand(demand)).map((issue) => issue.path)).toEqual([
    ["workers", 1, "traits"],
    ["tasks", 0, "priority"],
  ]);
});

test("a Plan is read by its shape alone", () => {
  const plan = { version: 1, demandHash: "00", shifts: [], unserved: ["a"], origin: { tool: "hand" } };
  expect(readPlan(plan)).toBe(plan);
  expect(issuesOf(() => readPlan({ ...plan, unserved: [1] })).map((issue) => issue.code)).toEqual(["wrong-type"]);
});

describe("TypeBox's own checker agrees on what is right", () => {
  for (const [name, format] of Object.entries(FORMATS)) FormatRegistry.Set(name, (text) => format.matches(text));

  const known = fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    Number.POSITIVE_INFINITY,
    "",
    "x",
    "2026-03-09",
    "08:00",
    [],
    [1, 2],
    {},
    { kind: "gap" },
  );
  // JSON Schema knows nothing of whole numbers that are not safe.
  const any = fc.jsonValue({ maxDepth: 1 }).filter(isSafe);

  test.each([
    ["case", caseSchema, validCase],
    ["demand", demandSchema, validDemand],
  ] as const)("on a %s with one value replaced by anything", (_name, schema, valid) => {
    const paths = pathsOf(valid());
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.oneof(known, any), (path, value) => {
        const document = putAt(valid(), path, value);
        const issues = new IssueList();
        check(schema() as Shape, document, [], issues);
        const right = Value.Check(schema() as TSchema, document);
        refused += right ? 0 : 1;
        expect(issues.only("not-safe")).toBe(right);
      }),
      { numRuns: 600, seed: 20260309 },
    );
    expect(refused).toBeGreaterThan(300);
  });
});

/** Is there no whole number in it that is too large to be exact? */
function isSafe(value: unknown): boolean {
  if (typeof value === "number") return !Number.isInteger(value) || Number.isSafeInteger(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isSafe);
}

/** Every place of a document where a value stands. */
function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) => pathsOf(item, path === "" ? key : `${path}.${key}`));
  return path === "" ? inner : [path, ...inner];
}
