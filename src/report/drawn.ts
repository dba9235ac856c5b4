/** How much of long or many plans is drawn round by round, so that a page can still be opened, sent and printed. */
import { dayIndexAt } from "../model/time.ts";
import type { Arm } from "./arm.ts";

/** Tasks drawn at most: about 4 MB. A unit of 115 clients has some 6,000 in a fortnight under one plan, 12,000 under two. */
const MOST_TASKS = 13_000;
/** Numbers of days to try where all are too many. */
const FEWER = [14, 7];

/** Days, from the first, whose shifts have a sheet, a row among the rounds and a line on the map: of every plan the same; at least one. O(shifts). */
export function drawnDays(arms: readonly Pick<Arm, "demand" | "plan">[]): number {
  const all = Math.max(1, ...arms.map(({ demand }) => demand.days.length));
  const tasks = arms.flatMap(({ demand, plan }) => plan.shifts.map((round) => ({ day: dayIndexAt(demand.days, round.begin), count: round.tasks.length })));
  const within = (days: number): number => tasks.reduce((sum, { day, count }) => sum + (day < days ? count : 0), 0);
  return [all, ...FEWER.filter((days) => days < all)].find((days) => within(days) <= MOST_TASKS) ?? 1;
}
