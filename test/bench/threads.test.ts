import { expect, test } from "vitest";
import { threadsText } from "../../bench/threads/text.ts";
import { threadsOptions, threadsRuns } from "../../bench/threads/threads.ts";
import { CommandError } from "../../bench/suites.ts";

test("lanes in turn are compared at equal steps, and stand in a row", async () => {
  const options = threadsOptions(["--only", "day/300", "--seconds", "0", "--steps", "10", "--seeds", "2"])!;
  const { timed, counted } = await threadsRuns(options);
  expect(timed).toEqual([]);
  expect(counted.map(({ seed }) => seed)).toEqual([1, 2]);
  for (const { tasks, arms } of counted) expect(Object.values(arms).map(({ steps }) => steps)).toEqual([10 * tasks, 10 * tasks, 10 * tasks, 5 * tasks]);
  expect(threadsText(counted, "cpuSeconds")).toMatch(/day\/300 +\d+ +2 /);
});

test("a cost is told on the first level where runs differ, against the first arm", () => {
  const trial = (levels: readonly number[]) => ({ levels, steps: 100, seconds: 2, cpuSeconds: 4 });
  const pair = { name: "here", tasks: 9, seed: 1, arms: { one: trial([0, 5, 200]), two: trial([0, 5, 190]) } };
  const [, , row] = threadsText([pair, { ...pair, seed: 2, arms: { one: trial([0, 5, 200]), two: trial([0, 5, 200]) } }], "seconds").split("\n");
  expect(row!.split(/ {2,}/)).toEqual(["here", "9", "2", "200", "50", "4.0", "195", "-2.50 %", "1 of 2", "50", "4.0"]);
});

test("what cannot be meant is refused in a sentence", () => {
  expect(threadsOptions(["--help"])).toBeNull();
  expect(threadsOptions([])).toMatchObject({ lanes: 2, seconds: 10, steps: 200, seeds: 3 });
  for (const args of [["--lanes", "1"], ["--seconds", "-1"], ["--steps", "1.5"], ["--only", "moon"], ["--nothing"], ["--data", "nowhere"]]) {
    expect(() => threadsOptions(args), args.join(" ")).toThrow(CommandError);
  }
});
