import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf } from "../../src/model/hash.ts";
import { readCase } from "../../src/model/readCase.ts";
import { PROFILES, sampleTown } from "../../src/sample/index.ts";
import type { TownOptions } from "../../src/sample/index.ts";

const readAgain = (options: TownOptions): void => void readCase(JSON.parse(JSON.stringify(sampleTown(options))));

test("every town is a valid Case", () => {
  const options = fc.record({
    profile: fc.constantFrom(...PROFILES),
    seed: fc.nat(1e6),
    clients: fc.integer({ min: 1, max: 40 }),
    days: fc.integer({ min: 1, max: 20 }),
    from: fc.constantFrom("2026-03-23", "2026-10-21", "2026-12-31"),
    planted: fc.boolean(),
  });
  fc.assert(
    fc.property(options, (wish) => {
      expect(() => readAgain(wish)).not.toThrow();
    }),
    { seed: 8, numRuns: 12 },
  );
});

test.each<TownOptions>([
  { clients: 300, days: 2, profile: "boendestod" },
  { clients: 3, days: 60, profile: "rural" },
  { clients: 1, days: 1, profile: "denseCity" },
  { clients: 2, days: 60, profile: "boendestod" },
])("large and small ones too: %o", (options) => expect(() => readAgain(options)).not.toThrow());

test("equal options give equal towns, another seed or profile another", () => {
  const small = { seed: 3, clients: 20, days: 3 };
  const hash = hashOf(sampleTown(small));
  expect(hashOf(sampleTown({ ...small }))).toBe(hash);
  expect(hashOf(sampleTown({ ...small, seed: 4 }))).not.toBe(hash);
  expect(hashOf(sampleTown({ ...small, profile: "denseCity" }))).not.toBe(hash);
});

test("what a client needs does not depend on how many others there are", () => {
  const minutes = (clients: number) => {
    const { needs } = sampleTown({ seed: 5, clients, days: 1, parameters: { coupleShare: 0 } });
    return new Map(needs.map((need) => [need.id, need.minutes]));
  };
  const [few, many] = [minutes(20), minutes(50)];
  expect(few.size).toBeGreaterThan(20);
  for (const [id, length] of few) expect(many.get(id)).toBe(length);
});

test("clients are told apart by their initials, staff by their names", () => {
  const { clients, staff } = sampleTown({ seed: 7, clients: 60, days: 2 });
  const initials = clients.map(({ name = "" }) => name.split(" ").map((word) => [...word][0]).join(""));
  expect(new Set(initials).size).toBe(60);
  expect(initials.every((letters) => letters.length === 2)).toBe(true);
  expect(new Set(staff.map(({ name }) => name)).size).toBe(staff.length);
});

test("what makes no sense is refused", () => {
  expect(() => sampleTown({ seed: Number.NaN })).toThrow(/seed is NaN/);
  expect(() => sampleTown({ clients: 0 })).toThrow(/clients is 0/);
  expect(() => sampleTown({ clients: 1e6 })).toThrow(/clients is 1000000/);
  expect(() => sampleTown({ days: 3661 })).toThrow(/days is 3661/);
  expect(() => sampleTown({ days: 2.5 })).toThrow(/days is 2.5/);
  expect(() => sampleTown({ profile: "village" as "rural" })).toThrow(/profile is "village"/);
  expect(() => sampleTown({ clients: 5, days: 1, parameters: { entryMinutes: { clientOpens: 1, key: 400, digital: 400 } } })).toThrow(/No shift has room/);
});
