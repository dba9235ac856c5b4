import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
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

test("a block stays whole: where the other has no room for all of it, the rest goes where it fits", () => {
  const tools = toolsOf(compile({ ...crossed, shifts: [inOneHome("a", "anna"), shift("b", "bo", { begins: [480, 480], ends: [null, 540], options: [{ mode: "walk", from: 1, to: 1 }] })] }));
  lay(tools, [[0, 1], [2]]);
  const { priced } = seenOf(samePerson, tools);
  expect(priced).toBeGreaterThan(0);
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
