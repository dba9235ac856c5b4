/** Ticks as people read them. */
import type { Demand } from "../../model/demand.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Span, Tick } from "../../units.ts";

/** `2026-03-02 07:30` or `… 07:30:05` with the tick behind it, by the clock on the wall of the demand's days. */
export function clockTime(demand: Demand, tick: Tick): string {
  const date = demand.days[dayIndexAt(demand.days, tick)]?.date ?? "";
  const time = timeOfDayAt(demand.days, tick);
  return `${date} ${time < 0 ? "-" : ""}${hours(demand, Math.abs(time))} (tick ${tick})`;
}

/** `1:30` or `0:05:20` with the ticks behind it. */
export const lengthOf = (demand: Demand, ticks: Tick): string =>
  `${ticks < 0 ? "-" : ""}${hours(demand, Math.abs(ticks))} (${ticks} ticks)`;

/** A span of points in time. */
export const clockSpan = (demand: Demand, span: Span): string => spanOf(span, (tick) => clockTime(demand, tick));

/** "from a to b", "at least a", "at most b" or "anything", with ends shown by `show` (default: the number). */
export function spanOf([min, max]: Span, show: (end: number) => string = String): string {
  if (min !== null && max !== null) return min === max ? `exactly ${show(min)}` : `from ${show(min)} to ${show(max)}`;
  return min !== null ? `at least ${show(min)}` : max !== null ? `at most ${show(max)}` : "anything";
}

function hours(demand: Demand, ticks: Tick): string {
  const seconds = Math.floor((ticks * 60) / demand.ticksPerMinute);
  const two = (n: number): string => String(n).padStart(2, "0");
  const rest = seconds % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? "" : `:${two(rest)}`}`;
}
