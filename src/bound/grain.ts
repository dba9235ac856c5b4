/** What all plans' costs of a level are multiples of, so that a bound may be rounded up to the next. */
import type { Curve } from "../model/curve.ts";
import type { Demand } from "../model/demand.ts";
import type { Measure, Term } from "../model/term.ts";

/** Weights have at most three decimals, or there is no grain. */
const DECIMALS = 1000;

/** The grain of a level; 0: none is known. O(size of the Demand). */
export function grainOf(demand: Demand, level: number): number {
  const { ticksPerMinute } = demand;
  // In thousandths of a unit of a kilometre and of a minute, all are whole.
  const parts = DECIMALS * 1000 * ticksPerMinute;
  let grain = 0;
  for (const term of demand.terms) {
    if (term.level !== level) continue;
    const own = termGrain(demand, term, parts);
    if (own === 0) return 0;
    if (own !== Number.POSITIVE_INFINITY) grain = commonDivisor(grain, own);
  }
  return grain / parts;
}

/** To the next multiple; what rounding errors may have made is not taken for more. */
export const roundedUp = (value: number, grain: number): number =>
  grain > 0 && Number.isFinite(value) ? Math.ceil(value / grain - 1e-6) * grain + 0 : value;

/** In parts; Infinity: it costs nothing. */
function termGrain(demand: Demand, { measure, unit, curve }: Term, parts: number): number {
  const divisor = unit === "minute" ? demand.ticksPerMinute : unit === "km" ? 1000 : 1;
  const atoms = atomGrain(demand, measure);
  const { points, below = 0, above = 0 } = curve;
  const only = points[0];
  if (atoms === 0 || only === undefined) return 0;
  if (points.length === 1 && only[0] === 0 && only[1] === 0) {
    const [a, b] = [below, above].map((slope) => Math.abs(slope) * DECIMALS);
    if (!isWhole(a!) || !isWhole(b!)) return 0;
    const slope = commonDivisor(Math.round(a!), Math.round(b!));
    const own = slope * atoms * (parts / (DECIMALS * divisor));
    return slope === 0 ? Number.POSITIVE_INFINITY : Number.isSafeInteger(own) ? own : 0;
  }
  return divisor === 1 && isWholeCurve(curve) ? parts : 0;
}

/** What one raw value is a multiple of; 0: unknown. */
function atomGrain({ tasks, shifts, relations, budgets, workers }: Demand, measure: Measure): number {
  const wholeIf = (holds: boolean): number => (holds ? 1 : 0);
  switch (measure) {
    case "unserved": {
      const costs = tasks.map(({ unservedCost }) => Math.abs(unservedCost));
      return costs.every(Number.isInteger) ? Math.max(1, costs.reduce(commonDivisor, 0)) : 0;
    }
    case "slotCost":
      return wholeIf(
        tasks.every(({ slots }) =>
          slots.every((s) => Number.isInteger(s.cost ?? 0) && isWholeCurve(s.startCost) && isWholeCurve(s.endCost)),
        ),
      );
    case "whoCost":
      return wholeIf(tasks.every(({ who }) => Object.values(who.cost ?? {}).every(Number.isInteger)));
    case "overLevel":
      return wholeIf(
        tasks.every(({ who }) => Number.isInteger(who.level ?? 0)) &&
          workers.every(({ skills }) => skills.every(({ level }) => Number.isInteger(level))),
      );
    case "optionCost":
      return wholeIf(shifts.every(({ options }) => options.every(({ cost = 0 }) => Number.isInteger(cost))));
    case "durationValue":
      return wholeIf(workers.every(({ pace }) => pace === undefined) && tasks.every(({ duration }) => isWholeCurve(duration.value)));
    case "relation":
      return wholeIf(relations.every(({ soft }) => isWholeCurve(soft)));
    case "budget":
      return wholeIf(
        budgets.every(({ cost, opening, reserved }) => isWholeCurve(cost) && Number.isInteger(opening) && Number.isInteger(reserved)),
      );
    default:
      return 1;
  }
}

/** Is its cost whole wherever x is? */
function isWholeCurve(curve: Curve | undefined): boolean {
  if (curve === undefined) return true;
  const { points, below = 0, above = 0 } = curve;
  if (!Number.isInteger(below) || !Number.isInteger(above)) return false;
  return points.every(([x, cost], i) => {
    const [x0, c0] = points[i - 1] ?? [x - 1, cost];
    return Number.isInteger(x) && Number.isInteger(cost) && Number.isInteger((cost - c0) / (x - x0));
  });
}

const isWhole = (x: number): boolean => x < 1e9 && Math.abs(x - Math.round(x)) < 1e-9;

/** Of whole numbers; with 0 the other. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
