import { describe, expect, test } from "vitest";
import type { Case, Client, FramePolicy, Need } from "../../src/model/case.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { anna, demandOf, meal, MINUTE } from "./hand.ts";

const useful = { min: 10, max: 30 };
const elastic: Need = { ...meal, useful };
const walk: Need = { ...elastic, id: "walk", class: "walk", minutes: 30, often: { times: 1, per: "week" } };
const frame = (per: "week" | "fourWeeks" | "calendarMonth", more: object = {}): Client => ({
  ...anna,
  decision: { basis: "SoL", grants: { kind: "frame", minutes: 200, per, ...more } },
});
const policy = (more: Partial<FramePolicy>): FramePolicy => ({
  id: "p",
  scope: "client",
  carryOver: { mode: "withinPeriod" },
  swap: { betweenPurposes: true, betweenDays: true },
  ...more,
});
/** Used before, owed later and limit of each account, in minutes, with its number of members. */
const accounts = (parts: Partial<Case>, model = ramtid()): unknown[] =>
  demandOf({ needs: [elastic, walk], ...parts }, model).budgets.map(({ members, opening, reserved, limit }) => [
    members.length,
    ...[opening, reserved, limit[1]!].map((ticks) => ticks / MINUTE),
  ]);

describe("a couple's need", () => {
  const otto: Client = { ...frame("week"), id: "otto" };
  const couple = (more: Partial<Need>, clients: readonly Client[] = [frame("week"), otto]): Partial<Case> => ({
    clients,
    needs: [elastic, { ...elastic, id: "otto-meal", client: "otto" }, { ...walk, id: "cleaning", sharedWith: ["otto"], ...more }],
  });

  test("has its template length, and each one's frame bears half, beside its own meals", () => {
    expect(accounts(couple({}))).toEqual([
      [7, 15, 0, 200],
      [7, 15, 0, 200],
    ]);
    const task = demandOf(couple({}), ramtid()).tasks.find(({ id }) => id.startsWith("cleaning@"));
    expect(task?.duration).toMatchObject({ min: 30 * MINUTE, max: 30 * MINUTE });
  });

  test("parts add up to the second", () => {
    expect(accounts(couple({ minutes: 31 / 60 })).map((row) => (row as number[])[1]! * MINUTE)).toEqual([16, 15]);
  });

  test("costs nothing where templates are granted, and the second person counts where that one's policy says so", () => {
    expect(accounts(couple({}, [anna, otto]))).toEqual([
      [7, 0, 0, 140],
      [7, 15, 0, 200],
    ]);
    const strict: Client = { ...frame("week", { policy: "p" }), id: "otto" };
    expect(accounts({ ...couple({ staffing: 2 }, [frame("week"), strict]), framePolicies: [policy({ doubleCounts: 2 })] })).toEqual([
      [7, 15, 0, 200],
      [7, 30, 0, 200],
    ]);
  });

  test("is owed by both frames where it comes later in their period", () => {
    const later = couple({ from: "2026-03-16" }, [frame("fourWeeks"), { ...frame("fourWeeks"), id: "otto" }]);
    expect(accounts(later)).toEqual([
      [7, 0, 3 * (7 * 20) + 3 * 15, 200],
      [7, 0, 3 * (7 * 20) + 3 * 15, 200],
    ].map(([n, used, owed, limit]) => [n, used, Math.min(owed!, limit!), limit]));
  });
});

describe("interventions", () => {
  test("under ramtid template minutes add up per week; under minute there is nothing to account for", () => {
    expect(accounts({})).toEqual([[8, 0, 0, 7 * 20 + 30]]);
    expect(accounts({}, minute())).toEqual([]);
    expect(accounts({ needs: [meal] })).toEqual([]);
  });

  test("where minutes may not change purpose each need has its own account", () => {
    expect(accounts({}, ramtid({ purposeSwap: "no" }))).toEqual([
      [7, 0, 0, 140],
      [1, 0, 0, 30],
    ]);
  });

  test("where they may not be saved each day has its own; the walk is charged to its nominal Thursday", () => {
    expect(accounts({}, ramtid({ save: "none" }))).toEqual([
      [1, 0, 0, 20],
      [1, 0, 0, 20],
      [1, 0, 0, 20],
      [2, 0, 0, 50],
      [1, 0, 0, 20],
      [1, 0, 0, 20],
      [1, 0, 0, 20],
    ]);
  });

  test("rolling accounts add up from the first week on", () => {
    expect(accounts({ period: { from: "2026-03-09", days: 14 } }, ramtid({ save: "rolling" }))).toEqual([
      [8, 0, 0, 170],
      [16, 0, 0, 340],
    ]);
  });

  test("clients of one provider are one account where minutes are pooled", () => {
    const clients = [anna, { ...anna, id: "bertil" }];
    expect(accounts({ clients, needs: [elastic, { ...elastic, id: "b", client: "bertil" }] }, ramtid({ pool: "provider" }))).toEqual([
      [14, 0, 0, 280],
    ]);
  });
});

describe("granted frames", () => {
  test("limit every model, whatever the templates say", () => {
    expect(accounts({ clients: [frame("week")] })).toEqual([[8, 0, 0, 200]]);
    expect(accounts({ clients: [frame("week")] }, minute())).toEqual([[8, 0, 0, 200]]);
  });

  test("a month seen through a week: what is used before and owed after is set aside", () => {
    // Until 31 March: 16 more meals and walks on the Thursdays 19 and 26.
    expect(accounts({ clients: [frame("calendarMonth", { minutes: 700, usedMinutes: 100 })] })).toEqual([[8, 100, 16 * 20 + 2 * 30, 700]]);
  });

  test("what is owed yields to what is used, so that doing nothing is always possible", () => {
    expect(accounts({ clients: [frame("calendarMonth", { usedMinutes: 150 })] })).toEqual([[8, 150, 50, 200]]);
    expect(accounts({ clients: [frame("calendarMonth", { usedMinutes: 250 })] })).toEqual([[8, 250, 0, 250]]);
  });

  test("the policy says what is inside, how much of it is planned and whether two count twice", () => {
    const clients = [frame("week", { policy: "p" })];
    const needs: Need[] = [
      { ...elastic, staffing: 2 },
      { ...meal, id: "insulin", basis: "HSL" },
    ];
    const under = (more: Partial<FramePolicy>): unknown => accounts({ clients, needs, framePolicies: [policy(more)] });
    expect(under({})).toEqual([[7, 0, 0, 200]]);
    expect(under({ cap: 0.9 })).toEqual([[7, 0, 0, 180]]);
    expect(under({ includesDelegated: true })).toEqual([[14, 0, 0, 200]]);
    expect(under({ doubleCounts: 2 })).toEqual([[14, 0, 0, 200]]);
  });

  test("rolling by policy, with at most a share of a later week from before", () => {
    const carryOver = { mode: "rolling", maxShare: 0.25 } as const;
    const parts = {
      clients: [frame("week", { policy: "p" })],
      framePolicies: [policy({ carryOver })],
      period: { from: "2026-03-09", days: 14 },
    };
    expect(accounts(parts)).toEqual([
      [8, 0, 0, 200],
      [16, 0, 0, 400],
      [8, 0, 0, 250],
    ]);
  });

  test("a week without anything due gives nothing to save", () => {
    const carryOver = { mode: "rolling" } as const;
    const away = [{ from: "2026-03-09", to: "2026-03-15" }];
    const clients = [{ ...frame("week", { policy: "p" }), away }];
    expect(accounts({ clients, framePolicies: [policy({ carryOver })], period: { from: "2026-03-09", days: 14 } })).toEqual([
      [8, 0, 0, 200],
    ]);
  });
});
