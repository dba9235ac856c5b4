/** The recipe: compile, search, decode, judge. */
import { checkPlan } from "../check/plan/checkPlan.ts";
import { type Issue, UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import type { Plan } from "../model/plan.ts";
import { compareScores, type Score } from "../model/score.ts";
import { compile } from "../problem/compile.ts";
import { decode, encode } from "../problem/decode.ts";
import type { Problem } from "../problem/problem.ts";
import { Search } from "../search/search.ts";
import { auditLane } from "./audit.ts";
import { checkOptions, type Cooling, DEFAULT_SECONDS, type SolveOptions } from "./options.ts";

/** feasible: the judge finds no issue. infeasible: some rule is broken in the best plan found; `issues` says which. */
export type SolveStatus = "feasible" | "infeasible";

export interface SolveResult {
  readonly plan: Plan;
  readonly status: SolveStatus;
  /** As the judge sees it, not as the search does. */
  readonly score: Score;
  readonly issues: readonly Issue[];
  /** Of all lanes. */
  readonly steps: number;
  readonly seconds: number;
  /** For `replay`, together with `steps` where there is one lane. */
  readonly cooling: readonly Cooling[];
}

/** The best plan at one moment. */
export interface Improvement extends Pick<SolveResult, "plan" | "score" | "issues" | "seconds" | "steps"> {}

/** A search under way. */
export interface SolveRun {
  /** Never rejects on abort: the best so far. */
  readonly result: Promise<SolveResult>;
  /** Better and better plans while the search runs; a slow reader misses some and always gets the latest. */
  improvements(): AsyncIterable<Improvement>;
}

/** Milliseconds of work between two breaths of the event loop. */
const SLICE = 0.02;

/**
 * Searches for a good plan without blocking the event loop for long.
 * Throws UsageError on options that make no sense, or a Demand whose times do not fit ({@link compile}).
 */
export function solve(demand: Demand, options: SolveOptions = {}): SolveRun {
  const session = new Session(demand, options);
  let wake: (() => void)[] = [];
  let finished = false;
  const result = (async () => {
    try {
      for (;;) {
        await breath();
        const until = session.clock() + SLICE;
        let better = false;
        let done = session.aborted();
        while (!done && session.clock() < until) {
          const step = session.advance();
          better ||= step.better;
          done = step.done || session.aborted();
        }
        session.report();
        if (done) return session.result();
        if (better) release();
      }
    } finally {
      finished = true;
      release();
    }
  })();
  function release(): void {
    const waiting = wake;
    wake = [];
    for (const go of waiting) go();
  }
  return {
    result,
    async *improvements() {
      let seen = -1;
      for (;;) {
        if (session.version > seen) {
          seen = session.version;
          yield session.improvement();
        } else if (finished) return;
        else await new Promise<void>((go) => wake.push(go));
      }
    },
  };
}

/** The same without a break; for scripts, tests and runs by `steps`. */
export function solveSync(demand: Demand, options: SolveOptions = {}): SolveResult {
  const session = new Session(demand, options);
  let sinceReport = 0;
  while (!session.aborted() && !session.advance().done) if (++sinceReport % 64 === 0) session.report();
  return session.result();
}

/** One search with its budget. */
class Session {
  /** Grows with every better plan. */
  version = 0;
  readonly clock: () => number;
  private readonly p: Problem;
  private readonly options: SolveOptions;
  private readonly search: Search;
  private readonly from: number;
  private lastReport = 0;

  constructor(demand: Demand, options: SolveOptions) {
    checkOptions(options);
    if (options.start !== undefined && options.start.demandHash !== hashOf(demand)) {
      throw new UsageError(`start is a plan of another Demand (${options.start.demandHash}); adopt(plan, demand) first.`);
    }
    this.options = options;
    this.clock = options.clock ?? (() => performance.now() / 1000);
    this.from = this.clock();
    this.p = compile(demand);
    const byTime = options.seconds !== undefined || (options.steps === undefined && options.replay === undefined);
    this.search = new Search(this.p, {
      seed: options.seed ?? 1,
      lanes: options.lanes ?? 1,
      steps: options.steps ?? Number.POSITIVE_INFINITY,
      warm: options.start === undefined ? null : encode(this.p, options.start),
      share: byTime ? () => this.share() : null,
      replay: options.replay ?? null,
      ...(options.audit === true ? { onLane: (lane) => auditLane(this.p, lane) } : {}),
    });
  }

  advance(): { readonly better: boolean; readonly done: boolean } {
    const step = this.search.advance();
    if (step.better) this.version++;
    return step;
  }

  aborted(): boolean {
    return this.options.signal?.aborted === true;
  }

  report(): void {
    const { onProgress } = this.options;
    const seconds = this.seconds();
    if (onProgress === undefined || seconds - this.lastReport < 0.25) return;
    this.lastReport = seconds;
    const { steps } = this.options;
    const share = Math.max(steps === undefined ? this.share() : this.search.steps / (steps * (this.options.lanes ?? 1)), 0);
    onProgress({ seconds, steps: this.search.steps, share: Math.min(1, share), levels: [...this.search.bestLevels] });
  }

  improvement(): Improvement {
    const plan = this.planNow();
    const { score, issues } = checkPlan(this.p.demand, plan);
    return { plan, score, issues, seconds: this.seconds(), steps: this.search.steps };
  }

  result(): SolveResult {
    const found = this.improvement();
    const { start } = this.options;
    const given = start === undefined ? null : checkPlan(this.p.demand, start);
    const keepsGiven = given !== null && given.issues.length === 0 && (found.issues.length > 0 || compareScores(given.score, found.score, 0) < 0);
    const kept = keepsGiven ? { ...found, ...given, plan: { ...(start as Plan), origin: found.plan.origin } } : found;
    return { ...kept, status: kept.issues.length === 0 ? "feasible" : "infeasible", cooling: this.search.cooling };
  }

  private planNow(): Plan {
    const { seed = 1, lanes = 1 } = this.options;
    return decode(this.p, this.search.best(), { tool: "hemtur", seed, steps: this.search.steps, lanes });
  }

  private seconds(): number {
    return this.clock() - this.from;
  }

  private share(): number {
    const seconds = this.options.seconds ?? DEFAULT_SECONDS;
    return seconds === 0 ? 1 : this.seconds() / seconds;
  }
}

/** Lets timers, input and abort signals be handled. */
const breath = (): Promise<void> => new Promise((go) => setTimeout(go, 0));
