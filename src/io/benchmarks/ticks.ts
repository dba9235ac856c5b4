/** From decimal minutes to whole ticks. */

/** Published files hold 401.99999999999994 for 402: six decimals are meant. */
const DECIMALS = 1e6;

/**
 * The smallest of `least`, 10 `least`, 100 `least`, … that makes every value (rounded to six decimals) whole; at most
 * 1,000,000 ticks per minute, beyond which the nearest tick is taken. O(values).
 */
export function ticksPerMinuteFor(values: Iterable<number>, least: number): number {
  let scale = least;
  for (const value of values) while (scale < DECIMALS && !isWhole(value, scale)) scale *= 10;
  return scale;
}

/** Nearest whole tick. */
export const toTicks = (minutes: number, ticksPerMinute: number): number => Math.round(minutes * ticksPerMinute) + 0;

function isWhole(value: number, scale: number): boolean {
  const micros = Math.round(value * DECIMALS);
  return micros % (DECIMALS / scale) === 0;
}
