/** What is granted: interventions by their templates, or a frame that holds them. */
import { addDays, mondayOf } from "../calendar/civil.ts";
import type { Decision, FramePolicy, Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Random } from "../random.ts";
import type { Id } from "../units.ts";
import type { TownParameters } from "./parameters.ts";

/** Policies of a town's frames. */
export const FRAME_POLICIES: readonly FramePolicy[] = [
  { id: "frame", scope: "client", carryOver: { mode: "withinPeriod" }, swap: { betweenPurposes: true, betweenDays: true } },
  { id: "purposes", scope: "client", carryOver: { mode: "withinPeriod" }, swap: { betweenPurposes: false, betweenDays: true } },
];

/** A client's decision. A calendar month is granted what it may hold at most: five of a weekday, three of them in weeks of one kind. `needs`: all of the household's that serve the client. `from`: the first day, where it is one of those planned. */
export function decisionOf(client: Id, needs: readonly Need[], { period, from }: { readonly period: { readonly from: CivilDate }; readonly from: CivilDate | undefined }, parameters: TownParameters, random: Random): Decision {
  const [isFrame, isWeekly, isBound, isMonthly] = [parameters.frameShare, parameters.weekFrameShare, parameters.purposeShare, parameters.monthFrameShare].map((share) => random.chance(share));
  const monday = mondayOf(period.from);
  const [first, second] = [0, 1].map((phase) => needs.reduce((sum, need) => sum + minutesInWeek(client, need, phase === 1, monday), 0)) as [number, number];
  const per = isWeekly ? "week" : isMonthly ? "calendarMonth" : "fourWeeks";
  const minutes = Math.ceil(per === "week" ? Math.max(first, second) : per === "fourWeeks" ? 2 * (first + second) : 3 * Math.max(first, second) + 2 * Math.min(first, second));
  const { basis } = parameters;
  const begins = from === undefined ? {} : { from };
  if (!isFrame || minutes === 0) return { basis, ...begins, grants: { kind: "interventions" } };
  return { basis, ...begins, grants: { kind: "frame", minutes, per, policy: isBound ? "purposes" : "frame" } };
}

/** Template minutes of one of two weeks that draw on the frame; of what is shared, the client's part. */
export function minutesInWeek(client: Id, { client: owner, sharedWith = [], basis, often, minutes, relativesDo = [], from }: Need, isSecond: boolean, monday: CivilDate): number {
  if (basis === "HSL" || basis === "alarm" || (owner !== client && !sharedWith.includes(client))) return 0;
  const startsSecond = from !== undefined && from >= addDays(monday, 7);
  if (often.everyWeeks === 2 && startsSecond !== isSecond) return 0;
  const days = (often.weekdays ?? [1, 2, 3, 4, 5, 6, 7]).filter((day) => !relativesDo.includes(day)).length;
  const times = often.per === "day" ? often.times * days : often.times;
  return (minutes * times) / (1 + sharedWith.length);
}
