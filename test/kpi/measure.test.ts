import { expect, test } from "vitest";
import { lookUp } from "../../src/kpi/lookup.ts";
import { measure } from "../../src/kpi/measure.ts";
import { kpiList } from "../../src/kpi/measures.ts";
import { imbalance } from "../../src/kpi/timeUse.ts";
import type { Case, Client, Need } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
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
  const later = { ...town, clients: town.clients.map((c) => ({ ...c, away: [{ from: "2026-02-20", to: "2026-03-01" }, { from: "2026-03-04", to: "2026-03-05" }] })) };
  expect(measure(later, demand, plan).continuity.officialClients.value).toBe(1); // home on the days planned
});

test("an evening that lasts until midnight or longer is a visit by day, a night is none", () => {
  const counted = (window: Need["window"]): number | null =>
    measure({ ...town, needs: town.needs.map((n) => (n.id === "a-lunch" ? { ...n, window } : n)) }, demand, plan).continuity.officialClients.value;
  expect([counted(["20:00", "23:00"]), counted(["20:00", "00:00"]), counted(["21:00", "01:00"])]).toEqual([1, 1, 1]);
  expect([counted(["22:00", "02:00"]), counted(["00:00", "07:00"])]).toEqual([0, 0]);
});

test("every day means each weekday: others do it on one, it begins later, or two needs take turns", () => {
  const counted = (change: (needs: Case["needs"]) => Case["needs"], more: Partial<Client> = {}): number | null =>
    measure({ ...town, needs: change(town.needs), clients: town.clients.map((c) => ({ ...c, ...more })) }, demand, plan).continuity.officialClients.value;
  const lunch = (more: Partial<Need>) => (needs: Case["needs"]) => needs.map((n) => (n.id === "a-lunch" ? { ...n, ...more } : n));
  expect(counted(lunch({ relativesDo: [6, 7] }))).toBe(0);
  expect(counted(lunch({ often: { times: 1, per: "day", weekdays: [1, 2, 3, 4, 5] } }))).toBe(0);
  const weekend = (needs: Case["needs"]) => lunch({ id: "a-weekend", often: { times: 1, per: "day", weekdays: [6, 7] } })(needs).filter((n) => n.id === "a-weekend");
  expect(counted((needs) => [...lunch({ often: { times: 1, per: "day", weekdays: [1, 2, 3, 4, 5] } })(needs), ...weekend(needs)])).toBe(1);
  expect([lunch({ from: "2026-03-03" }), lunch({ to: "2026-03-02" }), lunch({ from: "2026-03-02", to: "2026-03-03" })].map((change) => counted(change))).toEqual([0, 0, 1]);
  const until = (to: string): Partial<Client> => ({ decision: { basis: "SoL", to, grants: { kind: "interventions" } } });
  expect([until("2026-03-02"), until("2026-03-03")].map((more) => counted((needs) => needs, more))).toEqual([0, 1]);
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

test("performed minutes are set against what was granted for the same occasions", () => {
  const { granted } = measure(town, demand, plan, { minutes: { "a-morning@2026-03-02#1": 25, "b-lift@2026-03-03#1": 15 }, declined: ["c-insulin@2026-03-02#1"] });
  expect(granted.performed.value).toBe(25 + 2 * 15 + 0);
  expect(granted.performedShare.value).toBe((100 * 55) / (30 + 40 + 10));
  expect(measures.granted).toMatchObject({ performed: { value: null }, performedShare: { value: null }, byRelatives: { value: null } });
});

test("what relatives do is counted beside what is granted here", () => {
  const helped = { ...town, needs: town.needs.map((n) => (n.id === "a-lunch" ? { ...n, relativesDo: [2, 3] as const } : n)) };
  expect(measure(helped, demand, plan).granted.byRelatives.value).toBe(30); // Tuesday; Wednesday is not planned
});

test("two staff count once in a frame, or twice where its policy says so; who begins first is the first", () => {
  const of = (doubleCounts: 1 | 2): Case => ({
    ...town,
    clients: town.clients.map((c) => (c.id === "A" ? { ...c, decision: { basis: "SoL", grants: { kind: "interventions" } } } : c.id === "B" ? { ...c, decision: { basis: "SoL", grants: { kind: "frame", minutes: 140, per: "week", policy: "p" } } } : c)),
    framePolicies: [{ id: "p", scope: "client", carryOver: { mode: "none" }, swap: { betweenPurposes: true, betweenDays: true }, doubleCounts }],
  });
  expect([1, 2].map((count) => measure(of(count as 1 | 2), demand, plan).frame.use.value)).toEqual([100, 200]);
  const later: Demand = {
    ...demand,
    tasks: demand.tasks.map((x) => (x.id === "b-lift@2026-03-02#1/1" ? { ...x, slots: [{ start: [t(0, "08:05"), t(0, "12:05")] }], duration: { min: 1500, max: 1500 } } : x)),
  };
  expect(lookUp(town, later, plan).serving.get("b-lift@2026-03-02#1")?.map(({ id }) => id)).toEqual(["b-lift@2026-03-02#1/2", "b-lift@2026-03-02#1/1"]);
});

test("frames are followed to the end of their period: 525 less 120 planned and 5 x 60 due later", () => {
  expect(measures.frame).toMatchObject({ moved: { value: 0 }, remaining: { value: 105 }, overdrawn: { value: 0 } });
  const stay = (id: string, to: string) => ({ ...plan, shifts: plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === id ? { ...x, end: t(0, to) } : x)) })) });
  const shorter = stay("a-morning@2026-03-02#1", "08:20");
  const moved = { ...shorter, shifts: shorter.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "a-lunch@2026-03-02#1" ? { ...x, end: t(0, "12:22") } : x)) })) };
  expect(measure(town, demand, moved).frame).toMatchObject({ moved: { value: 7 }, remaining: { value: 108 } }); // 10 minutes less, 7 of them at lunch
  expect(measure(town, demand, stay("a-lunch@2026-03-02#1", "14:15")).frame).toMatchObject({ moved: { value: 0 }, remaining: { value: -15 }, overdrawn: { value: 1 } });
});

test("the difference from the time announced is from the plan before, else from the planned clock time", () => {
  const at: Readonly<Record<string, string>> = { "a-morning": "08:10", "a-lunch": "11:30" };
  const announced: Case = { ...town, needs: town.needs.map((n) => (at[n.id] === undefined ? n : { ...n, plannedAt: at[n.id] as string })) };
  const from = (of = announced, under = demand): number | null => measure(of, under, plan).punctuality.fromAnnounced.value;
  expect(from(town)).toBe(null);
  expect(from()).toBe((10 + 15 + 10 + 15) / 4);
  const told = plan.shifts.slice(0, 1).map((s) => ({ ...s, tasks: s.tasks.filter((x) => x.id.startsWith("a-lunch")).map((x) => ({ ...x, start: t(0, "11:50"), end: t(0, "12:20") })) }));
  expect(from(announced, { ...demand, baseline: told })).toBe((10 + 5 + 10 + 15) / 4);
  const twice: Case = { ...announced, needs: announced.needs.map((n) => (n.id === "a-lunch" ? { ...n, often: { times: 2, per: "day" } } : n)) };
  const again: Demand = { ...demand, tasks: demand.tasks.map((x) => (x.id === "c-insulin@2026-03-02#1" ? { ...x, serves: ["a-lunch@2026-03-02#2"] } : x)) };
  expect(from(twice, again)).toBe((10 + 15 + 10 + 15) / 4); // of the second at 07:30 no time was told
  const night: Case = { ...announced, needs: announced.needs.map((n) => (n.id === "a-morning" ? { ...n, plannedAt: "20:10" } : n)) };
  expect(from(night)).toBe((710 + 15 + 710 + 15) / 4); // over midnight
});

test("slack is waiting and idle time in shifts with a round, and little of it makes a shift tight", () => {
  // Anna: 162 waiting, 24 + 120 idle; Bo: 54 idle, 165 waiting
  expect(measures.work).toMatchObject({ slack: { value: (306 + 219) / 2 }, tightShifts: { value: 0 } });
  const early = (paidTo: string) => ({ ...demand, shifts: demand.shifts.map((s) => (s.id === "Bo-0" ? { ...s, begins: [t(0, "08:50"), t(0, "09:00")] as const, paidTo: t(0, paidTo) } : s)) });
  const home = planOf(plan.shifts.filter((s) => s.shift === "Bo-0").map((s) => ({ ...s, end: t(0, "09:25") })));
  const tight = (paidTo: string) => measure(town, early(paidTo), home).work;
  expect(tight("09:30")).toMatchObject({ slack: { value: 9 }, tightShifts: { value: 1 } }); // 4 before, 5 after
  expect(tight("09:31")).toMatchObject({ slack: { value: 10 }, tightShifts: { value: 0 } });
});

test("who is introduced is paid, but the client's time counts once, and nobody's slack", () => {
  const follows: Demand["tasks"][number] = {
    id: "new/introduction1", kind: "other", class: "introduction", place: "anywhere", slots: [{ start: [t(0, "08:00"), t(0, "08:00")] }],
    duration: { min: 4 * 3600, max: 4 * 3600 }, who: { shifts: ["new"] }, required: true, priority: 3, unservedCost: 1,
  };
  const bo = demand.shifts.find((s) => s.id === "Bo-0") as Demand["shifts"][number];
  const introduced = { ...demand, tasks: [...demand.tasks, follows], shifts: [...demand.shifts, { ...bo, id: "new", begins: [t(0, "08:00"), t(0, "08:00")] as const }] };
  const with3 = { ...plan, shifts: [...plan.shifts, { shift: "new", option: 0, begin: t(0, "08:00"), end: t(0, "12:00"), tasks: [{ id: follows.id, slot: 0, start: t(0, "08:00"), end: t(0, "12:00"), at: 0 }] }] };
  const { time, work, shifts } = measure(town, introduced, with3);
  expect([time.client.value, time.paidSpan.value, time.duties.value]).toEqual([220, 1380 + 240, 240]);
  expect(work.clientTimeShare.value).toBeCloseTo((100 * 220) / (1400 + 240), 10);
  expect([work.slack.value, work.tightShifts.value, shifts.map(imbalance)]).toEqual([(306 + 219) / 2, 0, [0, 0, 0, 0, 0]]);
});

test("hourly staff's share is of the time worked in shifts with a round", () => {
  const hourly = { ...town, staff: town.staff.map((s) => (s.id === "Bo" ? { ...s, employment: "hourly" as const } : s)) };
  expect(measures.work.hourlyShare.value).toBe(0);
  expect(measure(hourly, demand, plan).work.hourlyShare.value).toBeCloseTo((100 * 250) / 700, 10);
  expect(measure(hourly, demand, planOf([])).work.hourlyShare.value).toBe(null);
});

test("punctuality is judged by the promised span, and spread by the clock over days", () => {
  expect(measures.punctuality).toMatchObject({ insideSpan: { value: 100 }, spread: { value: 0 } });
  const later = { ...plan, shifts: plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (x.id === "a-lunch@2026-03-03#1" ? { ...x, start: t(1, "13:20"), end: t(1, "13:50") } : x)) })) };
  const moved = measure(town, demand, later);
  expect(moved.punctuality.insideSpan.value).toBe((100 * 7) / 8);
  expect(moved.punctuality.spread.value).toBe(95 / 4);
});

test("minutes before and after midnight are near each other where the span holds both", () => {
  const late = (window: Need["window"]): Case => ({ ...town, needs: town.needs.map((n) => (n.id === "a-lunch" ? { ...n, window } : n)) });
  const at: Readonly<Record<string, number>> = { "a-lunch@2026-03-02#1": t(0, "23:50"), "a-lunch@2026-03-03#1": t(1, "00:10") };
  const night = { ...plan, shifts: plan.shifts.map((s) => ({ ...s, tasks: s.tasks.map((x) => (at[x.id] === undefined ? x : { ...x, start: at[x.id] as number, end: (at[x.id] as number) + 1800 })) })) };
  const { spread, insideSpan } = measure(late(["23:00", "01:00"]), demand, night).punctuality;
  expect([spread.value, insideSpan.value]).toEqual([20 / 4, 100]);
  expect(measure(late(["23:00", "00:05"]), demand, night).punctuality).toMatchObject({ spread: { value: 20 / 4 }, insideSpan: { value: (100 * 7) / 8 } }); // five minutes late
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
    expect(kpi.source).toMatch(/\w{3}/);
    expect(kpi.value === null || Number.isFinite(kpi.value), kpi.name).toBe(true);
  }
});
