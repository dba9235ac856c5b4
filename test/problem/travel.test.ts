import fc from "fast-check";
import { expect, test } from "vitest";
import { cityDay } from "../../bench/scale/cityDay.ts";
import { baseTicks, tripMetres } from "../../src/check/plan/travel.ts";
import type { Demand, Travel } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { compileTravel } from "../../src/problem/compileTravel.ts";
import { metresOf, ticksOf } from "../../src/problem/trips.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { demand } from "../check/plan/hand.ts";

const coordinate = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.double({ min: -90, max: 90, noNaN: true }));
const PLACES = 7;
const travelBy = (mode: string): fc.Arbitrary<Travel> =>
  fc.record({
    mode: fc.constant(mode),
    placeCount: fc.constant(PLACES),
    points: fc.array(fc.tuple(coordinate, coordinate), { minLength: PLACES, maxLength: PLACES }),
    ticksPerUnit: fc.double({ min: 0, max: 60, noNaN: true }),
    rounding: fc.constantFrom("truncate" as const, "nearest" as const),
    metresPerUnit: fc.double({ min: 0, max: 1000, noNaN: true }),
  });

const withDistance = (travel: readonly Travel[]): Demand => ({
  ...demand,
  travel,
  terms: [{ name: "far", level: 1, measure: "distance", unit: "km", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }],
});

test("trips computed from places are those of the matrix and of the judge, to the tick and to the metre", () => {
  fc.assert(
    fc.property(travelBy("bike"), travelBy("car"), (bike, car) => {
      const of = withDistance([bike, car]);
      const [matrix, computed] = [compileTravel(of, true), compileTravel(of, false)];
      expect([matrix.ticks.length, computed.ticks.length, computed.metres.length]).toEqual([2 * PLACES * PLACES, 0, 0]);
      [bike, car].forEach((travel, mode) => {
        for (let from = 0; from < PLACES; from++) {
          for (let to = 0; to < PLACES; to++) {
            if (from === to) continue;
            const judged = [baseTicks(travel, from, to), tripMetres(travel, from, to)];
            expect([ticksOf(computed, mode, from, to), metresOf(computed, mode, from, to)]).toEqual(judged);
            expect([ticksOf(matrix, mode, from, to), metresOf(matrix, mode, from, to)]).toEqual(judged);
            expect(computed.longest).toBeGreaterThanOrEqual(judged[0]!);
          }
        }
      });
    }),
    { seed: 4, numRuns: 200 },
  );
});

test("a matrix stays one where it is given, or where places are few", () => {
  const points = [[0, 0], [3, 4]] as const;
  const asPoints: Travel = { mode: "walk", placeCount: 2, points, ticksPerUnit: 1, rounding: "nearest" };
  const asMatrix: Travel = { mode: "car", placeCount: 2, ticks: [0, 7, 8, 0] };
  expect(Array.from(compileTravel({ ...demand, travel: [asPoints] }).ticks)).toEqual([0, 5, 5, 0]);
  expect(Array.from(compileTravel({ ...demand, travel: [asPoints, asMatrix] }, false).ticks)).toEqual([0, 5, 5, 0, 0, 7, 8, 0]);
});

test("a city too large for a matrix is planned as the judge sees it", () => {
  const city = cityDay(1600, 3);
  expect(compile(city).travel.ticks.length).toBe(0);
  const told: number[] = [];
  const { issues, score, plan } = solveSync(city, { steps: 20_000, onProgress: ({ levels }) => told.push(levels[1]!) });
  expect(issues).toEqual([]);
  expect(score.levels[1]).toBeLessThanOrEqual(told.at(-1)!);
  expect(plan.unserved.length).toBeLessThan(16);
});
