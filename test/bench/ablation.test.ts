import { expect, test } from "vitest";
import { ablationOptions, ablationText } from "../../bench/ablation/ablation.ts";
import { demandOf, sourcesOf } from "../../bench/ablation/demands.ts";
import { effectOf } from "../../bench/ablation/effect.ts";
import { movesOn, type Trial, type TrialSpec } from "../../bench/ablation/trial.ts";
import { CommandError } from "../../bench/suites.ts";

test("the effect of a move by hand", () => {
  const { pairs, worse, better, chance, compared, mean, error } = effectOf([
    { without: [0, 0, 110], base: [0, 0, 100] },
    { without: [0, 0, 98], base: [0, 0, 100] },
    { without: [0, 0, 100], base: [0, 0, 100] },
    // Differs above the last level: counts for the signs, not for the mean.
    { without: [0, 5, 10], base: [0, 4, 100] },
  ]);
  expect({ pairs, worse, better, compared }).toEqual({ pairs: 4, worse: 2, better: 1, compared: 3 });
  expect(chance).toBe(1);
  // +10, -2 and 0 have the mean 8/3 and the variance (484 + 196 + 64) / 9 / 2.
  expect(mean).toBeCloseTo(8 / 3, 10);
  expect(error).toBeCloseTo(Math.sqrt((484 + 196 + 64) / 9 / 2 / 3), 10);
});

test("five worse and none better happens once in sixteen by chance; ties count for neither", () => {
  const worse = { without: [0, 2], base: [0, 1] };
  const tie = { without: [0, 1], base: [0, 1] };
  expect(effectOf([worse, worse, worse, worse, worse, tie, tie]).chance).toBe(1 / 16);
  expect(effectOf([tie]).chance).toBe(1);
});

test("towns are named without data, and other seeds are other towns", () => {
  const [town, ...more] = sourcesOf(["rules/fair/50"], undefined);
  expect(more).toEqual([]);
  expect(demandOf(town!, 1)).toEqual(demandOf(town!, 1));
  expect(demandOf(town!, 2)).not.toEqual(demandOf(town!, 1));
  expect(() => sourcesOf(["nowhere/*"], undefined)).toThrow(CommandError);
});

test("a move counts only where the search uses it", () => {
  const on = (name: string): readonly string[] => movesOn(demandOf(sourcesOf([name], undefined)[0]!, 1));
  expect(on("rules/plain/50")).not.toContain("otherDay");
  expect(on("rules/slots/50")).toContain("otherDay");
});

test("the table puts the most useful move first", () => {
  const source = { name: "rules/plain/50", suite: "rules", path: "plain/50" };
  const spec = (without: string | undefined): TrialSpec => ({ source, seed: 1, seconds: 2, cpu: true, without });
  const trial = (cost: number): Trial => ({ levels: [0, cost], legal: true, steps: 1 });
  const text = ablationText([spec(undefined), spec("a"), spec("b")], {
    "rules/plain/50 seed 1 2 CPU s without nothing": trial(100),
    "rules/plain/50 seed 1 2 CPU s without a": trial(99),
    "rules/plain/50 seed 1 2 CPU s without b": trial(103),
  });
  const [, , first, second] = text.split("\n");
  expect(first).toMatch(/^b .*\+3\.00 %/);
  expect(second).toMatch(/^a .*-1\.00 %/);
});

test("what cannot be meant is refused", () => {
  expect(ablationOptions(["--help"])).toBeNull();
  expect(() => ablationOptions(["--seeds", "0"])).toThrow(CommandError);
  expect(() => ablationOptions(["--seconds", "soon"])).toThrow(CommandError);
  expect(() => ablationOptions(["--secnods", "1"])).toThrow(CommandError);
  expect(ablationOptions(["--only", "a,b"])?.only).toEqual(["a", "b"]);
});
