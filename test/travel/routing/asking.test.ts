import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ResolveOptions, resolveTravel } from "../../../src/index.ts";
import type { Fetch } from "../../../src/travel/routing/ask.ts";
import { osrm } from "../../../src/travel/routing/osrm.ts";
import { osrmProtocol, type Stub, startStub } from "./stub.ts";
import { car, matrixOf, townOf, walk } from "./town.ts";

let stub: Stub;
beforeEach(async () => {
  stub = await startStub(osrmProtocol(10));
});
afterEach(() => stub.close());

const small = townOf(3, [car]);
/** Nine blocks. */
const large = townOf(15, [car]);
const resolve = (options: ResolveOptions = {}, town = small) =>
  resolveTravel(town, osrm({ url: stub.url, maxTableSize: 10 }), { backoffSeconds: 0, ...options });
const never = (): Promise<never> => new Promise(() => undefined);

describe("asking again", () => {
  test.each([429, 500, 502, 503, 504])("helps after %i", async (status) => {
    stub.fault = () => (stub.asked.length <= 2 ? { status, body: "busy" } : undefined);
    expect((await resolve()).travel[0]!.matrix).toEqual(matrixOf(small));
    expect(stub.asked).toHaveLength(3);
  });

  test("helps after a connection that broke, before and amid the answer", async () => {
    stub.fault = (_, response) => {
      if (stub.asked.length > 2) return undefined;
      if (stub.asked.length === 2) response.writeHead(200, { "content-length": 1000 }).write("{");
      setImmediate(() => response.destroy());
      return "handled";
    };
    expect((await resolve()).travel[0]!.matrix).toEqual(matrixOf(small));
    expect(stub.asked).toHaveLength(3);
  });

  test("ends after as many retries as allowed, with what was wrong last", async () => {
    stub.fault = () => ({ status: 503, body: "" });
    await expect(resolve({ retries: 2 })).rejects.toMatchObject({
      name: "RoutingError",
      code: "service-busy",
      service: `OSRM at ${stub.url}`,
    });
    expect(stub.asked).toHaveLength(3);
  });

  test("does not help where nobody listens, and the error says so with the reason", async () => {
    await stub.close();
    const error = await resolve({ retries: 1 }).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "service-unreachable" });
    expect((error as Error).message).toContain("ECONNREFUSED");
  });

  test("waits as long as it is told to, twice as long every time, or as long as the service asks for", async () => {
    const waits: number[] = [];
    const timer = globalThis.setTimeout;
    const counting = ((go: () => void, milliseconds: number) => {
      if (milliseconds !== 30_000) waits.push(milliseconds);
      return timer(go, milliseconds === 30_000 ? milliseconds : 0);
    }) as typeof setTimeout;
    const replies = [{}, {}, { "retry-after": "7" }, { "retry-after": "9999" }, { "retry-after": "soon" }];
    const fetch: Fetch = async () => ({ status: 503, headers: new Headers(replies.shift()), text: async () => "" });
    globalThis.setTimeout = counting;
    try {
      await expect(resolve({ fetch, retries: 4, backoffSeconds: 0.5 })).rejects.toMatchObject({ code: "service-busy" });
    } finally {
      globalThis.setTimeout = timer;
    }
    expect(waits).toEqual([500, 1000, 7000, 60_000]);
  });
});

describe("time is up", () => {
  test("where no answer comes", async () => {
    stub.fault = never;
    await expect(resolve({ timeoutSeconds: 0.05, retries: 1 })).rejects.toMatchObject({ code: "service-timed-out" });
    expect(stub.asked).toHaveLength(2);
  });

  test("where an answer begins and does not end", async () => {
    stub.fault = (_, response) => {
      response.writeHead(200).write('{"code":');
      return "handled";
    };
    await expect(resolve({ timeoutSeconds: 0.05, retries: 0 })).rejects.toMatchObject({ code: "service-timed-out" });
  });
});

describe("an abort", () => {
  test("before the start asks nobody", async () => {
    await expect(resolve({ signal: AbortSignal.abort("not today") })).rejects.toBe("not today");
    expect(stub.asked).toEqual([]);
  });

  test("stops requests under way, and no further one is made", async () => {
    const control = new AbortController();
    const closed = new Promise<void>((go) => {
      stub.fault = (_, response) => {
        response.on("close", go);
        control.abort("enough");
        return never();
      };
    });
    await expect(resolve({ signal: control.signal, concurrency: 1 }, large)).rejects.toBe("enough");
    await closed;
    expect(stub.asked).toHaveLength(1);
  });

  test("stops waiting for a retry", async () => {
    const control = new AbortController();
    const fetch: Fetch = async () => {
      setTimeout(() => control.abort("enough"), 5);
      return { status: 503, headers: new Headers(), text: async () => "" };
    };
    await expect(resolve({ fetch, signal: control.signal, backoffSeconds: 3600 })).rejects.toBe("enough");
  });
});

describe("side by side", () => {
  test.each([1, 2, 4])("at most %i requests are under way, and as many where there is work", async (concurrency) => {
    let underWay = 0;
    let most = 0;
    let release: (() => void)[] = [];
    stub.fault = async () => {
      most = Math.max(most, ++underWay);
      // Nobody is answered before all who may come are there; the last block stands alone.
      await new Promise<void>((go) => {
        release.push(go);
        if (release.length < concurrency && stub.asked.length < 9) return;
        for (const go of release) go();
        release = [];
      });
      underWay--;
      return undefined;
    };
    expect((await resolve({ concurrency }, large)).travel[0]!.matrix).toEqual(matrixOf(large));
    expect(stub.asked).toHaveLength(9);
    expect(most).toBe(concurrency);
  });

  test("a block that fails stops the others", async () => {
    let closed = 0;
    stub.fault = (_, response) => {
      response.on("close", () => closed++);
      return stub.asked.length < 3 ? never() : { status: 400, body: { code: "InvalidOptions", message: "No" } };
    };
    await expect(resolve({ concurrency: 3 }, large)).rejects.toMatchObject({ code: "service-refused" });
    expect(stub.asked).toHaveLength(3);
    while (closed < 3) await new Promise((go) => setImmediate(go));
  });
});

describe("what is asked for", () => {
  test("winter and the extra of every trip stay: a service knows neither", async () => {
    const town = townOf(3, [{ ...car, formula: { kmPerHour: 30, detour: 1.3, fixedSeconds: 240, winterFactor: 1.2 } }]);
    const { seconds, metres } = matrixOf(town);
    // The stub's OSRM answers 0.3 s more than the whole seconds.
    const slower = seconds.map((row, i) => row.map((s, j) => (i === j ? 0 : Math.round((s + 0.3) * 1.2 + 240))));
    expect((await resolve({}, town)).travel[0]!.matrix).toEqual({ seconds: slower, metres });
  });

  test("homes at one spot are asked for once and are no trip apart", async () => {
    const { places, ...town } = townOf(3, [{ ...car, formula: { ...car.formula!, fixedSeconds: 60 } }]);
    const twice = { ...town, places: [...places, { ...places[1]!, id: "next door" }] };
    const { seconds, metres } = (await resolve({}, twice)).travel[0]!.matrix!;
    expect(stub.asked[0]!.sources).toHaveLength(3);
    expect([seconds[1]![3], seconds[3]![1], seconds[3]![3], metres![1]![3]]).toEqual([0, 0, 0, 0]);
    expect(seconds.map((row) => row[3])).toEqual([seconds[0]![1], 0, seconds[2]![1], 0]);
    expect(seconds[3]).toEqual([seconds[1]![0], 0, seconds[1]![2], 0]);
  });

  test("by default the modes with a formula; those with a matrix only where they are named", async () => {
    const matrix = {
      seconds: [
        [0, 1],
        [1, 0],
      ],
    };
    const town = townOf(2, [{ mode: "car", matrix }, walk]);
    const resolved = await resolve({}, town);
    expect(resolved.travel[0]).toEqual({ mode: "car", matrix });
    expect(resolved.travel[1]!.matrix).toEqual(matrixOf(town, "foot"));
    const anew = await resolve({ modes: ["car"] }, town);
    expect(anew.travel).toEqual([{ mode: "car", matrix: matrixOf(town) }, walk]);
    expect(stub.asked.map(({ profile }) => profile)).toEqual(["foot", "car"]);
  });

  test("nothing, where nothing has a formula or all is at one spot", async () => {
    const { formula: _, ...rest } = car;
    const town = {
      ...townOf(2, [
        {
          ...rest,
          matrix: {
            seconds: [
              [0, 1],
              [1, 0],
            ],
          },
        },
      ]),
      places: [{ id: "base" }, { id: "home" }],
    };
    expect(await resolve({}, town)).toEqual(town);
    const spot = { latitude: 59, longitude: 18 };
    const tiny = {
      ...small,
      places: [
        { id: "base", ...spot },
        { id: "home", ...spot },
      ],
    };
    expect((await resolve({}, tiny)).travel[0]!.matrix).toEqual({
      seconds: [
        [0, 0],
        [0, 0],
      ],
      metres: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(stub.asked).toEqual([]);
  });

  test("not before every place has coordinates, and all that have none are named", async () => {
    const town = { ...small, places: [{ id: "base" }, ...small.places.slice(1, 2), { id: "place-2", latitude: 59 }] };
    const error = await resolve({}, town).catch((error: unknown) => error);
    expect(error).toMatchObject({
      name: "InputError",
      issues: [{ code: "coordinates-missing", path: ["places", 0] }, { path: ["places", 2] }],
    });
    expect((error as Error).message).toContain('"place-2"');
    expect(stub.asked).toEqual([]);
  });

  test.each([
    [{ modes: ["bike"] }, 'modes has "bike"'],
    [{ concurrency: 0 }, "concurrency is 0"],
    [{ concurrency: 1.5 }, "concurrency is 1.5"],
    [{ retries: -1 }, "retries is -1"],
    [{ backoffSeconds: Number.NaN }, "backoffSeconds is NaN"],
    [{ timeoutSeconds: 0 }, "timeoutSeconds is 0"],
  ] satisfies [ResolveOptions, string][])("%j is refused at once", async (options, message) => {
    await expect(resolve(options)).rejects.toThrow(message);
    expect(stub.asked).toEqual([]);
  });
});
