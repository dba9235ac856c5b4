/** What planning must know of each measure beyond its atoms, so that the compiler says what a new one lacks. */
import type { Curve } from "../model/curve.ts";
import type { Demand } from "../model/demand.ts";
import type { Measure } from "../model/term.ts";
import type { Family } from "./problem.ts";

export interface MeasureFacts {
  /** What its atoms are measured on. */
  readonly family: Family;
  /** Does it look at when a task starts? `overLevel` only where skills hold on some days. */
  readonly starts: boolean;
  /** Does it look at when shifts begin and end, or at waiting? */
  readonly spans: boolean;
  /** Does no later start make it less? Where other rules make time matter, later.ts says so. */
  readonly timeless: boolean;
  /** Is no atom ever negative, or what of the Demand decides that? Then a curve need only be a line from 0 on to be one line. */
  readonly neverNegative: boolean | ((demand: Demand) => boolean);
}

const unservedNeverEarns = ({ tasks }: Demand): boolean => tasks.every(({ unservedCost }) => unservedCost >= 0);
const workersNeverEarn = ({ tasks }: Demand): boolean => tasks.every(({ who }) => Object.values(who.cost ?? {}).every((cost) => cost >= 0));
const durationsNeverEarn = ({ tasks }: Demand): boolean => tasks.every(({ duration }) => neverEarns(duration.value));
const slotsNeverEarn = ({ tasks }: Demand): boolean =>
  tasks.every(({ slots }) => slots.every(({ cost = 0, startCost, endCost }) => cost >= 0 && neverEarns(startCost) && neverEarns(endCost)));
const optionsNeverEarn = ({ shifts }: Demand): boolean => shifts.every(({ options }) => options.every(({ cost = 0 }) => cost >= 0));
const relationsNeverEarn = ({ relations }: Demand): boolean => relations.every(({ soft }) => neverEarns(soft));
const budgetsNeverEarn = ({ budgets }: Demand): boolean => budgets.every(({ cost }) => neverEarns(cost));

function neverEarns(curve: Curve | undefined): boolean {
  if (curve === undefined) return true;
  const { points, below = 0, above = 0 } = curve;
  return below <= 0 && above >= 0 && points.every(([, cost]) => cost >= 0);
}

export const MEASURES: Readonly<Record<Measure, MeasureFacts>> = {
  unserved: { family: "task", starts: false, spans: false, timeless: true, neverNegative: unservedNeverEarns },
  missedBreak: { family: "task", starts: false, spans: false, timeless: true, neverNegative: true },
  slotCost: { family: "task", starts: true, spans: false, timeless: false, neverNegative: slotsNeverEarn },
  late: { family: "task", starts: true, spans: false, timeless: true, neverNegative: true },
  early: { family: "task", starts: true, spans: false, timeless: false, neverNegative: true },
  whoCost: { family: "task", starts: false, spans: false, timeless: true, neverNegative: workersNeverEarn },
  overLevel: { family: "task", starts: true, spans: false, timeless: true, neverNegative: true },
  durationValue: { family: "task", starts: false, spans: false, timeless: false, neverNegative: durationsNeverEarn },
  moved: { family: "task", starts: true, spans: false, timeless: false, neverNegative: true },
  reassigned: { family: "task", starts: false, spans: false, timeless: true, neverNegative: true },
  teamCrossing: { family: "task", starts: false, spans: false, timeless: true, neverNegative: true },
  travel: { family: "shift", starts: false, spans: false, timeless: true, neverNegative: true },
  distance: { family: "shift", starts: false, spans: false, timeless: true, neverNegative: true },
  waiting: { family: "shift", starts: false, spans: true, timeless: false, neverNegative: true },
  idle: { family: "shift", starts: false, spans: true, timeless: false, neverNegative: false },
  overtime: { family: "shift", starts: false, spans: true, timeless: false, neverNegative: true },
  usedShift: { family: "shift", starts: false, spans: false, timeless: true, neverNegative: true },
  optionCost: { family: "shift", starts: false, spans: false, timeless: true, neverNegative: optionsNeverEarn },
  splitShift: { family: "shift", starts: false, spans: true, timeless: false, neverNegative: true },
  work: { family: "shift", starts: false, spans: true, timeless: false, neverNegative: true },
  workers: { family: "client", starts: false, spans: false, timeless: true, neverNegative: true },
  contactShare: { family: "client", starts: false, spans: false, timeless: true, neverNegative: true },
  relation: { family: "relation", starts: false, spans: false, timeless: false, neverNegative: relationsNeverEarn },
  budget: { family: "budget", starts: false, spans: false, timeless: false, neverNegative: budgetsNeverEarn },
};

/** Is no atom of the measure ever negative in a plan of this Demand? O(1), or the size of what the measure reads. */
export function isNeverNegative(demand: Demand, measure: Measure): boolean {
  const { neverNegative } = MEASURES[measure];
  return typeof neverNegative === "boolean" ? neverNegative : neverNegative(demand);
}
