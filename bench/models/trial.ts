/** One town planned under one arm: from nothing, with so many steps. */
import { measure } from "../../src/kpi/measure.ts";
import { compareScores } from "../../src/model/score.ts";
import type { Case } from "../../src/model/case.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { BASE, type CompareArm, demandOf, requireEqualMeans } from "./arms.ts";
import { OUTCOMES } from "./outcomes.ts";

export interface Trial {
  readonly profile: string;
  readonly townSeed: number;
  readonly planSeed: number;
  readonly arm: string;
  /** Broken rules. */
  readonly issues: number;
  /** Tasks of visits that are unstaffed, in the order of the Demand. */
  readonly missing: readonly string[];
  readonly levels: readonly number[];
  /** By outcome. */
  readonly values: Readonly<Record<string, number | null>>;
}

/** Plans, judges and measures. The same every time. */
export function runTrial(town: Case, arm: CompareArm, of: Pick<Trial, "profile" | "townSeed" | "planSeed">, steps: number): Trial {
  const own = demandOf(town, arm);
  requireEqualMeans(demandOf(town, BASE).demand, own.demand);
  const { plan, score, issues } = solveSync(own.demand, { seed: of.planSeed + (arm.seedShift ?? 0), steps: arm.isFirstPlan ? 0 : steps });
  const measures = measure(own.town, own.demand, plan);
  const values = Object.fromEntries(OUTCOMES.map(({ name, of: read }) => [name, read(measures, score)]));
  return { ...of, arm: arm.name, issues: issues.length, missing: measures.missing.map(({ task }) => task.id), levels: score.levels, values };
}

/** Is the first plan worse by what both are judged by? */
export const isWorse = (one: Trial, other: Trial): boolean => compareScores(one, other) > 0;
