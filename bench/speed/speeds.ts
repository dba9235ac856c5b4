/** Speeds on disk, and what has changed between two of them. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { median } from "../quality/results.ts";
import { CommandError } from "../suites.ts";
import type { MoveSpeed, Sample } from "./measure.ts";

/** Speed of a kind of move, and its share of the search's time. */
export interface MoveFigures {
  readonly triesPerSecond: number;
  /** Tries per turn of the calibration loop. */
  readonly relative: number;
  /** Share of tries that found something to price. */
  readonly useful: number;
  /** Percent of the time of all moves, by their weights. */
  readonly timeShare: number;
}

/** Medians over the repetitions. */
export interface CaseSpeed {
  readonly tasks: number;
  /** CPU seconds until the first plan stood. */
  readonly building: number;
  readonly stepsPerSecond: number;
  /** Steps per million turns of the calibration loop: compare these between machines. */
  readonly relative: number;
  /** Garbage collections in all repetitions together. */
  readonly collections: number;
  /** Bytes allocated per step. */
  readonly bytesPerStep: number;
  /** For a case with an unused rule: its speed divided by that without, each repetition compared with its neighbour in time. */
  readonly ratio?: number;
  readonly moves: Readonly<Record<string, MoveFigures>>;
}

export interface Speeds {
  readonly machine: { readonly cpu: string; readonly platform: string; readonly node: string; readonly turnsPerSecond: number };
  readonly settings: { readonly steps: number; readonly warmUp: number; readonly repetitions: number; readonly processes: number };
  readonly cases: Readonly<Record<string, CaseSpeed>>;
}

/** Turns of the calibration loop that `relative` is per. */
const TURNS = 1e6;

export const machineOf = (turnsPerSecond: number): Speeds["machine"] => ({
  cpu: cpus()[0]?.model.trim() ?? "unknown",
  platform: `${platform()} ${arch()}`,
  node: process.version,
  turnsPerSecond,
});

/** What one process found about a case. */
interface Found {
  readonly built: { readonly tasks: number; readonly building: number };
  readonly moves: { readonly moves: readonly MoveSpeed[]; readonly loop: number; readonly bytesPerStep: number };
}

/** What was measured, in one figure each. `plain`: the samples of the case without the unused rule, taken in turns with these. */
export function caseSpeed(found: readonly Found[], samples: readonly Sample[], plain?: readonly Sample[]): CaseSpeed {
  const middle = (figureOf: (of: Found) => number): number => median(found.map(figureOf));
  const kinds = (found[0]?.moves.moves ?? []).map((move, i) => {
    const speedIn = ({ moves }: Found): number => moves.moves[i]?.triesPerSecond ?? Number.NaN;
    const triesPerSecond = middle(speedIn);
    return {
      move,
      triesPerSecond,
      relative: TURNS * middle((one) => speedIn(one) / one.moves.loop),
      seconds: move.weight / triesPerSecond,
    };
  });
  const seconds = kinds.reduce((sum, kind) => sum + kind.seconds, 0);
  return {
    tasks: found[0]?.built.tasks ?? 0,
    building: middle(({ built }) => built.building),
    stepsPerSecond: median(samples.map((sample) => sample.stepsPerSecond)),
    relative: TURNS * median(samples.map((sample) => sample.relative)),
    collections: samples.reduce((sum, sample) => sum + sample.collections, 0),
    bytesPerStep: middle(({ moves }) => moves.bytesPerStep),
    ...(plain && { ratio: median(samples.map((sample, i) => sample.relative / (plain[i]?.relative ?? Number.NaN))) }),
    moves: Object.fromEntries(
      kinds.map(({ move, triesPerSecond, relative, seconds: own }) => [
        move.name,
        { triesPerSecond, relative, useful: move.useful, timeShare: (100 * own) / seconds },
      ]),
    ),
  };
}

/** Percent faster than before, the machine's own speed taken out; undefined where there is nothing to compare. */
export interface Change {
  readonly steps: number | undefined;
  readonly moves: Readonly<Record<string, number | undefined>>;
}

export function changeOf(now: CaseSpeed, before: CaseSpeed | undefined): Change {
  const faster = (a: number, b: number | undefined): number | undefined => (b === undefined ? undefined : 100 * (a / b - 1));
  return {
    steps: faster(now.relative, before?.relative),
    moves: Object.fromEntries(
      Object.entries(now.moves).map(([name, move]) => [name, faster(move.relative, before?.moves[name]?.relative)]),
    ),
  };
}

/** Cases measured now replace those of before; others stay. Throws {@link CommandError} where that would mix machines or settings. */
export function merged(before: Speeds | undefined, now: Speeds, everything: boolean): Speeds {
  if (before === undefined || everything) return now;
  const told = ({ machine, settings }: Speeds): string => JSON.stringify([machine.cpu, machine.node, settings.steps, settings.warmUp]);
  if (told(before) !== told(now)) {
    throw new CommandError(
      `The baseline was made with ${told(before)}, this is ${told(now)}. Measure all cases to replace it, without --only.`,
    );
  }
  return { ...now, cases: { ...before.cases, ...now.cases } };
}

/** undefined where there is no such file. */
export function readSpeeds(path: string): Speeds | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Speeds;
  } catch {
    throw new CommandError(`${path} is not JSON.`);
  }
}

/** One case a line, four digits each. Replaces the file at once. */
export function writeSpeeds(path: string, { machine, settings, cases }: Speeds): void {
  const short = (_: string, value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
  const lines = Object.entries(cases).map(([name, speed]) => `  ${JSON.stringify(name)}: ${JSON.stringify(speed, short)}`);
  const text = `{\n "machine": ${JSON.stringify(machine)},\n "settings": ${JSON.stringify(settings)},\n "cases": {\n${lines.join(",\n")}\n }\n}\n`;
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
