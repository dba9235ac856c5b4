/** Running the lanes of one job in this thread: compile, search, decode. */
import { UsageError } from "../errors.ts";
import type { Plan } from "../model/plan.ts";
import { compile } from "../problem/compile.ts";
import { decode, encode } from "../problem/decode.ts";
import type { Problem } from "../problem/problem.ts";
import { Search } from "../search/search.ts";
import type { Beginning } from "../search/warmStart.ts";
import { auditLane } from "./audit.ts";
import { breath } from "./breath.ts";
import type { LanePool, LanesFound, LanesJob, LanesNow, LanesWatch } from "./pool.ts";

/** Milliseconds of work between two breaths of the event loop. */
const SLICE = 5;
/** Pieces of work between two reports, where nobody draws breath. */
const PIECES = 64;

/** The calling thread as a pool: what `solve` uses unless it is given another. */
export const callingThread: LanePool = { threads: 1, run: runLanes };

/**
 * Runs the lanes in slices, so that timers, messages and abort signals are handled in between.
 * Throws at once what `compile` throws; rejects with AuditError.
 */
export function runLanes(job: LanesJob, watch: LanesWatch): Promise<LanesFound> {
  const lanes = new Lanes(job, watch);
  return (async () => {
    for (;;) {
      const until = performance.now() + SLICE;
      let done = false;
      while (!done && !lanes.waits && performance.now() < until) done = lanes.advance();
      if (done) return lanes.found();
      watch.report(lanes);
      if (lanes.waits) await lanes.meet();
      else await breath();
    }
  })();
}

/** The same without a break. Throws UsageError where other jobs have lanes of the same search: it cannot wait for them. */
export function runLanesSync(job: LanesJob, watch: LanesWatch): LanesFound {
  if (job.lanes < job.lanesInAll) throw new UsageError(`${job.lanes} of ${job.lanesInAll} lanes cannot wait for the others; use runLanes.`);
  const lanes = new Lanes(job, watch);
  for (let piece = 0; !lanes.advance(); piece++) if (piece % PIECES === 0) watch.report(lanes);
  return lanes.found();
}

/** One job under way. */
class Lanes implements LanesNow {
  private readonly job: LanesJob;
  private readonly p: Problem;
  private readonly watch: LanesWatch;
  private readonly search: Search;

  constructor(job: LanesJob, watch: LanesWatch) {
    const p = compile(job.demand);
    this.job = job;
    this.p = p;
    this.watch = watch;
    this.search = new Search(p, {
      seed: job.seed,
      firstLane: job.firstLane,
      lanes: job.lanes,
      lanesInAll: job.lanesInAll,
      steps: job.steps ?? Number.POSITIVE_INFINITY,
      warm: beginningOf(p, job.start),
      share: job.timed ? () => watch.share() : null,
      replay: job.replay,
      ...(job.audit ? { onLane: (lane) => auditLane(p, lane) } : {}),
    });
  }

  get steps(): number {
    return this.search.steps;
  }

  get levels(): readonly number[] {
    return Array.from(this.search.bestLevels);
  }

  plan(): Plan {
    return decode(this.p, this.search.best(), { tool: "hemtur" });
  }

  /** Do these lanes wait for those of other jobs? */
  get waits(): boolean {
    return this.job.lanes < this.job.lanesInAll && this.search.waits;
  }

  async meet(): Promise<void> {
    this.search.meet(await this.watch.meet(this.search.words()));
  }

  /** Does the next piece of work; true: that was all. */
  advance(): boolean {
    if (this.watch.stopped()) this.search.stop();
    return this.search.advance().done;
  }

  found(): LanesFound {
    const { cooling, frames, hasResult } = this.search;
    return { plan: this.plan(), levels: this.levels, steps: this.steps, cooling, frames, hasResult };
  }
}

/**
 * The given plan; or else the rounds of the baseline, which changes are counted from. Only the times of the former are held, and
 * where nothing is gained by starting later, no move would ever let go of them.
 */
function beginningOf(p: Problem, start: Plan | null): Beginning | null {
  const { baseline = [] } = p.demand;
  if (start !== null) return { solution: encode(p, start), holdsTimes: p.timeMatters };
  return baseline.length === 0 ? null : { solution: encode(p, { shifts: baseline }), holdsTimes: false };
}
