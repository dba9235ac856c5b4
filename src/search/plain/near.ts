/** For each task, which others are near it, and which could well come just before or just after it. */
import type { Pieces } from "../pieces.ts";
import type { Plain } from "./plain.ts";

/** Price of a tick of waiting beside a tick of travel (Vidal, Crainic, Gendreau and Prins 2013, doi:10.1016/j.cor.2012.07.018, who pay 0.2). */
const WAITING = 0.05;

/** Lists of up to `width` tasks for each task, best first; shorter ones end with -1. */
export interface Near {
  readonly width: number;
  /** By distance alone, both ways. */
  readonly around: Int32Array;
  /** By travel and waiting: who could precede, and who could follow. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Ticks by the first mode from each of `before`, and to each of `after`; undefined where a list has ended. */
  readonly fromBefore: Int32Array;
  readonly toAfter: Int32Array;
}

/** Pairs of tasks looked at in a piece. */
const PIECE = 20_000;

/** Room for lists of up to `width`. */
export function noNear(p: Plain, width: number): Near {
  const k = Math.min(width, p.taskCount - 1);
  const room = (): Int32Array => new Int32Array(p.taskCount * k).fill(-1);
  return { width: k, around: room(), before: room(), after: room(), fromBefore: room(), toAfter: room() };
}

/** Fills the lists in O(tasks² log tasks), by the first mode. Ties: the smaller row. */
export function* listNear(p: Plain, { width, around, before, after, fromBefore, toAfter }: Near): Pieces {
  const { taskCount: n, pointCount, to, earliest, latest, service } = p;
  const arc = (a: number, b: number): number => {
    const travel = to[a * pointCount + b]!;
    if (earliest[a]! + service[a]! + travel > latest[b]!) return Number.POSITIVE_INFINITY;
    const wait = earliest[b]! - (latest[a]! + service[a]! + travel);
    return wait > 0 ? travel + WAITING * wait : travel;
  };
  const cost = new Float64Array(n);
  const list = (into: Int32Array, t: number, costOf: (u: number) => number): void => {
    const candidates: number[] = [];
    for (let u = 0; u < n; u++) {
      if (u === t) continue;
      cost[u] = costOf(u);
      if (cost[u]! < Number.POSITIVE_INFINITY) candidates.push(u);
    }
    candidates.sort((a, b) => cost[a]! - cost[b]! || a - b);
    into.set(candidates.length > width ? candidates.slice(0, width) : candidates, t * width);
  };
  for (let t = 0, looked = 0; t < n; t++, looked += 3 * n) {
    if (looked >= PIECE) {
      looked = 0;
      yield;
    }
    list(around, t, (u) => to[t * pointCount + u]! + to[u * pointCount + t]!);
    list(before, t, (u) => arc(u, t));
    list(after, t, (u) => arc(t, u));
    for (let k = t * width; k < (t + 1) * width; k++) {
      if (before[k]! >= 0) fromBefore[k] = to[before[k]! * pointCount + t]!;
      if (after[k]! >= 0) toAfter[k] = to[t * pointCount + after[k]!]!;
    }
  }
}
