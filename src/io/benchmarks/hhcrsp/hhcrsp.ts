/** The HHCRSP as a benchmark. */
import type { Benchmark } from "../benchmark.ts";
import { readRounds } from "../homecare/readRounds.ts";
import { writeRounds } from "../homecare/writeRounds.ts";
import { planOf } from "../rounds.ts";
import { readHhcrsp } from "./readHhcrsp.ts";

/** Cost: a third each of distance, total tardiness and largest tardiness, in minutes. */
export const hhcrsp: Benchmark = {
  name: "hhcrsp",
  instanceExtension: "json",
  solutionExtension: "json",
  read: readHhcrsp,
  readSolution: (demand, text) => planOf(demand, readRounds(demand, text), "HHCRSP solution"),
  writeSolution: writeRounds,
  cost: (demand, _plan, score) => (score.levels[1] ?? 0) / (3 * demand.ticksPerMinute),
};
