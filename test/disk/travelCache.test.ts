import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { osrm, resolveTravel } from "../../src/index.ts";
import { travelCache } from "../../src/node.ts";
import { osrmProtocol, type Stub, startStub } from "../travel/routing/stub.ts";
import { car, matrixOf, townOf } from "../travel/routing/town.ts";

let stub: Stub;
let folder: string;
beforeEach(async () => {
  stub = await startStub(osrmProtocol());
  folder = mkdtempSync(join(tmpdir(), "hemtur-travel-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await stub.close();
});

const town = townOf(103, [car]);
const resolve = (at: string) => resolveTravel(town, osrm({ url: stub.url }), { cache: travelCache(at), concurrency: 4 });

test("one file per block, in a folder made when needed; the next program asks nobody", async () => {
  const deep = join(folder, "a", "b");
  const first = await resolve(deep);
  expect(readdirSync(deep).filter((name) => /^[0-9a-f]{64}\.json$/.test(name))).toHaveLength(stub.asked.length);
  expect(readdirSync(deep)).toHaveLength(stub.asked.length);
  const requests = stub.asked.length;
  expect(await resolve(deep)).toEqual(first);
  expect(stub.asked).toHaveLength(requests);
});

test("a file cut off half-way is asked for anew and replaced", async () => {
  await resolve(folder);
  const requests = stub.asked.length;
  truncateSync(join(folder, readdirSync(folder)[0]!), 100);
  expect((await resolve(folder)).travel[0]!.matrix).toEqual(matrixOf(town));
  expect(stub.asked).toHaveLength(requests + 1);
  await resolve(folder);
  expect(stub.asked).toHaveLength(requests + 1);
});

test("two programs may fill a folder at the same time", async () => {
  const [one, two] = await Promise.all([resolve(folder), resolve(folder)]);
  expect(one).toEqual(two);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a folder that is a file is told", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(resolve(file)).rejects.toThrow(`The cache ${file} cannot be written`);
});
