/** Spans: both ends inclusive, null open. */
import type { Span } from "../../units.ts";

/** How far `value` lies outside the span; 0 inside. */
export function outside([min, max]: Span, value: number): number {
  if (min !== null && value < min) return min - value;
  if (max !== null && value > max) return value - max;
  return 0;
}
