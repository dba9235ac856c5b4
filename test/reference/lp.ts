/**
 * Linear programs of least cost, by javascript-lp-solver. Its published types say that every key of a
 * solution is a number or a boolean; in truth variables at 0 are absent. This is the only file here that knows it.
 */
import solver from "javascript-lp-solver";

export interface LinearProgram {
  /** Cost per variable; a variable not named costs 0. */
  readonly cost: ReadonlyMap<string, number>;
  readonly rows: readonly Row[];
  /** Variables that may be negative; all others are at least 0. */
  readonly free: readonly string[];
}

/** min <= sum of coefficient * variable <= max; null: open. */
export interface Row {
  readonly sum: readonly (readonly [variable: string, coefficient: number])[];
  readonly min: number | null;
  readonly max: number | null;
}

export interface LinearSolution {
  readonly cost: number;
  valueOf(variable: string): number;
}

/** A cheapest solution; null: there is none. Throws where the cost has no lower bound. */
export function solveLinear({ cost, rows, free }: LinearProgram): LinearSolution | null {
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const column = (variable: string): Record<string, number> => {
    variables[variable] ??= {};
    return variables[variable];
  };
  for (const [variable, value] of cost) column(variable)["cost"] = value;
  rows.forEach(({ sum, min, max }, i) => {
    const row = `row ${i}`;
    constraints[row] = { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
    for (const [variable, coefficient] of sum) {
      const own = column(variable);
      own[row] = (own[row] ?? 0) + coefficient;
    }
  });
  const unrestricted = Object.fromEntries(free.map((v) => [v, 1 as const]));
  const solution = solver.Solve({ optimize: "cost", opType: "min", constraints, variables, unrestricted }) as unknown as {
    readonly feasible: boolean;
    readonly bounded?: boolean;
    readonly result: number;
  } & Readonly<Record<string, number | undefined>>;
  if (!solution.feasible) return null;
  if (solution.bounded === false) throw new Error("The linear program has no lower bound.");
  return { cost: solution.result, valueOf: (variable) => solution[variable] ?? 0 };
}
