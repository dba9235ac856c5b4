/** Walks a round: travel, entry and waiting, and whether everybody is where the plan says in time. */
import type { PlannedShift } from "../../model/plan.ts";
import type { Id, Tick } from "../../units.ts";
import { clockTime } from "./clock.ts";
import type { Facts, Report, Round } from "./facts.ts";
import { departures } from "./now.ts";
import { tripMetres, tripTicks } from "./travel.ts";

/** What the time of a round went to, beside its tasks. */
export interface Walk {
  readonly travelTicks: Tick;
  readonly metres: number;
  readonly entryTicks: Tick;
  /** Neither travel, entry nor task, from begin to end. */
  readonly waitingTicks: Tick;
}

const SETS_OUT_NOW = "Make it later: nobody sets out before now, but to where the baseline went from there.";

/** One round from begin to end; `was`: its shift in the baseline. O(tasks of both). */
export function walk(facts: Pick<Facts, "demand" | "tasks" | "begun">, round: Round, was: PlannedShift | undefined, report: Report): Walk {
  const { option, travel, planned, served } = round;
  let place = option.from;
  let time = planned.begin;
  let travelTicks = 0;
  let metres = 0;
  let entryTicks = 0;
  let waitingTicks = 0;
  const { demand } = facts;
  const leavesAt = departures(facts, was);
  let from: Id | undefined;
  let heldByNow = false;
  const goTo = (to: number | null, next: Id | undefined): void => {
    const leave = leavesAt(from, next, time);
    heldByNow = leave > time;
    waitingTicks += leave - time;
    time = leave;
    const ticks = tripTicks(travel, demand.days, place, to, time);
    travelTicks += ticks;
    metres += tripMetres(travel, place, to);
    time += ticks;
    place = to;
    from = next;
  };
  served.forEach(({ task, planned: { start, end }, place: to, path }, i) => {
    const newStop = i === 0 || served[i - 1]?.place !== to;
    goTo(to, task.id);
    const entry = newStop ? (task.stopTicks ?? 0) : 0;
    entryTicks += entry;
    time += entry;
    if (start < time) {
      const message = `Task "${task.id}" starts at ${clockTime(demand, start)}; the worker is not ready before ${clockTime(demand, time)}.`;
      report("start-before-arrival", [...path, "start"], message, heldByNow ? SETS_OUT_NOW : "Start later, leave earlier or change the order.");
    }
    waitingTicks += Math.max(0, start - time);
    time = end;
  });
  goTo(option.to, undefined);
  if (planned.end < time) {
    const message = `Shift "${round.shift.id}" ends at ${clockTime(demand, planned.end)}, before its round ends at ${clockTime(demand, time)}.`;
    report("end-before-return", [...round.path, "end"], message, heldByNow ? SETS_OUT_NOW : "End the shift later or finish its round earlier.");
  }
  waitingTicks += Math.max(0, planned.end - time);
  return { travelTicks, metres, entryTicks, waitingTicks };
}
