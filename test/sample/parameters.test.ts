import { expect, test } from "vitest";
import type { Told } from "../../src/model/told.ts";
import { PROFILES, sampleTown, TOWN_PARAMETERS, type TownParameter } from "../../src/sample/index.ts";
import { parametersOf } from "../../src/sample/parameters.ts";

const rows = Object.entries(TOWN_PARAMETERS as Readonly<Record<string, TownParameter<unknown>>>);

test("every parameter says what it means, in which unit, and for each value where it is from", () => {
  for (const [name, { meaning, unit, value, others = {} }] of rows) {
    expect(meaning.length, name).toBeGreaterThan(10);
    expect(unit.length, name).toBeGreaterThan(0);
    for (const { told, by } of [value, ...(Object.values(others) as Told<unknown>[])]) {
      expect(["fact", "assumed"], name).toContain(told);
      expect(by.length, name).toBeGreaterThan(3);
      if (told === "fact") expect(by, name).toMatch(/\d{4}|U21401/); // a fact has a year
    }
  }
});

test("a profile has its own values where it has any, and callers replace them by name", () => {
  expect(parametersOf("middleTown").radiusKm).toBe(TOWN_PARAMETERS.radiusKm.value.value);
  expect(parametersOf("rural").radiusKm).toBe(TOWN_PARAMETERS.radiusKm.others?.rural?.value);
  expect(parametersOf("rural", { radiusKm: 3 })).toEqual({ ...parametersOf("rural"), radiusKm: 3 });
  for (const profile of PROFILES) expect(Object.keys(parametersOf(profile))).toEqual(rows.map(([name]) => name));
});

test("unknown parameters and values of another kind are refused", () => {
  expect(() => parametersOf("rural", { radiusMiles: 3 } as object)).toThrow(/no parameter "radiusMiles"/);
  for (const value of ["3", Number.NaN, -1, null, [3]]) expect(() => parametersOf("rural", { radiusKm: value as number })).toThrow(/radiusKm cannot be/);
});

test("nobody is divided by nothing", () => {
  for (const name of ["clientsPerStaff", "clockStepMinutes", "mostShifts"]) expect(() => parametersOf("rural", { [name]: 0 })).toThrow(`${name} cannot be 0`);
  const [contract] = parametersOf("rural").contracts;
  expect(sampleTown({ clients: 5, days: 2, parameters: { contracts: [{ ...contract!, minutesPerWeek: 0 }] } }).staff.every(({ employment }) => employment === "hourly")).toBe(true);
});

test("what callers replace changes the town", () => {
  const small = { seed: 2, clients: 30, days: 2 };
  expect(sampleTown({ ...small, parameters: { dogShare: 1 } }).households.every(({ conditions }) => conditions?.includes("dog"))).toBe(true);
  expect(sampleTown({ ...small, parameters: { frameShare: 0 } }).clients.every(({ decision }) => decision.grants.kind === "interventions")).toBe(true);
  expect(sampleTown({ ...small, parameters: { archetypes: { service: 100 } } }).needs.every(({ often }) => often.per === "week")).toBe(true);
});
