import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InputError, Issue } from "../../../src/errors.ts";
import { readCase } from "../../../src/model/readCase.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { resolveTravel } from "../../../src/travel/resolveTravel.ts";
import { osrm } from "../../../src/travel/routing/osrm.ts";
import type { RoutingProvider } from "../../../src/travel/routing/provider.ts";
import type { RoutingError } from "../../../src/travel/routing/routingError.ts";
import { valhalla } from "../../../src/travel/routing/valhalla.ts";
import { osrmProtocol, type Stub, startStub, valhallaProtocol } from "./stub.ts";
import { car, matrixOf, townOf, walk } from "./town.ts";

const SERVICES = [
  { name: "OSRM", protocol: osrmProtocol, client: (url: string): RoutingProvider => osrm({ url }), profiles: ["car", "foot"], most: 100 },
  {
    name: "Valhalla",
    protocol: valhallaProtocol,
    client: (url: string): RoutingProvider => valhalla({ url }),
    profiles: ["auto", "pedestrian"],
    most: 50,
  },
];

describe.each(SERVICES)("$name", ({ protocol, client, profiles, most }) => {
  let stub: Stub;
  let provider: RoutingProvider;
  beforeEach(async () => {
    stub = await startStub(protocol());
    provider = client(stub.url);
  });
  afterEach(() => stub.close());
  const failure = async (
    promise: Promise<unknown>,
  ): Promise<Issue & Pick<RoutingError, "service"> & Pick<InputError, "issues" | "counts">> => {
    const error = await promise.then(
      () => "no error",
      (error: unknown) => error,
    );
    return error as Awaited<ReturnType<typeof failure>>;
  };

  test("its answers become matrices, one way not like the other, in a new Case that is valid", async () => {
    const town = townOf(7);
    const before = structuredClone(town);
    const resolved = await resolveTravel(town, provider);
    expect(town).toEqual(before);
    const { formula: _car, ...keptOfCar } = car;
    const { formula: _walk, ...keptOfWalk } = walk;
    const matrix = matrixOf(town);
    expect(matrix.seconds[1]![0]).not.toBe(matrix.seconds[0]![1]);
    expect(resolved).toEqual({
      ...town,
      travel: [
        { ...keptOfCar, matrix },
        { ...keptOfWalk, matrix: matrixOf(town, "foot") },
      ],
    });
    expect(stub.asked.map((asked) => asked.profile).sort()).toEqual([...profiles].sort());
    expect(demandFor(readCase(resolved), minute()).travel[0]).toMatchObject({ ticks: matrix.seconds.flat(), metres: matrix.metres.flat() });
  });

  test("a town larger than one request is asked for in blocks, each pair once", async () => {
    const town = townOf(most + 15, [car]);
    const resolved = await resolveTravel(town, provider, { concurrency: 3 });
    expect(resolved.travel[0]!.matrix).toEqual(matrixOf(town));
    expect(stub.asked.length).toBeGreaterThan(1);
    expect(stub.asked.reduce((sum, { sources, targets }) => sum + sources.length * targets.length, 0)).toBe((most + 15) ** 2);
  });

  test("as many places as fit into one request are one request", async () => {
    await resolveTravel(townOf(most, [car]), provider);
    expect(stub.asked).toHaveLength(1);
  });

  test("places that no way joins are all named, with both ends and what to do", async () => {
    const town = townOf(4);
    stub.cut = (from, to) => from !== to && (from.latitude === town.places[3]!.latitude || to.latitude === town.places[3]!.latitude);
    const { issues } = await failure(resolveTravel(town, provider, { modes: ["car"] }));
    expect(issues.map(({ message }) => message)).toEqual([
      'No way leads by car from "base" to "place-3".',
      'No way leads by car from "home" to "place-3".',
      'No way leads by car from "place-2" to "place-3".',
      'No way leads by car from "place-3" to "base".',
      'No way leads by car from "place-3" to "home".',
      'No way leads by car from "place-3" to "place-2".',
    ]);
    expect(issues[0]).toMatchObject({ code: "unreachable-pair", path: ["places", 0] });
    expect(issues[0]!.fix).toContain("formula");
  });

  test("a whole block without ways is so many pairs", async () => {
    stub.cut = (from, to) => from.latitude !== to.latitude || from.longitude !== to.longitude;
    const size = most + 1;
    const error = await failure(resolveTravel(townOf(size, [car]), provider));
    expect(error.counts).toEqual({ "unreachable-pair": size * (size - 1) });
    expect(error.issues).toHaveLength(1000);
  });

  test.each([
    ["no JSON", { status: 200, body: "<html>Welcome</html>" }],
    ["JSON of another kind", { status: 200, body: "[]" }],
    ["null", { status: 200, body: "null" }],
    [
      "a row too few",
      {
        status: 200,
        body: {
          code: "Ok",
          durations: [[0, 1]],
          distances: [[0, 1]],
          sources_to_targets: [
            [
              { time: 0, distance: 0 },
              { time: 1, distance: 1 },
            ],
          ],
        },
      },
    ],
    [
      "a time below zero",
      {
        status: 200,
        body: {
          code: "Ok",
          durations: [
            [0, -1],
            [1, 0],
          ],
          distances: [
            [0, 1],
            [1, 0],
          ],
          sources_to_targets: [
            [
              { time: 0, distance: 0 },
              { time: -1, distance: 1 },
            ],
            [
              { time: 0, distance: 0 },
              { time: 1, distance: 1 },
            ],
          ],
        },
      },
    ],
    [
      "no distances",
      {
        status: 200,
        body: {
          code: "Ok",
          durations: [
            [0, 1],
            [1, 0],
          ],
          sources_to_targets: [
            [{ time: 0 }, { time: 1 }],
            [{ time: 1 }, { time: 0 }],
          ],
        },
      },
    ],
  ])("an answer that is %s is told as such, at once", async (_, answer) => {
    stub.fault = () => answer;
    const error = await failure(resolveTravel(townOf(2, [car]), provider));
    expect(error).toMatchObject({ name: "RoutingError", code: "answer-unreadable", service: provider.service });
    expect(stub.asked).toHaveLength(1);
  });

  test("a refusal is told in the service's words, without its address's secrets, and not asked again", async () => {
    stub.fault = () => ({ status: 403, body: { code: "Forbidden", message: "Key expired", error_code: 199, error: "Key expired" } });
    const error = await failure(resolveTravel(townOf(2, [car]), client(`${stub.url}/?key=geheim`)));
    expect(error.code).toBe("service-refused");
    expect(error.message).toContain('answered 403 and said "Key expired"');
    expect(error.message).toContain(stub.url);
    expect(error.message).not.toContain("geheim");
    expect(stub.asked[0]!.url).toContain("key=geheim");
    expect(stub.asked).toHaveLength(1);
  });

  test("a mode without a profile is an issue of the Case, and nobody is asked", async () => {
    const error = await failure(resolveTravel(townOf(3, [car, { ...walk, mode: "public" }]), provider));
    expect(error.issues).toMatchObject([{ code: "mode-not-served", path: ["travel", 1, "mode"] }]);
    expect(stub.asked).toEqual([]);
  });

  test.each(["", "localhost:5000", "ftp://localhost", "http://me:geheim@localhost"])(
    "the address %j is refused without quoting it",
    (url) => {
      expect(() => client(url)).toThrow("url is no address");
      expect(() => client(url)).not.toThrow("geheim");
    },
  );
});

describe("OSRM's own", () => {
  let stub: Stub;
  beforeEach(async () => {
    stub = await startStub(osrmProtocol(10));
  });
  afterEach(() => stub.close());

  test("requests have longitude first, both annotations, profiles and headers of the caller", async () => {
    const town = townOf(3, [car]);
    await resolveTravel(town, osrm({ url: `${stub.url}//`, profiles: { car: "van" }, headers: { "user-agent": "hemtur" } }));
    const places = town.places.map(({ longitude, latitude }) => `${longitude},${latitude}`).join(";");
    expect(stub.asked[0]).toMatchObject({
      method: "GET",
      url: `/table/v1/van/${places}?annotations=duration,distance&sources=0;1;2&destinations=0;1;2`,
      headers: { "user-agent": "hemtur" },
    });
  });

  test("a smaller limit makes smaller blocks; one above the service's is refused with the way out", async () => {
    const town = townOf(23, [car]);
    const resolved = await resolveTravel(town, osrm({ url: stub.url, maxTableSize: 10 }));
    expect(resolved.travel[0]!.matrix).toEqual(matrixOf(town));
    expect(stub.asked).toHaveLength(25);
    await expect(resolveTravel(town, osrm({ url: stub.url }))).rejects.toThrow(/Too many table coordinates.*maxTableSize/);
    expect(() => osrm({ url: stub.url, maxTableSize: 1 })).toThrow("maxTableSize is 1");
  });

  test("blocks of one place are not asked against themselves, which OSRM refuses", async () => {
    const town = townOf(5, [car]);
    const resolved = await resolveTravel(town, osrm({ url: stub.url, maxTableSize: 2 }));
    expect(resolved.travel[0]!.matrix).toEqual(matrixOf(town));
    expect(stub.asked).toHaveLength(20);
  });

  test("a service that knows one profile only is found out: nobody walks at the speed of cars", async () => {
    stub.fault = async ({ profile, url }) => {
      if (profile !== "foot") return undefined;
      return { status: 200, body: await (await fetch(stub.url + url.replace("/foot/", "/car/"))).json() };
    };
    const error = await resolveTravel(townOf(5), osrm({ url: stub.url })).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "RoutingError", code: "profiles-alike" });
    expect((error as Error).message).toMatch(/profiles car and foot.*`modes`/);
    const one = await resolveTravel(townOf(5), osrm({ url: stub.url }), { modes: ["car"] });
    expect(one.travel[1]).toEqual(walk);
  });

  test("a place off the map is named, in whichever block", async () => {
    const town = townOf(14, [car]);
    const lost = town.places[9]!;
    stub.fault = ({ sources, targets }) => {
      const index = [...sources, ...targets].findIndex(
        ({ latitude, longitude }) => latitude === lost.latitude && longitude === lost.longitude,
      );
      if (index < 0) return undefined;
      return { status: 400, body: { code: "NoSegment", message: `Could not find a matching segment for coordinate ${index}` } };
    };
    const error = await resolveTravel(town, osrm({ url: stub.url, maxTableSize: 10 })).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "place-off-road", path: ["places", 9] });
    expect((error as Error).message).toContain('"place-9"');
  });
});

describe("Valhalla's own", () => {
  let stub: Stub;
  beforeEach(async () => {
    stub = await startStub(valhallaProtocol(100));
  });
  afterEach(() => stub.close());

  test("requests are posted with sources, targets, costing, its options and kilometers", async () => {
    const town = townOf(2, [{ ...car, mode: "eBike" }]);
    await resolveTravel(town, valhalla({ url: stub.url, costingOptions: { eBike: { cycling_speed: 20 } }, headers: { "x-key": "k" } }));
    const spots = town.places.map(({ latitude, longitude }) => ({ lat: latitude, lon: longitude }));
    expect(stub.asked[0]).toMatchObject({
      method: "POST",
      url: "/sources_to_targets",
      headers: { "content-type": "application/json", "x-key": "k" },
    });
    expect(stub.asked[0]!.body).toEqual({
      sources: spots,
      targets: spots,
      costing: "bicycle",
      costing_options: { bicycle: { cycling_speed: 20 } },
      units: "kilometers",
      verbose: true,
    });
  });

  test("a side above the service's limit is refused with the way out", async () => {
    const town = townOf(23, [car]);
    expect((await resolveTravel(town, valhalla({ url: stub.url, maxSide: 10 }))).travel[0]!.matrix).toEqual(matrixOf(town));
    await expect(resolveTravel(town, valhalla({ url: stub.url }))).rejects.toThrow(/Exceeded max locations.*maxSide/);
    expect(() => valhalla({ url: stub.url, maxSide: 0 })).toThrow("maxSide is 0");
  });

  test("bikes and e-bikes of the same costing are asked for once, of other options twice", async () => {
    const town = townOf(3, [
      { ...car, mode: "bike" },
      { ...car, mode: "eBike" },
    ]);
    await resolveTravel(town, valhalla({ url: stub.url }));
    expect(stub.asked).toHaveLength(1);
    await resolveTravel(town, valhalla({ url: stub.url, costingOptions: { eBike: { cycling_speed: 20 } } }));
    expect(stub.asked).toHaveLength(3);
  });

  test("miles are not taken for kilometres", async () => {
    stub.fault = () => ({
      status: 200,
      body: {
        units: "miles",
        sources_to_targets: [
          [0, 1],
          [1, 0],
        ].map((row) => row.map((time) => ({ time, distance: time }))),
      },
    });
    await expect(resolveTravel(townOf(2, [car]), valhalla({ url: stub.url }))).rejects.toMatchObject({ code: "answer-unreadable" });
  });

  test("a place off the map is told", async () => {
    stub.fault = () => ({ status: 400, body: { error_code: 171, error: "No suitable edges near location", status_code: 400 } });
    await expect(resolveTravel(townOf(2, [car]), valhalla({ url: stub.url }))).rejects.toMatchObject({ code: "place-off-road" });
  });
});
