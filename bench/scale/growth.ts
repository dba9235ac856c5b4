/** How time grows with the number of visits. */
import type { Trace } from "./trace.ts";

/** Share of the greedy start's travel that is to be reached. */
export const GOAL = 0.45;

/** Seconds until travel is at most {@link GOAL} of the greedy start's with no more unstaffed than in it; null: not within the budget. */
export function secondsToGoal({ greedy, first, moments, last }: Pick<Trace, "greedy" | "first" | "moments" | "last">): number | null {
  const goal = GOAL * greedy.travel;
  let before = first;
  for (const now of [...moments, last]) {
    if (now.travel <= goal && now.unstaffed <= greedy.unstaffed) {
      if (before.travel <= now.travel) return now.seconds;
      const share = (before.travel - goal) / (before.travel - now.travel);
      return before.seconds + share * (now.seconds - before.seconds);
    }
    before = now;
  }
  return null;
}

/** The exponent of the power of `visits` that `seconds` grow with: a straight line through the logarithms, by least squares; null of fewer than two sizes. */
export function exponentOf(points: readonly { readonly visits: number; readonly seconds: number }[]): number | null {
  const sizes = new Set(points.map(({ visits }) => visits));
  if (sizes.size < 2) return null;
  const [x, y] = [points.map(({ visits }) => Math.log(visits)), points.map(({ seconds }) => Math.log(seconds))];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const along = x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return along / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
