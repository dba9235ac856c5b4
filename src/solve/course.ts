/** One search from the caller's side: its budget, its jobs, the best of them so far, and the words to the caller. */
import { checkPlan, type Judgement } from "../check/plan/checkPlan.ts";
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import type { Plan } from "../model/plan.ts";
import { requireDemand } from "../model/readDemand.ts";
import { compareScores } from "../model/score.ts";
import { compareLevels } from "../search/acceptance.ts";
import type { Id } from "../units.ts";
import { Kept, MANY } from "./kept.ts";
import { checkOptions, DEFAULT_SECONDS, type SolveOptions } from "./options.ts";
import { nothingFound } from "./nothing.ts";
import type { LanesFound, LanesJob, LanesNow, LanesWatch } from "./pool.ts";
import type { Improvement, SolveResult } from "./result.ts";

/** Seconds between two calls of `onProgress`. */
const PROGRESS_EVERY = 0.25;
/** Judging a plan takes up to this share of the time that it took to take in its Demand, when the code is as cold: of a Demand that is not large, and of one that is. */
const TO_JUDGE = 1 / 5;
const TO_JUDGE_MANY = 1 / 2;
/** Seconds that threads may take to hear that time is up, and to hand over their plans. */
const TO_ANSWER = 0.02;
/** Where the budget is longer than so many times that, and the Demand large, it is measured. */
const REHEARSAL = 10;

export class Course {
  /** In the order of their lanes. */
  readonly jobs: readonly LanesJob[];
  private readonly demand: Demand;
  private readonly options: SolveOptions;
  private readonly clock: () => number;
  private readonly from: number;
  /** What the result may not be worse than; null: nothing. */
  private readonly given: Given | null;
  /** Seconds kept for writing and judging the plan at the end. */
  private reserve: number;
  private isRehearsed: boolean;
  private readonly threads: number;
  private readonly seen: (LanesNow | null)[];
  private best: readonly number[] | null = null;
  private lastProgress = 0;
  private over = false;
  private final: SolveResult | null = null;
  /** Grows with every better plan. */
  private version = 0;
  private waiting: (() => void)[] = [];
  private readonly kept: Kept | null;
  /** Ends listening for an abort. */
  private readonly ending = new AbortController();

  /** Throws UsageError on options that make no sense, and InputError on what is no Demand. */
  constructor(demand: Demand, options: SolveOptions) {
    checkOptions(options);
    this.clock = options.clock ?? (() => performance.now() / 1000);
    this.from = this.clock();
    requireDemand(demand);
    if (options.start !== undefined && options.start.demandHash !== hashOf(demand)) {
      throw new UsageError(`start is a plan of another Demand (${options.start.demandHash}); adopt(plan, demand) first.`);
    }
    this.demand = demand;
    this.options = options;
    this.given = judgedGiven(demand, options.start);
    this.reserve = this.seconds() * (demand.tasks.length > MANY ? TO_JUDGE_MANY : TO_JUDGE) + (options.pool === undefined ? 0 : TO_ANSWER);
    this.isRehearsed = demand.tasks.length <= MANY || (options.seconds ?? DEFAULT_SECONDS) < this.reserve * REHEARSAL;
    this.threads = options.pool?.threads ?? 1;
    this.jobs = jobsOf(demand, options, this.threads);
    this.seen = this.jobs.map(() => null);
    this.kept = this.jobs.length === 1 && Kept.isFor(demand.tasks.length, options.signal) ? new Kept(this.endedHere(nothingFound(demand, 0))) : null;
  }

  /** What job `row` is run with. */
  watch(row: number): LanesWatch {
    // Where jobs wait for each other, they do so in waves of as many as there are threads.
    const waves = Math.ceil(this.jobs.length / this.threads);
    const wave = Math.floor(row / this.threads);
    return {
      share: () => Math.max(0, this.share() * waves - wave),
      whenStopped: (hear) => this.options.signal?.addEventListener("abort", hear, { once: true, signal: this.ending.signal }),
      stopped: () => this.over || this.options.signal?.aborted === true,
      report: (now) => this.note(row, now),
    };
  }

  /**
   * What an abort is answered with at once: of a large Demand, which takes long to judge, the last plan that was judged. Never resolves where the lanes,
   * which end then, answer soon enough.
   */
  aborted(): Promise<SolveResult> {
    const { signal } = this.options;
    return new Promise((resolve) => {
      const answer = (): void => {
        const result = this.kept?.result ?? null;
        if (result === null || this.final !== null) return;
        this.final = { ...result, seconds: this.seconds() };
        resolve(this.final);
      };
      signal?.addEventListener("abort", answer, { once: true, signal: this.ending.signal });
    });
  }

  /** Ends what still runs, and every wait for improvements. */
  end(): void {
    this.over = true;
    this.ending.abort();
    this.release();
  }

  /** The last one is the result: of lanes that end equally well, the one that was shown first need not be the one that is kept. */
  async *improvements(): AsyncGenerator<Improvement, void, void> {
    let shown: Plan | null = null;
    for (let told = 0; !this.over; ) {
      if (this.version > told) {
        told = this.version;
        const better = this.judged(this.bestNow());
        shown = better.plan;
        yield better;
      } else await new Promise<void>((go) => this.waiting.push(go));
    }
    if (this.final !== null && (shown === null || !samePlan(shown, this.final.plan))) yield this.final;
  }

  /** The best of what all jobs found, or the plan to begin with if that is better. */
  result(found: readonly LanesFound[]): SolveResult {
    if (this.final !== null) return this.final;
    found.forEach((one, row) => void this.note(row, { ...one, plan: () => one.plan }));
    this.final = this.resultOf(this.bestNow(), found, found[this.bestRow()]?.frames ?? null);
    return this.final;
  }

  /** What the result would be, had the only job found this; null: it cannot be told. */
  private endedHere(found: LanesFound | null): SolveResult | null {
    return found === null ? null : this.resultOf({ ...found, plan: () => found.plan }, [found], null);
  }

  /** Judges `now`, of jobs that found this. */
  private resultOf(now: LanesNow, found: readonly LanesFound[], framesOfBest: SolveResult["frames"]): SolveResult {
    const best = this.judged(now);
    const { given } = this;
    const keepsGiven = given !== null && given.issues.length === 0 && (best.issues.length > 0 || compareScores(given.score, best.score, 0) < 0);
    const kept = keepsGiven ? { ...best, ...given, plan: { ...given.plan, origin: best.plan.origin } } : best;
    const status = kept.issues.length === 0 ? "feasible" : "infeasible";
    return { ...kept, frames: keepsGiven ? null : framesOfBest, status, cooling: found.flatMap((one) => one.cooling) };
  }

  private note(row: number, now: LanesNow): void {
    this.seen[row] = now;
    const { levels } = this.bestNow();
    if (this.best === null || compareLevels(Float64Array.from(levels), Float64Array.from(this.best)) < 0) {
      this.best = levels;
      this.version++;
      this.release();
    }
    if (!this.isRehearsed && this.jobs[0]!.timed && now.steps > 0) this.rehearse(now);
    if (now.steps > 0) this.kept?.keep(this.version, () => this.endedHere(now.ended?.() ?? null));
    this.tell();
  }

  /** Judges the first plan, to know how long that takes and so that it will not take longer, with code that never ran. */
  private rehearse(now: LanesNow): void {
    this.isRehearsed = true;
    const from = this.seconds();
    this.judged(now);
    this.reserve = Math.max(this.reserve, this.seconds() - from);
  }

  private bestNow(): LanesNow {
    return this.seen[this.bestRow()]!;
  }

  /** Of equal ones the first lane's, so that it does not matter who was ready first. */
  private bestRow(): number {
    const isBetter = (one: LanesNow, other: LanesNow): boolean => compareLevels(Float64Array.from(one.levels), Float64Array.from(other.levels)) < 0;
    return this.seen.reduce<number>((best, now, row) => {
      const sofar = this.seen[best] ?? null;
      return now !== null && (sofar === null || isBetter(now, sofar)) ? row : best;
    }, 0);
  }

  private judged(now: LanesNow): Improvement {
    const { seed = 1, lanes = 1, steps: ofEach } = this.options;
    const done = this.steps();
    const steps = this.jobs[0]!.timed || ofEach === undefined ? done : ofEach;
    const plan = { ...now.plan(), origin: { tool: "hemtur", seed, steps, lanes } };
    return { plan, ...checkPlan(this.demand, plan), seconds: this.seconds(), steps: done };
  }

  private tell(): void {
    const { onProgress, steps, lanes = 1 } = this.options;
    const seconds = this.seconds();
    if (onProgress === undefined || seconds - this.lastProgress < PROGRESS_EVERY) return;
    this.lastProgress = seconds;
    const bySteps = steps === undefined ? 0 : steps === 0 ? 1 : this.steps() / (steps * lanes);
    const byTime = this.jobs[0]!.timed ? this.share() : 0;
    onProgress({ seconds, steps: this.steps(), share: Math.min(1, Math.max(bySteps, byTime)), levels: [...this.bestNow().levels] });
  }

  private release(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  /** Of all lanes. */
  private steps(): number {
    return this.seen.reduce((sum, now) => sum + (now?.steps ?? 0), 0);
  }

  private seconds(): number {
    return this.clock() - this.from;
  }

  private share(): number {
    const seconds = this.options.seconds ?? DEFAULT_SECONDS;
    return seconds <= this.reserve ? 1 : this.seconds() / (seconds - this.reserve);
  }
}

/** A plan to begin with, judged. */
interface Given extends Judgement {
  readonly plan: Plan;
}

function judgedGiven(demand: Demand, start: Plan | undefined): Given | null {
  const plan = start ?? planOfBaseline(demand);
  return plan === null ? null : { plan, ...checkPlan(demand, plan) };
}

/** Whether both say the same, whoever made them. */
function samePlan(one: Plan, other: Plan): boolean {
  return hashOf({ ...one, origin: {} }) === hashOf({ ...other, origin: {} });
}

/** One job per lane, or one for all lanes where there is but one thread: then nothing is compiled twice. */
function jobsOf(demand: Demand, options: SolveOptions, threads: number): readonly LanesJob[] {
  const { seed = 1, lanes = 1, seconds, steps, start, replay, audit } = options;
  const timed = replay === undefined && (seconds !== undefined || steps === undefined);
  const shared = { demand, seed, steps: steps ?? null, timed, start: start ?? null, audit: audit === true };
  if (threads === 1) return [{ ...shared, firstLane: 0, lanes, replay: replay ?? null }];
  const rows = Array.from({ length: lanes }, (_, lane) => lane);
  const alone = rows.map((lane) => ({ ...shared, firstLane: lane, lanes: 1, replay: replay?.filter((point) => point.lane === lane) ?? null }));
  return alone.filter((job) => job.firstLane === 0 || job.replay?.length !== 0); // when recorded, some lanes had no time to begin
}

/** The baseline as a plan, without what is gone; null where there is none. */
function planOfBaseline(demand: Demand): Plan | null {
  const [tasks, known] = [demand.tasks, demand.shifts].map((list) => new Set(list.map(({ id }) => id))) as [Set<Id>, Set<Id>];
  const kept = (demand.baseline ?? []).filter(({ shift }) => known.has(shift));
  const shifts = kept.map((round) => ({ ...round, tasks: round.tasks.filter(({ id }) => tasks.has(id)) })).filter((round) => round.tasks.length > 0);
  if (shifts.length === 0) return null;
  const served = new Set(shifts.flatMap((round) => round.tasks.map(({ id }) => id)));
  const unserved = demand.tasks.filter(({ id }) => !served.has(id)).map(({ id }) => id);
  return { version: 1, demandHash: hashOf(demand), shifts, unserved, origin: { tool: "baseline" } };
}
