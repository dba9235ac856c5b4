/** The greedy start: every visit in its turn where it costs least then, over all the city at once, and nothing after that. */
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { compile } from "../../src/problem/compile.ts";
import { decode } from "../../src/problem/decode.ts";
import { solutionNow } from "../../src/search/best.ts";
import { construct } from "../../src/search/construct.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { WIDTH } from "../../src/search/search.ts";
import { Tools } from "../../src/search/tools.ts";
import { Turns } from "../../src/search/turns.ts";

/** What the library's first plan would be if it were not made part by part. O(visits × shifts) and some seconds for a city. */
export function greedyPlan(demand: Demand, seed: number): Plan {
  const p = compile(demand);
  const tools = new Tools(p, neighboursOf(p, WIDTH), seed);
  const building = construct(tools, new Turns(), Number.POSITIVE_INFINITY);
  while (building.next().done !== true);
  return decode(p, solutionNow(tools.objective), { tool: "greedy" });
}
