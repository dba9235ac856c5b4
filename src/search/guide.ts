/**
 * Prices by which places for a task are compared before one is tried: a straight line per measure, steeper by level.
 * They only guide. What a move really costs is always computed by the objective.
 */
import { curveCost } from "../problem/flatCurves.ts";
import { OPEN, type Problem } from "../problem/problem.ts";
import { metresOf, ticksOf } from "../problem/trips.ts";

export interface Guide {
  readonly travel: number;
  readonly late: number;
  readonly waiting: number;
  readonly early: number;
  /** A tick from where the baseline has it. */
  readonly moved: number;
  /** A tick that the round lasts longer without more work. */
  readonly span: number;
  readonly overtime: number;
  readonly who: number;
  readonly usedShift: number;
  readonly optionCost: number;
  readonly slotCost: number;
  readonly value: number;
  readonly faces: number;
  readonly unserved: number;
  readonly missedBreak: number;
  /** May a delay cost anything at all? */
  readonly delaysCost: boolean;
}

/** How much dearer each level is than the one after it. */
const LEVEL_STEP = 1000;

export function guideOf(p: Problem): Guide {
  const last = p.terms.reduce((most, { level }) => Math.max(most, level), 1);
  const price = (...measures: readonly string[]): number => {
    let sum = 0;
    for (const term of p.terms) {
      if (!measures.includes(term.measure)) continue;
      let scale = 1;
      for (let level = Math.max(term.level, 1); level < last; level++) scale *= LEVEL_STEP;
      const unit = term.divisor;
      const slope = Number.isNaN(term.slope) ? (curveCost(p.curves, term.curve, 1) - curveCost(p.curves, term.curve, 0)) / unit : term.slope;
      sum += slope * scale * (term.reduce === "sum" ? 1 : 0.25);
    }
    return sum;
  };
  const dues = [p.slots.dueStart, p.slots.dueEnd, p.slots.wish].some((column) => column.some((t) => t < OPEN));
  const late = price("late");
  const overtime = price("overtime");
  return {
    travel: price("travel", "work") + price("distance") * metresPerTick(p),
    late,
    waiting: price("waiting"),
    early: price("early"),
    moved: price("moved"),
    span: price("waiting", "idle", "work"),
    overtime,
    who: price("whoCost", "overLevel"),
    usedShift: price("usedShift"),
    optionCost: price("optionCost"),
    slotCost: price("slotCost"),
    value: price("durationValue"),
    faces: price("workers", "contactShare"),
    unserved: price("unserved"),
    missedBreak: price("missedBreak"),
    delaysCost: (late !== 0 && dues) || overtime !== 0,
  };
}

/** Trips looked at to compare metres and ticks. */
const MANY_TRIPS = 4_000_000;

/** Metres of all trips, or of many, by their ticks; 0 where metres are not asked for. */
function metresPerTick({ travel }: Problem): number {
  if (!travel.hasMetres) return 0;
  const { modeCount, placeCount } = travel;
  const every = Math.ceil((modeCount * placeCount * placeCount) / MANY_TRIPS);
  let [far, long] = [0, 0];
  for (let mode = 0; mode < modeCount; mode++) {
    for (let from = 0; from < placeCount; from++) {
      for (let to = from % every; to < placeCount; to += every) {
        if (from === to) continue;
        far += metresOf(travel, mode, from, to);
        long += ticksOf(travel, mode, from, to);
      }
    }
  }
  return long > 0 ? far / long : 0;
}
