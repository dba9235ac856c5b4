import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
import { NONE } from "../../../src/problem/problem.ts";
import { partOfDay, samePerson } from "../../../src/search/moves/clientBlock.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const faces: Term = { name: "faces", level: 1, measure: "workers", unit: "person", per: "client", reduce: "sum", curve: { points: [[0, 0]], above: 10 } };
const inOneHome = (id: string, worker: string) => shift(id, worker, { begins: [480, 480], ends: [null, 780], options: [{ mode: "walk", from: 1, to: 1 }] });
const visit = (id: string, client: string, start: number) => task(id, 1, { client, slots: [{ start: [start, start] }], duration: { min: 60, max: 60 } });

/** Two clients, each visited at 480 and at 600; anna and bo have visited both, which makes four faces where two would do. */
const crossed: Demand = {
  ...demand,
  clients: [{ id: "klara" }, { id: "lars" }],
  tasks: [visit("k1", "klara", 480), visit("k2", "klara", 600), visit("l1", "lars", 480), visit("l2", "lars", 600)],
  shifts: [inOneHome("a", "anna"), inOneHome("b", "bo")],
  terms: [faces],
};

test.each([samePerson, partOfDay])("$name: one person takes what two did, and what is in the way is exchanged for it", (move) => {
  const tools = toolsOf(compile(crossed));
  lay(tools, [[0, 3], [2, 1]]);
  expect(tools.objective.levels[1]).toBe(40);
  expect(seenOf(move, tools).best).toBe(20);
});

test("where the other has no room for all of a block, or someone is in its way, the rest goes where it fits", () => {
  const brief = shift("b", "bo", { begins: [480, 480], ends: [null, 540], options: [{ mode: "walk", from: 1, to: 1 }] });
  const tools = toolsOf(compile({ ...crossed, shifts: [inOneHome("a", "anna"), brief] }));
  const { st } = tools.objective;
  lay(tools, [[0, 1], [2]]);
  tools.insertion.blink = 0;
  let done = 0;
  for (let k = 0; k < 200; k++) {
    if (samePerson.try(tools)) {
      done++;
      // Bo takes Klara's visit at 480, Anna that of Lars; Bo is not there at 600, so Anna keeps Klara's second, and nobody takes on l2.
      expect(Array.from(st.shiftOf)).toEqual([1, 0, 0, NONE]);
      expect([st.start[0], st.start[1], st.start[2]]).toEqual([480, 600, 480]);
    } else tools.ruin.clear();
    tools.draft.undo();
  }
  expect(done).toBeGreaterThan(10);
});

test("clients with one task each: nothing to keep together", () => {
  const p = compile({ ...crossed, tasks: [visit("k1", "klara", 480), visit("l1", "lars", 480)] });
  expect(samePerson.supports(p)).toBe(false);
  expect(partOfDay.supports(p)).toBe(false);
});

test("parts of different days are not one", () => {
  const p = compile({ ...crossed, tasks: [visit("k1", "klara", 480), visit("k2", "klara", 480 + 1440)] });
  expect(samePerson.supports(p)).toBe(true);
  expect(partOfDay.supports(p)).toBe(false);
});
