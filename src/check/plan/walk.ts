/** Walks a round: travel, entry and waiting, and whether everybody is where the plan says in time. */
import type { Demand } from "../../model/demand.ts";
import type { Tick } from "../../units.ts";
import { clockTime } from "./clock.ts";
import type { Report, Round } from "./facts.ts";
import { tripMetres, tripTicks } from "./travel.ts";

/** What the time of a round went to, beside its tasks. */
export interface Walk {
  readonly travelTicks: Tick;
  readonly metres: number;
  readonly entryTicks: Tick;
  /** Neither travel, entry nor task, from begin to end. */
  readonly waitingTicks: Tick;
}

/** One round from begin to end. O(tasks). */
export function walk(demand: Demand, round: Round, report: Report): Walk {
  const { option, travel, planned, served } = round;
  let place = option.from;
  let time = planned.begin;
  let travelTicks = 0;
  let metres = 0;
  let entryTicks = 0;
  let waitingTicks = 0;
  const goTo = (to: number | null): void => {
    const ticks = tripTicks(travel, demand.days, place, to, time);
    travelTicks += ticks;
    metres += tripMetres(travel, place, to);
    time += ticks;
    place = to;
  };
  served.forEach(({ task, planned: { start, end }, place: to, path }, i) => {
    const newStop = i === 0 || served[i - 1]?.place !== to;
    goTo(to);
    const entry = newStop ? (task.stopTicks ?? 0) : 0;
    entryTicks += entry;
    time += entry;
    if (start < time) {
      const message = `Task "${task.id}" starts at ${clockTime(demand, start)}; the worker is not ready before ${clockTime(demand, time)}.`;
      report("start-before-arrival", [...path, "start"], message, "Start later, leave earlier or change the order.");
    }
    waitingTicks += Math.max(0, start - time);
    time = end;
  });
  if (option.to !== null) goTo(option.to);
  if (planned.end < time) {
    const message = `Shift "${round.shift.id}" ends at ${clockTime(demand, planned.end)}, before its round ends at ${clockTime(demand, time)}.`;
    report("end-before-return", [...round.path, "end"], message, "End the shift later or finish its round earlier.");
  }
  waitingTicks += Math.max(0, planned.end - time);
  return { travelTicks, metres, entryTicks, waitingTicks };
}
