import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PLAN_ISSUE_CODES } from "../../src/check/plan/codes.ts";
import { GROUPINGS } from "../../src/model/term.ts";
import { FEATURES } from "../generate/demands.ts";
import { FEATURES as SMALL_FEATURES } from "../reference/instances.ts";
import { demandProperties } from "./schemaPaths.ts";
import { NO_RULE, ROOT, ROWS, type Row } from "./table.ts";

const CODES = Object.keys(PLAN_ISSUE_CODES);
const MEASURES = Object.keys(GROUPINGS);
const properties = demandProperties();

/** What `list` of some row names and `known` does not have, with the rule. */
const strange = (list: (row: Row) => readonly string[], known: (name: string) => boolean): readonly string[] =>
  ROWS.flatMap((row) =>
    list(row)
      .filter((name) => !known(name))
      .map((name) => `${row.name}: ${name}`),
  );

const named = (list: (row: Row) => readonly string[]): ReadonlySet<string> => new Set(ROWS.flatMap(list));
const missing = (wanted: readonly string[], found: ReadonlySet<string>): readonly string[] => wanted.filter((name) => !found.has(name));

describe("every part of the language has a row:", () => {
  test("codes of the judge", () =>
    expect(
      missing(
        CODES,
        named((row) => row.reported),
      ),
    ).toEqual([]));
  test("measures", () =>
    expect(
      missing(
        MEASURES,
        named((row) => row.reported),
      ),
    ).toEqual([]));
  test("kinds of relations", () => {
    const kinds = [...new Set(properties.flatMap(({ path }) => /^relations\[(\w+)\]/.exec(path)?.[1] ?? []))];
    expect(kinds.length).toBeGreaterThan(3);
    for (const kind of kinds)
      expect(ROWS.filter((row) => row.demand.some((path) => path.startsWith(`relations[${kind}]`))).length, kind).toBeGreaterThan(0);
  });
  test("properties of the Demand, unless they are said to be no rule", () => {
    const paths = properties.map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(100);
    expect(missing(paths, new Set([...named((row) => row.demand), ...NO_RULE]))).toEqual([]);
    expect(NO_RULE.filter((path) => !paths.includes(path))).toEqual([]);
    expect(NO_RULE.filter((path) => named((row) => row.demand).has(path))).toEqual([]);
  });
  test("every value that such a property may have, in a row of that property", () => {
    const absent = properties.flatMap(({ path, words }) =>
      path === "terms[].measure"
        ? []
        : words
            .filter((word) => !ROWS.some((row) => row.demand.includes(path) && row.demand.includes(`"${word}"`)))
            .map((word) => `${path} "${word}"`),
    );
    expect(absent).toEqual([]);
  });
  test("features of random Demands", () => {
    expect(
      missing(
        FEATURES,
        named((row) => row.mixed),
      ),
    ).toEqual([]);
    expect(
      missing(
        SMALL_FEATURES,
        named((row) => row.optimum),
      ),
    ).toEqual([]);
  });
});

describe("what a row names is there:", () => {
  const exists = (folder: string) => (file: string) => existsSync(`${ROOT}/${folder}/${file}`);
  test("properties of the Demand and their values", () => {
    const known = new Set(properties.flatMap(({ path, words }) => [path, ...words.map((word) => `"${word}"`)]));
    expect(
      strange(
        (row) => row.demand,
        (name) => known.has(name),
      ),
    ).toEqual([]);
  });
  test("codes and measures", () =>
    expect(
      strange(
        (row) => row.reported,
        (name) => CODES.includes(name) || MEASURES.includes(name),
      ),
    ).toEqual([]));
  test("files of the judge", () => expect(strange((row) => row.judge, exists("src/check/plan"))).toEqual([]));
  test("files of the search", () => expect(strange((row) => row.search, exists("src"))).toEqual([]));
  test("mutators", () => expect(strange((row) => row.alone, exists("test/check/plan/mutate"))).toEqual([]));
  test("features", () => {
    expect(
      strange(
        (row) => row.mixed,
        (name) => FEATURES.some((feature) => feature === name),
      ),
    ).toEqual([]);
    expect(
      strange(
        (row) => row.optimum,
        (name) => SMALL_FEATURES.some((feature) => feature === name),
      ),
    ).toEqual([]);
  });
  test("tests by hand, by the name of the rule", () => {
    const text = (file: string): string => (exists("test/rules")(file) ? readFileSync(`${ROOT}/test/rules/${file}`, "utf8") : "");
    const without = ROWS.filter((row) => !row.hand.some((file) => text(file).includes(`describe("${row.name}"`)));
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

test("no cell is empty but those of what has no code of its own", () => {
  const empty = ROWS.flatMap((row) =>
    (["judge", "search", "hand", "mixed", "optimum"] as const)
      .filter((column) => row.text[column] === "")
      .map((column) => `${row.name}: ${column}`),
  );
  expect(empty).toEqual([]);
  expect(ROWS.filter((row) => (row.reported.length === 0) !== (row.alone.length === 0)).map(({ name }) => name)).toEqual([]);
});

test("no rule has two rows", () => {
  const names = ROWS.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(70);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
