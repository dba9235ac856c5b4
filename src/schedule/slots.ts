/** When an occurrence may start: its window or planned time on each day it may fall on. */
import type { Calendar } from "../calendar/calendar.ts";
import { tickAt } from "../calendar/calendar.ts";
import { clockSeconds, DAY_SECONDS, windowSeconds } from "../calendar/clock.ts";
import type { Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Slot } from "../model/demand.ts";
import type { Occurrence } from "./expand.ts";
import type { Switches } from "./switches.ts";

/** Seconds since midnight on the clock, both ends included. */
type ClockSpan = readonly [from: number, to: number];

/** Outermost hours of a need with free timing where the clock switch leaves the window: 07:00 to 22:00. */
const FREE_HOURS: ClockSpan = [7 * 3600, 22 * 3600];

/** One slot per day, in order of days. */
export const slotsOf = (occurrence: Occurrence, switches: Switches, toleranceMinutes: number, calendar: Calendar): Slot[] =>
  slotDays(occurrence, switches).map((date) => {
    const [from, to] = clockSpan(occurrence, switches, Math.round(toleranceMinutes * 60));
    return { start: [tickAt(calendar, date, from), tickAt(calendar, date, to)] };
  });

/** Days the switches leave: all agreed ones, or the named one. An unnamed one stays open; its weeks are tied together. */
export const slotDays = ({ days, date, dayIsNamed }: Occurrence, switches: Switches): readonly CivilDate[] =>
  switches.day === "fixed" && dayIsNamed ? [date] : days;

/** Does the minute schedule choose the clock time, so that the occurrences must be tied to each other? */
export const clockIsChosen = (need: Need, switches: Switches): boolean =>
  switches.clock === "planned" && plannedSeconds(need, 1) === undefined;

function clockSpan({ need, nth }: Occurrence, switches: Switches, tolerance: number): ClockSpan {
  const window = windowPart(need, nth);
  if (switches.clock === "window") return need.timing === "free" && partsOf(need) === 1 ? hull(window, FREE_HOURS) : window;
  const planned = plannedSeconds(need, nth);
  if (planned === undefined) return window;
  const centre = Math.min(Math.max(planned, window[0]), window[1]);
  return [Math.max(window[0], centre - tolerance), Math.min(window[1], centre + tolerance)];
}

/** The nth of `times` equal parts of the window; weekly needs have the whole window each time. */
function windowPart(need: Need, nth: number): ClockSpan {
  const [from, to] = windowSeconds(need.window);
  const part = (to - from) / partsOf(need);
  return partsOf(need) === 1 ? [from, to] : [from + Math.round((nth - 1) * part), from + Math.round(nth * part)];
}

const partsOf = (need: Need): number => (need.often.per === "day" ? need.often.times : 1);

/** Planned clock time of the nth occurrence; undefined where the schedule is to choose it. */
function plannedSeconds(need: Need, nth: number): number | undefined {
  const [from, to] = windowSeconds(need.window);
  if (need.plannedAt === undefined) {
    const [partFrom, partTo] = windowPart(need, nth);
    return to > DAY_SECONDS ? Math.round((partFrom + partTo) / 2) : undefined;
  }
  const stated = clockSeconds(need.plannedAt);
  const first = stated < from && stated + DAY_SECONDS <= to ? stated + DAY_SECONDS : stated;
  return partsOf(need) === 1 ? first : first + Math.round(((nth - 1) * (to - from)) / partsOf(need));
}

const hull = (a: ClockSpan, b: ClockSpan): ClockSpan => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
