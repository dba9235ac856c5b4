/** Every field of the Case does something that somebody sees. */
import { describe, expect, test } from "vitest";
import { readCase } from "../../src/model/readCase.ts";
import { caseSchema } from "../../src/model/schema/caseSchema.ts";
import type { Shape } from "../../src/model/schema/shape.ts";
import type { Case } from "../../src/model/case.ts";
import { fieldAt, keyOf, renamed, swappedIn, withSwappedNames, withValue } from "./everyField/alter.ts";
import { CHANGES, NAMES, type Seen, SWAPS } from "./everyField/changes.ts";
import { fieldsOf } from "./everyField/fields.ts";
import { DEMANDS, filesOf, fixedPlan, measuresOf, pageOf } from "./everyField/observe.ts";
import { richCase } from "./rich/case.ts";

const plan = fixedPlan(richCase);
const before = {
  demands: DEMANDS.map((read) => read(richCase)),
  measures: measuresOf(richCase, plan),
  page: pageOf(richCase, plan),
  files: filesOf(richCase, plan),
};

/** Who sees a change first. `named`: takes back what is only another name. */
function firstSeen(town: Case, named: (text: string) => string = (text) => text): Seen | "nobody" {
  if (DEMANDS.some((read, i) => named(read(town)) !== before.demands[i])) return "demand";
  const own = JSON.parse(named(JSON.stringify(plan))) as typeof plan;
  if (named(measuresOf(town, own)) !== before.measures) return "measures";
  if (named(pageOf(town, own)) !== before.page) return "page";
  return named(filesOf(town, own)) === before.files ? "nobody" : "files";
}

test("the rich case is sound, and its plan serves most visits", () => {
  expect(readCase(JSON.parse(JSON.stringify(richCase)))).toEqual(richCase);
  const visits = plan.shifts.flatMap(({ tasks }) => tasks.filter(({ id }) => id.includes("@")));
  expect(visits.length).toBeGreaterThan(90);
});

test("fields of lists, maps, tuples and unions are found, and a new one with them", () => {
  const { properties = {} } = caseSchema() as Shape;
  const fields = fieldsOf({ properties: { ...properties, mood: { type: "string" } } });
  for (const one of [
    "mood",
    "period.days",
    "needs[].window",
    "needs[].often.per",
    "needs[].staffing",
    "needs[].staffing.second.from",
    "staff[].pace",
    "shifts[].breaks[].paid",
  ]) {
    expect(fields).toContain(one);
  }
  expect(fields).not.toContain("version"); // there is but one
});

test("every field has a change, and every change a field", () => {
  const fields = fieldsOf(caseSchema() as Shape);
  const changed = [
    ...CHANGES.map(([path]) => fieldAt(path)),
    ...SWAPS.map(([list]) => `${fieldAt(list)}[].${keyOf(list)}`),
    ...NAMES.map(([list]) => `${list}[].id`),
  ].map((path) => path.replace(/(matrix\.\w+)\[\]$/, "$1"));
  expect(fields.filter((field) => !changed.includes(field))).toEqual([]);
  expect(changed.filter((field) => !fields.includes(field))).toEqual([]);
  expect(fields.length).toBeGreaterThan(150);
});

describe("another value is seen", () => {
  test.each(CHANGES.map(([path, value, seen = "demand"]) => ({ path, value, seen })))("$path: $seen", ({ path, value, seen }) => {
    const town = withValue(richCase, path, value);
    expect(readCase(JSON.parse(JSON.stringify(town)))).toEqual(town);
    expect(firstSeen(town)).toBe(seen);
  });
});

describe("the other's name is seen", () => {
  test.each(SWAPS.map(([list, a, b, seen = "demand"]) => ({ list, a, b, seen })))("$list $a and $b: $seen", ({ list, a, b, seen }) => {
    const town = withSwappedNames(richCase, list, a, b);
    expect(firstSeen(town, (text) => (keyOf(list) === "mode" ? swappedIn(text, `"${a}"`, `"${b}"`) : swappedIn(text, a, b)))).toBe(seen);
  });
});

describe("a name is read", () => {
  test.each(NAMES.map(([list, id, seen]) => ({ list, id, seen })))("$list $id: $seen", ({ id, seen }) => {
    const town = renamed(richCase, id, "anothername");
    const own = { ...renamed(plan, id, "anothername"), demandHash: fixedPlan(town).demandHash };
    const read = seen === "page" ? pageOf(town, own) : filesOf(town, own);
    expect(read).toContain("anothername");
  });
});
