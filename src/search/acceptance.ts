/**
 * Simulated annealing over levels: the first level on which two states differ decides, with a temperature of its own.
 * No ratio between levels is assumed.
 */
import type { Random } from "../random.ts";
import { exponentialTable, powerTable } from "./numbers.ts";

/** While a hard rule is broken, lower levels hold nothing back: heat times this. */
const LOST = 4;
/** And how far it is broken must come down, or the search would wander where no plan is legal: heat times this, but in hotter times. */
const BROKEN = 0.1;

/** Differences below this share of the value are rounding. */
const ROUNDING = 1e-9;

/** Negative: `a` is better; 0: equal but for rounding. */
export function compareLevels(a: Float64Array, b: Float64Array): number {
  for (let level = 0; level < a.length; level++) {
    const difference = a[level]! - b[level]!;
    if (Math.abs(difference) > ROUNDING * Math.max(1, Math.abs(a[level]!), Math.abs(b[level]!))) return difference;
  }
  return 0;
}

/** Level on which the two differ first, or -1. */
export function firstDifference(a: Float64Array, b: Float64Array): number {
  for (let level = 0; level < a.length; level++) {
    if (Math.abs(a[level]! - b[level]!) > ROUNDING * Math.max(1, Math.abs(a[level]!), Math.abs(b[level]!))) return level;
  }
  return -1;
}

export class Acceptance {
  private readonly random: Random;
  private readonly hot: Float64Array;
  private readonly now: Float64Array;
  private readonly cooling: Float64Array;
  private readonly table = exponentialTable();
  private noise = 0;
  private broken = BROKEN;

  /** `hot`: temperature of each level at the start; it ends `ratio` times as high. */
  constructor(random: Random, hot: Float64Array, ratio: number) {
    this.random = random;
    this.hot = hot;
    this.now = hot.slice();
    this.cooling = powerTable(ratio);
  }

  /** Sets the temperature for progress 0 … 1, `hotter` times as high. */
  cool(progress: number, hotter: number): void {
    this.broken = hotter > 1 ? 1 : BROKEN;
    const factor = hotter * this.cooling[Math.min(1024, Math.max(0, Math.floor(progress * 1024)))]!;
    for (let level = 0; level < this.now.length; level++) this.now[level] = this.hot[level]! * factor;
  }

  /** Draws how much worse the next state may be: one number, before the move is made. */
  draw(): void {
    this.noise = this.table[this.random.uint32() >>> 20]!;
  }

  /** By how much `level` may rise above `current`, by what was drawn last. */
  allowance(current: Float64Array, level: number): number {
    const heat = current[0]! > 0 ? this.hot[level]! * (level === 0 ? this.broken : LOST) : this.now[level]!;
    return heat * this.noise;
  }

  /** Shall `next` replace `current`, by what was drawn last? */
  accepts(current: Float64Array, next: Float64Array): boolean {
    const level = firstDifference(next, current);
    return level < 0 || next[level]! - current[level]! < this.allowance(current, level);
  }
}
