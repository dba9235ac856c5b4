/** Measures one case: the same work every time, in CPU seconds of this process. */
import { PerformanceObserver } from "node:perf_hooks";
import type { Demand } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import type { Solution } from "../../src/problem/solution.ts";
import { Lane } from "../../src/search/lane.ts";
import { movesFor, type WeightedMove } from "../../src/search/moves/index.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { median } from "../quality/results.ts";
import { cpuClock } from "../quality/runOnce.ts";
import { calibrate } from "./calibrate.ts";

/** Neighbours listed per task, as `solve` has them. */
const WIDTH = 64;
const SEED = 1;
/** Where between hot and cold the lane stands while it is measured. */
const COOLED_TO = 0.5;
const WARM_PIECES = 20;
/** Short runs in which the heap is watched, and their steps. */
const HEAP_RUNS = 60;
const HEAP_STEPS = 25;
/** Tries of each kind of move: not measured, measured. */
const WARM_TRIES = 50;
const TRIES = 300;

/** One repetition. */
export interface Sample {
  readonly stepsPerSecond: number;
  /** Steps per turn of the calibration loop, measured just before and after. */
  readonly relative: number;
  /** Garbage collections while it ran. */
  readonly collections: number;
}

/** How one kind of move does, tried and undone again and again on the warmed lane. */
export interface MoveSpeed {
  readonly name: string;
  readonly weight: number;
  readonly triesPerSecond: number;
  /** Share of tries that found something to price. */
  readonly useful: number;
}

/** A lane that has been warmed up, and how long it took to build. */
export class Measured {
  readonly tasks: number;
  /** CPU seconds of compiling and of listing neighbours, and of the first plan. */
  readonly building: number;
  private readonly lane: Lane;
  private readonly moves: readonly WeightedMove[];

  constructor(demand: Demand, warmUp: number) {
    const from = cpuClock();
    const problem = compile(demand);
    this.lane = new Lane(problem, neighboursOf(problem, WIDTH), SEED, null);
    while (!this.lane.build());
    this.building = cpuClock() - from;
    this.tasks = problem.taskCount;
    this.moves = movesFor(problem);
    for (let piece = 0; piece < WARM_PIECES; piece++) {
      this.lane.cool((COOLED_TO * piece) / WARM_PIECES);
      this.lane.run(Math.ceil(warmUp / WARM_PIECES));
    }
    this.lane.cool(COOLED_TO);
  }

  /** Goes on for some steps. */
  async steps(count: number): Promise<Sample> {
    const loops = [calibrate()];
    const seen: { readonly startTime: number }[] = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
    observer.observe({ entryTypes: ["gc"] });
    await breath();
    const [began, from] = [performance.now(), cpuClock()];
    this.lane.run(count);
    const [seconds, ended] = [cpuClock() - from, performance.now()];
    await breath();
    observer.disconnect();
    loops.push(calibrate());
    const collections = seen.filter(({ startTime }) => startTime >= began && startTime <= ended).length;
    const stepsPerSecond = count / seconds;
    return { stepsPerSecond, relative: (2 * stepsPerSecond) / ((loops[0] as number) + (loops[1] as number)), collections };
  }

  /** Where it stands. */
  now(): Solution {
    return this.lane.now();
  }

  /** Bytes allocated per step: how much the heap grows in short runs, those left out in which something was collected. */
  bytesPerStep(): number {
    const grown = (steps: number): number => {
      const before = process.memoryUsage().heapUsed;
      this.lane.run(steps);
      return process.memoryUsage().heapUsed - before;
    };
    const asking = median(Array.from({ length: HEAP_RUNS }, () => grown(0)).filter((bytes) => bytes >= 0));
    const runs = Array.from({ length: HEAP_RUNS }, () => grown(HEAP_STEPS)).filter((bytes) => bytes >= 0);
    return Math.max(0, runs.reduce((sum, bytes) => sum + bytes - asking, 0) / (runs.length * HEAP_STEPS));
  }

  /** Every kind of move by itself. */
  moveSpeeds(): MoveSpeed[] {
    return this.moves.map(({ move, weight }) => {
      this.tries(move, WARM_TRIES);
      const from = cpuClock();
      const useful = this.tries(move, TRIES);
      return { name: move.name, weight, triesPerSecond: TRIES / (cpuClock() - from), useful: useful / TRIES };
    });
  }

  /** Tries a move, prices it and undoes it; how often there was something to price. */
  private tries(move: WeightedMove["move"], count: number): number {
    const { tools } = this.lane;
    let useful = 0;
    for (let k = 0; k < count; k++) {
      if (move.try(tools)) {
        tools.draft.price();
        useful++;
      } else tools.ruin.clear();
      tools.draft.undo();
    }
    return useful;
  }
}

/** Lets the observer be told what happened. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
