/** Running the lanes of one job in this thread: compile, search, decode. */
import { hashOf } from "../model/hash.ts";
import type { Plan } from "../model/plan.ts";
import { compilePieces } from "../problem/compile.ts";
import { decode, encode } from "../problem/decode.ts";
import type { Problem } from "../problem/problem.ts";
import type { Pieces } from "../problem/pieces.ts";
import { FEW, Search } from "../search/search.ts";
import type { Beginning } from "../search/warmStart.ts";
import { nothingFound } from "./nothing.ts";
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
      while (!done && performance.now() < until) done = lanes.advance();
      if (done) return lanes.found();
      if (lanes.hasBegun) watch.report(lanes);
      lanes.leaveIfStopped();
      await breath();
    }
  })();
}

/** The same without a break. */
export function runLanesSync(job: LanesJob, watch: LanesWatch): LanesFound {
  const lanes = new Lanes(job, watch);
  for (let piece = 0; !lanes.advance(); piece++) if (piece % PIECES === 0 && lanes.hasBegun) watch.report(lanes);
  return lanes.found();
}

/** One job under way. */
class Lanes implements LanesNow {
  private readonly job: LanesJob;
  private readonly watch: LanesWatch;
  private readonly compiling: Pieces<Problem>;
  /** null while the Demand is being compiled. */
  private work: Work | null = null;

  constructor(job: LanesJob, watch: LanesWatch) {
    this.job = job;
    this.watch = watch;
    this.compiling = compilePieces(job.demand);
    this.compiling.next();
    hashOf(job.demand); // which the plan will carry, now rather than when time is up
  }

  /** Is the Demand compiled? */
  get hasBegun(): boolean {
    return this.work !== null;
  }

  get steps(): number {
    return this.work?.search.steps ?? 0;
  }

  get levels(): readonly number[] {
    return Array.from(this.work!.search.bestLevels);
  }

  plan(): Plan {
    return decode(this.work!.p, this.work!.search.best(), { tool: "hemtur" });
  }

  /** Does the next piece of work; true: that was all. */
  advance(): boolean {
    const isStopped = this.watch.stopped();
    if (this.work === null) return this.begin(isStopped);
    if (isStopped) this.stop(this.work.search);
    return this.work.search.advance().done;
  }

  /** Who stops the lanes does not wait for better times, only, in the present slice, for rules to be mended that the best still breaks. */
  private stop(search: Search): void {
    search.stop();
    if (search.bestLevels[0] === 0) search.leave();
  }

  leaveIfStopped(): void {
    if (this.watch.stopped()) this.work?.search.leave();
  }

  found(): LanesFound {
    if (this.work === null) return nothingFound(this.job.demand, this.job.firstLane);
    const { cooling, frames } = this.work.search;
    return { plan: this.plan(), levels: this.levels, steps: this.steps, cooling, frames };
  }

  ended(): LanesFound | null {
    const cooling = this.work?.search.coolingToHere() ?? null;
    return cooling === null ? null : { plan: this.plan(), levels: this.levels, steps: this.steps, cooling, frames: null };
  }

  /** Compiles on, unless there is no time to place anything of much; true: nothing is. */
  private begin(isStopped: boolean): boolean {
    const { job, watch } = this;
    if (job.demand.tasks.length > FEW && (isStopped || (job.timed && watch.share() >= 1))) return true;
    const { done, value: p } = this.compiling.next();
    if (done !== true) return false;
    const search = new Search(p, {
      seed: job.seed,
      firstLane: job.firstLane,
      lanes: job.lanes,
      steps: job.steps ?? Number.POSITIVE_INFINITY,
      warm: beginningOf(p, job.start),
      share: job.timed ? () => watch.share() : null,
      replay: job.replay,
      ...(job.audit ? { onLane: (lane) => auditLane(p, lane) } : {}),
    });
    this.work = { p, search };
    return false;
  }
}

interface Work {
  readonly p: Problem;
  readonly search: Search;
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
