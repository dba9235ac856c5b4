/** What plans are compared by, declared before anything is run. */
import type { Measures } from "../../src/kpi/measures.ts";
import type { Score } from "../../src/model/score.ts";

export interface Outcome {
  readonly name: string;
  readonly unit: string;
  readonly isMoreBetter: boolean;
  /** The smallest difference that matters, in the unit. All are assumptions, set before any run. */
  readonly smallest: number;
  /** Of one plan; null where there is nothing to measure it on. */
  readonly of: (measures: Measures, score: Score) => number | null;
  /** True: may be compared also where the plans leave other visits unstaffed. Everything else looks better for work left undone. */
  readonly isAlwaysComparable?: true;
}

const share = (part: number | null, whole: number | null): number | null => (part === null || whole === null || whole === 0 ? null : (100 * part) / whole);

/**
 * What a minute left undone costs in minutes of paid work: somebody is called in and paid as for overtime, and every visit takes a way there. Both are
 * assumed; without a price, a plan that leaves more undone would be the cheaper one.
 */
export const CALLED_IN = { costPerMinute: 3, wayMinutes: 15 } as const;

/** Plans that leave out less than this are taken to do the same work: too little to move an outcome by its smallest difference. Percent of granted minutes. */
export const SAME_WORK = 0.5;

export const UNSTAFFED = "unstaffed minutes";

/** The shared objective: what `HOME_CARE_TERMS` price below visits left out, and these as called in. */
export const SHARED_COST = "shared cost";

/** Per hour granted, or in percent, so that towns of any size count alike. */
export const OUTCOMES: readonly Outcome[] = [
  {
    name: UNSTAFFED, unit: "% of granted", isMoreBetter: false, smallest: SAME_WORK, isAlwaysComparable: true,
    of: ({ unstaffed, granted }) => share(unstaffed.minutes.value, granted.granted.value),
  },
  {
    name: SHARED_COST, unit: "min per granted hour", isMoreBetter: false, smallest: 0.5, isAlwaysComparable: true,
    of: ({ granted, missing }, { levels }) => {
      const calledIn = missing.reduce((sum, { minutes }) => sum + CALLED_IN.costPerMinute * (minutes + CALLED_IN.wayMinutes), 0);
      return granted.granted.value ? (60 * ((levels[2] ?? 0) + calledIn)) / granted.granted.value : null;
    },
  },
  { name: "faces, all clients", unit: "staff", isMoreBetter: false, smallest: 1, of: ({ continuity }) => continuity.mean.value },
  { name: "faces, national measure", unit: "staff", isMoreBetter: false, smallest: 1, of: ({ continuity }) => continuity.official.value },
  { name: "by the care contact", unit: "% of visits", isMoreBetter: true, smallest: 5, of: ({ continuity }) => continuity.contactShare.value },
  { name: "inside the promised span", unit: "% of starts", isMoreBetter: true, smallest: 1, of: ({ punctuality }) => punctuality.insideSpan.value },
  { name: "spread of start times", unit: "min", isMoreBetter: false, smallest: 5, of: ({ punctuality }) => punctuality.spread.value },
  { name: "planned of granted", unit: "%", isMoreBetter: true, smallest: 1, of: ({ granted }) => granted.share.value },
  { name: "client-time share", unit: "% of paid time", isMoreBetter: true, smallest: 1, of: ({ work }) => work.clientTimeShare.value },
  { name: "travel", unit: "% of paid time", isMoreBetter: false, smallest: 1, of: ({ time }) => share(time.travel.value, time.paidSpan.value) },
  { name: "waiting", unit: "% of paid time", isMoreBetter: false, smallest: 1, of: ({ time }) => share(time.waiting.value, time.paidSpan.value) },
  { name: "overtime", unit: "% of paid time", isMoreBetter: false, smallest: 0.5, of: ({ time }) => share(time.overtime.value, time.paidSpan.value) },
  { name: "range of load", unit: "points", isMoreBetter: false, smallest: 5, of: ({ fairness }) => fairness.loadRange.value },
];
