/** Random Demands of coupled rounds with nothing but convex prices of time, and the linear program's word on their best times. */
import type { Curve } from "../../../src/model/curve.ts";
import type { Demand, Shift, Task } from "../../../src/model/demand.ts";
import type { GapRelation } from "../../../src/model/relation.ts";
import type { Term } from "../../../src/model/term.ts";
import { decode } from "../../../src/problem/decode.ts";
import { Random } from "../../../src/random.ts";
import { retimeRounds } from "../../../src/search/exact/retime.ts";
import { demand, onLine, shift, slot, task, term, worker } from "../../reference/demand.ts";
import { linearTimes } from "../../reference/linearTimes.ts";
import { read } from "../../reference/reading.ts";
import { structureOfPlan } from "../../reference/structure.ts";
import { timesOf } from "../../reference/times.ts";
import { laneOf } from "../lanes.ts";

/** Two to four rounds of two to nine tasks in all, tied by one to four gaps; days of 60 or 600 ticks. */
export function coupledDemand(seed: number): Demand {
  const random = Random.keyed(seed, "coupled rounds");
  const between = (low: number, high: number): number => low + random.below(high - low + 1);
  const day = random.pick([60, 600]);
  const part = (of: number): number => Math.max(1, Math.round(day / of));
  const workers = Array.from({ length: between(2, 4) }, (_, i) => worker(`w${i}`));
  const shifts = workers.map(({ id }, i): Shift => {
    const begin = between(0, part(6));
    return shift(`s${i}`, begin, begin + day, {
      worker: id,
      ...(random.chance(0.3) ? { maxSpan: between(part(2), day) } : {}),
      ...(random.chance(0.6) ? { paidTo: begin + between(part(3), day) } : {}),
    });
  });
  // Whole slopes: what the linear program rounds on one level must not be worth much on the next.
  const valley = (at: number): Curve => {
    const [width, slope] = [between(1, part(8)), between(0, 4)];
    return {
      points: [
        [at, 0],
        [at + width, slope * width],
      ],
      below: -between(0, 3),
      above: 9,
    };
  };
  const tasks = Array.from({ length: between(2, 9) }, (_, i): Task => {
    const from = between(0, part(2));
    const shortest = between(1, part(12));
    const soft = {
      ...(random.chance(0.6)
        ? { due: { start: from + between(0, part(4)), ...(random.chance(0.4) ? { end: from + between(0, part(3)) } : {}) } }
        : {}),
      ...(random.chance(0.5) ? { wish: { start: from + between(0, part(3)) } } : {}),
      ...(random.chance(0.4) ? { startCost: valley(from + between(0, part(3))) } : {}),
      ...(random.chance(0.2) ? { endCost: valley(from + between(0, part(3))) } : {}),
    };
    const elastic = random.chance(0.5);
    const longest = shortest + (elastic ? between(1, part(10)) : 0);
    return task(`t${i}`, between(0, 3), [shortest, longest], {
      slots: [slot(from, from + between(part(3), day), soft)],
      kind: random.chance(0.1) ? "break" : "care",
      unservedCost: 500,
      ...(elastic ? { duration: { min: shortest, max: longest, value: valley(between(shortest, longest)) } } : {}),
    });
  });
  const relations = Array.from({ length: between(1, 4) }, (_, i): GapRelation => {
    const low = random.chance(0.4) ? 0 : between(-part(6), part(6));
    return {
      id: `r${i}`,
      kind: "gap",
      tasks: random.shuffled(tasks.map(({ id }) => id)).slice(0, between(2, 3)),
      from: random.pick(["start", "end"] as const),
      to: random.pick(["start", "start", "end"] as const),
      span: random.pick([
        [low, low],
        [low, null],
        [null, low + part(10)],
        [low, low + part(10)],
      ] as const),
      clock: "elapsed",
      over: random.pick(["next", "every"] as const),
    };
  });
  const sums = (["late", "early", "slotCost", "durationValue", "waiting", "idle", "overtime"] as const).filter(() => random.chance(0.6));
  const terms: Term[] = [
    term("unserved", 1, 1),
    ...sums.map((measure) => term(measure, between(1, 3), between(1, 5), { per: "plan" })),
    ...(random.chance(0.5)
      ? [
          term(
            "late",
            between(1, 3),
            {
              points: [
                [0, 0],
                [part(10), part(10)],
              ],
              above: between(5, 9),
            },
            { name: "latest", reduce: "max" },
          ),
        ]
      : []),
  ];
  return demand({ travel: [{ mode: "walk", placeCount: 4, ticks: onLine([0, 2, 5, 9]) }], workers, shifts, tasks, relations, terms });
}

export interface Verdict {
  readonly seed: number;
  /** equal: exact timing costs what the linear program says. unknown: there is nothing to compare, or it knows no answer. */
  readonly verdict: "equal" | "different" | "unknown";
  readonly own?: readonly number[];
  readonly linear?: readonly number[];
}

/** Plans the Demand a little, times all its rounds exactly, and asks the linear program for the same rounds. */
export function compareTimes(seed: number): Verdict {
  const problem = coupledDemand(seed);
  const lane = laneOf(problem, seed);
  lane.cool(0);
  lane.run(20);
  const { tools } = lane;
  const { draft, objective } = tools;
  const { st } = objective;
  const used = problem.shifts.map((_, r) => r).filter((r) => st.size[r]! > 0);
  draft.price();
  if (used.length === 0 || objective.violations() > 0) return { seed, verdict: "unknown" };
  if (retimeRounds(tools, used)) draft.price();
  else draft.undo();
  objective.sumLevels();
  if (tools.timetable.prices.exactLevels < objective.levels.length) return { seed, verdict: "different" };
  const reading = read(problem);
  const structure = structureOfPlan(reading, decode(tools.p, lane.now(), { tool: "test" }).shifts);
  const times = timesOf(reading, structure);
  if (times === null) return { seed, verdict: "different" };
  const linear = linearTimes(reading, structure, times)?.levels;
  if (linear === undefined) return { seed, verdict: "unknown" };
  const own = [...objective.levels];
  // At whole ticks all costs are whole; the linear program's are so but for rounding.
  const equal = own.every((cost, level) => Number.isInteger(cost) && Math.abs(cost - linear[level]!) < 0.1);
  return equal ? { seed, verdict: "equal" } : { seed, verdict: "different", own, linear };
}
