import fc from "fast-check";
import { expect, test } from "vitest";
import { isInputError } from "../../../src/errors.ts";
import { caseFromTables } from "../../../src/io/import/caseFromTables.ts";
import { fileOf, TABLE_NAMES } from "../../../src/io/import/columns.ts";
import { ENGLISH, SWEDISH, type Texts } from "./sets.ts";

const FILES: readonly unknown[] = TABLE_NAMES.map(fileOf);

const spoil = fc.record({
  texts: fc.constantFrom(ENGLISH, SWEDISH),
  table: fc.constantFrom<keyof Texts>("clients", "needs", "staff", "shifts"),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
  by: fc.oneof(
    fc.constantFrom("", ",", ";", '"', "\n", " ", "0", "-", "constructor", "K1", "P1", "25:00", "1e9", "ö"),
    fc.string({ maxLength: 8 }),
  ),
});

test("tables spoiled anywhere become a Case, or one error whose every path names file and row", () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.array(spoil, { minLength: 1, maxLength: 3 }), ([first, ...others]) => {
      const tables = { ...first!.texts };
      for (const { table, from, length, by } of [first!, ...others]) {
        const at = Math.floor(from * tables[table].length);
        tables[table] = tables[table].slice(0, at) + by + tables[table].slice(at + length);
      }
      try {
        caseFromTables(tables);
      } catch (error) {
        if (!isInputError(error)) throw error;
        refused++;
        for (const { path, message, fix } of error.issues) {
          expect(FILES).toContain(path[0]);
          if (path.length > 1) expect(path[1]).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|NaN/);
          expect(fix).not.toBe("");
        }
      }
    }),
    { seed: 7, numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(500);
});
