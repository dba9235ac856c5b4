import { expect, test } from "vitest";
import type { Demand } from "../../../src/model/demand.ts";
import type { Term } from "../../../src/model/term.ts";
import { compile } from "../../../src/problem/compile.ts";
import { reassign } from "../../../src/search/moves/reassign.ts";
import { wholeRounds } from "../../../src/search/moves/tails.ts";
import type { Tools } from "../../../src/search/tools.ts";
import { demand, shift, task } from "../../check/plan/hand.ts";
import { toolsOf } from "../lanes.ts";
import { lay, seenOf } from "./tried.ts";

const PEOPLE = ["anna", "bo", "carl"];
const liked: Term = { name: "liked", level: 1, measure: "whoCost", unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } };

/** Each of three wants somebody, and nobody comes to the one who wants them; a change of two helps only one of these. */
const turned: Demand = {
  ...demand,
  workers: PEOPLE.map((id) => ({ id, traits: [], skills: [], rest: [] })),
  clients: PEOPLE.map((id) => ({ id: `client of ${id}` })),
  tasks: PEOPLE.flatMap((wanted) =>
    [480, 600].map((start) =>
      task(`${wanted} ${start}`, 1, {
        client: `client of ${wanted}`,
        slots: [{ start: [start, start] }],
        duration: { min: 60, max: 60 },
        who: { cost: Object.fromEntries(PEOPLE.filter((id) => id !== wanted).map((id) => [id, 5])) },
      }),
    ),
  ),
  shifts: PEOPLE.map((id) => shift(id, id, { begins: [480, 480], ends: [null, 780], options: [{ mode: "walk", from: 1, to: 1 }] })),
  terms: [liked],
};
const TURNED = [[2, 3], [4, 5], [0, 1]];

function laid(of: Demand, rounds: readonly (readonly number[])[]): Tools {
  const tools = toolsOf(compile(of));
  lay(tools, rounds);
  return tools;
}

test("three rounds change people at once, where no change of two is enough", () => {
  const tools = laid(turned, TURNED);
  expect(tools.objective.levels[1]).toBe(30);
  expect(seenOf(wholeRounds, tools).best).toBe(20);
  expect(seenOf(reassign, tools).best).toBe(0);
});

test("a break stays with its shift", () => {
  const pause = (worker: string) => ({
    ...task(`pause ${worker}`, "anywhere", { kind: "break", slots: [{ start: [540, 570] }], duration: { min: 30, max: 30 }, who: { shifts: [worker] } }),
  });
  const tools = laid({ ...turned, tasks: [...turned.tasks, ...PEOPLE.map(pause)] }, [[2, 6, 3], [4, 7, 5], [0, 8, 1]]);
  expect(seenOf(reassign, tools).best).toBe(0);
  expect(seenOf(wholeRounds, tools).best).toBe(20);
});

test("nobody takes a round with a task that they may not do", () => {
  const only = turned.tasks.map((t, k) => (k === 0 ? { ...t, who: { ...t.who, only: ["carl"] } } : t));
  const { best, tasks } = seenOf(reassign, laid({ ...turned, tasks: only }, TURNED));
  expect([...tasks].sort()).toEqual([2, 3, 4, 5]);
  expect(best).toBe(20);
});
