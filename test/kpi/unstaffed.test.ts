import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import { kpiList } from "../../src/kpi/measures.ts";
import type { Demand } from "../../src/model/demand.ts";
import { demand, plan, planOf, town } from "./town.ts";

const without = (...ids: string[]) => planOf(plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter((x) => !ids.includes(x.id)) })));

test("a plan that staffs everything may be compared; one that does not may not, except in what is missing and what no plan changes", () => {
  expect(kpiList(measure(town, demand, plan)).every((k) => k.comparable)).toBe(true);
  const short = kpiList(measure(town, demand, without("a-lunch@2026-03-02#1")));
  expect(short.filter((k) => k.comparable).map((k) => k.name)).toEqual([
    "unstaffed.visits", "unstaffed.minutes", "unstaffed.clients", "unstaffed.missedDoses",
    "granted.granted", "granted.performed", "granted.performedShare", "granted.byRelatives",
    "goals.followUpsOverdue", "goals.unapproved", "goals.firstVersions", "goals.withoutPlan",
  ]);
});

test("what is comparable beside what is missing is the same with nobody planned at all", () => {
  const [whole, none] = [plan, planOf([])].map((one) => kpiList(measure(town, demand, one)));
  const alike = none!.filter(({ name, comparable }) => comparable && !name.startsWith("unstaffed."));
  expect(alike.map(({ name, value }) => [name, value])).toEqual(alike.map(({ name }) => [name, whole!.find((kpi) => kpi.name === name)?.value]));
});

test("a double visit that lacks one person is one visit and that person's minutes", () => {
  const { unstaffed } = measure(town, demand, without("b-lift@2026-03-02#1/2"));
  expect(unstaffed).toMatchObject({ visits: { value: 1 }, minutes: { value: 20 }, clients: { value: 1 } });
});

test("a visit that two of a household share is lacking to both", () => {
  const shared = { ...town, needs: town.needs.map((n) => (n.id === "a-lunch" ? { ...n, sharedWith: ["C"] } : n)) };
  expect(measure(shared, demand, without("a-lunch@2026-03-02#1")).unstaffed).toMatchObject({ visits: { value: 1 }, clients: { value: 2 } });
});

test("an unserved break is no unstaffed visit", () => {
  expect(measure(town, demand, without("rast-0")).missing).toEqual([]);
});

test("the reason says who could: nobody, nobody at work, or somebody without room", () => {
  const insulin = "c-insulin@2026-03-02#1";
  const reason = (of: Demand) => measure(town, of, without(insulin)).missing.map((m) => [m.task.id, m.reason, m.candidates]);
  expect(reason(demand)).toEqual([[insulin, "noRoom", ["Anna"]]]);
  expect(reason({ ...demand, workers: demand.workers.map((w) => ({ ...w, skills: [] })) })).toEqual([[insulin, "nobodyQualified", []]]);
  const delegationEnds = demand.workers.map((w) => ({ ...w, skills: w.skills.map((s) => ({ ...s, days: [1, 1] as const })) }));
  expect(reason({ ...demand, workers: delegationEnds })).toEqual([[insulin, "nobodyOnShift", []]]);
});

test("a frame that is used up is the reason before any other", () => {
  const left = "a-lunch@2026-03-02#1";
  const frame = (minutes: number): Demand => ({
    ...demand,
    budgets: [{ id: "frame A", of: "task", members: demand.tasks.filter((x) => x.client === "A").map((x) => x.id), quantity: "serviceTicks", opening: 0, reserved: 0, limit: [null, minutes * 60] }],
  });
  const reason = (of: Demand) => measure(town, of, without(left)).missing.map((m) => m.reason);
  expect(reason(frame(119))).toEqual(["frameUsedUp"]);
  expect(reason(frame(120))).toEqual(["noRoom"]);
});

test("one of several ways is enough where a presence relation says so", () => {
  const either: Demand = {
    ...demand,
    relations: [{ id: "one", kind: "presence", tasks: ["a-lunch@2026-03-02#1", "a-morning@2026-03-02#1"], count: [1, 1], zeroAllowed: true }],
  };
  expect(measure(town, either, without("a-lunch@2026-03-02#1")).missing).toEqual([]);
  expect(measure(town, either, without("a-lunch@2026-03-02#1", "a-morning@2026-03-02#1")).missing).toHaveLength(2);
});

test("a dose is missed where nobody comes to a nurse-delegated need; other visits are no doses", () => {
  const doses = (by: ReturnType<typeof without>, of = town) => measure(of, demand, by).unstaffed.missedDoses.value;
  expect(doses(plan)).toBe(0);
  expect(doses(without("c-insulin@2026-03-02#1", "a-lunch@2026-03-02#1"))).toBe(1);
  const nursed = { ...town, needs: town.needs.map((n) => (n.id === "b-lift" ? { ...n, basis: "HSL" as const } : n)) };
  expect(doses(without("b-lift@2026-03-02#1/2"), nursed)).toBe(0); // somebody comes
  expect(doses(without("b-lift@2026-03-02#1/1", "b-lift@2026-03-02#1/2"), nursed)).toBe(1);
});
