/** What a problem asks of the timing, so that a rule nobody uses costs nothing. */
import { MEASURES } from "../problem/measures.ts";
import { CONDITIONAL, OPEN, PLACE_OPEN, type Problem } from "../problem/problem.ts";
import { guideOf } from "./guide.ts";

export interface TimingNeeds {
  /** Is it worth moving starts to save waiting? And to come nearer to wishes and cheap starts? */
  readonly savesWaiting: boolean;
  readonly seeksWishes: boolean;
  readonly seeksCurves: boolean;
  readonly dreadsLateness: boolean;
  /** Is it worth starting when the baseline does, and is that worth waiting? */
  readonly seeksBaseline: boolean;
  readonly staysPut: boolean;
  /** Is a cheap start worth being late? */
  readonly curvesFirst: boolean;
  /** Is a wish or a cheap start worth making the round longer? */
  readonly lengthens: boolean;
  /** May a task be planned later than it could start? */
  readonly startsLater: boolean;
  /** Does anything but the order of its tasks decide what a round costs: its begin, end, waiting, or travel by the hour? */
  readonly spans: boolean;
  /** Has anybody several shifts, which then must not overlap? */
  readonly severalShifts: boolean;
  /** Does any start or end have a latest time? */
  readonly latest: boolean;
}

export function timingNeeds(p: Problem): TimingNeeds {
  const { shifts, slots, workers, budgets, tasks } = p;
  const prices = (...measures: readonly string[]): boolean => p.terms.some((t) => measures.includes(t.measure));
  const limited = shifts.maxSpan.some(isSet) || shifts.maxStretch.some(isSet) || workers.restAtLeast.length > 0;
  const savesWaiting = prices("waiting", "idle", "work") || limited || budgets.ofShifts.includes(1);
  const guide = guideOf(p);
  const seeksWishes = guide.early > 0 && slots.wish.some(isSet);
  const seeksCurves = prices("slotCost") && (slots.startCurve.some((c) => c >= 0) || slots.endCurve.some((c) => c >= 0));
  const seeksBaseline = guide.moved > 0 && tasks.baselineStart.some(isSet);
  const severalShifts = workers.shiftFrom.some((from, w) => w > 0 && from - workers.shiftFrom[w - 1]! > 1);
  const spans =
    limited ||
    savesWaiting ||
    seeksWishes ||
    seeksCurves ||
    seeksBaseline ||
    severalShifts ||
    p.terms.some((t) => MEASURES[t.measure].spans) ||
    p.pools.count.length > 0 ||
    p.travel.profiles.some((f) => f !== null) ||
    workers.busyUntil.some((t) => t > -OPEN) ||
    slots.skillsByDay.includes(1) ||
    tasks.required.includes(CONDITIONAL) ||
    tasks.place.some((place) => place <= PLACE_OPEN);
  return {
    savesWaiting,
    seeksWishes,
    seeksCurves,
    dreadsLateness: prices("late"),
    seeksBaseline,
    staysPut: seeksBaseline && guide.moved > guide.span,
    curvesFirst: guide.slotCost > guide.late,
    lengthens: guide.early + guide.slotCost > guide.span,
    startsLater: savesWaiting || seeksWishes || seeksCurves || seeksBaseline,
    spans,
    severalShifts,
    latest: slots.startMax.some(isSet) || slots.endMax.some(isSet) || shifts.endMax.some(isSet),
  };
}

const isSet = (ticks: number): boolean => ticks < OPEN;
