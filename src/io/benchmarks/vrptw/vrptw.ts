/** The VRPTW as a benchmark. */
import type { Benchmark } from "../benchmark.ts";
import { readVrptw, TICKS_PER_UNIT } from "./readVrptw.ts";
import { readVrptwSolution, writeVrptwSolution } from "./vrptwSolution.ts";

/** Cost: total distance in units of the instance, one decimal. */
export const vrptw: Benchmark = {
  name: "vrptw",
  instanceExtension: "txt",
  solutionExtension: "sol",
  read: readVrptw,
  readSolution: readVrptwSolution,
  writeSolution: writeVrptwSolution,
  cost: (_demand, _plan, score) => (score.levels[1] ?? 0) / TICKS_PER_UNIT,
};
