/** What is compared: two or more plans of one Case. */
import type { Issue } from "../errors.ts";
import type { Measures } from "../kpi/measures.ts";
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import type { Score } from "../model/score.ts";
import type { Names } from "./people.ts";

export interface Arm {
  /** As it is to be read: "Minute", "Ramtid". */
  readonly name: string;
  readonly demand: Demand;
  readonly plan: Plan;
  readonly score: Score;
  readonly measures: Measures;
  /** What the judge found. Default: nothing. */
  readonly issues?: readonly Issue[];
}

export interface Comparison {
  readonly case: Case;
  readonly arms: readonly Arm[];
  readonly locale: Locale;
  /** What people are called on the page. Default: "initials". */
  readonly names?: Names;
}

export type Locale = "sv" | "en";
