import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import { demand, onLine, shift, slot, task, term, worker } from "./demand.ts";
import { solveExactly } from "./solveExactly.ts";

const levels = (d: Demand): readonly number[] | undefined => {
  const { score, rejected } = solveExactly(d);
  expect(rejected).toEqual([]);
  return score?.levels;
};
describe("the optimum of hand-worked cases", () => {
  test("a round visits places on a line out and back", () => {
    const tasks = [task("far", 3, 1), task("near", 1, 1), task("middle", 2, 1)];
    expect(levels(demand({ tasks }))).toEqual([0, 0, 18]);
  });

  test("windows that force the far place first cost the detour", () => {
    const tasks = [task("far", 3, 1, { slots: [slot(0, 9)] }), task("near", 1, 1, { slots: [slot(0, 20)] })];
    expect(levels(demand({ tasks }))).toEqual([0, 0, 18]);
    const early = [
      task("near", 1, 1, { slots: [slot(16, 20)] }),
      task("far", 3, 1, { slots: [slot(0, 9)] }),
      task("base", 0, 1, { slots: [slot(10, 30), slot(21, 24)] }),
    ];
    expect(levels(demand({ tasks: early }))).toEqual([0, 0, 18]);
    const zigzag = [
      task("far", 3, 1, { slots: [slot(9, 9)] }),
      task("near", 1, 1, { slots: [slot(17, 17)] }),
      task("middle", 2, 1, { slots: [slot(21, 22)] }),
    ];
    expect(levels(demand({ tasks: zigzag }))).toEqual([0, 0, 9 + 7 + 3 + 5]);
  });

  test("leaving later costs no waiting where the begin floats, and the whole wait where it is fixed", () => {
    const tasks = [task("late", 1, 1, { slots: [slot(10, 12)] })];
    const terms = [term("unserved", 1, 100), term("waiting", 2, 1)];
    const result = solveExactly(demand({ tasks, terms }));
    expect(result.score?.levels).toEqual([0, 0, 0]);
    expect(levels(demand({ tasks, terms, shifts: [shift("day", 0, 30, { fixedDeparture: true })] }))).toEqual([0, 0, 8]);
  });

  test("a soft window is left by the cheaper of two tasks", () => {
    const wish = (at: number, below: number, above: number) => [slot(0, 30, { startCost: { points: [[at, 0]], below: -below, above } })];
    const tasks = [task("a", 1, 4, { slots: wish(10, 3, 3) }), task("b", 1, 4, { slots: wish(11, 1, 2) })];
    const terms = [term("unserved", 1, 100), term("slotCost", 2, 1)];
    expect(levels(demand({ tasks, terms }))).toEqual([0, 0, 5]); // b at 6, five early at 1 each; after a it would be 3 late at 2
  });

  test("minutes of a shared frame go where they are worth most", () => {
    const value = (slope: number) => ({
      min: 2,
      max: 8,
      value: {
        points: [
          [2, 0],
          [8, -6 * slope],
        ] as const,
      },
    });
    const tasks = [task("a", 1, 0, { duration: value(1) }), task("b", 1, 0, { duration: value(3) })];
    const frame = {
      id: "frame",
      of: "task",
      members: ["a", "b"],
      quantity: "serviceTicks",
      opening: 1,
      reserved: 2,
      limit: [null, 12],
    } as const;
    const terms = [term("unserved", 1, 100), term("durationValue", 2, 1)];
    expect(levels(demand({ tasks, terms }))).toEqual([0, 0, -24]);
    expect(levels(demand({ tasks, terms, budgets: [frame] }))).toEqual([0, 0, -15]); // 12 - 1 - 2 = 9 ticks: 7 to b (5 * 3), 2 to a
  });

  test("a value per level comes before any sum below it", () => {
    const tasks = [task("far", 3, 1, { unservedCost: 1 }), task("near", 1, 1, { unservedCost: 1 })];
    const travelFirst = [term("travel", 1, 1), term("unserved", 2, 100)];
    expect(levels(demand({ tasks, terms: travelFirst }))).toEqual([0, 0, 200]);
    const together = [term("travel", 1, 1), term("unserved", 1, 10)];
    expect(levels(demand({ tasks, terms: together }))).toEqual([0, 4 + 10]);
  });

  test("gaps couple two rounds, crosswise too", () => {
    const workers = [worker("ann"), worker("bo")];
    const shifts = [shift("a", 0, 30), shift("b", 0, 30, { worker: "bo" })];
    const on = (id: string) => ({ who: { shifts: [id] }, required: true });
    const tasks = [task("a1", 0, 3, on("a")), task("a2", 0, 3, on("a")), task("b1", 0, 3, on("b")), task("b2", 0, 3, on("b"))];
    const gap = (id: string, first: string, second: string, span: readonly [number, number | null]) =>
      ({ id, kind: "gap", tasks: [first, second], from: "start", to: "start", span, clock: "elapsed", over: "next" }) as const;
    const relations = [gap("x", "a1", "b2", [8, 9]), gap("y", "b1", "a2", [8, null])];
    const terms = [term("waiting", 1, 1)];
    // Each second task starts 8 after the other round's first, which lasts 3: 5 ticks of waiting in each round.
    expect(levels(demand({ workers, shifts, tasks, relations, terms }))).toEqual([0, 10]);
    const exact = [gap("x", "a1", "b2", [3, 3]), gap("y", "b1", "a2", [3, 3])];
    const order = (...ids: readonly string[]) => ({ id: ids.join(), kind: "order", tasks: ids, adjacent: false }) as const;
    // a1 0, b2 3, b1 6, a2 9: round a waits from 3 to 9.
    expect(levels(demand({ workers, shifts, tasks, relations: [...exact, order("b2", "b1")], terms }))).toEqual([0, 6]);
    // With a2 before a1 as well, every task would have to wait for itself.
    const circle = [...exact, order("b2", "b1"), order("a2", "a1")];
    expect(solveExactly(demand({ workers, shifts, tasks, relations: circle, terms })).plan).toBeNull();
  });

  test("a break is taken at a neighbour, where it costs no travel", () => {
    const tasks = [
      task("visit", 2, 2, { required: true }),
      task("rest", "neighbour", 3, { kind: "break", required: true, slots: [slot(8, 12)] }),
    ];
    const { plan, score } = solveExactly(demand({ tasks, terms: [term("travel", 1, 1)] }));
    expect(score?.levels).toEqual([0, 10]);
    expect([0, 2]).toContain(plan?.shifts[0]?.tasks.find((t) => t.id === "rest")?.at);
    const outAndIn = demand({
      tasks,
      terms: [term("travel", 1, 1)],
      shifts: [shift("day", 0, 30, { options: [{ mode: "walk", from: 0, to: null }] })],
    });
    expect(levels(outAndIn)).toEqual([0, 5]);
  });

  test("all or none: a pair is left out together where one of it does not fit", () => {
    const tasks = [task("a", 1, 2), task("b", 1, 2, { slots: [slot(40, 50)] }), task("c", 1, 2)];
    const pair = (zeroAllowed: boolean) => [{ id: "pair", kind: "presence", tasks: ["a", "b"], count: [2, 2], zeroAllowed } as const];
    expect(levels(demand({ tasks, relations: pair(true) }))).toEqual([0, 200, 4]);
    expect(solveExactly(demand({ tasks, relations: pair(false) }))).toMatchObject({ plan: null, score: null });
  });

  test("the faster mode is taken only where its cost pays", () => {
    const travel = [
      { mode: "walk", placeCount: 4, ticks: onLine([0, 2, 5, 9]) },
      { mode: "car", placeCount: 4, ticks: onLine([0, 1, 2, 3]) },
    ];
    const options = [
      { mode: "walk", from: 0, to: 0 },
      { mode: "car", from: 0, to: 0, cost: 7 },
    ];
    const shifts = [shift("day", 0, 30, { options })];
    const terms = [term("unserved", 1, 100), term("travel", 2, 1), term("optionCost", 2, 1)];
    expect(levels(demand({ travel, shifts, terms, tasks: [task("far", 3, 1)] }))).toEqual([0, 0, 13]);
    expect(levels(demand({ travel, shifts, terms, tasks: [task("near", 1, 1)] }))).toEqual([0, 0, 4]);
  });

  test("nothing is planned where nothing pays", () => {
    const { plan, score } = solveExactly(demand({ tasks: [task("far", 3, 1, { unservedCost: 0 })] }));
    expect(plan?.shifts).toEqual([]);
    expect(score?.levels).toEqual([0, 0, 0]);
  });
});
