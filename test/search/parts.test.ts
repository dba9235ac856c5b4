import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.ts";
import { Random } from "../../src/random.ts";
import { Lane } from "../../src/search/lane.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { cutParts, cutProblem, MOST_PARTS, shiftsOfOne } from "../../src/search/parts.ts";
import { auditLane } from "../../src/solve/audit.ts";
import { demandOf } from "../../bench/speed/shapes.ts";

const town = compile(demandOf({ shape: "day", size: 640 }));
const rowsOf = (parts: Uint8Array, part: number): number[] => Array.from(parts.keys()).filter((row) => parts[row] === part);

test.each([2, 3, 5])("%i parts have about as many tasks and people each", (parts) => {
  const { ofShift, ofTask } = cutProblem(town, parts, new Random(1));
  for (let part = 0; part < parts; part++) {
    expect(Math.abs(rowsOf(ofTask, part).length - town.taskCount / parts)).toBeLessThan(0.1 * town.taskCount);
    expect(Math.abs(rowsOf(ofShift, part).length - town.shiftCount / parts)).toBeLessThanOrEqual(0.1 * town.shiftCount + 1);
  }
});

test("what hard relations tie together stays together", () => {
  const { ofTask, fixed } = cutProblem(town, 4, new Random(2));
  const { relations } = town;
  let pairs = 0;
  for (let k = 0; k < relations.count; k++) {
    const members = Array.from(relations.members.subarray(relations.memberFrom[k]!, relations.memberFrom[k + 1]!));
    if (members.length !== 2) continue;
    expect(ofTask[members[0]!]).toBe(ofTask[members[1]!]);
    pairs++;
  }
  expect(pairs).toBeGreaterThan(10);
  expect(fixed.every((one) => one === 0)).toBe(true);
});

test("only what is to be cut is in a part", () => {
  const tasks = Array.from({ length: 100 }, (_, k) => 3 * k);
  const { ofTask, ofShift } = cutParts(town, tasks, [1, 4, 5], 2, new Random(3));
  for (let task = 0; task < town.taskCount; task++) expect(ofTask[task]! < 2).toBe(tasks.includes(task));
  for (let r = 0; r < town.shiftCount; r++) expect(ofShift[r]! < MOST_PARTS).toBe([1, 4, 5].includes(town.shifts.worker[r]!));
});

test("tasks of a part are nearer to each other than to others", () => {
  const { ofTask } = cutProblem(town, 4, new Random(4));
  const { ticks, placeCount } = town.travel;
  const sums = [0, 0];
  const counts = [0, 0];
  const placed = Array.from(town.tasks.place.keys()).filter((task) => town.tasks.place[task]! >= 0);
  for (const a of placed) {
    for (const b of placed) {
      const side = ofTask[a] === ofTask[b] ? 0 : 1;
      sums[side]! += ticks[town.tasks.place[a]! * placeCount + town.tasks.place[b]!]!;
      counts[side]!++;
    }
  }
  expect(sums[0]! / counts[0]!).toBeLessThan((0.75 * sums[1]!) / counts[1]!);
});

test("a first plan made in parts leaves nothing closed behind, and what the search counts is true", () => {
  expect(town.taskCount / shiftsOfOne(town)).toBeGreaterThan(600);
  const lane = new Lane(town, neighboursOf(town, 64), 1, null);
  while (!lane.build());
  expect(lane.tools.region).toBeNull();
  expect(lane.tools.unserved.length).toBeLessThan(town.taskCount / 20);
  auditLane(town, lane);
  lane.run(300);
});
