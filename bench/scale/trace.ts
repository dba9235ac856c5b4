/** One search for the plan of a city day, looked at as it goes on. */
import { callingThread } from "../../src/solve/lanes.ts";
import type { LanePool, LanesNow } from "../../src/solve/pool.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { threadPool } from "../../src/node.ts";
import { solve } from "../../src/solve/solve.ts";
import { cpuClock, wallClock } from "../quality/runOnce.ts";
import { cityDay } from "./cityDay.ts";
import { greedyPlan } from "./greedy.ts";

export interface TraceSpec {
  readonly visits: number;
  readonly seed: number;
  readonly seconds: number;
  readonly cpu: boolean;
  readonly threads: number;
}

/** A plan on the way. */
export interface Moment {
  /** Since `solve` was called, looking not counted. */
  readonly seconds: number;
  readonly steps: number;
  /** Seconds of travel in all, and visits without staff. */
  readonly travel: number;
  readonly unstaffed: number;
}

export interface Trace {
  readonly spec: TraceSpec;
  readonly shifts: number;
  readonly doubles: number;
  /** What the search is measured against; it does not begin there. */
  readonly greedy: Pick<Moment, "travel" | "unstaffed">;
  /** The first plan, made by construction alone; of several threads the first to have one. */
  readonly first: Moment;
  readonly moments: readonly Moment[];
  /** The result; the judge's work is within its seconds. */
  readonly last: Moment;
  /** Broken rules. */
  readonly issues: number;
  /** Peak memory of the whole process, what drew the day and Node included, before the greedy start is made. */
  readonly peakMegabytes: number;
  /** Most that was waiting to run on the machine in the last minute, at the end. */
  readonly load: number;
}

/** The plan is looked at again once this much more time has passed. */
const AGAIN = 1.08;

/** Searches as `spec` says and looks at the best plan now and then; the time for looking is not counted. */
export async function traceOf(spec: TraceSpec, load: () => number): Promise<Trace> {
  const demand = cityDay(spec.visits, spec.seed);
  const clock = spec.cpu ? cpuClock : wallClock;
  const lengths = new Lengths(demand);
  const moments: Moment[] = [];
  let looking = 0;
  const from = clock();
  const since = (): number => clock() - from - looking;
  const look = (now: Pick<LanesNow, "steps" | "plan">): Moment => {
    const seconds = since();
    const began = clock();
    const moment = { seconds, steps: now.steps, ...lengths.of(now.plan()) };
    looking += clock() - began;
    return moment;
  };
  const pool = spec.threads > 1 ? threadPool({ threads: spec.threads }) : callingThread;
  const watched: LanePool = {
    threads: pool.threads,
    run: (job, watch) =>
      pool.run(job, {
        ...watch,
        report(now) {
          if (now.steps > 0 && since() >= AGAIN * (moments.at(-1)?.seconds ?? 0)) moments.push(look(now));
          watch.report(now);
        },
      }),
  };
  const { plan, steps, issues } = await solve(demand, { seed: spec.seed, seconds: spec.seconds, lanes: spec.threads, pool: watched, clock: since }).result;
  const last = look({ steps, plan: () => plan });
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return {
    spec,
    greedy: lengths.of(greedyPlan(demand, spec.seed)),
    shifts: demand.shifts.length,
    doubles: demand.relations.length,
    first: moments[0] ?? last,
    moments,
    last,
    issues: issues.length,
    peakMegabytes,
    load: load(),
  };
}

/** Measures plans by the points of the Demand, which is quicker than judging them. */
class Lengths {
  private readonly demand: Demand;
  private readonly placeOf: ReadonlyMap<string, number>;
  private readonly shiftOf: ReadonlyMap<string, Demand["shifts"][number]>;

  constructor(demand: Demand) {
    this.demand = demand;
    this.placeOf = new Map(demand.tasks.map(({ id, place }) => [id, place as number]));
    this.shiftOf = new Map(demand.shifts.map((shift) => [shift.id, shift]));
  }

  of(plan: Plan): Pick<Moment, "travel" | "unstaffed"> {
    let travel = 0;
    for (const round of plan.shifts) {
      const { mode, from, to } = this.shiftOf.get(round.shift)!.options[round.option]!;
      const { points = [], ticksPerUnit = 1 } = this.demand.travel.find((one) => one.mode === mode)!;
      let here = from as number;
      for (const place of [...round.tasks.map(({ id }) => this.placeOf.get(id)!), to as number]) {
        const [a, b] = [points[here]!, points[place]!];
        travel += Math.floor(Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) * ticksPerUnit + 0.5);
        here = place;
      }
    }
    return { travel, unstaffed: plan.unserved.length };
  }
}
