import { afterEach, beforeEach, expect, test } from "vitest";
import { resolveTravel } from "../../../src/travel/resolveTravel.ts";
import { osrm } from "../../../src/travel/routing/osrm.ts";
import { osrmProtocol, type Stub, startStub } from "./stub.ts";
import { car, matrixOf, townOf, walk } from "./town.ts";

let stub: Stub;
beforeEach(async () => {
  stub = await startStub(osrmProtocol());
});
afterEach(() => stub.close());

const town = townOf(103, [car]);

test("what is remembered is not asked for again", async () => {
  const cache = new Map<string, string>();
  const first = await resolveTravel(town, osrm({ url: stub.url }), { cache });
  expect(first.travel[0]!.matrix).toEqual(matrixOf(town));
  const requests = stub.asked.length;
  expect(cache.size).toBe(requests);
  for (const key of cache.keys()) expect(key).toMatch(/^[0-9a-f]{64}$/);
  const second = await resolveTravel(town, osrm({ url: stub.url }), { cache });
  expect(stub.asked).toHaveLength(requests);
  expect(second).toEqual(first);
});

test("another profile, place, service or order is something else; another winter is not", async () => {
  const cache = new Map<string, string>();
  const one = townOf(3, [car]);
  const asked = async (work: Promise<unknown>): Promise<number> => {
    const before = stub.asked.length;
    await work;
    return stub.asked.length - before;
  };
  const { places } = one;
  expect(await asked(resolveTravel(one, osrm({ url: stub.url }), { cache }))).toBe(1);
  expect(
    await asked(
      resolveTravel({ ...one, travel: [{ ...car, formula: { ...car.formula!, winterFactor: 1.2 } }] }, osrm({ url: stub.url }), { cache }),
    ),
  ).toBe(0);
  expect(
    await asked(
      resolveTravel({ ...one, places: places.map((place) => ({ ...place, id: `new-${place.id}` })) }, osrm({ url: stub.url }), { cache }),
    ),
  ).toBe(0);
  expect(await asked(resolveTravel({ ...one, travel: [walk] }, osrm({ url: stub.url }), { cache }))).toBe(1);
  expect(await asked(resolveTravel({ ...one, places: places.toReversed() }, osrm({ url: stub.url }), { cache }))).toBe(1);
  expect(
    await asked(
      resolveTravel({ ...one, places: [...places.slice(0, 2), { ...places[2]!, latitude: 59.4 }] }, osrm({ url: stub.url }), { cache }),
    ),
  ).toBe(1);
  expect(await asked(resolveTravel(one, osrm({ url: `${stub.url}/other` }), { cache }).catch(() => undefined))).toBe(1);
});

test("a table with gaps is not remembered: tomorrow the way may be there", async () => {
  const cache = new Map<string, string>();
  const one = townOf(3, [car]);
  stub.cut = (from) => from.latitude === one.places[2]!.latitude;
  await expect(resolveTravel(one, osrm({ url: stub.url }), { cache })).rejects.toThrow("unreachable-pair");
  expect(cache.size).toBe(0);
  stub.cut = () => false;
  expect((await resolveTravel(one, osrm({ url: stub.url }), { cache })).travel[0]!.matrix).toEqual(matrixOf(one));
});

test.each(["", "{", "null", "[]", '{"seconds":[[0]],"metres":[[0]]}', '{"seconds":[[0,-1],[1,0]],"metres":[[0,1],[1,0]]}'])(
  "an entry that is %j is asked for anew, and mended",
  async (broken) => {
    const cache = new Map<string, string>();
    const one = townOf(2, [car]);
    await resolveTravel(one, osrm({ url: stub.url }), { cache });
    const [[key, whole]] = [...cache] as [[string, string]];
    cache.set(key, broken);
    expect((await resolveTravel(one, osrm({ url: stub.url }), { cache })).travel[0]!.matrix).toEqual(matrixOf(one));
    expect(stub.asked).toHaveLength(2);
    expect(cache.get(key)).toBe(whole);
  },
);
