/** The best scores ever found, and how a score compares with them. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { compareScores } from "../../src/model/score.ts";
import { CommandError } from "../suites.ts";

/** What a run may use. With neither, see {@link stepsFor}. */
export interface Budget {
  readonly steps?: number;
  readonly cpuSeconds?: number;
}

/** A score, and what it took. */
export interface Found {
  readonly levels: readonly number[];
  readonly seed: number;
  readonly budget: Budget;
}

/** `best`: the best ever. `usual`: that of the usual budget and seed when it was last saved, which only changes with the search. */
export interface Known {
  /** Hash of the Demand: scores of another are forgotten. */
  readonly demand: string;
  readonly best: Found;
  readonly usual?: readonly number[];
}

export type Best = Readonly<Record<string, Known>>;

export type Verdict = "better" | "equal" | "worse" | "new";

/** Where a score lies against another. */
export interface Gap {
  readonly verdict: Verdict;
  /** The first level that differs; undefined where none does. */
  readonly level?: number;
  /** By how much there: percent of the other, or the difference where that is 0. */
  readonly percent?: number;
  readonly difference?: number;
}

/** Relative; less is no difference. */
const NOISE = 1e-6;

/** Lexicographic, like scores. */
export function gapTo(levels: readonly number[], other: readonly number[] | undefined): Gap {
  if (other === undefined) return { verdict: "new" };
  const order = compareScores({ levels }, { levels: other }, NOISE);
  if (order === 0) return { verdict: "equal" };
  const level = levels.findIndex(
    (_, i) => compareScores({ levels: levels.slice(0, i + 1) }, { levels: other.slice(0, i + 1) }, NOISE) !== 0,
  );
  const [here, there] = [levels[level] ?? 0, other[level] ?? 0];
  const difference = here - there;
  return {
    verdict: order < 0 ? "better" : "worse",
    level,
    difference,
    ...(there !== 0 && { percent: (100 * difference) / Math.abs(there) }),
  };
}

/** "L2 +3.45 %", "L1 +40" where the other is 0, empty where equal or new. */
export function gapText({ level, percent, difference }: Gap): string {
  if (level === undefined || difference === undefined) return "";
  const signed = (value: number): string => `${value < 0 ? "" : "+"}${value.toFixed(2)}`;
  return `L${level} ${percent === undefined ? signed(difference) : `${signed(percent)} %`}`;
}

/** What is known of this very Demand. */
export const knownOf = (best: Best, name: string, demand: string): Known | undefined =>
  best[name]?.demand === demand ? best[name] : undefined;

/** With this run's score: kept as best where it is better, and as usual where it was made in the usual way. Illegal plans are not to be noted. */
export function noted(known: Known | undefined, demand: string, run: Found, usual: boolean): Known {
  const improves = known === undefined || gapTo(run.levels, known.best.levels).verdict === "better";
  const kept = usual ? run.levels : known?.usual;
  return { demand, best: improves ? run : known.best, ...(kept && { usual: kept }) };
}

/** Nothing where there is no such file. */
export function readBest(path: string): Best {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Best;
  } catch {
    throw new CommandError(`${path} is not JSON.`);
  }
}

/** One instance a line, in order of their names; six digits behind the point. Replaces the file at once. */
export function writeBest(path: string, best: Best): void {
  const short = (_: string, value: unknown): unknown => (typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value);
  const names = Object.keys(best).sort();
  const lines = names.map((name) => ` ${JSON.stringify(name)}: ${JSON.stringify(best[name], short)}`);
  writeFileSync(`${path}.part`, `{\n${lines.join(",\n")}\n}\n`);
  renameSync(`${path}.part`, path);
}
