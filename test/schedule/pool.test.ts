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

describe("under the pooled model", () => {
  test("without a pool of its own the provider has the templates; with one, its minutes", () => {
    // March: 14 meals in the week planned
    expect(accounts(firm()).map((row) => (row as unknown[]).slice(1))).toEqual([[14, 0, 0, 280]]);
    expect(accounts(firm({ minutes: 250, per: "week" }))).toEqual([["frame pool firm 2026-03-09", 14, 0, 0, 250]]);
  });

  test("a month's pool sets aside what was used before, and the 16 days of two meals after the week", () => {
    expect(accounts(firm({ minutes: 1000, per: "calendarMonth", usedMinutes: 120 }))).toEqual([["frame pool firm 2026-03-01", 14, 120, 2 * 16 * 20, 1000]]);
  });

  test("each of its periods has an account, and only the first what was used before", () => {
    const fortnight = { ...firm({ minutes: 250, per: "week", usedMinutes: 30 }), period: { from: "2026-03-09", days: 14 } };
    expect(accounts(fortnight).map((row) => (row as unknown[]).slice(1))).toEqual([[14, 30, 0, 250], [14, 0, 0, 250]]);
  });

  test("it stands in place of the clients' own frames, whatever their periods", () => {
    const frames = { ...firm({ minutes: 250, per: "calendarMonth" }), clients: [framed(anna, "none"), framed(bertil, "none", 50)] };
    expect(accounts(frames)).toEqual([["frame pool firm 2026-03-01", 14, 0, 250, 250]]); // 640 are owed later, which yield
  });

  test("each provider has its own; who names none is the only one's", () => {
    const two = { ...firm(), providers: [{ id: "firm", pool: { minutes: 150, per: "week" as const } }, { id: "other", pool: { minutes: 90, per: "week" as const } }] };
    const clients = [{ ...anna, provider: "firm" }, { ...bertil, provider: "other" }];
    expect(accounts({ ...two, clients })).toEqual([["frame pool firm 2026-03-09", 7, 0, 0, 150], ["frame pool other 2026-03-09", 7, 0, 0, 90]]);
  });

  test("cleaning that two of its clients share is borne by the pool once, by halves", () => {
    const cleaning: Need = { ...meal, id: "cleaning", minutes: 30, often: { times: 1, per: "week" }, sharedWith: ["bertil"] };
    const parts = { ...firm({ minutes: 400, per: "week" }), needs: [eats("anna"), eats("bertil"), cleaning] };
    expect(accounts(parts)).toEqual([["frame pool firm 2026-03-09", 14, 30, 0, 400]]);
  });
});

describe("under a frame policy", () => {
  test("the pool is of those whose policy shares with the provider's others", () => {
    const policies = [sharing, { ...sharing, id: "own", scope: "client" as const }];
    const parts = { ...firm({ minutes: 250, per: "week" }), framePolicies: policies };
    expect(accounts({ ...parts, clients: [framed(anna), framed(bertil)] }, ramtid())).toEqual([["frame pool firm 2026-03-09", 14, 0, 0, 250]]);
    expect(accounts({ ...parts, clients: [framed(anna), framed(bertil, "own", 90)] }, ramtid())).toEqual([["frame pool firm 2026-03-09", 7, 0, 0, 250], ["frame bertil 2026-03-09", 7, 0, 0, 90]]);
    expect(accounts({ ...parts, clients: [framed(anna), framed(bertil)] }, minute()).map((row) => (row as unknown[]).at(-1))).toEqual([200, 200]);
  });

  test("a week in which nothing is due to any of them saves nothing", () => {
    const policies: FramePolicy[] = [{ ...sharing, carryOver: { mode: "rolling" } }];
    const parts = { ...firm({ minutes: 250, per: "week" }), framePolicies: policies, period: { from: "2026-03-09", days: 14 } };
    const away = (client: Client): Client => ({ ...framed(client), away: [{ from: "2026-03-09", to: "2026-03-15" }] });
    const limits = (clients: Client[]): unknown => accounts({ ...parts, clients }, ramtid()).map((row) => (row as unknown[]).slice(1));
    expect(limits([away(anna), away(bertil)])).toEqual([[14, 0, 0, 250]]);
    expect(limits([away(anna), framed(bertil)])).toEqual([[7, 0, 0, 250], [21, 0, 0, 500]]);
  });

  test("where one policy keeps purposes apart, the templates of each purpose are a limit beside the pool", () => {
    const apart: FramePolicy = { ...sharing, id: "apart", swap: { betweenPurposes: false, betweenDays: true } };
    const parts = { ...firm({ minutes: 250, per: "week" }), framePolicies: [sharing, apart] };
    for (const clients of [[framed(anna), framed(bertil, "apart")], [framed(anna, "apart"), framed(bertil)]]) {
      expect(accounts({ ...parts, clients }, ramtid()).map((row) => (row as unknown[]).slice(1))).toEqual([[14, 0, 0, 250], [7, 0, 0, 140], [7, 0, 0, 140]]);
    }
  });

  test("the strictest cap, saving and swapping hold for all", () => {
    const strict: FramePolicy = { ...sharing, id: "strict", cap: 0.8, carryOver: { mode: "rolling", maxShare: 0.1 } };
    const rolling: FramePolicy = { ...sharing, carryOver: { mode: "rolling", maxShare: 0.5 } };
    const parts = { ...firm({ minutes: 250, per: "week" }), framePolicies: [rolling, strict], period: { from: "2026-03-09", days: 14 } };
    const limits = (clients: Client[], policies = parts.framePolicies): unknown[] =>
      accounts({ ...parts, clients, framePolicies: policies }, ramtid()).map((row) => [(row as unknown[])[1], (row as unknown[]).at(-1)]);
    expect(limits([framed(anna), framed(bertil)])).toEqual([[14, 250], [28, 500], [14, 375]]);
    expect(limits([framed(anna), framed(bertil, "strict")])).toEqual([[14, 200], [28, 400], [14, 220]]);
    expect(limits([framed(anna), framed(bertil, "strict")], [sharing, strict])).toEqual([[14, 200], [14, 200]]);
  });
});
