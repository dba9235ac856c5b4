import { expect, test } from "vitest";
import { demandFor, minute, ramtid, solveSync } from "../../src/index.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demand, shift, slot, task, term } from "../reference/demand.ts";

test("nobody is called in to write a report about nothing", () => {
  for (const model of [minute(), ramtid()]) {
    for (let seed = 1; seed <= 3; seed++) {
      const of = demandFor(sampleTown({ seed, clients: 8, days: 3 }), model);
      const always = new Set(of.tasks.filter(({ required }) => typeof required === "boolean").map(({ id }) => id));
      const { plan } = solveSync(of, { steps: 1500, seed });
      expect(plan.shifts.length).toBeGreaterThan(0);
      const useless = plan.shifts.filter(({ tasks }) => !tasks.some(({ id }) => always.has(id)));
      expect(useless.map(({ shift: id }) => id)).toEqual([]);
    }
  }
});

test("nor where that costs nothing", () => {
  const of = demand({
    shifts: [shift("day", 0, 30)],
    tasks: [task("report", 0, 10, { slots: [slot(0, 20)], who: { shifts: ["day"] }, required: { whenShiftExceeds: 0 } })],
    terms: [term("unserved", 1, 100)],
    baseline: [{ shift: "day", option: 0, begin: 0, end: 10, tasks: [{ id: "report", slot: 0, start: 0, end: 10 }] }],
  });
  expect(solveSync(of, { steps: 0 }).plan.shifts).toEqual([]);
});

test("unless the shift is wanted for itself", () => {
  const of = demand({
    shifts: [shift("day", 0, 30)],
    tasks: [task("report", 0, 10, { slots: [slot(0, 20)], who: { shifts: ["day"] }, required: { whenShiftExceeds: 0 } })],
    terms: [term("unserved", 1, 100), term("usedShift", 2, -1)],
  });
  expect(solveSync(of, { steps: 300 }).plan.shifts.map(({ shift: id }) => id)).toEqual(["day"]);
});
