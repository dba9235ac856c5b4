/** What a problem asks of the timing, so that a rule nobody uses costs nothing. */
import { MEASURES } from "../problem/measures.ts";
import { CONDITIONAL, OPEN, PLACE_OPEN, type Problem } from "../problem/problem.ts";
import { type StartPrices, startPrices } from "./cheapStart.ts";
import { guideOf } from "./guide.ts";

export interface TimingNeeds {
  /** Is it worth moving starts to save waiting? And to come nearer to wishes and cheap starts? */
  readonly savesWaiting: boolean;
  readonly seeksWishes: boolean;
  readonly seeksCurves: boolean;
  /** Does lateness cost anything? Then neither saving waiting nor a wish nor the baseline makes a task late; cheap starts may. */
  readonly dreadsLateness: boolean;
  /**
   * Is it worth starting when the baseline does? Not where `moved` costs nothing near 0 (a tolerance that is free): then no round is
   * settled towards the baseline, not even where a task is moved beyond the tolerance.
   */
  readonly seeksBaseline: boolean;
  /** Does a tick from the baseline cost more than a tick that the round lasts longer? */
  readonly waitsForBaseline: boolean;
  /** Does a tick from the baseline cost more than a tick before the wish? Where not, the wish goes first. */
  readonly baselineFirst: boolean;
  /** What a cheap start and lateness are worth. */
  readonly startPrices: StartPrices;
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
    waitsForBaseline: seeksBaseline && guide.moved > guide.span,
    baselineFirst: guide.moved > guide.early,
    startPrices: startPrices(p, guide),
    lengthens: guide.early + guide.slotCost > guide.span,
    startsLater: savesWaiting || seeksWishes || seeksCurves || seeksBaseline,
    spans,
    severalShifts,
    latest: slots.startMax.some(isSet) || slots.endMax.some(isSet) || shifts.endMax.some(isSet),
  };
}

const isSet = (ticks: number): boolean => ticks < OPEN;
