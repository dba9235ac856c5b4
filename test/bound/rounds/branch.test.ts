import { expect, test } from "vitest";
import { BASE, closedBy, type Decision, isOpen, servedBy, splitsOf } from "../../../src/bound/rounds/branch.ts";
import { NO_CUTS } from "../../../src/bound/rounds/cuts.ts";
import { Labels, priceRounds } from "../../../src/bound/rounds/labels.ts";
import { settingOf } from "../../../src/bound/rounds/setting.ts";
import { compile } from "../../../src/problem/compile.ts";
import { demand, onLine, shift, task, term } from "../../reference/demand.ts";

const column = (shiftClass: number, ...tasks: number[]) => ({ shiftClass, tasks, cost: Float64Array.of(0) });
const arc = (from: number, to: number, used: boolean): Decision => ({ kind: "arc", from, to, used });
const served = (task: number, shiftClass: number, used: boolean): Decision => ({ kind: "class", task, shiftClass, used });

test("where rounds go from one task straight to another, none leaves the first or reaches the second otherwise", () => {
  const rounds = [column(0, 0, 1, 2), column(0, 1, 0), column(0, 0, 2), column(0, 1), column(0, 2, 3)];
  expect(rounds.map((one) => isOpen([arc(0, 1, true)], one))).toEqual([true, false, false, false, true]);
  expect(rounds.map((one) => isOpen([arc(0, 1, false)], one))).toEqual([false, true, true, true, true]);
});

test("a round that begins with a task leaves the base open to others", () => {
  const rounds = [column(0, 0, 1), column(0, 1, 0), column(0, 2)];
  expect(rounds.map((one) => isOpen([arc(BASE, 0, true)], one))).toEqual([true, false, true]);
  expect(rounds.map((one) => isOpen([arc(BASE, 0, false)], one))).toEqual([false, true, true]);
});

test("a task that a class of shifts serves is served in no other", () => {
  const rounds = [column(0, 0, 1), column(1, 0), column(1, 1)];
  expect(rounds.map((one) => isOpen([served(0, 1, true)], one))).toEqual([false, true, true]);
  expect(rounds.map((one) => isOpen([served(0, 1, false)], one))).toEqual([true, false, true]);
});

test("what a solution does by halves is what can be decided, the most even first", () => {
  const columns = [column(0, 0, 1), column(0, 1, 0), column(0, 2)];
  const splits = splitsOf([arc(0, 1, true)], columns, [0.6, 0.4, 1]);
  expect(splits.every(({ yes, no }) => yes.used && !no.used)).toBe(true);
  expect(splits.map(({ share }) => share)).toEqual([0.6, 0.6, 0.4, 0.4, 0.4]);
  expect(splits.map(({ yes }) => (yes.kind === "arc" ? [yes.from, yes.to] : null))).toEqual([
    [BASE, 0],
    [1, BASE],
    [BASE, 1],
    [1, 0],
    [0, BASE],
  ]);
});

test("of a solution that is whole nothing is left to decide", () => {
  expect(splitsOf([], [column(0, 0, 1), column(1, 2)], [1, 1])).toEqual([]);
});

test("closed arcs are those that no open round goes over", () => {
  const places = [0, 1, 2, 3];
  const one = demand({
    travel: [{ mode: "walk", placeCount: 4, ticks: onLine(places) }],
    shifts: [shift("day", 0, 100)],
    tasks: [1, 2, 3].map((place) => task(`t${place}`, place, 1)),
    terms: [term("travel", 1, 1)],
  });
  const ways = settingOf(compile(one)).classes[0]!.networks[0]!;
  const memory = { words: 1, bits: new Int32Array(3).fill(-1) };
  const duals = { weights: Float64Array.of(0, 1), tasks: new Float64Array(3) };
  const options = { quick: false, below: 1e9, most: 1e9, labels: 1e6, stopped: () => false, togo: null };
  for (const decision of [
    arc(0, 1, true),
    arc(0, 1, false),
    arc(BASE, 1, true),
    arc(2, BASE, false),
    served(1, 0, false),
    served(1, 0, true),
  ]) {
    const network = { ...ways.network, closed: closedBy([decision], ways, 0) };
    const found = priceRounds(network, ways.row, memory, NO_CUTS, duals, options, new Labels())!;
    expect(found.rounds.length).toBeGreaterThan(0);
    for (const { nodes } of found.rounds)
      expect({ decision, nodes, open: isOpen([decision], column(0, ...nodes)) }).toMatchObject({ open: true });
  }
});

/** All ways to run rounds of two classes that serve each of the tasks once or leave it out. */
function plansOf(tasks: readonly number[]): ReturnType<typeof column>[][] {
  let plans: number[][][] = [[[], []]];
  for (const t of tasks) {
    plans = plans.flatMap((plan) => [
      plan,
      ...plan.flatMap((round, k) =>
        [...round, BASE].map((_, at) => plan.map((one, other) => (other === k ? [...one.slice(0, at), t, ...one.slice(at)] : one))),
      ),
    ]);
  }
  return plans.map((plan) => plan.flatMap((round, k) => (round.length > 0 ? [column(k, ...round)] : [])));
}

test("a decision parts all plans in two: each is open on one side, and on one alone", () => {
  const tasks = [0, 1, 2];
  const ends = [BASE, ...tasks];
  const arcs = ends.flatMap((from) => ends.filter((to) => to !== from).map((to) => arc(from, to, true)));
  const decisions = [...arcs, ...tasks.flatMap((t) => [served(t, 0, true), served(t, 1, true)])];
  const plans = plansOf(tasks);
  expect(plans.length).toBe(1 + 3 * 2 + 3 * 6 + 24);
  const isIn = (one: Decision, plan: (typeof plans)[number]): boolean =>
    plan.every((round) => isOpen([one], round)) && [...servedBy([one])].every((t) => plan.some((round) => round.tasks.includes(t)));
  for (const yes of decisions) {
    const no = { ...yes, used: false };
    for (const plan of plans) {
      const sides = [isIn(yes, plan), isIn(no, plan)].filter((side) => side).length;
      expect({ yes, plan: plan.map((round) => round.tasks), sides }).toMatchObject({ sides: 1 });
    }
  }
});
