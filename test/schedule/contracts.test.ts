import { expect, test } from "vitest";
import type { CaseShift } from "../../src/model/staff.ts";
import { contractBudgets } from "../../src/schedule/contracts.ts";
import { minute } from "../../src/schedule/minute.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { anna, caseWith, demandOf, HOUR, MINUTE, meal } from "./hand.ts";

const shift = (id: string, staff: string, date: string): CaseShift => ({ id, staff, date, from: "07:00", to: "11:00", modes: ["walk"] });
const eva = { id: "eva", team: "t", skills: [], contract: { minutesPerWeek: 70 } };

test("hours beyond the contract cost extra, week by week, and a cut week has its share", () => {
  const shifts = [shift("a", "eva", "2026-03-12"), shift("b", "eva", "2026-03-16"), shift("c", "eva", "2026-03-17")];
  const budgets = contractBudgets(caseWith({ period: { from: "2026-03-12", days: 11 }, staff: [eva, { id: "hourly", skills: [] }], shifts }));
  expect(budgets.map(({ members, cost }) => [members, cost!.points[0]![0] / MINUTE, cost!.above! * MINUTE])).toEqual([
    [["a"], 40, 0.5], // four days of seven
    [["b", "c"], 70, 0.5],
  ]);
});

test("a plan prefers who has hours left", () => {
  const clients = [anna];
  const needs = [{ ...meal, often: { times: 1, per: "day" as const, weekdays: [1 as const] } }];
  const shifts = [shift("a", "eva", "2026-03-09"), shift("b", "ulf", "2026-03-09")];
  for (const [short, long] of [["eva", "ulf"], ["ulf", "eva"]] as const) {
    const staff = [short, long].map((id) => ({ ...eva, id, contract: { minutesPerWeek: id === short ? 1 : 600 } }));
    const { plan } = solveSync(demandOf({ clients, needs, staff, shifts }, minute()), { steps: 500, seed: 1 });
    expect(plan.shifts.map((round) => round.shift)).toEqual([long === "eva" ? "a" : "b"]);
    expect(plan.shifts[0]!.end - plan.shifts[0]!.begin).toBeLessThan(HOUR);
  }
});
