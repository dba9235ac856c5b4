import { expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import { kpiList } from "../../src/kpi/measures.ts";
import { imbalance } from "../../src/kpi/timeUse.ts";
import { demand, plan, planOf, t, town } from "./town.ts";

const measures = measure(town, demand, plan);
const minutes = (ticks: number): number => ticks / 60;

test("a round's paid time is accounted for to the minute", () => {
  const [anna] = measures.shifts;
  const parts = Object.fromEntries(Object.entries(anna ?? {}).filter(([, v]) => typeof v === "number").map(([k, v]) => [k, minutes(v as number)]));
  expect(parts).toEqual({
    paidSpan: 450, // 07:00-15:00 less 30 rast
    overtime: 0,
    client: 10 + 30 + 20 + 30,
    remote: 0,
    entry: 4, // the rast is taken where the lift was, but lunch is a new stop
    travel: 5 + 10 + 10 + 10 + 5,
    waiting: 0 + 9 + 19 + 100 + 4 + 30, // before morning, lift, rast, lunch, notes
    documentation: 10,
    duties: 0,
    paidBreak: 0,
    idle: 24 + 120,
    unpaidRest: 30,
  });
});

test("overtime is paid beside the shift, and every shift balances", () => {
  expect(measures.shifts.map((u) => minutes(u.overtime))).toEqual([0, 10, 0, 10]);
  expect(measures.shifts.map(imbalance)).toEqual([0, 0, 0, 0]);
});

test("an unused paid shift is idle from end to end and balances", () => {
  const without = measure(town, demand, planOf(plan.shifts.filter((s) => s.shift !== "Bo-1")));
  const bo = without.shifts.find((u) => u.shift === "Bo-1");
  expect(bo).toMatchObject({ used: false, paidSpan: 4 * 3600, idle: 4 * 3600 });
  expect(without.shifts.map(imbalance)).toEqual([0, 0, 0, 0]);
});

test("the sums are those of the shifts, and brukartid is client time over paid time with overtime", () => {
  expect(measures.time.client.value).toBe(2 * 110);
  expect(measures.time.paidSpan.value).toBe(2 * (450 + 240));
  expect(measures.work.clientTimeShare.value).toBeCloseTo((100 * 220) / (2 * (690 + 10)), 10);
});

test("stops are counted where somebody goes in", () => {
  expect(measures.work.stops.value).toBe(2 * 5);
  const bundled = measure(town, demand, planOf([{
    shift: "Anna-0", option: 0, begin: t(0, "07:54"), end: t(0, "09:00"),
    tasks: [
      { id: "c-insulin@2026-03-02#1", slot: 0, start: t(0, "08:00"), end: t(0, "08:10") },
      { id: "b-lift@2026-03-02#1/1", slot: 0, start: t(0, "08:10"), end: t(0, "08:30") },
    ],
  }]));
  expect(bundled.work.stops.value).toBe(1);
});

test("continuity counts different staff per client", () => {
  expect(measures.continuity.mean.value).toBeCloseTo((1 + 2 + 1) / 3, 10);
  expect(measures.continuity.p90.value).toBe(2);
});

test("the official measure takes clients of 65 with two separate visits a day, home nursing left out", () => {
  expect(measures.continuity.officialClients.value).toBe(1); // A; B has one visit a day, C is young
  expect(measures.continuity.official.value).toBe(1);
  const away = { ...town, clients: town.clients.map((c) => ({ ...c, away: [{ from: "2026-03-03", to: "2026-03-03" }] })) };
  expect(measure(away, demand, plan).continuity).toMatchObject({ official: { value: null }, officialClients: { value: 0 } });
});

test("the contact share is over clients who have a contact", () => {
  expect(measures.continuity.contactShare.value).toBe((100 * 6) / 8); // all 4 of A, 2 of 4 at B
});

test("travel is summed by mode, with its carbon dioxide", () => {
  expect(measures.travel.km.value).toBe(2 * 50);
  expect(measures.travel.co2.value).toBe(12);
  expect(measures.modes.map((m) => [m.mode, m.minutes.value, m.km.value])).toEqual([["car", 100, 100]]);
});

test("granted and planned minutes count both staff of a double visit", () => {
  expect(measures.granted).toMatchObject({ granted: { value: 220 }, planned: { value: 220 }, share: { value: 100 } });
});

test("a frame is used in proportion to the days planned", () => {
  expect(measures.frame.use.value).toBeCloseTo(80, 10); // 120 of 525 * 2 / 7 = 150
  expect(measures.frame.balance.value).toBeCloseTo(30, 10);
  expect(measures.frame.outside.value).toBe(0);
});

test("punctuality is judged by the promised span, and spread by the clock over days", () => {
  expect(measures.punctuality).toMatchObject({ insideSpan: { value: 100 }, spread: { value: 0 } });
  const later = { ...plan, shifts: plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "a-lunch@2026-03-03#1" ? { ...x, start: t(1, "13:20"), end: t(1, "13:50") } : x)) })) };
  const moved = measure(town, demand, later);
  expect(moved.punctuality.insideSpan.value).toBe((100 * 7) / 8);
  expect(moved.punctuality.spread.value).toBe(95 / 4);
});

test("fairness is the range of work over the staff", () => {
  expect(measures.fairness.workRange.value).toBe(2 * (306 - 196));
  expect(measures.fairness.loadRange.value).toBeCloseTo((100 * 196) / 240 - (100 * 306) / 480, 10);
});

test("no breach is counted in a plan that keeps the rules, and each kind is found", () => {
  const work = measures.work;
  expect([work.splitShifts, work.restBreaches, work.stretchBreaches, work.missedBreaks].map((k) => k.value)).toEqual([0, 0, 0, 0]);
  const noRest = planOf(plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter((x) => x.id !== "rast-0") })));
  expect(measure(town, demand, noRest).work).toMatchObject({ missedBreaks: { value: 1 }, stretchBreaches: { value: 1 } });
  const late = { ...plan, shifts: plan.shifts.map((s) => (s.shift === "Bo-0" ? { ...s, end: t(0, "22:00") } : s)) };
  expect(measure(town, demand, late).work.restBreaches.value).toBe(1);
});

test("every number has a name of its own, a definition, and no number is undefined", () => {
  const kpis = kpiList(measures);
  expect(new Set(kpis.map((k) => k.name)).size).toBe(kpis.length);
  for (const kpi of kpis) {
    expect(kpi.definition).not.toBe("");
    expect(kpi.value === null || Number.isFinite(kpi.value), kpi.name).toBe(true);
  }
});
