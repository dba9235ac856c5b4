import { expect, test } from "vitest";
import { readCase } from "../../src/model/readCase.ts";
import type { Place, TravelFormula } from "../../src/model/place.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { FORMULAS, type FormulaName, travelBy } from "../../src/travel/formulas.ts";
import { travelFor } from "../../src/travel/travelFor.ts";
import { validCase } from "../model/validCase.ts";

/** A kilometre to the north, within a metre. */
const places: readonly Place[] = [
  { id: "a", latitude: 59, longitude: 18 },
  { id: "b", latitude: 59.0089932, longitude: 18 },
  { id: "next door", latitude: 59.0089932, longitude: 18 },
];
const plain: TravelFormula = { kmPerHour: 36, detour: 1, fixedSeconds: 0 };
const secondsOf = (formula: TravelFormula): readonly number[] => travelFor(places, [{ mode: "car", formula }])[0]!.ticks!;

test("a kilometre at 36 km/h takes 100 s, and every field of a formula changes that", () => {
  expect(secondsOf(plain)[1]).toBe(100);
  expect(secondsOf({ ...plain, kmPerHour: 18 })[1]).toBe(200);
  expect(secondsOf({ ...plain, detour: 1.3 })[1]).toBe(130);
  expect(secondsOf({ ...plain, fixedSeconds: 60 })[1]).toBe(160);
  expect(secondsOf({ ...plain, winterFactor: 1.2 })[1]).toBe(120);
});

test("winter makes moving slower, not parking", () => {
  expect(secondsOf({ kmPerHour: 36, detour: 1.5, fixedSeconds: 60, winterFactor: 1.2 })[1]).toBe(100 * 1.5 * 1.2 + 60);
});

test("a place to itself and to next door is no trip: nothing is fixed there", () => {
  const ticks = secondsOf({ ...plain, fixedSeconds: 240, winterFactor: 1.2 });
  expect([0, 4, 5, 7, 8].map((i) => ticks[i])).toEqual([0, 0, 0, 0, 0]);
});

test("more places than fit into a matrix are as slow in winter", () => {
  const many = Array.from({ length: 601 }, (_, i) => ({ id: `p${i}`, latitude: 59 + i / 10_000, longitude: 18 }));
  const [bare, snow] = [plain, { ...plain, winterFactor: 1.2 }].map(
    (formula) => travelFor(many, [{ mode: "car", formula }])[0]!.ticksPerUnit!,
  );
  expect(snow! / bare!).toBeCloseTo(1.2, 12);
});

test("every field of a mode of the Case changes the Demand's travel", () => {
  const travelOf = (mode: object): string => {
    const town = { ...validCase(), travel: [...validCase().travel, mode] };
    return JSON.stringify(demandFor(readCase(town), minute()).travel);
  };
  const mode = { mode: "eBike", formula: { ...plain, fixedSeconds: 60 }, profile: [{ from: "00:00", factor: 1 }] };
  const other = [
    { ...mode, formula: { ...mode.formula, kmPerHour: 35 } },
    { ...mode, formula: { ...mode.formula, detour: 1.1 } },
    { ...mode, formula: { ...mode.formula, fixedSeconds: 61 } },
    { ...mode, formula: { ...mode.formula, winterFactor: 1.1 } },
    { ...mode, profile: [{ from: "00:00", factor: 1.1 }] },
    { ...mode, mode: "bike" },
    {
      mode: "eBike",
      profile: mode.profile,
      matrix: {
        seconds: [
          [0, 300],
          [310, 0],
        ],
      },
    },
    {
      mode: "eBike",
      profile: mode.profile,
      matrix: {
        seconds: [
          [0, 300],
          [310, 0],
        ],
        metres: [
          [0, 2000],
          [2100, 0],
        ],
      },
    },
  ];
  expect(new Set([mode, ...other].map(travelOf)).size).toBe(other.length + 1);
});

test("the formulas to begin with: a kilometre of straight line, bare and on snow", () => {
  const seconds = (name: FormulaName, winter: boolean): number => travelFor(places, [travelBy(name, { winter })])[0]!.ticks![1]!;
  const both = (name: FormulaName): readonly number[] => [seconds(name, false), seconds(name, true)];
  expect(both("walk")).toEqual([1040 + 120, 1196 + 120]); // 1,300 m at 1.25 m/s; x 1.15
  expect(both("bike")).toEqual([334 + 120, 384 + 120]);
  expect(both("eBike")).toEqual([260 + 120, 299 + 120]);
  expect(both("carUrban")).toEqual([167 + 240, 201 + 240]);
  expect(both("carRural")).toEqual([78 + 120, 94 + 120]);
});

test("every formula to begin with says where it comes from", () => {
  for (const { source } of Object.values(FORMULAS)) expect(source).not.toBe("");
});
