import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cosineOfDegrees, project, straightMetres } from "../../src/travel/projection.ts";
import { MATRIX_PLACES, travelFor } from "../../src/travel/travelFor.ts";

const norrkoping = { id: "n", latitude: 58.5877, longitude: 16.1924 };
const soderkoping = { id: "s", latitude: 58.4806, longitude: 16.3235 };
const car = { mode: "car", formula: { kmPerHour: 36, detour: 1.3, fixedSeconds: 120 } } as const;

test("the cosine series is the cosine", () => {
  fc.assert(
    fc.property(fc.double({ min: -90, max: 90, noNaN: true }), (degrees) => {
      expect(cosineOfDegrees(degrees)).toBeCloseTo(Math.cos((degrees * Math.PI) / 180), 14);
    }),
    { seed: 3 },
  );
});

test("projected distances are the great circle's within half a per cent", () => {
  const haversine = (a: typeof norrkoping, b: typeof norrkoping): number => {
    const r = Math.PI / 180;
    const h =
      Math.sin(((b.latitude - a.latitude) * r) / 2) ** 2 +
      Math.cos(a.latitude * r) * Math.cos(b.latitude * r) * Math.sin(((b.longitude - a.longitude) * r) / 2) ** 2;
    return 2 * 6371000 * Math.asin(Math.sqrt(h));
  };
  fc.assert(
    fc.property(fc.double({ min: -0.4, max: 0.4, noNaN: true }), fc.double({ min: -0.8, max: 0.8, noNaN: true }), (north, east) => {
      const far = { id: "f", latitude: norrkoping.latitude + north, longitude: norrkoping.longitude + east };
      const [a, b] = project([norrkoping, far]);
      expect(Math.abs(straightMetres(a!, b!) - haversine(norrkoping, far))).toBeLessThan(0.005 * haversine(norrkoping, far) + 2);
    }),
    { seed: 4 },
  );
});

describe("travel of a mode", () => {
  test("a formula is distance times detour over speed, plus the fixed time, and nothing to oneself", () => {
    const [travel] = travelFor([norrkoping, soderkoping], [car]);
    const straight = straightMetres(...(project([norrkoping, soderkoping]) as [readonly [number, number], readonly [number, number]]));
    expect(travel!.ticks).toEqual([0, Math.round(straight * 0.13 + 120), Math.round(straight * 0.13 + 120), 0]);
    expect(travel!.metres![1]).toBe(Math.round(straight * 1.3));
    expect(straight).toBeGreaterThan(13900);
    expect(straight).toBeLessThan(14400);
  });

  test("homes at one address are no trip apart", () => {
    expect(travelFor([norrkoping, { ...norrkoping, id: "n2" }], [car])[0]!.ticks).toEqual([0, 0, 0, 0]);
  });

  test("a matrix passes through row by row", () => {
    const [travel] = travelFor(
      [norrkoping, soderkoping],
      [
        {
          mode: "bike",
          matrix: {
            seconds: [
              [0, 7],
              [9, 0],
            ],
          },
        },
      ],
    );
    expect(travel).toEqual({ mode: "bike", placeCount: 2, ticks: [0, 7, 9, 0] });
  });

  test("a profile starts at midnight", () => {
    const [travel] = travelFor([norrkoping], [{ ...car, profile: [{ from: "07:00", factor: 1.4 }] }]);
    expect(travel!.profile).toEqual([
      { fromTimeOfDay: 0, factor: 1 },
      { fromTimeOfDay: 25200, factor: 1.4 },
    ]);
  });

  test("many places without a fixed time become points with the same travel", () => {
    const places = Array.from({ length: MATRIX_PLACES + 1 }, (_, i) => ({
      id: `p${i}`,
      latitude: 58 + (i % 25) / 500,
      longitude: 16 + Math.floor(i / 25) / 300,
    }));
    const walk = { mode: "walk", formula: { kmPerHour: 4.5, detour: 1.3, fixedSeconds: 0 } } as const;
    const few = travelFor(places.slice(0, 300), [walk])[0]!;
    const many = travelFor(places, [walk])[0]!;
    expect(many.ticks).toBeUndefined();
    const [a, b] = [many.points![0]!, many.points![299]!];
    // The projections differ by their mean latitude, so by at most a fraction of a per cent.
    expect(Math.abs(straightMetres(a, b) * many.ticksPerUnit! - few.ticks![299]!)).toBeLessThan(0.005 * few.ticks![299]!);
  });
});
