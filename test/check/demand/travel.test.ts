/** Is the travel of a Demand what the case's formulas and matrices say? */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import type { Case } from "../../../src/model/case.ts";
import type { Travel } from "../../../src/model/demand.ts";
import type { Place, TravelFormula, TravelMode } from "../../../src/model/place.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";

const formula: TravelFormula = { kmPerHour: 18, detour: 1.3, fixedSeconds: 90, winterFactor: 1.2 };
const profile = [{ from: "00:00", factor: 1 }, { from: "07:00", factor: 1.5 }, { from: "09:00", factor: 1.1 }] as const;
/** A kilometre apart to the north and to the east; the last two at one door. */
const places: readonly Place[] = [
  { id: "base", latitude: 59.3, longitude: 18 },
  { id: "north", latitude: 59.309, longitude: 18 },
  { id: "east", latitude: 59.3, longitude: 18.0176 },
  { id: "east 2", latitude: 59.3, longitude: 18.0176 },
];

const townOf = (at: readonly Place[], travel: readonly TravelMode[]): Case => ({
  version: 1, name: "roads", period: { from: "2026-03-09", days: 1 }, places: at, travel, households: [], clients: [], needs: [], staff: [], shifts: [],
});
/** Messages, where the travel of the Demand is changed. */
const judged = (town: Case, change: (travel: Travel) => Partial<Travel>): string[] => {
  const demand = demandFor(town, minute());
  return checkDemand(town, { ...demand, travel: demand.travel.map((one) => ({ ...one, ...change(one) })) }).issues.map(({ code, message }) => `${code}: ${message}`);
};
/** What a reader gets who takes the town for another one. */
const readAs = (town: Case, other: Partial<Case>): string[] =>
  checkDemand(town, { ...demandFor(town, minute()), travel: demandFor({ ...town, ...other }, minute()).travel }).issues.map(({ code }) => code);

const byFormula = townOf(places, [{ mode: "bike", formula, profile }]);
const byMatrix = townOf(places.slice(0, 3), [{ mode: "car", matrix: { seconds: [[0, 60, 90], [70, 0, 100], [80, 110, 0]], metres: [[0, 600, 900], [700, 0, 1000], [800, 1100, 0]] } }]);

test("a kilometre at 18 km/h with a third of detour, a fifth of snow and a minute and a half to lock up", () => {
  expect(judged(byFormula, () => ({}))).toEqual([]);
  const [bike] = demandFor(byFormula, minute()).travel;
  expect(Math.round((1.3 * 1.2 * 1000) / 5 + 90)).toBe(402);
  expect([bike?.ticks?.[1], bike?.ticks?.[2], bike?.ticks?.[11]]).toEqual([402, 402, 0]);
});

describe("a formula read wrongly", () => {
  test.each<readonly [string, Partial<TravelFormula>]>([
    ["a slower bike", { kmPerHour: 17.5 }],
    ["as the crow flies", { detour: 1 }],
    ["nothing to lock", { fixedSeconds: 0 }],
    ["a few seconds less to lock", { fixedSeconds: 80 }],
    ["bare roads", { winterFactor: 1 }],
  ])("%s", (_, change) => {
    expect(readAs(byFormula, { travel: [{ mode: "bike", formula: { ...formula, ...change }, profile }] })).toEqual(["wrong-travel"]);
  });

  test.each<readonly [string, readonly Place[]]>([
    ["two homes swapped", [places[0]!, places[2]!, places[1]!, places[3]!]],
    ["latitude for longitude", places.map(({ id, latitude, longitude }) => ({ id, latitude: longitude!, longitude: latitude! }))],
    ["degrees all alike", places.map((place) => ({ ...place, longitude: 18 + (place.longitude! - 18) * 2 }))],
    ["a home forgotten", places.slice(0, 3)],
  ])("%s", (_, at) => {
    expect(readAs(byFormula, { places: at })).toEqual(["wrong-travel"]);
  });
});

describe("a Demand with other travel", () => {
  test.each<readonly [string, Case, (travel: Travel) => Partial<Travel>, string]>([
    ["one trip too short", byFormula, ({ ticks }) => ({ ticks: ticks!.with(1, 390) }), "takes 390 seconds from base to north, where it is 402 to 403"],
    ["one trip too long", byFormula, ({ ticks }) => ({ ticks: ticks!.with(1, 420) }), "takes 420 seconds from base to north"],
    ["a trip to the next door", byFormula, ({ ticks }) => ({ ticks: ticks!.with(11, 90) }), "takes 90 seconds from east to east 2, where it is 0"],
    ["shorter ways", byFormula, ({ metres }) => ({ metres: metres!.map((m) => Math.round(m / 1.3)) }), "is 1001 metres from base to north, where it is 1298 to 1304"],
    ["minutes for seconds", byFormula, ({ ticks }) => ({ ticks: ticks!.map((t) => Math.round(t / 60)) }), "takes 7 seconds"],
    ["no slow hours", byFormula, () => ({ profile: [{ fromTimeOfDay: 0, factor: 1 }] }), "has other slow hours"],
    ["a slow hour that goes on", byFormula, ({ profile: steps }) => ({ profile: steps!.slice(0, 2) }), "has other slow hours"],
    ["a slow hour in minutes", byFormula, ({ profile: steps }) => ({ profile: steps!.map((s) => ({ ...s, fromTimeOfDay: s.fromTimeOfDay / 60 })) }), "has other slow hours"],
    ["rows for columns", byMatrix, () => ({ ticks: [0, 70, 80, 60, 0, 110, 90, 100, 0] }), "takes 70 seconds from base to north, where it is 60"],
    ["lengths for times", byMatrix, ({ metres }) => ({ ticks: metres! }), "takes 600 seconds"],
    ["one wrong length", byMatrix, ({ metres }) => ({ metres: metres!.with(5, 1) }), "is 1 metres from north to east, where it is 1000"],
    ["a place too many", byMatrix, () => ({ placeCount: 4 }), "does not join the case's 3 places"],
    ["another mode", byMatrix, () => ({ mode: "walk" }), "is missing"],
  ])("%s", (_, town, change, message) => {
    expect(judged(town, change)).toEqual([expect.stringContaining(`wrong-travel: Travel by ${town.travel[0]!.mode} ${message}`)]);
  });

  test("without lengths where the case has them", () => {
    const { metres: _metres, ...bare } = demandFor(byMatrix, minute()).travel[0]!;
    expect(checkDemand(byMatrix, { ...demandFor(byMatrix, minute()), travel: [bare] }).issues.map(({ code }) => code)).toEqual(["wrong-travel"]);
  });

  test("the way from a place to itself is never read", () => {
    expect(judged(byMatrix, ({ ticks }) => ({ ticks: ticks!.with(0, 5).with(4, 5) }))).toEqual([]);
  });
});

test("points on a map are judged as well as matrices", () => {
  const bare: TravelMode = { mode: "walk", formula: { kmPerHour: 4.5, detour: 1.25, fixedSeconds: 0 } };
  const many = Array.from({ length: 601 }, (_, i): Place => ({ id: `p${i}`, latitude: 59.3 + (i % 25) / 1000, longitude: 18 + Math.floor(i / 25) / 500 }));
  const town = townOf(many, [bare]);
  expect(demandFor(town, minute()).travel[0]?.points).toBeDefined();
  expect(judged(town, () => ({}))).toEqual([]);
  expect(judged(town, ({ ticksPerUnit }) => ({ ticksPerUnit: ticksPerUnit! * 0.95 }))).toHaveLength(1);
  expect(judged(town, () => ({ metresPerUnit: 1 }))).toHaveLength(1);
});

test("maps of towns and of wide country are read fairly, and three per cent less time is not", () => {
  let caught = 0;
  const degree = (from: number, width: number): fc.Arbitrary<number> => fc.double({ min: from, max: from + width, noNaN: true });
  const anywhere = fc.tuple(degree(55.5, 13), degree(11, 12), fc.constantFrom(0.002, 0.05, 0.5)).chain(([north, east, width]) =>
    fc.array(fc.record({ latitude: degree(north, width), longitude: degree(east, width * 2) }), { minLength: 2, maxLength: 6 }).map((at) => ({ at, width })),
  );
  const formulas = fc.record({
    kmPerHour: fc.double({ min: 4, max: 70, noNaN: true }),
    detour: fc.double({ min: 1, max: 1.5, noNaN: true }),
    fixedSeconds: fc.constantFrom(0, 30, 120),
    winterFactor: fc.double({ min: 1, max: 1.3, noNaN: true }),
  });
  fc.assert(
    fc.property(anywhere, formulas, ({ at, width }, by) => {
      const town = townOf(at.map((place, i) => ({ id: `p${i}`, ...place })), [{ mode: "car", formula: by }]);
      expect(judged(town, () => ({}))).toEqual([]);
      if (width > 0.1) return;
      const longest = Math.max(...demandFor(town, minute()).travel[0]!.ticks!);
      if (longest - by.fixedSeconds < 600) return;
      caught++;
      expect(judged(town, ({ ticks }) => ({ ticks: ticks!.map((t) => Math.round(t * 0.97)) }))).toHaveLength(1);
    }),
    { seed: 11, numRuns: 300 },
  );
  expect(caught).toBeGreaterThan(30);
});
