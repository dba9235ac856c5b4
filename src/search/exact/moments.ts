/**
 * Moments of a plan as nodes of a network: start and end of a task, begin and end of a shift, and helpers. A moment that
 * stays where it is hangs on node 0; one that moves with another hangs on its node, some ticks away. Where the truth is not
 * convex, a rule keeps the moment on the side where it is now (see `curve`, `keep`), so what is minimised is exact there.
 */
import { OPEN } from "../../problem/problem.ts";
import type { State } from "../state.ts";
import { Corners } from "./corners.ts";
import { Network } from "./network.ts";

/** The zero of the clock as a moment. */
export const ZERO = -1;

/** Slopes that differ by less are the same. */
const SAME = 1e-12;

export class Moments {
  readonly net: Network;
  readonly st: State;
  /** Try to heal rules that are broken now? */
  healing = false;
  /** Rules found broken. */
  broken = 0;
  /** Which side of a concave corner to stay on, where it is just there: false before it, true after it. */
  beyondCorners = false;
  /** [moment] node, ticks after it. */
  private readonly nodeOf: Int32Array;
  private readonly ticks: Float64Array;
  private readonly tied: number[] = [];
  private readonly corners = new Corners();
  private readonly firstHelper: number;
  private helpers = 0;

  constructor(st: State, mostHelpers: number) {
    this.st = st;
    this.net = new Network(st.p.levelCount);
    this.firstHelper = 2 * (st.taskCount + st.p.shiftCount);
    this.nodeOf = new Int32Array(this.firstHelper + mostHelpers);
    this.ticks = new Float64Array(this.nodeOf.length);
  }

  startOf(task: number): number {
    return 2 * task;
  }

  endOf(task: number): number {
    return 2 * task + 1;
  }

  beginOf(shift: number): number {
    return 2 * (this.st.taskCount + shift);
  }

  finishOf(shift: number): number {
    return 2 * (this.st.taskCount + shift) + 1;
  }

  clear(): void {
    this.net.clear();
    for (const moment of this.tied) this.nodeOf[moment] = 0;
    this.tied.length = 0;
    this.helpers = 0;
    this.broken = 0;
  }

  /** Lets a moment move, which is now at tick `now`. */
  free(moment: number, now: number): void {
    this.tie(moment, this.net.node(now), 0);
  }

  /** Lets `moment` follow `other`, `ticks` later. */
  follow(moment: number, other: number, ticks: number): void {
    this.tie(moment, this.nodeOf[other]!, this.ticks[other]! + ticks);
  }

  /** A new moment, now at tick `now`. */
  helper(now: number): number {
    const moment = this.firstHelper + this.helpers++;
    this.tie(moment, this.net.node(now), 0);
    return moment;
  }

  isFree(moment: number): boolean {
    return moment >= 0 && this.nodeOf[moment] !== 0;
  }

  /** Do the two move apart at all? */
  differ(a: number, b: number): boolean {
    return this.node(a) !== this.node(b);
  }

  /** The tick: of one that moves the network's, of another the state's. */
  now(moment: number): number {
    const node = this.node(moment);
    return node === 0 ? this.planned(moment) : this.net.x[node]! + this.ticks[moment]!;
  }

  /** The tick in the state; not of helpers. */
  planned(moment: number): number {
    if (moment < 0) return 0;
    const { st } = this;
    const row = moment >> 1;
    const late = (moment & 1) === 1;
    if (row < st.taskCount) return st.when[row]! + (late ? st.duration[row]! : 0);
    return late ? st.end[row - st.taskCount]! : st.begin[row - st.taskCount]!;
  }

  /** A hard rule: time(b) - time(a) <= limit. One that is broken and not to be healed gets no worse. */
  rule(a: number, b: number, limit: number): void {
    if (limit >= OPEN || !this.differ(a, b)) return;
    const now = this.now(b) - this.now(a);
    if (now > limit) this.broken++;
    this.bound(a, b, this.healing ? limit : Math.max(limit, now));
  }

  /** Like `rule`, where it holds now; otherwise nothing. */
  keep(a: number, b: number, limit: number): void {
    if (limit < OPEN && this.differ(a, b) && this.now(b) - this.now(a) <= limit) this.bound(a, b, limit);
  }

  /** Costs slope * (time(b) - time(a)), up to a constant. */
  line(level: number, a: number, b: number, slope: number): void {
    if (slope !== 0 && this.differ(a, b)) this.net.line(level, this.node(a), this.node(b), slope);
  }

  /** Costs weight * max(0, time(b) - time(a) - at), up to a constant. */
  hinge(level: number, a: number, b: number, at: number, weight: number): void {
    if (this.differ(a, b)) this.net.hinge(level, this.node(a), this.node(b), at + this.after(a) - this.after(b), weight);
  }

  /**
   * Costs factor * curve(max(least, time(b) - time(a) - shift) / scale), up to a constant, on the convex stretch of the curve
   * where the difference is now, which it may not leave. `least`: -Infinity for the whole curve. O(points).
   */
  curve(level: number, a: number, b: number, row: number, factor: number, scale: number, shift: number, least: number): void {
    if (row < 0 || factor === 0 || !this.differ(a, b)) return;
    const { corners } = this;
    corners.load(this.st.p.curves, row, factor, scale, shift, least);
    const { at, slope } = corners;
    const now = this.now(b) - this.now(a);
    let first = 0;
    let last = corners.count;
    for (let k = 0; k < last; k++) {
      if (slope[k + 1]! >= slope[k]! - SAME) continue;
      if (at[k]! < now || (at[k] === now && this.beyondCorners)) first = k + 1;
      else last = k;
    }
    if (first > 0) this.keep(b, a, -Math.ceil(at[first - 1]!));
    if (last < corners.count) this.keep(a, b, Math.floor(at[last]!));
    this.line(level, a, b, slope[first]!);
    for (let k = first; k < last; k++) this.hinge(level, a, b, at[k]!, slope[k + 1]! - slope[k]!);
  }

  private bound(a: number, b: number, limit: number): void {
    this.net.bound(this.node(a), this.node(b), limit + this.after(a) - this.after(b));
  }

  private tie(moment: number, node: number, ticks: number): void {
    this.nodeOf[moment] = node;
    this.ticks[moment] = ticks;
    this.tied.push(moment);
  }

  private node(moment: number): number {
    return moment < 0 ? 0 : this.nodeOf[moment]!;
  }

  /** Ticks after its node. */
  private after(moment: number): number {
    return this.node(moment) === 0 ? this.now(moment) : this.ticks[moment]!;
  }
}
