import { expect, test } from "vitest";
import { allows, firstMemory, lengthen } from "../../../src/bound/rounds/memory.ts";
import { settingOf } from "../../../src/bound/rounds/setting.ts";
import { compile } from "../../../src/problem/compile.ts";
import { demand, onLine, shift, task, term } from "../../reference/demand.ts";

/** Tasks at 0, 10, … 110 on a line: each remembers the six nearest. */
const places = Array.from({ length: 12 }, (_, i) => 10 * i);
const line = demand({
  travel: [{ mode: "walk", placeCount: places.length, ticks: onLine(places) }],
  shifts: [shift("day", 0, 1000)],
  tasks: places.map((_, i) => task(`t${i}`, i, 1)),
  terms: [term("travel", 1, 1)],
});

test("a task is forgotten far from it, until all that lies between its visits remembers it", () => {
  const setting = settingOf(compile(line));
  const ways = setting.classes[0]!.networks[0]!;
  const memory = firstMemory(setting, ways);
  const [near, far] = [
    [0, 1, 0],
    [0, 1, 11, 1, 0],
  ];
  expect(allows(memory, ways, near)).toBe(false);
  expect(allows(memory, ways, far)).toBe(true);
  expect([lengthen(memory, ways, far), lengthen(memory, ways, far)]).toEqual([true, false]);
  expect(allows(memory, ways, far)).toBe(false);
  expect(lengthen(memory, ways, far)).toBe(false);
});

test("a round that serves no task twice is a round under any memory", () => {
  const setting = settingOf(compile(line));
  const ways = setting.classes[0]!.networks[0]!;
  expect(allows(firstMemory(setting, ways), ways, [3, 1, 11, 7])).toBe(true);
});
