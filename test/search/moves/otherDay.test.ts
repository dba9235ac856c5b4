import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
import { otherDay } from "../../../src/search/moves/otherDay.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const travel: Term = { name: "travel", level: 1, measure: "travel", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } };
const either = (id: string) => task(id, 1, { slots: [{ start: [480, 900] }, { start: [1440 + 480, 1440 + 900] }], duration: { min: 30, max: 30 } });

/** Home 1 on Monday and on Tuesday, 20 there and back each; a and b may be done on either day. */
const twoDays: Demand = {
  ...demand,
  tasks: [either("a"), either("b"), task("fixed", 1, { slots: [{ start: [480, 900] }], duration: { min: 30, max: 30 } })],
  shifts: [shift("mon", "anna", { begins: [470, null], ends: [null, 1000] }), shift("tue", "anna", { begins: [1440 + 470, null], ends: [null, 1440 + 1000] })],
  terms: [travel],
};

test("a task goes to the other day, never one that has no other", () => {
  const tools = toolsOf(compile(twoDays));
  lay(tools, [[2, 0], [1]]);
  expect(tools.objective.levels[1]).toBe(40);
  const { tasks, best } = seenOf(otherDay, tools);
  expect([...tasks].sort()).toEqual([0, 1]);
  expect(best).toBe(20);
});

test("two slots of one day are no other day", () => {
  const slots = [{ start: [480, 540] as const }, { start: [700, 760] as const }];
  expect(otherDay.supports(compile({ ...twoDays, tasks: [task("a", 1, { slots })] }))).toBe(false);
  expect(otherDay.supports(compile(twoDays))).toBe(true);
});
