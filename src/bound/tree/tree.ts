/**
 * The least that any plan of a tiny Demand costs, by trying everything: all structures in the order of what they cost at least, each
 * with its times parted until bounds decide.
 */
import { compareScores } from "../../model/score.ts";
import { cheapestWithin } from "../../problem/flatCurves.ts";
import { OPEN, type Problem } from "../../problem/problem.ts";
import { atMost, between, choice, copied, type Differences, exactly, type Range } from "./differences.ts";
import { floorOf } from "./floor.ts";
import type { Structure } from "./structure.ts";
import { forEachStructure } from "./structures.ts";
import { tighten, timesOf } from "./times.ts";

export interface TreeBudget {
  /** Tasks that may still be put into structures, and boxes of times that may still be looked at. */
  steps: number;
  stopped(): boolean;
}

export interface TreeBound {
  /** [level]; null: no plan keeps the hard rules. */
  readonly levels: readonly number[] | null;
  /** Nothing was left to try: it is the optimum, of the rules that were looked at. */
  readonly complete: boolean;
}

interface Candidate {
  readonly structure: Structure;
  readonly floor: readonly number[];
}

interface Box {
  readonly d: Differences;
  readonly floor: readonly number[];
}

const compare = (a: readonly number[], b: readonly number[]): number => compareScores({ levels: a }, { levels: b });
/** Level 0 is hard. */
const beats = (floor: readonly number[], best: readonly number[] | null): boolean =>
  floor[0]! <= 1e-8 && (best === null || compare(floor, best) < 0);

/** null: there are more structures than steps. */
export function boundByTree(problem: Problem, budget: TreeBudget): TreeBound | null {
  const candidates: Candidate[] = [];
  const goesOn = (): boolean => --budget.steps > 0 && ((budget.steps & 255) !== 0 || !budget.stopped());
  const seen = forEachStructure(problem, goesOn, (structure) => {
    const d = timesOf(problem, structure);
    if (d === null) return;
    const floor = floorOf(problem, structure, d);
    if (floor[0]! <= 1e-8) candidates.push({ structure, floor });
  });
  if (!seen) return null;
  candidates.sort((a, b) => compare(a.floor, b.floor));
  const search = new Search(problem, budget);
  for (const { structure, floor } of candidates) {
    if (!beats(floor, search.best)) break;
    if (!search.run(structure)) return { levels: lowest(floor, search.left), complete: false };
  }
  return { levels: search.best, complete: true };
}

const lowest = (a: readonly number[], b: readonly number[] | null): readonly number[] => (b !== null && compare(b, a) < 0 ? b : a);

class Search {
  /** Levels of the best times so far. */
  best: readonly number[] | null = null;
  /** What was left when steps ran out costs at least this. */
  left: readonly number[] | null = null;
  private readonly problem: Problem;
  private readonly budget: TreeBudget;

  constructor(problem: Problem, budget: TreeBudget) {
    this.problem = problem;
    this.budget = budget;
  }

  /** False: steps ran out. */
  run(structure: Structure): boolean {
    const { problem, budget } = this;
    const all = timesOf(problem, structure)!;
    const open: Box[] = [{ d: all, floor: floorOf(problem, structure, all) }];
    const guesses = guessesOf(problem, structure);
    for (let box = open.pop(); box !== undefined; box = open.pop()) {
      if (!beats(box.floor, this.best)) continue;
      if (--budget.steps <= 0 || ((budget.steps & 63) === 0 && budget.stopped())) {
        this.left = open.reduce((least, { floor }) => lowest(least, floor), box.floor);
        return false;
      }
      for (const guess of guesses) {
        const times = exactly(choice(box.d, guess.order, guess.choose));
        if (!tighten(problem, structure, times)) continue;
        const levels = floorOf(problem, structure, times);
        if (beats(levels, this.best)) this.best = levels;
      }
      if (beats(box.floor, this.best)) open.push(...this.halves(structure, box.d));
    }
    return true;
  }

  /** The box parted where its times are widest apart, the half that costs less last. */
  private halves(structure: Structure, d: Differences): Box[] {
    const [i, j, low, high] = widest(structure, d);
    if (high <= low) return [];
    const middle = low + Math.floor((high - low) / 2);
    const boxes: Box[] = [];
    for (const later of [true, false]) {
      const half = copied(d);
      if (!(later ? atMost(half, j, i, -(middle + 1)) : atMost(half, i, j, middle)) || !tighten(this.problem, structure, half)) continue;
      boxes.push({ d: half, floor: floorOf(this.problem, structure, half) });
    }
    return boxes.length === 2 && compare(boxes[0]!.floor, boxes[1]!.floor) < 0 ? boxes.reverse() : boxes;
  }
}

/** The widest start or duration; with none open, the widest begin, then end. */
function widest({ rounds }: Structure, d: Differences): readonly [i: number, j: number, low: number, high: number] {
  let found: readonly [number, number, number, number] = [0, 0, 0, 0];
  const consider = (i: number, j: number): void => {
    const [low, high] = between(d, i, j);
    if (high - low > found[3] - found[2]) found = [i, j, low, high];
  };
  for (const { visits } of rounds) {
    for (const { start, end } of visits) {
      consider(start, 0);
      consider(end, start);
    }
  }
  if (found[0] === 0) for (const { begin } of rounds) consider(begin, 0);
  if (found[0] === 0) for (const { end } of rounds) consider(end, 0);
  return found;
}

interface Guess {
  readonly order: readonly number[];
  readonly choose: (time: number, range: Range) => number;
}

/** Times worth trying in a box: all early; each start where it costs least by itself, with tasks short, and with tasks long. */
function guessesOf({ slots, curves }: Problem, { rounds }: Structure): Guess[] {
  const wanted = new Map<number, (range: Range) => number>();
  const begins = new Set(rounds.map(({ begin }) => begin));
  const ends = new Set(rounds.map(({ end }) => end));
  const visits = rounds.flatMap((round) => round.visits);
  for (const { slot, start } of visits) {
    const wish = slots.wish[slot]!;
    wanted.set(start, ([low, high]) =>
      wish < OPEN ? Math.min(high, Math.max(low, wish)) : cheapestWithin(curves, slots.startCurve[slot]!, low, high),
    );
  }
  const order = [...visits.flatMap(({ start, end }) => [start, end]), ...begins, ...ends];
  const early = (time: number, [low, high]: Range): number => (begins.has(time) ? high : low);
  return [
    { order, choose: early },
    { order, choose: (time, range) => wanted.get(time)?.(range) ?? early(time, range) },
    { order, choose: (time, range) => wanted.get(time)?.(range) ?? (ends.has(time) ? range[0] : range[1]) },
    { order, choose: (time, range) => (wanted.has(time) ? range[0] : ends.has(time) ? range[0] : range[1]) },
  ];
}
