/** Unified home healthcare as a benchmark. */
import type { Benchmark } from "../benchmark.ts";
import { readRounds } from "../homecare/readRounds.ts";
import { writeRounds } from "../homecare/writeRounds.ts";
import { planOf } from "../rounds.ts";
import { uncountedWaiting, withLateOpeningLunch } from "./openingLunch.ts";
import { readUhhc } from "./readUhhc.ts";

/** Cost: the weighted sum of the file's components. */
export const uhhc: Benchmark = {
  name: "uhhc",
  instanceExtension: "json",
  solutionExtension: "json",
  read: readUhhc,
  readSolution: (demand, text) =>
    planOf(
      demand,
      readRounds(demand, text).map((round) => withLateOpeningLunch(demand, round)),
      "UHHC solution",
    ),
  writeSolution: writeRounds,
  cost: (demand, plan, score) => (score.levels[1] ?? 0) - uncountedWaiting(demand, plan),
};
