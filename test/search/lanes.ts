/** Lanes over random Demands, and looking into their memory. */
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import type { Problem } from "../../src/problem/problem.ts";
import { Lane } from "../../src/search/lane.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { Tools } from "../../src/search/tools.ts";
import type { Trail } from "../../src/search/trail.ts";
import type { DemandOptions } from "../generate/demands.ts";

/** Big enough for every move to find something to do. */
export const MIXED: DemandOptions = { tasks: [4, 14], shifts: [2, 5], fitted: 0.9 };

/** A lane that has put in every task it could. */
export function laneOf(demand: Demand, seed = 1): Lane {
  const p = compile(demand);
  const lane = new Lane(p, neighboursOf(p, 64), seed, null);
  while (!lane.build());
  return lane;
}

/** Empty rounds. */
export const toolsOf = (p: Problem, seed = 1): Tools => new Tools(p, neighboursOf(p, 64), seed);

/** Every bit of the trail's memory. */
export interface Memory {
  readonly ints: Int32Array;
  readonly reals: BigInt64Array;
}

export const memoryOf = ({ ints, reals }: Trail): Memory => ({ ints: ints.slice(), reals: new BigInt64Array(reals.slice().buffer) });

/** Where two memories first differ; null: nowhere. */
export function differenceOf(a: Memory, b: Memory): string | null {
  for (let i = 0; i < a.ints.length; i++) if (a.ints[i] !== b.ints[i]) return `ints[${i}]: ${a.ints[i]} and ${b.ints[i]}`;
  for (let i = 0; i < a.reals.length; i++) if (a.reals[i] !== b.reals[i]) return `reals[${i}]`;
  return null;
}
