/** What clients are promised: the needs of the Case, their clock times around those that the rounds have. */
import { addDays, mondayOf } from "../calendar/civil.ts";
import type { Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import { Random } from "../random.ts";
import { clockOf } from "./clock.ts";
import type { Laid } from "./planted/placing.ts";

export interface PromiseWish {
  readonly seed: number;
  readonly from: CivilDate;
  /** How far from the rounds' times, in minutes; 0: not at all. */
  readonly apart: number;
  readonly stepMinutes: number;
}

/** Outermost times of a promise by day. */
const DAY = [7 * 60, 21 * 60 + 30] as const;

/** A promise opens before midnight at the latest: one that opens after it would be another day's. */
const LAST_OPENING = 23 * 60 + 45;

/** The need of the Case. What is fixed, at night or soon after something else is promised as the rounds have it. */
export function promised({ wish, weekdays, phase, starts }: Laid, { seed, from, apart, stepMinutes }: PromiseWish): Need {
  const { need, spreadMinutes, clockIsOpen, dayIsOpen, isNight, fromSecondDay } = wish;
  const laid = starts.weekday ?? starts.weekend ?? 0;
  const steps = need.timing === "fixed" || isNight || wish.after !== undefined ? 0 : Math.floor(apart / stepMinutes);
  const moved = laid + stepMinutes * (Random.keyed(seed, "promise", need.id).below(2 * steps + 1) - steps);
  const planned = steps === 0 ? laid : Math.min(Math.max(moved, wish.part[0]), wish.part[1]);
  const [least, most] = isNight ? [0, 2 * 1440] : DAY;
  const isDaily = need.often.per === "day";
  const isEveryDay = isDaily && (need.relativesDo !== undefined || weekdays.length === 7);
  const begins = phase === 1 ? addDays(mondayOf(from), 7) : fromSecondDay ? addDays(from, 1) : undefined;
  return {
    ...need,
    often: { ...need.often, ...(!isEveryDay && !dayIsOpen && { weekdays }) },
    window: [clockOf(Math.min(Math.max(least, planned - spreadMinutes), LAST_OPENING)), clockOf(Math.min(most, planned + spreadMinutes))],
    ...(!clockIsOpen && { plannedAt: clockOf(planned) }),
    ...(begins !== undefined && { from: begins }),
  };
}
