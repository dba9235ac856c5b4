/**
 * What is known of the times of some rounds: for each two of them the most that one can be after the other, kept closed. Time 0 is the
 * zero; `most[i * count + j]` bounds time i less time j. In a closed table any value within its bounds can be completed to all others.
 * Source: Dill (1989), doi:10.1007/3-540-52148-8_17 (difference bound matrices).
 */
export interface Differences {
  readonly count: number;
  readonly most: Float64Array;
}

/** All values between the two ends, both inclusive. */
export type Range = readonly [low: number, high: number];

/** `count` times with the zero, the others anywhere between the ends. */
export function anyTimes(count: number, low: number, high: number): Differences {
  const most = new Float64Array(count * count).fill(high - low);
  for (let i = 0; i < count; i++) {
    most[i] = -low;
    most[i * count] = high;
  }
  for (let i = 0; i < count; i++) most[i * count + i] = 0;
  return { count, most };
}

export const copied = ({ count, most }: Differences): Differences => ({ count, most: most.slice() });

/** Time i less time j is at most `by`. False: no times are left, and the table is spoilt. O(count²). */
export function atMost({ count, most }: Differences, i: number, j: number, by: number): boolean {
  if (by >= most[i * count + j]!) return true;
  if (by + most[j * count + i]! < 0) return false;
  for (let p = 0; p < count; p++) {
    const through = most[p * count + i]! + by;
    if (p !== i && through >= most[p * count + j]!) continue;
    for (let q = 0; q < count; q++) {
      const bound = through + most[j * count + q]!;
      if (bound < most[p * count + q]!) most[p * count + q] = bound;
    }
  }
  return true;
}

/** Time i less time j lies between the ends. */
export const within = (d: Differences, i: number, j: number, low: number, high: number): boolean =>
  atMost(d, i, j, high) && atMost(d, j, i, -low);

/** What time i less time j can be; j = 0: what time i can be. */
export const between = ({ count, most }: Differences, i: number, j = 0): Range => [0 - most[j * count + i]!, most[i * count + j]!];

/** The table of given times. */
export function exactly(times: readonly number[]): Differences {
  const count = times.length;
  const most = new Float64Array(count * count);
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) most[i * count + j] = times[i]! - times[j]!;
  return { count, most };
}

/** Times that keep the table: each in the given order what `choose` picks of what the earlier leave. O(count²). */
export function choice({ count, most }: Differences, order: readonly number[], choose: (time: number, range: Range) => number): number[] {
  const low = Array.from({ length: count }, (_, i) => 0 - most[i]!);
  const high = Array.from({ length: count }, (_, i) => most[i * count]!);
  for (const i of order) {
    const at = choose(i, [low[i]!, high[i]!]);
    for (let j = 0; j < count; j++) {
      low[j] = Math.max(low[j]!, at - most[i * count + j]!);
      high[j] = Math.min(high[j]!, at + most[j * count + i]!);
    }
  }
  return low;
}

export const ZERO: Range = [0, 0];
export const ONE: Range = [1, 1];
export const point = (x: number): Range => [x, x];
export const plus = (a: Range, b: Range): Range => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Range, b: Range): Range => [a[0] - b[1], a[1] - b[0]];
export const scaled = ([low, high]: Range, by: number): Range => [low / by, high / by];
export const larger = (a: Range, b: Range): Range => [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
export const hull = (a: Range, b: Range): Range => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
/** Distance from the span between the ends. */
export function outside([low, high]: Range, min: number, max: number): Range {
  const far = (x: number): number => Math.max(0, min - x, x - max);
  return [high >= min && low <= max ? 0 : Math.min(far(low), far(high)), Math.max(far(low), far(high))];
}
