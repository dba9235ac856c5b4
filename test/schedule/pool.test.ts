/** Provider.pool: minutes that a provider's clients have together. A meal of 20 minutes a day for each of two, from Monday 2026-03-09. */
import { describe, expect, test } from "vitest";
import type { Case, Client, FramePolicy, Need, Provider } from "../../src/model/case.ts";
import { minute } from "../../src/schedule/minute.ts";
import { pooled } from "../../src/schedule/pooled.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { anna, demandOf, meal, MINUTE } from "./hand.ts";

const eats = (client: string): Need => ({ ...meal, id: `${client}-meal`, client, useful: { min: 10, max: 30 } });
const bertil: Client = { ...anna, id: "bertil" };
const framed = (client: Client, policy = "p", minutes = 200): Client => ({ ...client, decision: { basis: "SoL", grants: { kind: "frame", minutes, per: "week", policy } } });
const sharing: FramePolicy = { id: "p", scope: "provider", carryOver: { mode: "withinPeriod" }, swap: { betweenPurposes: true, betweenDays: true } };
const firm = (pool?: Provider["pool"]): Partial<Case> => ({ providers: [{ id: "firm", ...(pool && { pool }) }], clients: [anna, bertil], needs: [eats("anna"), eats("bertil")] });
/** Name, members, used before, owed later and limit in minutes. */
const accounts = (parts: Partial<Case>, model = pooled()): unknown[] =>
  demandOf(parts, model).budgets.map(({ id, members, opening, reserved, limit }) => [id, members.length, ...[opening, reserved, limit[1]!].map((ticks) => ticks / MINUTE)]);

/** The accounts of pools alone. */
const pools = (parts: Partial<Case>, model = pooled()): unknown[] => accounts(parts, model).filter((row) => String((row as unknown[])[0]).startsWith("pool "));

describe("under the pooled model", () => {
  test("a pool is an account beside that of the templates", () => {
    expect(accounts(firm()).map((row) => (row as unknown[]).slice(1))).toEqual([[14, 0, 0, 280]]);
    expect(accounts(firm({ minutes: 250, per: "week" })).map((row) => (row as unknown[]).slice(1))).toEqual([[14, 0, 0, 280], [14, 0, 0, 250]]);
  });

  test("a month's pool sets aside what was used before, and the 16 days of two meals after the week", () => {
    expect(pools(firm({ minutes: 1000, per: "calendarMonth", usedMinutes: 120 }))).toEqual([["pool firm 2026-03-01", 14, 120, 2 * 16 * 20, 1000]]);
  });

  test("each of its periods has an account, and only the first what was used before", () => {
    const fortnight = { ...firm({ minutes: 250, per: "week", usedMinutes: 30 }), period: { from: "2026-03-09", days: 14 } };
    expect(pools(fortnight)).toEqual([["pool firm 2026-03-09", 14, 30, 0, 250], ["pool firm 2026-03-16", 14, 0, 0, 250]]);
  });

  test("it counts clients together whatever their frames and rules, and what is owed yields to what is left", () => {
    const month = { ...framed(bertil, "none", 50), decision: { basis: "SoL", grants: { kind: "frame", minutes: 400, per: "calendarMonth" } } } as Client;
    const frames = { ...firm({ minutes: 250, per: "calendarMonth" }), clients: [framed(anna, "none"), month] };
    expect(accounts(frames).map((row) => (row as unknown[]).slice(1))).toEqual([
      [7, 0, 0, 200], // Anna's week
      [7, 0, 320, 400], // Bertil's month, 16 meals of which come later
      [14, 0, 250, 250], // together: 640 are owed later, which yield
    ]);
  });

  test("each provider has its own; who names none is the only one's", () => {
    const two = { ...firm(), providers: [{ id: "firm", pool: { minutes: 150, per: "week" as const } }, { id: "other", pool: { minutes: 90, per: "week" as const } }] };
    const clients = [{ ...anna, provider: "firm" }, { ...bertil, provider: "other" }];
    expect(pools({ ...two, clients })).toEqual([["pool firm 2026-03-09", 7, 0, 0, 150], ["pool other 2026-03-09", 7, 0, 0, 90]]);
    expect(pools(two)).toEqual([]);
  });

  test("cleaning that two of its clients share is borne by the pool once, by halves", () => {
    const cleaning: Need = { ...meal, id: "cleaning", minutes: 30, often: { times: 1, per: "week" }, sharedWith: ["bertil"] };
    const parts = { ...firm({ minutes: 400, per: "week" }), needs: [eats("anna"), eats("bertil"), cleaning] };
    expect(pools(parts)).toEqual([["pool firm 2026-03-09", 14, 30, 0, 400]]);
  });

  test("nurses' work and alarms are outside, and a second person who does not count", () => {
    const insulin: Need = { ...meal, id: "insulin", basis: "HSL" };
    const parts = { ...firm({ minutes: 400, per: "week" }), needs: [{ ...eats("anna"), staffing: 2 as const }, insulin, { ...insulin, id: "alarm", basis: "alarm" as const }] };
    expect(pools(parts)).toEqual([["pool firm 2026-03-09", 7, 0, 0, 400]]);
  });
});

describe("whose frames are one account", () => {
  const parts = { ...firm(), framePolicies: [sharing] };
  const begun = (from: string, per: "week" | "fourWeeks" = "week"): Client => ({ ...framed(bertil), decision: { basis: "SoL", from, grants: { kind: "frame", minutes: 200, per, policy: "p" } } });
  const limits = (...clients: Client[]): unknown[] => accounts({ ...parts, clients }, ramtid()).map((row) => (row as unknown[]).at(-1));

  test("is decided by their periods, not by when their decisions began", () => {
    expect(limits(framed(anna), begun("2025-06-11"))).toEqual([400]);
    const block = (client: Client): Client => ({ ...client, decision: begun("2026-03-09", "fourWeeks").decision });
    expect(limits(block(anna), begun("2026-02-10", "fourWeeks"))).toEqual([400]); // four weeks before
    expect(limits(block(anna), begun("2026-03-02", "fourWeeks"))).toEqual([200, 200]); // a week before
  });

  test("holds for who names the only provider and who names none", () => {
    expect(limits(framed(anna), { ...framed(bertil), provider: "firm" })).toEqual([400]);
  });
});

describe("under a frame policy", () => {
  test("the pool is of those whose policy shares with the provider's others, and of nobody under the minute model", () => {
    const policies = [sharing, { ...sharing, id: "own", scope: "client" as const }];
    const parts = { ...firm({ minutes: 250, per: "week" }), framePolicies: policies };
    const both = { ...parts, clients: [framed(anna), framed(bertil)] };
    expect(accounts(both, ramtid()).map((row) => (row as unknown[]).slice(1))).toEqual([[14, 0, 0, 400], [14, 0, 0, 250]]);
    expect(pools({ ...parts, clients: [framed(anna), framed(bertil, "own", 90)] }, ramtid())).toEqual([["pool firm 2026-03-09", 7, 0, 0, 250]]);
    expect(pools(both, minute())).toEqual([]);
  });
});
