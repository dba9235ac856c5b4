/** Best times of one structure: branch and bound over whole ticks. */
import { compareScores } from "../../src/model/score.ts";
import type { Tick } from "../../src/units.ts";
import { assign, copyOf, type Differences, differenceOf, limit, pinned } from "./differences.ts";
import { floorOf } from "./floor.ts";
import { costOver, type Range } from "./range.ts";
import { paceOf, type Reading, taskAt } from "./reading.ts";
import type { Structure } from "./structure.ts";
import { tighten } from "./times.ts";

/** Told of every solution that is better than the best so far; answers whether it stands. */
export interface Incumbent {
  /** Levels of the best so far; null: none yet. */
  best: readonly number[] | null;
  /** Solutions costed in full. */
  evaluated: number;
  /** Nodes opened. */
  nodes: number;
  offer(structure: Structure, x: readonly number[], levels: readonly number[]): boolean;
}

/** Level 0 is hard: sums beyond rounding can never be part of a plan without issues. */
export const beats = (levels: readonly number[], best: readonly number[] | null): boolean =>
  (levels[0] as number) <= 1e-8 && (best === null || compareScores({ levels }, { levels: best }) < 0);

interface Node {
  readonly d: Differences;
  readonly floor: readonly number[];
}

/** Improves the incumbent with the structure's times as far as they can. `d` is spoilt. */
export function searchTimes(reading: Reading, structure: Structure, d: Differences, incumbent: Incumbent): void {
  const plans = guesses(reading, structure);
  const open: Node[] = [{ d, floor: floorOf(reading, structure, d) }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!beats(node.floor, incumbent.best)) continue;
    incumbent.nodes++;
    for (const guess of plans) {
      const x = assign(node.d, guess.order, guess.choose);
      const exact = pinned(x);
      if (!tighten(reading, structure, exact)) continue;
      incumbent.evaluated++;
      const levels = floorOf(reading, structure, exact);
      if (beats(levels, incumbent.best)) incumbent.offer(structure, x, levels);
      if (!beats(node.floor, incumbent.best)) break;
    }
    if (!beats(node.floor, incumbent.best)) continue;
    open.push(...children(reading, structure, node.d));
  }
}

/** Halves the widest choice; the half with the lower floor comes last, to be opened first. */
function children(reading: Reading, structure: Structure, d: Differences): Node[] {
  const [i, j, lo, hi] = widestChoice(structure, d);
  if (hi === lo) return [];
  const middle = lo + Math.floor((hi - lo) / 2);
  const more = copyOf(d);
  const less = copyOf(d);
  const nodes: Node[] = [];
  if (limit(more, j, i, -(middle + 1)) && tighten(reading, structure, more))
    nodes.push({ d: more, floor: floorOf(reading, structure, more) });
  if (limit(less, i, j, middle) && tighten(reading, structure, less)) nodes.push({ d: less, floor: floorOf(reading, structure, less) });
  const [first, second] = nodes;
  if (first !== undefined && second !== undefined && compareScores({ levels: first.floor }, { levels: second.floor }) < 0) nodes.reverse();
  return nodes;
}

/** The widest start or duration; with none left, the widest begin or end. As a difference of two variables and its bounds. */
function widestChoice({ rounds }: Structure, d: Differences): readonly [i: number, j: number, lo: number, hi: number] {
  let widest: readonly [number, number, number, number] = [0, 0, 0, 0];
  const consider = (i: number, j: number): void => {
    const [lo, hi] = differenceOf(d, i, j);
    if (hi - lo > widest[3] - widest[2]) widest = [i, j, lo, hi];
  };
  for (const round of rounds) {
    for (const v of round.visits) {
      consider(v.start, 0);
      consider(v.end, v.start);
    }
  }
  if (widest[0] === 0) for (const round of rounds) consider(round.begin, 0);
  if (widest[0] === 0) for (const round of rounds) consider(round.end, 0);
  return widest;
}

interface Guess {
  readonly order: readonly number[];
  readonly choose: (variable: number, range: Range) => Tick;
}

/** Ways to complete bounds to times: all early, and each start and duration where it costs least by itself. */
function guesses(reading: Reading, structure: Structure): Guess[] {
  const wanted = new Map<number, (range: Range) => Tick>();
  const order: number[] = [];
  const begins: number[] = [];
  const ends: number[] = [];
  for (const round of structure.rounds) {
    for (const v of round.visits) {
      const task = taskAt(reading, v.task);
      const slot = task.slots[v.slot] as (typeof task.slots)[number];
      const wish = slot.wish?.start;
      wanted.set(v.start, (range) => {
        if (wish !== undefined) return clamp(wish, range);
        return slot.startCost === undefined
          ? range[0]
          : cheapest(
              range,
              slot.startCost.points.map((p) => p[0]),
              (t) => slot.startCost && costOver(slot.startCost, [t, t])[0],
            );
      });
      order.push(v.start, v.end);
    }
    begins.push(round.begin);
    ends.push(round.end);
  }
  const late = new Set(begins);
  const early = (i: number, [lo, hi]: Range): Tick => (late.has(i) ? hi : lo);
  const lengths = lengthChoice(reading, structure);
  const all = [...order, ...begins, ...ends];
  const result: Guess[] = [
    { order: all, choose: early },
    { order: all, choose: (i, range) => wanted.get(i)?.(range) ?? early(i, range) },
  ];
  if (lengths)
    result.push({
      order: all,
      choose: (i, range) => (late.has(i) ? range[1] : (wanted.get(i)?.(range) ?? (ends.includes(i) ? range[0] : range[1]))),
    });
  return result;
}

/** Has any task a choice of duration that is worth something? */
const lengthChoice = (reading: Reading, { rounds }: Structure): boolean =>
  rounds.some((r) =>
    r.visits.some((v) => taskAt(reading, v.task).duration.min * paceOf(reading, v.task, r.shift) < taskAt(reading, v.task).duration.max),
  );

const clamp = (x: number, [lo, hi]: Range): number => Math.min(hi, Math.max(lo, x));

function cheapest(range: Range, points: readonly number[], cost: (t: Tick) => number | undefined): Tick {
  let best = range[0];
  for (const t of [...points.map((p) => clamp(p, range)), range[1]]) if ((cost(t) ?? 0) < (cost(best) ?? 0)) best = t;
  return best;
}
