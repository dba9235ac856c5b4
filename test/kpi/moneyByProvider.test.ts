/** The town of `town.ts` with two providers: minutes of staff a day A 30 + 30, B 20 x 2 by two, C 10. */
import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import { kpiList } from "../../src/kpi/measures.ts";
import type { Case, Tariff } from "../../src/model/case.ts";
import { kpiWords } from "../../src/report/kpiWords.ts";
import { demand, plan, town } from "./town.ts";

const tariffs: Tariff[] = [{ id: "own", basis: "performedHour", amount: 60, costPerWorkedHour: 60 }, { id: "other", basis: "visit", amount: 100, costPerWorkedHour: 120 }];
const shared: Case = {
  ...town,
  tariffs,
  providers: [{ id: "kommun", tariff: "own" }, { id: "firm", name: "The firm", tariff: "other" }],
  teams: [{ id: "east", base: "base", provider: "firm" }],
  clients: town.clients.map((c) => (c.id === "B" ? { ...c, team: "east" } : { ...c, provider: "kommun" })),
  staff: town.staff.map((s) => (s.id === "Bo" ? { ...s, provider: "firm" } : { ...s, provider: "kommun" })),
};

test("each has its own clients, staff and tariff, and the whole is their sum", () => {
  const { money, providers } = measure(shared, demand, plan);
  expect(providers.map((p) => [p.provider, p.money.revenue.value, Math.round(p.money.cost.value ?? 0)])).toEqual([
    ["kommun", 140, 900], // A 60 and C 10 a day; Anna's 450
    ["firm", 200, 1000], // B's lift once a day; Bo's (240 + 10) x 2
  ]);
  expect([money.revenue.value, Math.round(money.cost.value ?? 0)]).toEqual([340, 1900]);
  const kpi = kpiList(measure(shared, demand, plan)).find((k) => k.name === "money.firm.revenue");
  expect(kpi && (["sv", "en"] as const).map((lang) => [kpiWords(kpi, lang).label, kpiWords(kpi, lang).definition.endsWith(": The firm.")])).toEqual([["Ersättning, The firm", true], ["Revenue, The firm", true]]);
});

test("a need that clients of two providers share is paid in equal parts", () => {
  const couple: Case = { ...shared, needs: shared.needs.map((n) => (n.id === "c-insulin" ? { ...n, sharedWith: ["B"] } : n)) };
  expect(measure(couple, demand, plan).providers.map((p) => p.money.revenue.value)).toEqual([130, 300]); // half of 20 SEK less, half of 2 visits more
});

test("one provider has all who name none, and one that does nothing without a tariff is passed over", () => {
  const alone = measure({ ...town, tariffs, providers: [{ id: "kommun", tariff: "own" }] }, demand, plan);
  expect([alone.money.revenue.value, alone.providers]).toEqual([expect.closeTo(220), []]);
  const idle = measure({ ...shared, providers: [...(shared.providers ?? []), { id: "idle" }] }, demand, plan);
  expect([idle.money.revenue.value, idle.providers.length]).toEqual([340, 2]);
});

test("the whole is not said where some of the staff are nobody's", () => {
  const { money, providers } = measure({ ...shared, staff: town.staff.map((s) => (s.id === "Bo" ? s : { ...s, provider: "kommun" })) }, demand, plan);
  expect([money.cost.value, money.result.value, providers.map((p) => p.money.cost.value)]).toEqual([null, null, [900, 0]]);
});

test("the whole is not said where one of them has no tariff", () => {
  const [kommun] = shared.providers ?? [];
  const { money, providers } = measure({ ...shared, providers: kommun === undefined ? [] : [kommun, { id: "firm" }] }, demand, plan);
  expect([money.revenue.value, providers[0]?.money.revenue.value, providers[1]?.money.revenue.value]).toEqual([null, 140, null]);
});
