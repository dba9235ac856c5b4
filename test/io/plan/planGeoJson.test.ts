import { describe, expect, test } from "vitest";
import { planGeoJson } from "../../../src/io/index.ts";
import { hashOf } from "../../../src/model/hash.ts";
import { demand, ODD, plan, town } from "./town.ts";

const BASE = [18, 59.3];
const P1 = [18.0200004, 59.31];
const map = planGeoJson(town, demand, plan);

describe("A night as GeoJSON", () => {
  test("has a point where clients live, longitude first, with what was done there", () => {
    expect(map.features[0]).toEqual({
      type: "Feature", geometry: { type: "Point", coordinates: P1 }, properties: { is: "place", place: "p1", clients: [ODD], visits: 4, unserved: 0 },
    });
  });

  test("has a line per round, by begin, with its travel there and back", () => {
    expect(map.features.slice(1)).toEqual([
      {
        type: "Feature", geometry: { type: "LineString", coordinates: [BASE, P1, BASE] },
        properties: { is: "round", shift: "åsa-night", staff: "åsa", date: "2026-03-28", mode: "car", tasks: 5, travelSeconds: 300 + 240 + 420, metres: 16_000 },
      },
      {
        type: "Feature", geometry: { type: "LineString", coordinates: [BASE, P1, BASE] },
        properties: { is: "round", shift: "bo-night", staff: "bo", date: "2026-03-29", mode: "car", tasks: 1, travelSeconds: 600, metres: 10_000 },
      },
    ]);
  });

  test("says which places have no coordinates, and boxes in the rest", () => {
    expect(map.withoutCoordinates).toEqual(["p2"]);
    expect(map.bbox).toEqual([18, 59.3, 18.0200004, 59.31]);
  });

  test("holds no name unless asked", () => {
    expect(JSON.stringify(map)).not.toMatch(/Karin|Nils|Lind/);
    const named = planGeoJson(town, demand, plan, { names: "full" }).features.map(({ properties }) => properties);
    expect(named[0]).toMatchObject({ clients: [ODD], clientNames: ["Karin Öberg-Ek"] });
    expect(named[1]).toMatchObject({ staff: "åsa", staffName: "Åsa Lind" });
  });

  test("without any coordinates draws nothing, and has no box", () => {
    const blind = planGeoJson({ ...town, places: town.places.map(({ id }) => ({ id })) }, demand, plan);
    expect(blind.features.map(({ geometry }) => geometry)).toEqual([null, null]);
    expect(blind.withoutCoordinates).toEqual(["base", "p1", "p2"]);
    expect("bbox" in blind).toBe(false);
  });

  test("counts what nobody does, and knows no metres where the Demand has none", () => {
    const places = town.places.map((place) => ({ latitude: 59, longitude: 17.5, ...place }));
    const [car] = demand.travel;
    const { metres: _, ...without } = car as NonNullable<typeof car>;
    const far = { ...demand, travel: [without] };
    const { features, bbox } = planGeoJson({ ...town, places }, far, { ...plan, demandHash: hashOf(far) });
    expect(features[1]).toMatchObject({ properties: { place: "p2", visits: 1, unserved: 1 } });
    expect(features[2]).toMatchObject({ geometry: { coordinates: [BASE, P1, [17.5, 59], BASE] }, properties: { metres: null } });
    expect(bbox).toEqual([17.5, 59, 18.0200004, 59.31]);
  });
});
