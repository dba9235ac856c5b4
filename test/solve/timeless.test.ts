/** Where nothing is paid but travel and what is left out, a later start can still be what makes a plan possible. */
import { expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { demand, onLine, shift, slot, task, worker } from "../reference/demand.ts";

const steps = 3000;
const solved = (of: Demand): { readonly status: string; readonly levels: readonly number[] } => {
  const { status, score } = solveSync(of, { steps, seed: 1 });
  return { status, levels: score.levels };
};
const floating = { begins: [0, null], ends: [null, null], options: [{ mode: "walk", from: null, to: null }] } as const;

test("of two floating shifts of one person, one waits until the other is over", () => {
  const of = demand({
    shifts: [shift("am", 0, 0, floating), shift("pm", 0, 0, floating)],
    tasks: ["am", "pm"].map((id) => task(id, 1, 30, { slots: [slot(100, 1000)], who: { shifts: [id] }, required: true })),
  });
  expect(solved(of)).toEqual({ status: "feasible", levels: [0, 0, 0] });
});

test("a task waits for the day from which someone has the skill", () => {
  const of = demand({
    days: [
      { date: "2026-03-02", begins: 0 },
      { date: "2026-03-03", begins: 1440 },
    ],
    workers: [worker("ann", { skills: [{ id: "insulin", level: 1, days: [1, null] }] })],
    shifts: [shift("day", 0, 0, floating)],
    tasks: [task("dose", 1, 30, { slots: [slot(100, 2000)], who: { all: ["insulin"] } })],
  });
  expect(solved(of)).toEqual({ status: "feasible", levels: [0, 0, 0] });
});

test("a round starts later to be short enough to go without a break", () => {
  const of = demand({
    shifts: [shift("day", 0, 0, { ...floating, ends: [null, 2000] })],
    tasks: [
      task("early", 1, 30, { slots: [slot(100, 1000)] }),
      task("late", 2, 30, { slots: [slot(900, 1000)] }),
      task("break", "neighbour", 600, { kind: "break", slots: [slot(1500, 1600)], who: { shifts: ["day"] }, required: { whenShiftExceeds: 300 } }),
    ],
  });
  expect(solved(of)).toEqual({ status: "feasible", levels: [0, 0, 3] });
});

test("a trip waits until the roads are free", () => {
  const of = demand({
    travel: [
      {
        mode: "walk",
        placeCount: 2,
        ticks: onLine([0, 10]),
        profile: [
          { fromTimeOfDay: 0, factor: 3 },
          { fromTimeOfDay: 120, factor: 1 },
        ],
      },
    ],
    shifts: [shift("day", 0, 0, { begins: [0, 600], ends: [0, 600], options: [{ mode: "walk", from: 0, to: 0 }] })],
    tasks: [task("visit", 1, 5, { slots: [slot(0, 400)] })],
  });
  expect(solved(of)).toEqual({ status: "feasible", levels: [0, 0, 20] });
});

test("two visits are at the same time of day, though which day one is on depends on its start", () => {
  const of = demand({
    days: [
      { date: "2026-03-02", begins: 0 },
      { date: "2026-03-03", begins: 1440 },
      { date: "2026-03-04", begins: 2880 },
    ],
    shifts: [shift("day", 0, 0, floating)],
    tasks: [task("a", 1, 10, { slots: [slot(1400, 1500)] }), task("b", 1, 10, { slots: [slot(2890, 2910)] })],
    relations: [{ id: "same", kind: "gap", tasks: ["a", "b"], from: "start", to: "start", span: [-10, 10], clock: "timeOfDay", over: "next" }],
  });
  expect(solved(of)).toEqual({ status: "feasible", levels: [0, 0, 0] });
});
