/** The town of `town.ts`: A has a plan with two goals, of which the morning serves one; B a first plan that nobody approved; C none. */
import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import type { Case, ImplementationPlan, Need } from "../../src/model/case.ts";
import { demand, plan, planOf, town } from "./town.ts";

const own: ImplementationPlan = { version: 2, approvedBy: "Ulla", followUp: "2026-03-03", goals: [{ id: "wash", text: "Wash alone", lifeArea: "d5" }, { id: "walk", text: "Walk", lifeArea: "d4" }] };
const withPlans = (ofA: ImplementationPlan, needs: Readonly<Record<string, Partial<Need>>> = {}): Case => ({
  ...town,
  clients: town.clients.map((c) => (c.id === "A" ? { ...c, implementationPlan: ofA } : c.id === "B" ? { ...c, implementationPlan: { version: 1, approvedBy: " ", followUp: "2026-03-04" } } : c)),
  needs: town.needs.map((n) => ({ ...n, ...{ "a-morning": { goal: "wash" }, "a-lunch": { lifeArea: "d6", purpose: "eating" } }[n.id], ...needs[n.id] })),
});
const numbers = (of: Case, by = plan) => Object.values(measure(of, demand, by).goals).map((kpi) => kpi.value);

test("goals with something planned for them, follow-ups come due, plans unapproved, first ones, and clients without", () => {
  expect(numbers(withPlans(own))).toEqual([50, 1, 1, 1, 1]);
  expect(numbers(town)).toEqual([null, null, null, null, 3]);
});

test("each plan is listed with what is planned for its goals", () => {
  expect(measure(withPlans(own), demand, plan).plans).toEqual([
    {
      client: "A", version: 2, approvedBy: "Ulla", followUp: "2026-03-03", overdue: true,
      goals: [{ goal: "wash", lifeArea: "d5", occasions: 2, minutes: 60 }, { goal: "walk", lifeArea: "d4", occasions: 0, minutes: 0 }],
    },
    { client: "B", version: 1, approvedBy: " ", followUp: "2026-03-04", overdue: false, goals: [] },
  ]);
});

test("every field of an implementation plan changes a number", () => {
  const { version: _, ...unnumbered } = own;
  const { approvedBy: __, ...unapproved } = own;
  expect(numbers(withPlans(unnumbered))).toEqual([50, 1, 1, 2, 1]);
  expect(numbers(withPlans(unapproved))).toEqual([50, 1, 2, 1, 1]);
  expect(numbers(withPlans({ ...own, followUp: "2026-03-10" }))).toEqual([50, 0, 1, 1, 1]);
  expect(numbers(withPlans({ ...own, goals: own.goals?.slice(0, 1) ?? [] }))).toEqual([100, 1, 1, 1, 1]);
  expect(numbers(withPlans(own, { "b-lift": { goal: "walk" } }))).toEqual([50, 1, 1, 1, 1]); // another client's goal of that name
  expect(numbers(withPlans(own, { "a-lunch": { goal: "walk" } }))).toEqual([100, 1, 1, 1, 1]);
  expect(numbers(withPlans(own), planOf([]))).toEqual([0, 1, 1, 1, 1]);
});

test("minutes by life area, the need's before its goal's, and by purpose; both add up to what is granted and planned", () => {
  const measures = measure(withPlans(own), demand, planOf(plan.shifts.filter((s) => s.shift !== "Bo-1")));
  expect(measures.lifeAreas).toEqual([
    { of: "d5", occasions: 2, granted: 60, planned: 60 },
    { of: "d6", occasions: 2, granted: 60, planned: 60 },
    { of: null, occasions: 4, granted: 100, planned: 80 }, // the lift by two, one of whom is lacking on Tuesday; the insulin
  ]);
  expect(measures.purposes).toEqual([{ of: "eating", occasions: 2, granted: 60, planned: 60 }, { of: null, occasions: 6, granted: 160, planned: 140 }]);
  expect(measure(withPlans(own, { "a-morning": { goal: "wash", lifeArea: "d6" } }), demand, plan).lifeAreas.map((row) => row.of)).toEqual(["d6", null]);
  for (const table of [measures.lifeAreas, measures.purposes]) {
    expect([table.reduce((s, row) => s + row.granted, 0), table.reduce((s, row) => s + row.planned, 0)]).toEqual([measures.granted.granted.value, measures.granted.planned.value]);
  }
});
