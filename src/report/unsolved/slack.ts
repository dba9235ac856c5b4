/** How late a round may run before somebody notices. */
import type { Round } from "../../kpi/round.ts";
import type { Task } from "../../model/demand.ts";
import type { Tick } from "../../units.ts";
import { minutesLeft, promiseOf } from "../promise.ts";
import type { View } from "../view.ts";

export interface Slack {
  /** Negative where the plan itself is late or takes overtime. */
  readonly ticks: Tick;
  /** What gives way first, by when it must begin, and whether that was promised to the client; undefined: the end of paid time. */
  readonly limit: { readonly task: Task; readonly latest: Tick; readonly isPromised: boolean } | undefined;
}

/**
 * The slack of a round: by how much its first visit may end later than planned, with everything after it as planned but moved on, before a
 * visit begins after the span promised for it, a break or duty leaves its hours, or paid time is over; the least of these. Each of
 * them has its own room plus all the waiting since that first visit. Visits without a promise have their slot's latest start. What a
 * delay does to a partner's round is not looked at. undefined: a round without visits, or one
 * in which nothing gives way. O(tasks).
 */
export function slackOf(view: Pick<View, "demand" | "look">, { shift, planned, pieces }: Round): Slack | undefined {
  const first = pieces.findIndex(({ activity }) => activity === "client" || activity === "remote");
  if (first < 0) return undefined;
  let waited = 0;
  let least: Slack = { ticks: Infinity, limit: undefined };
  for (const { activity, begin, end, task } of pieces.slice(first + 1)) {
    if (activity === "waiting") waited += end - begin;
    if (task === undefined || activity === "entry") continue;
    const { room, isPromised } = roomOf(view, task, begin);
    if (room + waited < least.ticks) least = { ticks: room + waited, limit: { task, latest: begin + room, isPromised } };
  }
  const atEnd = (shift.paidTo ?? shift.ends[1] ?? Infinity) - planned.end + waited;
  const slack = atEnd <= least.ticks ? { ticks: atEnd, limit: undefined } : least;
  return slack.ticks === Infinity ? undefined : slack;
}

/** Ticks by which one task may begin later, and whether a promise says so. */
function roomOf({ demand, look }: Pick<View, "demand" | "look">, task: Task, start: Tick): { readonly room: Tick; readonly isPromised: boolean } {
  const promises = (task.serves ?? []).flatMap((occurrence) => promiseOf(look, occurrence) ?? []).filter(({ isPromised }) => isPromised);
  const promised = promises.map((promise) => minutesLeft(demand, promise, start));
  if (promised.length > 0 && promised.every((minutes) => minutes >= 0)) return { room: Math.min(...promised) * demand.ticksPerMinute, isPromised: true };
  const chosen = look.served.get(task.id);
  return { room: (task.slots[chosen?.planned.slot ?? 0]?.start[1] ?? Infinity) - start, isPromised: false };
}
