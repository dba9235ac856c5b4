/** Small Demands that the search once misjudged: each is searched in debug mode, or worked by hand. */
import { expect, test } from "vitest";
import { UsageError } from "../../src/errors.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { GapRelation } from "../../src/model/relation.ts";
import type { Term } from "../../src/model/term.ts";
import { compile } from "../../src/problem/compile.ts";
import type { Lane } from "../../src/search/lane.ts";
import type { PlainLane } from "../../src/search/plain/plainLane.ts";
import { Search } from "../../src/search/search.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { demand as hand, round, shift, task } from "../check/plan/hand.ts";

const term = (measure: Term["measure"], level: number): Term => ({
  name: measure,
  level,
  measure,
  unit: "one",
  per: "plan",
  reduce: "sum",
  curve: { points: [[0, 0]], above: 1 },
});
const audited = (demand: Demand) => solveSync({ ...demand, terms: [term("unserved", 1), ...demand.terms] }, { steps: 300, audit: true });

test("a shift that began before it may begin goes on: that is a fact", () => {
  const late = { ...hand, now: 490, baseline: [{ ...round, begin: 460 }], terms: [term("idle", 2)] };
  expect(audited(late).plan.shifts.map((s) => s.shift)).toEqual(["early"]); // which may begin at 470 or later
});

test("a delegation that is not yet in force is no level above what is asked", () => {
  const anna = { id: "anna", traits: [], skills: [{ id: "insulin", level: 3, days: [1, null] as const }], rest: [] };
  const tasks = [1400, 1500].map((opens, i) =>
    task(`t${i}`, 1, { slots: [{ start: [opens, opens + 60] }], who: { all: ["insulin"] }, duration: { min: 9, max: 9 } }),
  );
  audited({ ...hand, workers: [anna, hand.workers[1]!], tasks, terms: [term("overLevel", 2)] });
});

test("in a round with open ends, a first task anywhere is where the first one with a place is, over those at the shift's end", () => {
  const open = shift("early", "anna", { options: [{ mode: "walk", from: null, to: null }] });
  const tasks = [
    task("phone", "neighbour", { stopTicks: 2, slots: [{ start: [500, 500] }] }),
    task("notes", "shiftEnd", { stopTicks: 3, slots: [{ start: [600, 600] }] }),
    task("visit", 1, { stopTicks: 5, slots: [{ start: [700, 700] }] }),
  ].map((t) => ({ ...t, required: true, duration: { min: 10, max: 10 } }));
  expect(audited({ ...hand, shifts: [open], tasks, terms: [term("waiting", 2)] }).score.levels).toEqual([0, 0, 190 - 10]);
});

test("lengthening one task after another stops at what can still be timed", () => {
  const upTo = (max: number) => ({
    required: true,
    duration: {
      min: 10,
      max,
      value: {
        points: [
          [10, 0],
          [max, 10 - max],
        ] as const,
      },
    },
    slots: [{ start: [500, 800] as const }],
  });
  const soon: GapRelation = {
    id: "soon",
    kind: "gap",
    tasks: ["b", "d"],
    from: "start",
    to: "start",
    span: [0, 30],
    clock: "elapsed",
    over: "next",
  };
  const demand: Demand = {
    ...hand,
    shifts: [shift("early", "anna")],
    tasks: [task("a", 1, upTo(15)), task("b", 1, upTo(60)), task("c", 1, upTo(11)), task("d", 2, upTo(11))],
    relations: [soon, ...["ab", "bc", "cd"].map((pair) => ({ id: pair, kind: "order", tasks: [...pair], adjacent: true }) as const)],
    terms: [{ ...term("durationValue", 2), curve: { points: [[0, 0]], below: 1, above: 1 } }],
  };
  for (const seed of [1, 2, 3]) {
    const { issues, score } = solveSync(demand, { steps: 10_000, seed });
    expect(issues, `seed ${seed}`).toEqual([]);
    expect(score.levels, `seed ${seed}`).toEqual([0, 0, -5 - 5 - 1]); // a, then b or c as far as d may wait, and d
  }
});

test.each([1, 2, 3])("a time that a column of whole numbers cannot hold is refused (%i)", (k) => {
  const far = 2 ** 32 + 600; // would wrap round to 600
  const changed = [
    { shifts: [shift("s", "anna", { ends: [null, far] })] },
    { tasks: [task("a", 1, { slots: [{ start: [0, null], due: { start: far } }] })] },
    { tasks: [task("a", 1, { duration: { min: 0, max: far } })] },
  ][k - 1]!;
  expect(() => compile({ ...hand, ...changed })).toThrow(UsageError);
});

test("a Demand without shifts ends, nothing served", () => {
  expect(audited({ ...hand, shifts: [], terms: [term("waiting", 2)] }).plan.unserved).toEqual(["a", "b"]);
});

test("other tasks left out are missed breaks of 0, which a range sees", () => {
  const at = { slots: [{ start: [500, 505] as const }], duration: { min: 30, max: 30 } };
  const tasks = [task("a", 1, at), task("b", 2, at), task("c", 2, at), task("rest", "anywhere", { ...at, kind: "break" })];
  audited({ ...hand, tasks, terms: [{ ...term("missedBreak", 2), reduce: "range" }] });
});

test("lanes of a seed as large as the time of day in milliseconds differ", () => {
  const p = compile(hand);
  const firstDraw = (firstLane: number): number => {
    let drawn = Number.NaN;
    const onLane = (lane: Lane | PlainLane): void => {
      drawn = lane.random.uint32();
    };
    new Search(p, { seed: 1_700_000_000_001, firstLane, lanes: 1, steps: 1, warm: null, share: null, replay: null, onLane });
    return drawn;
  };
  expect(firstDraw(0)).not.toBe(firstDraw(1));
});
