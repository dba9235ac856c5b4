/** Judges published solutions with our own judge and compares with the published cost. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { checkPlan } from "../src/check/plan/checkPlan.ts";
import { isInputError, type Issue } from "../src/errors.ts";
import type { Demand } from "../src/model/demand.ts";
import type { Plan } from "../src/model/plan.ts";
import { type Folder, foldersIn, instancesIn, SUITES } from "./suites.ts";

/** What became of one published solution. */
export interface Rescored {
  readonly folder: string;
  readonly solution: string;
  /** As printed in the table; empty: nothing is published for it. */
  readonly published: string;
  readonly judged: number;
  /** "equal" to the last digit printed; "early": equal, but visits start a minute early. */
  readonly verdict: "equal" | "early" | "different" | "illegal" | "unreadable" | "unpublished";
  readonly note: string;
}

/** Columns with the cost of a solution file, in order of preference; a constraint solver's file begins with `cp-`. */
const COLUMNS = ["iolab_published_3dec_dist", "sa_solution_cost", "cost", "distance"];
const CP_COLUMNS = ["cpsat_solution_cost"];

/** Every published solution under `data`, in order of folder and name. */
export function* rescore(data: string): Generator<Rescored> {
  for (const folder of foldersIn(data, Object.values(SUITES))) {
    const solutions = join(folder.path, "solutions");
    if (!existsSync(solutions)) continue;
    for (const file of readdirSync(solutions).sort()) yield rescoreOne(folder, join(solutions, file));
  }
}

/** True if every published cost was reached and no rule broken, early starts of a minute apart. */
export const isClean = (all: readonly Rescored[]): boolean => all.every((one) => one.verdict === "equal" || one.verdict === "early");

function rescoreOne(folder: Folder, path: string): Rescored {
  const solution = basename(path, extname(path));
  const byConstraintSolver = solution.startsWith("cp-");
  const name = byConstraintSolver ? solution.slice(3) : solution;
  const row = folder.known.get(name);
  const column = (byConstraintSolver ? CP_COLUMNS : COLUMNS).find((c) => (row?.[c] ?? "") !== "");
  const published = column === undefined ? "" : (row?.[column] ?? "");
  const result = { folder: folder.name, solution, published };
  const instance = instancesIn(folder).find((one) => one.name === name);
  if (instance === undefined) return { ...result, judged: Number.NaN, verdict: "unreadable", note: `There is no instance ${name}.` };
  try {
    const demand = folder.suite.read(readFileSync(instance.path, "utf8"));
    const plan = folder.suite.readSolution(demand, readFileSync(path, "utf8"));
    const { issues, score } = checkPlan(demand, plan);
    const judged = folder.suite.cost(demand, plan, score);
    return { ...result, judged, ...verdictOn(published, toleranceOf(column ?? ""), judged, demand, plan, issues) };
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { ...result, judged: Number.NaN, verdict: "unreadable", note: error.message };
  }
}

function verdictOn(
  published: string,
  tolerance: number,
  judged: number,
  demand: Demand,
  plan: Plan,
  issues: readonly Issue[],
): Pick<Rescored, "verdict" | "note"> {
  const early = startsAMinuteEarly(demand, plan);
  const onlyEarly = issues.length > 0 && issues.length === early && issues.every((issue) => issue.code === "start-outside-slot");
  const codes = [...new Set(issues.map((issue) => issue.code))].sort().join(", ");
  if (published === "") return { verdict: "unpublished", note: "The table has no cost for it." };
  if (Math.abs(judged - Number(published)) > tolerance) {
    return { verdict: "different", note: `The costs differ by ${judged - Number(published)}.` };
  }
  if (onlyEarly)
    return { verdict: "early", note: `${early} ${early === 1 ? "visit starts" : "visits start"} exactly one minute early (${codes}).` };
  if (issues.length > 0) return { verdict: "illegal", note: `${issues.length} issues: ${codes}. ${issues[0]?.message}` };
  return { verdict: "equal", note: "" };
}

/** Decimals of the columns that are rounded; the others are printed in full. */
const DECIMALS: Readonly<Record<string, number>> = { iolab_published_3dec_dist: 4 };

/** 1e-9; half of the last digit more where the column is rounded. */
function toleranceOf(column: string): number {
  const decimals = DECIMALS[column];
  return 1e-9 + (decimals === undefined ? 0 : 0.5 * 10 ** -decimals);
}

/** Visits that start exactly one minute before their slot opens. */
function startsAMinuteEarly(demand: Demand, plan: Plan): number {
  const slots = new Map(demand.tasks.map((task) => [task.id, task.slots]));
  const planned = plan.shifts.flatMap((shift) => shift.tasks);
  return planned.filter(({ id, slot, start }) => start + demand.ticksPerMinute === slots.get(id)?.[slot]?.start[0]).length;
}
