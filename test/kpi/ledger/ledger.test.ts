import { describe, expect, test } from "vitest";
import { frameLedger } from "../../../src/kpi/ledger/frameLedger.ts";
import type { Case, Client } from "../../../src/model/case.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { caseOf, client, ledger, minutes, need, planFor, policy, told } from "./hand.ts";

const MON = "2026-03-09#1";
const TUE = "2026-03-10#1";
const WED = "2026-03-11#1";

describe("one client's week of 100 minutes, a meal of 20 a day, two days planned", () => {
  const town = caseOf([client("a")], [need("meal", "a")]);

  test("as by template: 40 planned, and the other five days reserve 100, more than is left", () => {
    const { rows, pools, delegated, byRelatives } = ledger(town);
    expect(rows.map(minutes)).toEqual([{ granted: 100, planned: 40, used: 40, reserved: 100, remaining: -40 }]);
    expect(rows[0]).toMatchObject({ client: "a", per: "week", period: { from: "2026-03-09", until: "2026-03-16" }, performed: null, moves: [] });
    expect([pools, delegated, byRelatives]).toEqual([[], [], []]);
  });

  test("a longer visit takes from a shorter one on another day, and what is short of it from the frame", () => {
    const [row] = ledger(town, { [`meal@${MON}`]: 5, [`meal@${TUE}`]: 45 }).rows;
    expect(minutes(row)).toMatchObject({ planned: 50, remaining: -50 });
    expect(told(row!)).toEqual([`15 day meal@${MON} > meal@${TUE}`, `10 longer a 2026-03-09 > meal@${TUE}`]);
  });

  test("what nobody does goes back to the frame, with its reason", () => {
    const [row] = ledger(town, { [`meal@${MON}`]: 0, [`meal@${TUE}`]: 15 }).rows;
    expect(told(row!)).toEqual([`20 unserved meal@${MON} > a 2026-03-09`, `5 shorter meal@${TUE} > a 2026-03-09`]);
    expect(row?.lines.map(({ doneOn }) => doneOn)).toEqual([null, "2026-03-10"]);
  });

  test("used before, and what the cap holds back, are not there to be used", () => {
    const of = caseOf([client("a", { usedMinutes: 30 })], [need("meal", "a", { to: "2026-03-10" })], { framePolicies: [policy({ cap: 0.9 })] });
    expect(ledger(of).rows.map(minutes)).toEqual([{ granted: 100, held: 10, usedBefore: 30, planned: 40, used: 40, remaining: 20 }]);
  });

  test("nothing is reserved for days away, nor after the decision ends", () => {
    const until = (more: Partial<Client>): unknown => minutes(ledger(caseOf([client("a", {}, more)], [need("meal", "a")])).rows[0])["reserved"];
    expect(until({ away: [{ from: "2026-03-12", to: "2026-03-13" }] })).toBe(60);
    expect(until({ decision: { ...client("a").decision, to: "2026-03-14" } })).toBe(80);
    expect(until({})).toBe(100);
  });

  test("performed minutes count where they are known, and say what was declined", () => {
    const [row] = ledger(town, {}, { minutes: { [`meal@${MON}`]: 25 }, declined: [`meal@${TUE}`] }).rows;
    expect(minutes(row)).toEqual({ granted: 100, planned: 40, performed: 25, used: 25, reserved: 100, remaining: -25 });
    expect(told(row!)).toEqual([`5 day meal@${TUE} > meal@${MON}`, `15 declined meal@${TUE} > a 2026-03-09`]);
  });
});

test("minutes move within a visit's purpose and day first, then to another purpose, then to another day", () => {
  const needs = [
    need("meal", "a", { often: { times: 2, per: "day" }, purpose: "eating" }), need("wash", "a", { purpose: "hygiene" }), need("dress", "a", { purpose: "hygiene" }),
  ];
  const lengths = { [`meal@${MON}`]: 10, "meal@2026-03-09#2": 25, [`wash@${MON}`]: 22, [`dress@${TUE}`]: 25, [`meal@${TUE}`]: 15, [`wash@${TUE}`]: 18 };
  const [row] = ledger(caseOf([client("a", { minutes: 1000 })], needs), lengths).rows;
  expect(told(row!)).toEqual([
    `5 visit meal@${MON} > meal@2026-03-09#2`,
    `2 visit wash@${TUE} > dress@${TUE}`,
    `2 purpose meal@${MON} > wash@${MON}`,
    `3 purpose meal@${TUE} > dress@${TUE}`,
    `3 shorter meal@${MON} > a 2026-03-09`,
    `2 shorter meal@${TUE} > a 2026-03-09`,
  ]);
});

test("a walk nominally on Thursday and done on Monday is charged to its week, and said to be moved", () => {
  const walk = need("walk", "a", { often: { times: 1, per: "week" }, minutes: 30 });
  const [row] = ledger(caseOf([client("a")], [walk], { period: { from: "2026-03-09", days: 7 } })).rows;
  expect(row?.lines).toMatchObject([{ date: "2026-03-12", doneOn: "2026-03-09" }]);
  expect(row?.moves).toMatchObject([{ reason: "otherDay", ticks: 1800, from: { date: "2026-03-12" }, to: { date: "2026-03-09" } }]);
});

test("across a month's end an occasion stays with the month of its nominal day", () => {
  // Tuesday 31 March and Wednesday 1 April; nominal Thursday 2 April, done on the 31st
  const walk = need("walk", "a", { often: { times: 1, per: "week" }, minutes: 30, from: "2026-03-31", to: "2026-04-04" });
  const { rows } = ledger(caseOf([client("a", { per: "calendarMonth" })], [walk], { period: { from: "2026-03-31", days: 4 } }));
  expect(rows.map(({ period, used }) => [period.from, used / 60])).toEqual([["2026-03-01", 0], ["2026-04-01", 30]]);
  expect(rows[1]?.moves).toMatchObject([{ reason: "otherDay", to: { date: "2026-03-31" } }]);
});

describe("from week to week", () => {
  const weeks = (maxShare: number | undefined, more: Partial<Case> = {}, used = 0): Case =>
    caseOf([client("a", { usedMinutes: used })], [need("meal", "a", { often: { times: 1, per: "day", weekdays: [1, 2] } })], {
      period: { from: "2026-03-09", days: 14 }, framePolicies: [policy({ carryOver: { mode: "rolling", ...(maxShare !== undefined && { maxShare }) } })], ...more,
    });

  test("what is saved is carried on, as far as the policy lets it", () => {
    expect(ledger(weeks(undefined)).rows.map(minutes)).toEqual([
      { granted: 100, planned: 40, used: 40, movedOut: 60 },
      { granted: 100, planned: 40, used: 40, movedIn: 60, remaining: 120 },
    ]);
    const [first, second] = ledger(weeks(0.25)).rows;
    expect([minutes(first), minutes(second)]).toEqual([
      { granted: 100, planned: 40, used: 40, movedOut: 25, remaining: 35 },
      { granted: 100, planned: 40, used: 40, movedIn: 25, remaining: 85 },
    ]);
    const capped = weeks(0.25, { framePolicies: [policy({ cap: 0.8, carryOver: { mode: "rolling", maxShare: 0.25 } })] });
    expect(ledger(capped).rows.map((row) => minutes(row)["movedIn"])).toEqual([undefined, 20]); // a quarter of the 80 that may be planned
    expect(told(first!)).toEqual(["25 saved a 2026-03-09 > a 2026-03-16"]);
    expect(told(second!)).toEqual(told(first!));
  });

  test("what is overdrawn is borrowed, and owed by the next week", () => {
    const [first, second] = ledger(weeks(undefined, {}, 80)).rows;
    expect([minutes(first), minutes(second)]).toEqual([
      { granted: 100, usedBefore: 80, planned: 40, used: 40, movedIn: 20 },
      { granted: 100, planned: 40, used: 40, owed: 20, remaining: 40 },
    ]);
    expect(told(first!)).toEqual(["20 borrowed a 2026-03-16 > a 2026-03-09"]);
  });

  test("not where the policy keeps minutes in their period or on their day, nor from a week in which nothing is due", () => {
    const within = weeks(undefined, { framePolicies: [policy()] });
    const daily = weeks(undefined, { framePolicies: [policy({ carryOver: { mode: "rolling" }, swap: { betweenPurposes: true, betweenDays: false } })] });
    const away = weeks(undefined, { clients: [client("a", {}, { away: [{ from: "2026-03-09", to: "2026-03-10" }] })] });
    for (const of of [within, daily, away]) expect(ledger(of).rows.map(({ movedOut, movedIn }) => [movedOut, movedIn])).toEqual([[0, 0], [0, 0]]);
  });
});

describe("in a pool", () => {
  const needs = [need("meal", "a", { to: "2026-03-10" }), need("wash", "b", { to: "2026-03-10" })];
  const shared = (minutesOfA: number, more: Partial<Case> = {}): Case =>
    caseOf([client("a", { minutes: minutesOfA }, { provider: "firm" }), client("b", { minutes: 50 }, { provider: "firm" })], needs, {
      providers: [{ id: "firm" }], framePolicies: [policy({ scope: "provider" })], ...more,
    });

  test("what one client does not need goes to another", () => {
    const { rows, pools } = ledger(shared(30), { [`wash@${MON}`]: 15 });
    expect(rows.map(minutes)).toEqual([
      { granted: 30, planned: 40, used: 40, movedIn: 10 },
      { granted: 50, planned: 35, used: 35, movedOut: 10, remaining: 5 },
    ]);
    expect(told(rows[0]!)).toEqual(["10 pool b 2026-03-09 > a 2026-03-09"]);
    expect(pools.map(minutes)).toEqual([{ granted: 80, planned: 75, used: 75, remaining: 5 }]);
    expect(pools[0]).toMatchObject({ provider: "firm", clients: ["a", "b"] });
  });

  test("of another period nothing is shared", () => {
    // The four weeks begin with the same week
    const clients = [client("a", { minutes: 30 }, { provider: "firm" }), client("b", { minutes: 500, per: "fourWeeks" }, { provider: "firm" })];
    const { rows, pools } = ledger(shared(0, { clients }));
    expect(rows.map(({ remaining, moves }) => [remaining / 60, moves])).toEqual([[-10, []], [460, []]]);
    expect(pools.map(({ per, granted }) => [per, granted / 60])).toEqual([["week", 30], ["fourWeeks", 500]]);
  });

  test("where all policies let them roll, frames do together, as far as the strictest lets them; a provider's pool does not", () => {
    const rolling = (id: string, maxShare: number) => policy({ id, scope: "provider", carryOver: { mode: "rolling", maxShare } });
    const of = (second: string, more: Partial<Case> = {}) =>
      shared(0, {
        clients: [client("a", { minutes: 50 }, { provider: "firm" }), client("b", { policy: second, minutes: 50 }, { provider: "firm" })], period: { from: "2026-03-09", days: 14 },
        framePolicies: [rolling("p", 1), rolling("q", 0.1), policy({ id: "r", scope: "provider" })],
        needs: [need("meal", "a", { often: { times: 1, per: "day", weekdays: [1, 2] } }), need("wash", "b", { often: { times: 1, per: "day", weekdays: [1] } })],
        ...more,
      });
    const remaining = (second: string, more?: Partial<Case>): unknown => ledger(of(second, more)).pools.map((pool) => [pool.movedOut / 60, pool.movedIn / 60, pool.remaining / 60]);
    expect(remaining("p")).toEqual([[40, 0, 0], [0, 40, 80]]);
    expect(remaining("q")).toEqual([[10, 0, 30], [0, 10, 50]]);
    expect(remaining("r")).toEqual([[0, 0, 40], [0, 0, 40]]);
    expect(remaining("p", { providers: [{ id: "firm", pool: { minutes: 100, per: "week" } }] })).toEqual([[0, 0, 40], [0, 0, 40]]);
  });

  test("where there is not enough, somebody is short", () => {
    expect(ledger(shared(20)).rows.map(({ remaining }) => remaining / 60)).toEqual([-10, 0]);
  });

  test("a provider's pool is an account of its own, by its own period, with what it used before", () => {
    const pool = { minutes: 300, per: "calendarMonth", usedMinutes: 100 } as const;
    expect(ledger(shared(30, { providers: [{ id: "firm", pool }] })).pools.map(minutes)).toEqual([{ granted: 300, usedBefore: 100, planned: 80, used: 80, remaining: 120 }]);
    const months = { period: { from: "2026-03-31", days: 2 }, needs: [need("meal", "a"), need("wash", "b")], providers: [{ id: "firm", pool }] };
    // 20 + 20 minutes on 31 March; the same on 1 April, and on its other 29 days
    expect(ledger(shared(30, months)).pools.map(minutes)).toEqual([
      { granted: 300, usedBefore: 100, planned: 40, used: 40, remaining: 160 },
      { granted: 300, planned: 40, used: 40, reserved: 29 * 40, remaining: 300 - 30 * 40 },
    ]);
  });

  test("of templates, each client's row is granted what is due in the pool's period", () => {
    const byNeeds = (id: string) => client(id, {}, { decision: { basis: "SoL", grants: { kind: "interventions" } } });
    const of = shared(0, { clients: [byNeeds("a"), byNeeds("b")], providers: [{ id: "firm", pool: { minutes: 100, per: "week" } }] });
    const { rows, pools } = ledger(of, { [`meal@${MON}`]: 30, [`wash@${MON}`]: 10 });
    expect(rows.map(minutes)).toEqual([{ granted: 40, planned: 50, used: 50, movedIn: 10 }, { granted: 40, planned: 30, used: 30, movedOut: 10 }]);
    expect(pools.map(minutes)).toEqual([{ granted: 100, planned: 80, used: 80, remaining: 20 }]);
  });
});

test("what a Demand by hand calls by a day outside it is charged to the day on which it may be done", () => {
  const town = caseOf([client("a")], [need("meal", "a")]);
  const demand = demandFor(town, ramtid());
  const renamed = { ...demand, tasks: demand.tasks.map((task) => (task.id === `meal@${TUE}` ? { ...task, serves: ["meal@2026-04-07#1"] } : task)) };
  const [row] = frameLedger(town, renamed, planFor(renamed, {})).rows;
  expect(row?.lines.map(({ occurrence, date }) => [occurrence, date])).toEqual([[`meal@${MON}`, "2026-03-09"], ["meal@2026-04-07#1", "2026-03-10"]]);
});

describe("outside the frame", () => {
  const insulin = need("insulin", "a", { basis: "HSL", minutes: 10 });
  const town = caseOf([client("a", { minutes: 500 })], [need("meal", "a", { to: "2026-03-10" }), { ...insulin, to: "2026-03-10" }]);

  test("delegated work has its own account; a missed dose is counted, and its minutes go nowhere", () => {
    const { rows, delegated } = ledger(town, { [`insulin@${TUE}`]: 0, [`meal@${TUE}`]: 30 });
    expect(rows.map(minutes)).toEqual([{ granted: 500, planned: 50, used: 50, remaining: 450 }]);
    expect(told(rows[0]!)).toEqual([`10 longer a 2026-03-09 > meal@${TUE}`]);
    expect(delegated).toMatchObject([{ client: "a", inFrame: false, occasions: 2, due: 1200, planned: 600, over: 0, missed: 1, missedTicks: 600, performed: null }]);
  });

  test("where the policy includes it, the frame bears it, yet a missed dose is no other work's", () => {
    const of = { ...town, framePolicies: [policy({ includesDelegated: true })] };
    const { rows, delegated } = ledger(of, { [`insulin@${TUE}`]: 0, [`meal@${TUE}`]: 30 });
    expect(rows.map(minutes)).toEqual([{ granted: 500, planned: 60, used: 60, remaining: 440 }]);
    expect(told(rows[0]!)).toEqual([`10 unserved insulin@${TUE} > a 2026-03-09`, `10 longer a 2026-03-09 > meal@${TUE}`]);
    expect(delegated).toMatchObject([{ inFrame: true, missed: 1 }]);
  });

  test("what relatives do is a row of its own", () => {
    const of = caseOf([client("a")], [need("meal", "a", { relativesDo: [2, 3] })], { period: { from: "2026-03-09", days: 3 } });
    const { rows, byRelatives } = ledger(of);
    expect(byRelatives).toEqual([{ client: "a", need: "meal", occasions: 2, ticks: 2400 }]);
    expect(minutes(rows[0])).toMatchObject({ planned: 20, reserved: 80 });
    expect(rows[0]?.lines.map(({ occurrence }) => occurrence)).not.toContain(`meal@${WED}`);
  });
});

describe("two at once, and two together", () => {
  test("the second person counts where the policy says so", () => {
    const lift = need("lift", "a", { staffing: 2, to: "2026-03-10" });
    const of = (doubleCounts: 1 | 2): Case => caseOf([client("a")], [lift], { framePolicies: [policy({ doubleCounts })] });
    expect(([1, 2] as const).map((n) => ledger(of(n)).rows[0]?.used)).toEqual([2400, 4800]);
  });

  test("a couple's visit is charged to each in equal parts, the odd second to the first named", () => {
    const clean = need("clean", "a", { minutes: 31 / 60, sharedWith: ["b"], to: "2026-03-09" });
    const { rows } = ledger(caseOf([client("a"), client("b")], [clean]));
    expect(rows.map(({ used, lines }) => [used, lines[0]?.template])).toEqual([[16, 16], [15, 15]]);
  });
});
