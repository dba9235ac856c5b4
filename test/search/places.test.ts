import fc from "fast-check";
import { expect, test } from "vitest";
import type { Demand, Task } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { resolvePlaces, SIDE_AFTER, SIDE_BEFORE, SIDE_FROM, SIDE_TO } from "../../src/search/places.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { toolsOf } from "./lanes.ts";

type Stop = readonly [place: Task["place"], side?: number];

/** The places of a round of these tasks, in order, each with its side; the round goes from base 0 to home 2 unless said otherwise. */
function placesOf(tasks: readonly Stop[], from: number | null = 0, to: number | null = 2): readonly number[] {
  const world: Demand = {
    ...demand,
    tasks: tasks.map(([place], t) => task(`t${t}`, place)),
    shifts: [shift("s", "anna", { options: [{ mode: "walk", from, to }] })],
  };
  const { st } = toolsOf(compile(world)).objective;
  for (const [t, [, side = SIDE_BEFORE]] of tasks.entries()) st.link(t, 0, st.prev[st.taskCount]!, t, 0, side);
  resolvePlaces(st, 0);
  return Array.from(st.place);
}

test("a task with a place of its own is done there", () => {
  expect(placesOf([[1], [2], [1]])).toEqual([1, 2, 1]);
});

test("one at a neighbour's place is done at the stop before, through others like it; the first where the round starts", () => {
  expect(placesOf([["neighbour"], [1], ["neighbour"], ["anywhere"], [2]])).toEqual([0, 1, 1, 1, 2]);
});

test("put on the other side it is done at the stop after; the last where the round ends", () => {
  expect(placesOf([[1], ["neighbour", SIDE_AFTER], ["anywhere", SIDE_AFTER], [0], ["anywhere", SIDE_AFTER]])).toEqual([1, 0, 0, 0, 2]);
});

test("between an end and a start it is done at either end of the round where that was chosen, and what follows it stays there", () => {
  expect(placesOf([[1], ["anywhere", SIDE_FROM], ["neighbour"], [1], ["anywhere", SIDE_TO], [1]])).toEqual([1, 0, 0, 1, 2, 1]);
});

test("what is put at the stop after follows one that was put at an end of the round", () => {
  expect(placesOf([[1], ["anywhere", SIDE_AFTER], ["anywhere", SIDE_TO], [1]])).toEqual([1, 2, 2, 1]);
  expect(placesOf([[1], ["anywhere", SIDE_AFTER], ["anywhere", SIDE_FROM], [1]])).toEqual([1, 0, 0, 1]);
  expect(placesOf([[1], ["anywhere", SIDE_AFTER], ["shiftEnd"], [1]])).toEqual([1, 2, 2, 1]);
});

test("what is done where the shift ends is so wherever it stands", () => {
  expect(placesOf([["shiftEnd"], [1], ["shiftEnd", SIDE_FROM], ["neighbour"]])).toEqual([2, 1, 2, 2]);
});

test("a round that starts nowhere starts at its first place", () => {
  expect(placesOf([["anywhere"], ["neighbour"], [1]], null)).toEqual([1, 1, 1]);
  expect(placesOf([["anywhere"], ["neighbour"]], null)).toEqual([2, 2]);
  expect(placesOf([["anywhere"]], null, null)).toEqual([-1]);
});

test("whatever comes and goes, no place is left as it was where it is another now, and nothing that fits is refused", () => {
  const stop = fc.record({ place: fc.constantFrom<Task["place"]>(0, 1, 2, "neighbour", "anywhere", "shiftEnd"), side: fc.constantFrom(SIDE_BEFORE, SIDE_AFTER, SIDE_FROM, SIDE_TO) });
  const end = fc.constantFrom(0, 2, null);
  const turns = fc.array(fc.record({ task: fc.nat(7), at: fc.nat(8) }), { minLength: 10, maxLength: 30 });
  let [looked, open] = [0, 0];
  fc.assert(
    fc.property(fc.array(stop, { minLength: 8, maxLength: 8 }), end, end, turns, (stops, from, to, moves) => {
      const tools = toolsOf(compile({ ...demand, tasks: stops.map(({ place }, t) => task(`t${t}`, place, { duration: { min: 1, max: 1 } })), shifts: [shift("s", "anna", { options: [{ mode: "walk", from, to }] })] }));
      const { st } = tools.objective;
      for (const { task: t, at } of moves) {
        if (st.shiftOf[t] === 0) {
          tools.draft.take(t);
          expect(tools.draft.settleTimes()).toBe(true);
        } else {
          let after = st.taskCount;
          for (let k = at % (st.size[0]! + 1); k > 0; k--) after = st.next[after]!;
          expect(tools.draft.put(t, 0, after, t, 1, stops[t]!.side)).toBe(true);
        }
        const found = Array.from(st.place);
        resolvePlaces(st, 0);
        const served = stops.map((_, i) => st.shiftOf[i] === 0);
        expect(found.filter((_, i) => served[i])).toEqual(Array.from(st.place).filter((_, i) => served[i]));
        looked++;
        open += st.opens[0]! > 0 ? 1 : 0;
      }
    }),
    { seed: 3, numRuns: 400 },
  );
  expect(Math.min(looked - open, open)).toBeGreaterThan(300);
});
