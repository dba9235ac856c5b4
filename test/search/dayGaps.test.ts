import fc from "fast-check";
import { expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import type { Relation } from "../../src/model/relation.ts";
import { compile } from "../../src/problem/compile.ts";
import { DayGaps } from "../../src/search/dayGaps.ts";
import { demand, planOf, shift, task } from "../check/plan/hand.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { toolsOf } from "./lanes.ts";

const DAYS = 6;
const everyDay = Array.from({ length: DAYS }, (_, day) => day);
const IDS = ["a", "b", "c", "d"] as const;

/** Four tasks at home 1, each possible at noon of every day, tied by a gap in days; a shift a day. */
const weekOf = (gap: Pick<Relation & { kind: "gap" }, "span" | "over"> & { eitherOrder?: true }): Demand => ({
  ...demand,
  days: everyDay.map((day) => ({ date: `2026-03-0${2 + day}`, begins: 1440 * day })),
  tasks: IDS.map((id) => task(id, 1, { slots: everyDay.map((day) => ({ start: [1440 * day + 700, 1440 * day + 760] })), duration: { min: 10, max: 10 } })),
  shifts: everyDay.map((day) => shift(`day ${day}`, "anna", { begins: [1440 * day + 600, null], ends: [null, 1440 * day + 900] })),
  relations: [{ id: "apart", kind: "gap", tasks: [...IDS], from: "start", to: "start", clock: "days", ...gap }],
});

/** What the judge says of a plan with each task on a day. */
function codesOn(of: Demand, days: ReadonlyMap<string, number>): readonly string[] {
  const rounds = everyDay.flatMap((day) => {
    const tasks = IDS.filter((id) => days.get(id) === day).map((id, k) => ({ id, slot: day, start: 1440 * day + 700 + 20 * k, end: 1440 * day + 710 + 20 * k }));
    return tasks.length === 0 ? [] : [{ shift: `day ${day}`, option: 0, begin: 1440 * day + 600, end: 1440 * day + 900, tasks }];
  });
  return checkPlan(of, planOf(of, rounds)).issues.map(({ code }) => code);
}

test("refuses days on which the judge finds fault: all of them, where every other task is served", () => {
  const seen = { refused: 0, allowed: 0, inPart: 0 };
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.option(fc.integer({ min: 2, max: 4 }))),
      fc.constantFrom("next" as const, "every" as const),
      fc.boolean(),
      fc.array(fc.option(fc.integer({ min: 0, max: DAYS - 1 })), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 0, max: 3 }),
      ([min, max], over, eitherOrder, others, nth) => {
        const of = weekOf({ span: [min, max], over, ...(eitherOrder ? { eitherOrder: true } : {}) });
        const days = new Map(IDS.filter((_, i) => i !== nth).flatMap((id, i) => (others[i] === null ? [] : [[id, others[i]!] as const])));
        const tools = toolsOf(compile(of));
        for (const [id, day] of days) expect(tools.draft.put(IDS.indexOf(id), day, tools.objective.st.prev[IDS.length + day]!, IDS.indexOf(id) * DAYS + day, 10, 0)).toBe(true);
        const gaps = new DayGaps(tools.objective.st);
        gaps.look(nth);
        for (const day of everyDay) {
          const isFine = codesOn(of, new Map([...days, [IDS[nth]!, day]])).length === 0;
          const allows = gaps.allows(nth * DAYS + day);
          if (isFine) expect(allows, `day ${day}`).toBe(true);
          else if (days.size === 3 && codesOn(of, days).length === 0) expect(allows, `day ${day}`).toBe(false);
          if (days.size < 3) seen.inPart++;
          seen[allows ? "allowed" : "refused"]++;
        }
      },
    ),
    { seed: 5, numRuns: 400 },
  );
  expect(Math.min(seen.allowed, seen.refused, seen.inPart)).toBeGreaterThan(200);
});

test("a task that is missing between two may bring them near enough", () => {
  const tools = toolsOf(compile(weekOf({ span: [1, 2], over: "next" })));
  tools.draft.put(0, 0, IDS.length, 0, 10, 0);
  const gaps = new DayGaps(tools.objective.st);
  gaps.look(2);
  expect(everyDay.filter((day) => gaps.allows(2 * DAYS + day))).toEqual([1, 2, 3, 4, 5]);
  gaps.look(1);
  expect(everyDay.filter((day) => gaps.allows(DAYS + day))).toEqual([1, 2]);
});

test("days that are counted from an end are left to the judge: a visit that passes midnight ends on the next day", () => {
  const night = { slots: everyDay.map((day) => ({ start: [1440 * day + 1400, 1440 * day + 1400] as const })), duration: { min: 60, max: 60 } };
  const of: Demand = {
    ...weekOf({ span: [1, 2], over: "next" }),
    tasks: IDS.map((id) => task(id, 1, night)),
    shifts: everyDay.map((day) => shift(`day ${day}`, "anna", { begins: [1440 * day + 1380, null], ends: [null, 1440 * day + 1800] })),
    relations: [{ id: "apart", kind: "gap", tasks: ["a", "b"], from: "end", to: "start", clock: "days", span: [1, 2], over: "next" }],
  };
  const planned = (id: string, day: number) => ({ shift: `day ${day}`, option: 0, begin: 1440 * day + 1380, end: 1440 * day + 1470, tasks: [{ id, slot: day, start: 1440 * day + 1400, end: 1440 * day + 1460 }] });
  const fine = everyDay.filter((day) => day > 0 && !checkPlan(of, planOf(of, [planned("a", 0), planned("b", day)])).issues.some(({ code }) => code === "gap-broken"));
  const tools = toolsOf(compile(of));
  expect(tools.draft.put(0, 0, IDS.length, 0, 60, 0)).toBe(true);
  const gaps = new DayGaps(tools.objective.st);
  gaps.look(1);
  expect(fine).toEqual([2, 3]);
  expect(fine.filter((day) => !gaps.allows(DAYS + day))).toEqual([]);
});
