/** Generated cases in which every rule of frames, pools and sharing occurs. */
import fc from "fast-check";
import type { Case, Decision, FramePolicy, Need } from "../../../src/model/case.ts";
import { caseOf, client, need, policy } from "./hand.ts";

const policies: fc.Arbitrary<FramePolicy> = fc
  .record({
    scope: fc.constantFrom("client" as const, "provider" as const),
    carryOver: fc.record({ mode: fc.constantFrom("none" as const, "withinPeriod" as const, "rolling" as const), maxShare: fc.constantFrom(0, 0.3, 1) }),
    swap: fc.record({ betweenPurposes: fc.boolean(), betweenDays: fc.boolean() }),
    cap: fc.constantFrom(0.7, 1),
    includesDelegated: fc.boolean(),
    doubleCounts: fc.constantFrom(1 as const, 2 as const),
  })
  .map((rules) => policy(rules));

const grants: fc.Arbitrary<Decision["grants"]> = fc.oneof(
  fc.constant({ kind: "interventions" as const }),
  fc.record({ kind: fc.constant("frame" as const), minutes: fc.double({ min: 20, max: 900, noNaN: true }), per: fc.constantFrom("week", "fourWeeks", "calendarMonth"), policy: fc.constant("p"), usedMinutes: fc.constantFrom(0, 17.3, 400) }),
);

const needs: fc.Arbitrary<Need> = fc
  .record({
    client: fc.constantFrom("a", "b", "c"),
    minutes: fc.constantFrom(5, 20, 5 + 31 / 60, 45),
    often: fc.record({ times: fc.integer({ min: 1, max: 3 }), per: fc.constantFrom("day", "week"), everyWeeks: fc.integer({ min: 1, max: 2 }) }),
    staffing: fc.constantFrom(1, 2, { second: { from: 1, minutes: 4 } }),
    basis: fc.constantFrom("SoL", "SoL", "HSL", "alarm"),
    purpose: fc.constantFrom("eating", "hygiene"),
    relativesDo: fc.constantFrom([6], [2, 4]),
    isShared: fc.boolean(),
  })
  .map(({ isShared, ...wish }) => ({ ...need("", wish.client, wish as Partial<Need>), ...(isShared && { sharedWith: ["a", "b", "c"].filter((id) => id !== wish.client).slice(0, 2) }) }));

/** Three clients of one provider, who may share their minutes, with needs of every kind. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    rules: policies, granted: fc.tuple(grants, grants, grants), wishes: fc.array(needs, { minLength: 1, maxLength: 5 }), days: fc.integer({ min: 1, max: 20 }), offset: fc.nat(40),
    pool: fc.option(fc.record({ minutes: fc.integer({ min: 50, max: 2000 }), per: fc.constantFrom("week" as const, "fourWeeks" as const, "calendarMonth" as const), usedMinutes: fc.constantFrom(0, 33) }), { nil: undefined }),
  })
  .map(({ rules, granted, wishes, days, offset, pool }) => {
    const from = new Date(Date.UTC(2026, 2, 1 + offset)).toISOString().slice(0, 10);
    const clients = ["a", "b", "c"].map((id, i) => client(id, {}, { decision: { basis: "SoL", grants: granted[i]! }, ...(id === "c" && { away: [{ from, to: from }] }) }));
    return caseOf(clients, wishes.map((wish, i) => ({ ...wish, id: `n${i}` })), { period: { from, days }, framePolicies: [rules], providers: [{ id: "firm", ...(pool && { pool }) }] });
  });
