import { expect, test } from "vitest";
import { brokenCuts } from "../../../src/bound/rounds/broken.ts";
import { countIn, mostOfCut } from "../../../src/bound/rounds/cuts.ts";
import { Master } from "../../../src/bound/rounds/master.ts";
import { lagrangian } from "../../../src/bound/rounds/pricing.ts";
import { settingOf } from "../../../src/bound/rounds/setting.ts";
import { compile } from "../../../src/problem/compile.ts";
import { demand, shift, task, worker } from "../../reference/demand.ts";

const column = (...tasks: number[]) => ({ shiftClass: 0, tasks, cost: Float64Array.of(0) });

test("a round counts once for two tasks of a cut, twice for four visits", () => {
  const cut = { rows: [0, 1, 2], keeps: null };
  expect([[0], [0, 1], [2, 5, 0], [0, 1, 2], [0, 1, 0, 2]].map((tasks) => countIn(cut, { tasks }))).toEqual([0, 1, 1, 1, 2]);
});

test("a round that forgets on its way counts less", () => {
  const keeps = new Uint8Array(36);
  keeps[0 * 6 + 5] = 1;
  keeps[5 * 6 + 1] = 1;
  const cut = { rows: [0, 1, 2], keeps };
  expect(countIn(cut, { tasks: [0, 5, 1] })).toBe(1);
  expect(countIn(cut, { tasks: [0, 4, 1] })).toBe(0);
  // What is forgotten leaves the visit after it as a first one.
  expect(countIn(cut, { tasks: [2, 0, 5, 1] })).toBe(1);
});

test("three half rounds that serve two of three tasks each break the cut over them, with what lies between in mind", () => {
  const columns = [column(0, 3, 1), column(1, 2), column(0, 2)];
  const [cut, ...others] = brokenCuts(4, columns, [0.5, 0.5, 0.5], [], 20);
  expect(others).toEqual([]);
  expect(cut!.rows).toEqual([0, 1, 2]);
  expect(columns.map((one) => countIn(cut!, one))).toEqual([1, 1, 1]);
  expect([...cut!.keeps!].filter((kept) => kept === 1).length).toBe(4);
});

test("a cut that is broken beyond its memory comes with more of it", () => {
  const [first] = brokenCuts(5, [column(0, 3, 1), column(1, 2), column(0, 2)], [0.5, 0.5, 0.5], [], 20);
  const [second] = brokenCuts(5, [column(0, 4, 1), column(1, 2), column(0, 2)], [0.5, 0.5, 0.5], [first!], 20);
  expect([countIn(first!, column(0, 4, 1)), countIn(second!, column(0, 4, 1)), countIn(second!, column(0, 3, 1))]).toEqual([0, 1, 1]);
});

test("where no three tasks are left, five are tried", () => {
  // Every two of five tasks in a quarter of a round: 2.5 rounds serve two, where 2 are possible.
  const pairs = [0, 1, 2, 3, 4].flatMap((a) => [0, 1, 2, 3, 4].filter((b) => b > a).map((b) => column(a, b)));
  const [cut] = brokenCuts(
    5,
    pairs,
    pairs.map(() => 0.25),
    [],
    20,
  );
  expect(cut!.rows).toEqual([0, 1, 2, 3, 4]);
  expect(mostOfCut(cut!)).toBe(2);
});

test("five tasks of which a round serves two take three rounds, and the cut over five proves it", () => {
  const workers = ["ann", "bo", "cy"];
  const tasks = [0, 1, 2, 3, 4].map((i) => task(`t${i}`, 1, 1, { required: true }));
  const setting = settingOf(
    compile(demand({ tasks, workers: workers.map((id) => worker(id)), shifts: workers.map((id) => shift(id, 0, 30, { worker: id })) })),
  );
  const { rowCount, leftOut } = setting;
  const master = new Master({ rowCount, classSizes: [3], leftOut, cover: true, level: 0, caps: [], most: 1024, grain: 2 ** -20 });
  master.addCut({ rows: [0, 1, 2, 3, 4], keeps: null });
  const duals = { weights: Float64Array.of(1), tasks: new Float64Array(5).fill(1), cuts: Float64Array.of(1), caps: new Float64Array(0) };
  // Where a round costs 1, one of one task comes to 1 - 1 at these prices, one of two to 1 - 2 + 1.
  expect(lagrangian(setting, 0, [], duals, [0], master)).toBeCloseTo(3, 6);
});
