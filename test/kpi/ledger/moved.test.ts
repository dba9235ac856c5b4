/** How many minutes are said to be used elsewhere than where they were granted. One client with 100 minutes a week. */
import { describe, expect, test } from "vitest";
import { measure } from "../../../src/kpi/measure.ts";
import type { Case } from "../../../src/model/case.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { caseOf, client, type Lengths, need, planFor, policy } from "./hand.ts";

const rolling = { framePolicies: [policy({ carryOver: { mode: "rolling" } })] };
/** Twenty minutes on Mondays and Tuesdays. */
const meals = need("meal", "a", { often: { times: 1, per: "day", weekdays: [1, 2] } });

function moved(of: Case, lengths: Lengths = {}): number | null {
  const demand = demandFor(of, ramtid());
  return measure(of, demand, planFor(demand, lengths)).frame.moved.value;
}

describe("what is saved counts as moved", () => {
  const weeks = (days: number): Case => caseOf([client("a")], [meals], { period: { from: "2026-03-09", days }, ...rolling });

  test("not as long as no later week needs it", () => {
    expect(moved(weeks(14))).toBe(0); // 60 are saved, and the second week needs 40 of its own 100
    expect(moved(weeks(21))).toBe(0); // 60, then 120 go on
  });

  test("as far as a later week needs it, and once, however many weeks it was kept", () => {
    expect(moved(weeks(14), { "meal@2026-03-16#1": 60, "meal@2026-03-17#1": 60 })).toBe(20); // 120 of 100
    expect(moved(weeks(14), { "meal@2026-03-16#1": 60, "meal@2026-03-17#1": 110 })).toBe(60); // 170 of 100: 60 saved, and 10 are lacking
    expect(moved(weeks(21), { "meal@2026-03-23#1": 120, "meal@2026-03-24#1": 80 })).toBe(100); // 200 of 100; 60 + 60 were saved
  });
});

test("what is borrowed, what another in the pool had to spare, and what moves between visits is moved", () => {
  const week = (more: Partial<Case>): Case => caseOf([client("a")], [meals], { period: { from: "2026-03-09", days: 14 }, ...rolling, ...more });
  expect(moved(week({ clients: [client("a", { usedMinutes: 80 })] }))).toBe(20);
  expect(moved(week({}), { "meal@2026-03-09#1": 10, "meal@2026-03-10#1": 35 })).toBe(10); // of 15 more, 10 from Monday's, 5 from the frame
  const pool = caseOf([client("a", { minutes: 30 }, { provider: "firm" }), client("b", { minutes: 50 }, { provider: "firm" })], [meals], {
    period: { from: "2026-03-09", days: 7 }, providers: [{ id: "firm" }], framePolicies: [policy({ scope: "provider" })], needs: [meals, { ...meals, id: "wash", client: "b" }],
  });
  expect(moved(pool)).toBe(10);
});
