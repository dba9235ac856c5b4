import { describe, expect, test } from "vitest";
import type { Need } from "../../src/model/case.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { demandOf, meal, MINUTE } from "./hand.ts";

describe("what minute keeps alike and ramtid leaves open", () => {
  test("a clock time it may choose: all days within twice the tolerance", () => {
    const [tie, ...rest] = demandOf({}, minute()).relations;
    expect(tie).toEqual({
      id: "meal/sameClock#1",
      kind: "gap",
      tasks: [9, 10, 11, 12, 13, 14, 15].map((day) => `meal@2026-03-${String(day).padStart(2, "0")}#1`),
      from: "start",
      to: "start",
      span: [-30 * MINUTE, 30 * MINUTE],
      clock: "timeOfDay",
      over: "every",
    });
    expect(rest).toEqual([]);
    expect(demandOf({}, ramtid()).relations).toEqual([]);
    expect(demandOf({ needs: [{ ...meal, plannedAt: "08:00" }] }, minute()).relations).toEqual([]);
  });

  test("a weekday it may choose: the same from week to week", () => {
    const need: Need = { ...meal, plannedAt: "08:00", often: { times: 1, per: "week", everyWeeks: 2 } };
    const demand = demandOf({ needs: [need], period: { from: "2026-03-09", days: 35 } }, minute());
    expect(demand.relations.map((relation) => [relation.tasks, "span" in relation && relation.span])).toEqual([
      [
        ["meal@2026-W11#1", "meal@2026-W13#1"],
        [14, 14],
      ],
      [
        ["meal@2026-W11#1", "meal@2026-W15#1"],
        [28, 28],
      ],
      [
        ["meal@2026-W13#1", "meal@2026-W15#1"],
        [14, 14],
      ],
    ]);
    expect(demandOf({ needs: [need], period: { from: "2026-03-09", days: 35 } }, ramtid()).relations).toEqual([]);
  });
});

test("needs of a day keep their time apart, first to first and second to second", () => {
  const lunch: Need = { ...meal, id: "lunch", window: ["11:00", "13:00"], plannedAt: "12:00", gaps: [{ to: "meal", minMinutes: 150 }] };
  const relations = demandOf(
    {
      needs: [{ ...meal, plannedAt: "08:00", gaps: [{ to: "lunch", minMinutes: 150, maxMinutes: 360 }] }, lunch],
      period: { from: "2026-03-09", days: 1 },
    },
    ramtid(),
  ).relations;
  expect(relations).toMatchObject([
    { tasks: ["meal@2026-03-09#1", "lunch@2026-03-09#1"], from: "end", to: "start", span: [9000, 21600], clock: "elapsed" },
    { tasks: ["lunch@2026-03-09#1", "meal@2026-03-09#1"], from: "end", to: "start", span: [9000, null], clock: "elapsed" },
  ]);
});

test("twice a week is never twice a day, and further apart where agreed", () => {
  const twice: Need = { ...meal, often: { times: 2, per: "week" } };
  const span = (need: Need): unknown => demandOf({ needs: [need] }, ramtid()).relations;
  expect(span(twice)).toMatchObject([{ clock: "days", span: [1, null], over: "next", tasks: ["meal@2026-W11#1", "meal@2026-W11#2"] }]);
  expect(span({ ...twice, minDaysApart: 3 })).toMatchObject([{ span: [3, null] }]);
});
