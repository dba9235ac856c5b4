import { describe, expect, test } from "vitest";
import type { Case, Need } from "../../src/model/case.ts";
import type { Task } from "../../src/model/demand.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { anna, demandOf, HOUR, meal, MINUTE, taskOf } from "./hand.ts";

const monday = (need: Partial<Need>, model = minute(), parts: Partial<Case> = {}): Task =>
  taskOf(demandOf({ needs: [{ ...meal, ...need }], ...parts }, model), "meal@2026-03-09#1");
const start = (task: Task): unknown => task.slots.map((slot) => slot.start);

describe("when a visit may start", () => {
  test("minute: the planned time give or take the tolerance, inside the window; ramtid: the window", () => {
    expect(start(monday({ plannedAt: "08:00" }))).toEqual([[8 * HOUR - 15 * MINUTE, 8 * HOUR + 15 * MINUTE]]);
    expect(start(monday({ plannedAt: "07:05" }))).toEqual([[7 * HOUR, 7 * HOUR + 20 * MINUTE]]);
    expect(start(monday({ plannedAt: "08:00" }, minute(), { practice: { toleranceMinutes: 5 } }))).toEqual([
      [8 * HOUR - 5 * MINUTE, 8 * HOUR + 5 * MINUTE],
    ]);
    expect(start(monday({ plannedAt: "08:00" }, ramtid()))).toEqual([[7 * HOUR, 10 * HOUR]]);
  });

  test("a fixed window holds for every model; a free need may use the day under ramtid", () => {
    expect(start(monday({ timing: "fixed" }, ramtid()))).toEqual([[7 * HOUR, 10 * HOUR]]);
    expect(start(monday({ timing: "free" }, ramtid()))).toEqual([[7 * HOUR, 22 * HOUR]]);
    expect(start(monday({ timing: "free", window: ["06:00", "09:00"] }, ramtid()))).toEqual([[6 * HOUR, 22 * HOUR]]);
    expect(start(monday({ timing: "free" }))).toEqual([[7 * HOUR, 10 * HOUR]]);
  });

  test("several times a day share the window in equal parts, planned times too", () => {
    const often = { times: 3, per: "day" as const };
    const demand = demandOf({ needs: [{ ...meal, often, plannedAt: "07:30" }] }, minute());
    expect([1, 2, 3].map((nth) => start(taskOf(demand, `meal@2026-03-09#${nth}`)))).toEqual([
      [[7.25 * HOUR, 7.75 * HOUR]],
      [[8.25 * HOUR, 8.75 * HOUR]],
      [[9.25 * HOUR, 9.75 * HOUR]],
    ]);
    expect(start(taskOf(demandOf({ needs: [{ ...meal, often }] }, ramtid()), "meal@2026-03-09#2"))).toEqual([[8 * HOUR, 9 * HOUR]]);
  });

  test("a window past midnight without a planned time is planned at its middle", () => {
    expect(start(monday({ window: ["23:00", "01:00"] }))).toEqual([[23.75 * HOUR, 24.25 * HOUR]]);
    expect(start(monday({ window: ["23:00", "01:00"], plannedAt: "00:30" }))).toEqual([[24.25 * HOUR, 24.75 * HOUR]]);
  });

  test("on the day the clocks go forward breakfast comes an hour sooner after midnight", () => {
    const demand = demandOf(
      { period: { from: "2026-03-28", days: 3 }, needs: [{ ...meal, plannedAt: "08:00" }] },
      minute({ clock: "window" }),
    );
    expect(start(taskOf(demand, "meal@2026-03-29#1"))).toEqual([[24 * HOUR + 6 * HOUR, 24 * HOUR + 9 * HOUR]]);
    expect(start(taskOf(demand, "meal@2026-03-30#1"))).toEqual([[47 * HOUR + 7 * HOUR, 47 * HOUR + 10 * HOUR]]);
  });

  test("a weekly need is on its named day under minute, on any agreed day under ramtid", () => {
    const need: Need = { ...meal, often: { times: 1, per: "week", weekdays: [3] }, agreedDays: [2, 3] };
    expect(start(taskOf(demandOf({ needs: [need] }, minute()), "meal@2026-W11#1"))).toEqual([[55 * HOUR, 58 * HOUR]]);
    expect(start(taskOf(demandOf({ needs: [need] }, ramtid()), "meal@2026-W11#1"))).toEqual([
      [31 * HOUR, 34 * HOUR],
      [55 * HOUR, 58 * HOUR],
    ]);
  });
});

describe("how long a visit lasts", () => {
  const useful = { min: 10, max: 30 };

  test("minute: its template; ramtid: what is useful; the value of a length is the same", () => {
    const value = {
      points: [
        [600, 600],
        [1200, 0],
      ],
    };
    expect(monday({ useful }).duration).toEqual({ min: 1200, max: 1200, value });
    expect(monday({ useful }, ramtid()).duration).toEqual({ min: 600, max: 1800, value });
    expect(monday({}, ramtid()).duration).toEqual({ min: 1200, max: 1200 });
  });

  test("a cost per minute keeps its slopes in ticks", () => {
    const cost = {
      points: [
        [10, 5],
        [20, 0],
      ] as const,
      below: -2,
      above: 1,
    };
    expect(monday({ useful: { ...useful, cost } }).duration.value).toEqual({
      points: [
        [600, 300],
        [1200, 0],
      ],
      below: -2,
      above: 1,
    });
  });

  test("nurse-delegated work keeps its template under ramtid", () => {
    expect(monday({ useful, basis: "HSL" }, ramtid()).duration).toMatchObject({ min: 1200, max: 1200 });
  });
});

describe("who comes, and where", () => {
  test("refusals, animals, same-sex care, skills, provider and preferences become conditions and costs", () => {
    const client = {
      ...anna,
      refusedStaff: ["bo"],
      preferredStaff: ["eva"],
      provider: "city",
      requiredTraits: [
        { trait: "woman", atClasses: ["meal"] },
        { trait: "tall", atClasses: ["other"] },
      ],
    };
    const staff = ["bo", "eva", "kim"].map((id) => ({ id, skills: [] }));
    const households = [{ id: "h", place: "home", conditions: ["dog"], access: { kind: "key" as const, entryMinutes: 3 } }];
    const task = monday({ skills: ["insulin"] }, minute(), { clients: [client], staff, households });
    expect(task.who).toEqual({
      all: ["insulin"],
      traits: ["woman", "provider:city"],
      not: ["bo", "cannotMeet:dog"],
      cost: { bo: 1, kim: 1 },
    });
    expect([task.place, task.stopTicks, task.kind]).toEqual([1, 180, "care"]);
    const call = monday({ kind: "remote" }, minute(), { clients: [client], staff, households });
    expect([call.place, call.stopTicks, call.kind, call.who.not]).toEqual(["anywhere", undefined, "remote", ["bo"]]);
  });

  test("leaving out costs by priority and length, and nothing is required", () => {
    expect([monday({ priority: 5 }).unservedCost, monday({}).unservedCost, monday({}).required]).toEqual([1500, 150, false]);
  });

  test("two at once: both or none, two people, the same start; part of the time: later and shorter", () => {
    const two = demandOf({ needs: [{ ...meal, staffing: 2 }], period: { from: "2026-03-09", days: 1 } }, minute());
    const tasks = ["meal@2026-03-09#1", "meal@2026-03-09#1/second"];
    expect(two.tasks.map(({ id }) => id)).toEqual(tasks);
    expect(two.relations).toMatchObject([
      { kind: "presence", tasks, count: [2, 2], zeroAllowed: true },
      { kind: "workers", tasks, distinct: [2, 2] },
      { kind: "gap", tasks, from: "start", to: "start", span: [0, 0], clock: "elapsed" },
    ]);
    const part = demandOf(
      { needs: [{ ...meal, staffing: { second: { from: 5, minutes: 10 } } }], period: { from: "2026-03-09", days: 1 } },
      minute(),
    );
    expect(taskOf(part, tasks[1]!)).toMatchObject({
      duration: { min: 600, max: 600 },
      slots: [{ start: [7 * HOUR + 300, 10 * HOUR + 300] }],
    });
    expect(part.relations[2]).toMatchObject({ span: [300, 300] });
  });
});
