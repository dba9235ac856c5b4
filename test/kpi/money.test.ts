/**
 * The town of `town.ts`, two days, a Monday and a Tuesday, in minutes of staff a day: A 30 + 30, B 20 x 2 by two, C 10; together 110.
 * Paid: 2 x (450 + 240 + 10 overtime) = 1400 minutes.
 */
import { describe, expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import { kpiList } from "../../src/kpi/measures.ts";
import type { Performed } from "../../src/kpi/performed.ts";
import type { Case, Client, Tariff } from "../../src/model/case.ts";
import type { Plan } from "../../src/model/plan.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { readCase } from "../../src/model/readCase.ts";
import { demand, plan, planOf, t, town } from "./town.ts";

const hourly: Tariff = { id: "solna", basis: "performedHour", amount: 464 };
const paidBy = (tariff: Partial<Tariff>, more: Partial<Case> = {}): Case => ({ ...town, ...more, tariffs: [{ ...hourly, ...tariff }] });
const withClient = (id: string, more: Partial<Client>): Pick<Case, "clients"> => ({ clients: town.clients.map((c) => (c.id === id ? { ...c, ...more } : c)) });
const moneyOf = (of: Case, by: Plan = plan, performed: Performed = {}) => measure(of, demand, by, performed).money;
const revenue = (of: Case, by: Plan = plan, performed: Performed = {}): number | null => moneyOf(of, by, performed).revenue.value;

const withoutLunch = planOf(plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter((x) => x.id !== "a-lunch@2026-03-03#1") })));

describe("the basis decides what is paid:", () => {
  test("performed hours as planned, of both staff", () => {
    expect(revenue(paidBy({ amount: 60 }))).toBeCloseTo(220); // 60 SEK an hour is 1 a minute
    expect(revenue(paidBy({ amount: 60 }), withoutLunch)).toBeCloseTo(190);
  });

  test("each occasion to which somebody comes, once though two come", () => {
    expect(revenue(paidBy({ basis: "visit", amount: 100 }))).toBe(2 * 4 * 100);
    expect(revenue(paidBy({ basis: "visit", amount: 100 }), withoutLunch)).toBe(700);
  });

  test("granted hours, done or not, and a frame by its days whatever is planned in it", () => {
    // A's frame: 525 a week = 75 a day; B and C: 40 + 10 a day
    expect(revenue(paidBy({ basis: "grantedHour", amount: 60 }))).toBeCloseTo(2 * (75 + 50));
    expect(revenue(paidBy({ basis: "grantedHour", amount: 60 }), withoutLunch)).toBeCloseTo(250);
    const byNeeds = withClient("A", { decision: { basis: "SoL", grants: { kind: "interventions" } } });
    expect(revenue(paidBy({ basis: "grantedHour", amount: 60 }, byNeeds), planOf([]))).toBeCloseTo(220);
  });

  test("a lump sum whatever the plan", () => {
    expect([plan, withoutLunch, planOf([])].map((by) => revenue(paidBy({ basis: "lumpSum", amount: 90_000 }), by))).toEqual([90_000, 90_000, 90_000]);
  });

  test("and without a tariff nothing is said", () => {
    expect(Object.values(moneyOf(town)).map((kpi) => kpi.value)).toEqual([null, null, null, null, null, null]);
  });
});

describe("prices differ", () => {
  test("by class, else by area, else not", () => {
    const priced = paidBy(
      { amount: 60, amountByArea: { rural: 120 }, amountByClass: { medicine: 600, hygiene: 30 } },
      { areas: [{ id: "rural" }], places: town.places.map((p) => (p.id === "p2" ? { ...p, area: "rural" } : p)) },
    );
    // a day: A's morning 30 x 0.5, lunch 30 x 1; B's lift 40 x 2 (rural); C's insulin 10 x 10, its class before its area
    expect(revenue(priced)).toBeCloseTo(2 * (15 + 30 + 80 + 100));
  });

  test("by night: each intervention that starts in its hours has one amount, though two come", () => {
    const night = (hours: readonly [string, string]): Case => paidBy({ amount: 60, nightAmount: 245, nightHours: hours });
    expect(revenue(paidBy({ amount: 60, nightAmount: 245 }))).toBeCloseTo(220); // nothing starts between 22:00 and 07:00
    expect(revenue(night(["07:30", "07:31"]))).toBeCloseTo(2 * (245 + 100)); // the insulin at 07:30
    expect(revenue(night(["07:00", "07:30"]))).toBeCloseTo(220); // the end is not night
    expect(revenue(night(["09:00", "09:30"]))).toBeCloseTo(2 * (245 + 70)); // the lift by two
    expect(revenue(night(["22:00", "08:01"]))).toBeCloseTo(2 * (245 * 2 + 70)); // insulin and morning, over midnight
  });

  test("by night where granted hours are paid, as promised and not as planned", () => {
    const night = paidBy({ basis: "grantedHour", amount: 60, nightAmount: 245, nightHours: ["06:00", "07:31"] });
    // C's insulin is promised from 07:30; A's frame has no hours of the day
    expect(revenue(night, planOf([]))).toBeCloseTo(2 * (75 + 40 + 245));
  });
});

describe("what was declined", () => {
  const performed: Performed = { declined: ["a-lunch@2026-03-02#1", "b-lift@2026-03-03#1"] };

  test("is paid by the share of its class, and not where no share says so", () => {
    // 30 minutes of lunch at 1/2; 40 of the lift at 0
    expect(revenue(paidBy({ amount: 60, declinedShares: { meal: 0.5 } }), plan, performed)).toBeCloseTo(220 - 15 - 40);
    expect(revenue(paidBy({ basis: "visit", amount: 100, declinedShares: { transfer: 0.75 } }), plan, performed)).toBeCloseTo(600 + 75);
  });

  test("is paid as declined also where its minutes are known", () => {
    const told: Performed = { ...performed, minutes: { "a-lunch@2026-03-02#1": 0, "b-lift@2026-03-03#1": 5 } };
    expect(revenue(paidBy({ amount: 60, declinedShares: { meal: 0.5 } }), plan, told)).toBeCloseTo(220 - 15 - 40);
  });

  test("must have been due", () => {
    expect(() => revenue(paidBy({}), plan, { declined: ["a-lunch@2026-03-09#1"] })).toThrow("a-lunch@2026-03-09#1");
    expect(() => revenue(paidBy({}), plan, { minutes: { "a-lunch@2026-03-09#1": 20 } })).toThrow("a-lunch@2026-03-09#1");
  });
});

describe("where it is known what was performed", () => {
  // A's lunch lasted 45 minutes for 30, B's lift by two 15 for 20, C was not at home for the insulin of 10
  const performed: Performed = { minutes: { "a-lunch@2026-03-02#1": 45, "b-lift@2026-03-03#1": 15, "c-insulin@2026-03-02#1": 0 } };
  const known = 220 + 15 - 2 * 5 - 10;

  test("performed hours are paid as they were, of both staff, and all else as planned", () => {
    expect(revenue(paidBy({ amount: 60 }), plan, performed)).toBeCloseTo(known);
    expect(moneyOf(paidBy({ amount: 60, costPerWorkedHour: 6 }), plan, performed).result.value).toBeCloseTo(known - 140);
  });

  test("visits, granted hours and lump sums are paid as without it", () => {
    for (const basis of ["visit", "grantedHour", "lumpSum"] as const) expect(revenue(paidBy({ basis }), plan, performed)).toBe(revenue(paidBy({ basis })));
  });

  test("what nobody was planned for is paid too once it was done, by night as promised", () => {
    const lunch: Performed = { minutes: { "a-lunch@2026-03-03#1": 20 } };
    expect(revenue(paidBy({ amount: 60 }), withoutLunch, lunch)).toBeCloseTo(190 + 20);
    // C's insulin is promised from 07:30
    const night = paidBy({ amount: 60, nightAmount: 245, nightHours: ["07:00", "07:31"] });
    expect(revenue(night, planOf([]), { minutes: { "c-insulin@2026-03-02#1": 10, "c-insulin@2026-03-03#1": 0 } })).toBe(245);
  });
});

describe("unplanned absence is paid by its day", () => {
  const rule = { firstDayShare: 0.75, laterShare: 0.25, lastDay: 5 };
  const withoutB = planOf(plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter((x) => !x.id.startsWith("b-lift")) })));
  const awayFrom = (from: string, kind: "planned" | "unplanned"): Case => {
    return paidBy({ amount: 60, unplannedAbsence: rule }, withClient("B", { away: [{ from, to: "2026-03-10", kind }] }));
  };
  // without B the two days are paid 140; B's lift is 40 a day
  test.each([
    ["2026-03-02", 140 + 30 + 10], // days 1 and 2
    ["2026-03-01", 140 + 10 + 10], // days 2 and 3
    ["2026-02-26", 140 + 10 + 0], // days 5 and 6
    ["2026-02-25", 140], // days 6 and 7
    ["2026-03-03", 140 + 30], // home on Monday, which this plan does not do
  ])("from %s", (from, sek) => {
    expect(revenue(awayFrom(from, "unplanned"), withoutB)).toBeCloseTo(sek);
    expect(revenue(awayFrom(from, "planned"), withoutB)).toBeCloseTo(140);
  });

  test("for the classes named alone, per visit, and as a share of the frame", () => {
    const away = withClient("B", { away: [{ from: "2026-03-02", to: "2026-03-03", kind: "unplanned" }] });
    expect(revenue(paidBy({ amount: 60, unplannedAbsence: { ...rule, classes: ["hygiene"] } }, away), withoutB)).toBeCloseTo(140);
    expect(revenue(paidBy({ basis: "visit", amount: 100, unplannedAbsence: rule }, away), withoutB)).toBeCloseTo(600 + 75 + 25);
    const noFrame = withClient("A", { away: [{ from: "2026-03-02", to: "2026-03-03", kind: "unplanned" }] });
    expect(revenue(paidBy({ basis: "grantedHour", amount: 60, unplannedAbsence: rule }, noFrame))).toBeCloseTo(100 + 75 * (0.75 + 0.25));
  });

  test("and a weekly need is lost on its nominal day alone", () => {
    const away = withClient("B", { away: [{ from: "2026-03-02", to: "2026-03-03", kind: "unplanned" }] });
    const cleaning = (weekdays: readonly (1 | 2 | 3)[]): Case["needs"] => [
      ...town.needs.filter((n) => n.id !== "b-lift"),
      { id: "clean", client: "B", class: "cleaning", minutes: 100, often: { times: 1, per: "week", weekdays }, window: ["08:00", "16:00"], timing: "free" },
    ];
    const lost = (weekdays: readonly (1 | 2 | 3)[]): number => (revenue(paidBy({ amount: 60, unplannedAbsence: rule }, { ...away, needs: cleaning(weekdays) }), withoutB) ?? 0) - 140;
    expect([lost([1]), lost([2]), lost([3])].map(Math.round)).toEqual([75, 25, 0]);
  });
});

test("what an absence takes away by night is paid by the hour at which each part of the span begins, with the second person", () => {
  const night: Case = paidBy({ amount: 60, nightAmount: 245, nightHours: ["01:00", "04:00"], unplannedAbsence: { firstDayShare: 0.75, laterShare: 0.25, lastDay: 5 } }, {
    ...withClient("B", { away: [{ from: "2026-03-02", to: "2026-03-03", kind: "unplanned" }] }),
    needs: [{ id: "turn", client: "B", class: "transfer", minutes: 30, staffing: { second: { from: 5, minutes: 10 } }, often: { times: 3, per: "day" }, window: ["21:00", "06:00"], timing: "agreed" }],
  });
  // 40 minutes at 21:00 and at 00:00, an intervention at 03:00; the days have shares 3/4 and 1/4
  expect(revenue(night, planOf([]))).toBeCloseTo(40 + 40 + 245);
});

test("a task that serves two needs is divided by their template minutes", () => {
  const bundled = { ...demand, tasks: demand.tasks.map((x) => (x.id === "c-insulin@2026-03-02#1" ? { ...x, serves: [x.id, "a-lunch@2026-03-04#1"] } : x)) };
  const of = paidBy({ amount: 60, amountByClass: { medicine: 600 } });
  // 10 minutes, 10 of 40 at ten SEK and 30 of 40 at one; Tuesday's 10 at ten; all else 200
  expect(measure(of, bundled, plan).money.revenue.value).toBeCloseTo(2.5 * 10 + 7.5 + 100 + 200);
});

test("nothing is paid for a decision after its last day", () => {
  const until = (to: string): Case =>
    paidBy({ basis: "grantedHour", amount: 60, alarmPerMonth: 310 }, {
      needs: [],
      clients: town.clients.map((c) => ({ ...c, decision: { ...c.decision, to, basis: c.id === "C" ? ("alarm" as const) : ("SoL" as const) } })),
    });
  // A's frame is 75 a day, C's alarm 310 / 31
  expect(["2026-03-01", "2026-03-02", "2026-03-03"].map((to) => Math.round(revenue(until(to)) ?? 0))).toEqual([0, 85, 170]);
});

describe("having a client is paid", () => {
  test("once where the decision begins in the period", () => {
    const since = (from: string): Case => paidBy({ amount: 60, newClientAmount: 1856 }, withClient("C", { decision: { basis: "SoL", from, grants: { kind: "interventions" } } }));
    expect(["2026-03-01", "2026-03-02", "2026-03-03"].map((from) => Math.round((revenue(since(from)) ?? 0) - 220))).toEqual([0, 1856, 1856]);
  });

  test("by month where there is an alarm, in place of what is done on it", () => {
    const alarmed = paidBy({ amount: 60, alarmPerMonth: 310 }, { needs: town.needs.map((n) => (n.id === "c-insulin" ? { ...n, basis: "alarm" as const } : n)) });
    expect(revenue(alarmed)).toBeCloseTo(200 + 20); // 2 of March's 31 days; C's 10 minutes a day are not paid by the hour
  });
});

describe("cost and break-even", () => {
  test("at 260 SEK per worked hour and 464 per performed hour revenue covers cost at 56.03 %", () => {
    const money = moneyOf(paidBy({ costPerWorkedHour: 260 }));
    expect(money.cost.value).toBeCloseTo((1400 / 60) * 260); // 6066.67
    expect(money.revenue.value).toBeCloseTo((220 / 60) * 464); // 1701.33
    expect(money.result.value).toBeCloseTo(1701.333 - 6066.667, 2);
    expect(money.revenuePerPaidHour.value).toBeCloseTo((464 * 220) / 1400);
    expect(money.breakEven.value).toBeCloseTo(56.03, 2);
    expect(money.overBreakEven.value).toBeCloseTo((100 * 220) / 1400 - (100 * 260) / 464);
  });

  test("the plan is above break-even exactly where its result is above zero, under every basis", () => {
    for (const basis of ["grantedHour", "performedHour", "visit", "lumpSum"] as const) {
      const signs = [10, 70, 150, 400, 3000].map((costPerWorkedHour) => {
        const { result, overBreakEven } = moneyOf(paidBy({ basis, costPerWorkedHour }));
        expect(Math.sign(overBreakEven.value ?? 0), basis).toBe(Math.sign(result.value ?? 0));
        return Math.sign(result.value ?? 0);
      });
      expect([...new Set(signs)], basis).toEqual([1, -1]);
    }
  });

  test("overtime costs its factor, and nothing is broken even where nobody works", () => {
    expect(moneyOf(paidBy({ costPerWorkedHour: 60, overtimeFactor: 2 })).cost.value).toBeCloseTo(1380 + 2 * 20);
    const idle = moneyOf(paidBy({ costPerWorkedHour: 260 }), planOf([]));
    expect([idle.cost.value, idle.breakEven.value]).toEqual([24 * 260, null]); // the shifts are paid: 2 x (8 + 4) hours
  });
});

describe("the three layers stay apart:", () => {
  const full: Tariff = {
    ...hourly, amountByClass: { meal: 382 }, nightAmount: 245, declinedShares: { meal: 0.5 }, unplannedAbsence: { firstDayShare: 0.75, laterShare: 0.25, lastDay: 5 },
    newClientAmount: 1856, alarmPerMonth: 185, costPerWorkedHour: 260, overtimeFactor: 1.5,
  };

  test.each([minute(), ramtid()])("a tariff changes nothing that is to be planned", (model) => {
    const away = (kind: "planned" | "unplanned"): Pick<Case, "clients"> => withClient("B", { away: [{ from: "2026-03-03", to: "2026-03-03", kind }] });
    const places = town.places.map((p, i) => ({ ...p, latitude: 59 + i / 100, longitude: 18 }));
    const planned = [{ ...town, places, ...away("planned") }, { ...town, places, ...away("unplanned"), tariffs: [full] }].map((of) => demandFor(readCase(of), model));
    expect(planned[0]?.caseHash).not.toBe(planned[1]?.caseHash);
    expect(planned.map(({ caseHash: _, ...rest }) => rest)[1]).toEqual(planned.map(({ caseHash: _, ...rest }) => rest)[0]);
    expect(planned[0]?.tasks.length).toBeGreaterThan(0);
  });

  test("and a Demand called by another name is paid the same", () => {
    for (const basis of ["grantedHour", "performedHour", "visit", "lumpSum"] as const) {
      const of = paidBy({ ...full, basis });
      expect(measure(of, { ...demand, model: "another" }, plan).money).toEqual(measure(of, demand, plan).money);
    }
  });
});

test("every field of a tariff changes some number", () => {
  const areas = [{ id: "rural" }, { id: "town" }];
  const of = (tariff: Tariff): Case => ({
    ...town, areas, tariffs: [tariff],
    providers: [{ id: "kommun", tariff: "solna" }],
    places: town.places.map((p) => (p.id === "p2" ? { ...p, area: "rural" } : p)),
    clients: town.clients.map((c) => (c.id === "B" ? { ...c, away: [{ from: "2026-03-02", to: "2026-03-03", kind: "unplanned" as const }] } : { ...c, decision: { ...c.decision, basis: c.id === "C" ? "alarm" : "SoL", from: "2026-03-02" } })),
  });
  const base: Tariff = {
    ...hourly, amountByClass: { meal: 382 }, amountByArea: { rural: 506.7 }, nightAmount: 245, nightHours: ["22:00", "07:31"], declinedShares: { meal: 0.5 },
    unplannedAbsence: { firstDayShare: 0.75, laterShare: 0.25, lastDay: 5, classes: ["transfer"] }, newClientAmount: 1856, alarmPerMonth: 185, costPerWorkedHour: 260,
    overtimeFactor: 1.5,
  };
  const absence = { firstDayShare: 0.75, laterShare: 0.25, lastDay: 5, classes: ["transfer"] };
  const changes: { readonly [K in keyof Required<Omit<Tariff, "id">>]: readonly Tariff[K][] } = {
    basis: ["grantedHour", "visit", "lumpSum"], amount: [465], amountByClass: [{ meal: 383 }, { hygiene: 382 }], amountByArea: [{ rural: 500 }, { town: 506.7 }],
    nightAmount: [260], nightHours: [["22:00", "07:00"]], declinedShares: [{ meal: 0.55 }, {}],
    unplannedAbsence: [{ ...absence, firstDayShare: 0.5 }, { ...absence, laterShare: 0.5 }, { ...absence, lastDay: 1 }, { ...absence, classes: [] }],
    newClientAmount: [0], alarmPerMonth: [197], costPerWorkedHour: [230], overtimeFactor: [1],
  };
  const numbers = (tariff: Tariff): (number | null)[] =>
    kpiList(measure(of(tariff), demand, plan, { declined: ["a-lunch@2026-03-02#1"] })).map((kpi) => kpi.value);
  const before = numbers(base);
  for (const [field, values] of Object.entries(changes)) {
    for (const value of values) expect(numbers({ ...base, [field]: value }), `${field} = ${JSON.stringify(value)}`).not.toEqual(before);
  }
});

test("an intervention by two at midnight begins with the first", () => {
  const late = planOf([
    { shift: "Anna-0", option: 0, begin: t(0, "20:00"), end: t(1, "00:30"), tasks: [{ id: "b-lift@2026-03-02#1/1", slot: 0, start: t(0, "23:59"), end: t(1, "00:19") }] },
    { shift: "Bo-0", option: 0, begin: t(0, "20:00"), end: t(1, "00:30"), tasks: [{ id: "b-lift@2026-03-02#1/2", slot: 0, start: t(1, "00:01"), end: t(1, "00:21") }] },
  ]);
  expect(revenue(paidBy({ amount: 60, nightAmount: 245, nightHours: ["23:00", "00:00"] }), late)).toBe(245);
});
