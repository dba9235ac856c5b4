/** `npm run bench -- speed`: steps and moves per CPU second, compared with a baseline. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "../quality/results.ts";
import { CommandError, matchesGlob, misread } from "../suites.ts";
import { figure, percent, tableText } from "../table.ts";
import { calibrate } from "./calibrate.ts";
import { measureGroup } from "./measureAll.ts";
import { type Case, casesOf } from "./shapes.ts";
import { type CaseSpeed, changeOf, machineOf, merged, readSpeeds, type Speeds, writeSpeeds } from "./speeds.ts";

export const SPEED_HELP = `Measures how fast the search is, on towns of our own.

  npm run bench -- speed [options]

  --only GLOB      only cases so named: "plain/*", "*/300", "day+*"
  --quick          up to 300 tasks, fewer repetitions
  --all            every unused rule by itself as well, not only all of them at once
  --moves          a table of all kinds of moves for every case
  --against FILE   compare with this file instead of bench/speed/baseline.json
  --json FILE      write the figures there
  --save           make them the baseline
`;

/** Bundled, this file lies two folders below `bench`; from source, beside the baseline. */
const BASELINE = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "baseline.json" : "../../speed/baseline.json", import.meta.url));
/** Steps of one repetition, and before the first. */
const STEPS = 4000;
const WARM_UP = 12_000;
const QUICK_SIZE = 300;

export interface SpeedOptions {
  readonly only: string;
  readonly quick: boolean;
  readonly all: boolean;
  readonly moves: boolean;
  readonly against: string;
  readonly json: string | undefined;
  readonly save: boolean;
}

/** null: help was asked for. Throws {@link CommandError} for what cannot be meant. */
export function speedOptions(args: readonly string[]): SpeedOptions | null {
  const [text, flag] = [{ type: "string" }, { type: "boolean", default: false }] as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: text, quick: flag, all: flag, moves: flag, against: text, json: text, save: flag, help: flag },
    });
    const { only = "*", against = BASELINE, json, quick, all, moves, save, help } = values;
    return help ? null : { only, against, json, quick, all, moves, save };
  } catch (error) {
    throw misread(error, "speed --help");
  }
}

/** The cases that the options ask for; a case with an unused rule brings the one without. Throws {@link CommandError} if there are none. */
export function chosenCases({ only, quick, all }: Pick<SpeedOptions, "only" | "quick" | "all">): readonly Case[] {
  const cases = casesOf(all).filter(({ size }) => !quick || size <= QUICK_SIZE);
  const wanted = cases.filter(({ name }) => matchesGlob(name, only));
  if (wanted.length === 0) throw new CommandError(`None of the ${cases.length} cases is named like ${only}.`);
  const groups = new Set(wanted.filter(({ rule }) => rule !== undefined).map(({ group }) => group));
  return cases.filter((one) => wanted.includes(one) || (one.rule === undefined && groups.has(one.group)));
}

/** Runs the command; the exit status. */
export async function speed(args: readonly string[]): Promise<number> {
  const options = speedOptions(args);
  if (options === null) {
    console.log(SPEED_HELP);
    return 0;
  }
  const cases = chosenCases(options);
  const before = readSpeeds(options.against);
  if (before === undefined && options.against !== BASELINE) throw new CommandError(`There is no file ${options.against}.`);
  const loop = median(Array.from({ length: 5 }, calibrate));
  const settings = {
    steps: STEPS,
    warmUp: WARM_UP,
    ...(options.quick ? { repetitions: 2, processes: 2 } : { repetitions: 3, processes: 3 }),
  };
  const found: Record<string, CaseSpeed> = {};
  for (const group of new Set(cases.map((one) => one.group))) {
    const own = cases.filter((one) => one.group === group);
    Object.assign(found, await measureGroup(own, settings));
    for (const { name } of own) process.stderr.write(`${name}: ${figure(found[name]?.stepsPerSecond, 0)} steps a second\n`);
  }
  const now: Speeds = { machine: machineOf(loop), settings, cases: found };
  console.log(speedText(now, before, options.moves));
  if (options.json !== undefined) writeSpeeds(options.json, now);
  if (options.save) writeSpeeds(BASELINE, merged(readSpeeds(BASELINE), now, options.only === "*" && !options.quick));
  return 0;
}

/** The tables, and what they are compared with. */
export function speedText(now: Speeds, before: Speeds | undefined, withMoves: boolean): string {
  const changed = (value: number | undefined): string => percent(value ?? null);
  const rows = Object.entries(now.cases).map(([name, speed]) => [
    name,
    String(speed.tasks),
    figure(speed.building),
    figure(speed.stepsPerSecond, 0),
    figure(speed.relative, 0),
    changed(changeOf(speed, before?.cases[name]).steps),
    speed.ratio === undefined ? "" : figure(speed.ratio),
    String(speed.collections),
    figure(speed.bytesPerStep, 0),
  ]);
  const table = tableText(["case", " tasks", " build", " steps/s", " relative", " change", " ratio", " collections", " bytes/step"], rows);
  const turns = (speeds: Speeds): string =>
    `${speeds.machine.cpu}, Node ${speeds.machine.node}, ${figure(speeds.machine.turnsPerSecond / 1e6, 1)} million turns a second`;
  const lines = [table, `Measured on ${turns(now)}.`];
  if (before === undefined) lines.push("There is no baseline to compare with.");
  else lines.push(`Compared with ${turns(before)}; "change" is that of "relative", steps per million turns of the calibration loop.`);
  if (before !== undefined && (before.settings.steps !== now.settings.steps || before.settings.warmUp !== now.settings.warmUp)) {
    lines.push("The two were made with other numbers of steps: the changes mean little.");
  }
  return withMoves ? `${lines.join("\n")}\n\n${movesText(now, before)}` : lines.join("\n");
}

function movesText(now: Speeds, before: Speeds | undefined): string {
  const rows = Object.entries(now.cases).flatMap(([name, speed]) => {
    const { moves } = changeOf(speed, before?.cases[name]);
    return Object.entries(speed.moves).map(([move, { triesPerSecond, useful, timeShare }]) => [
      name,
      move,
      figure(triesPerSecond, 0),
      percent(moves[move] ?? null),
      figure(100 * useful, 0),
      figure(timeShare, 1),
    ]);
  });
  return tableText(["case", "move", " tries/s", " change", " useful %", " time %"], rows);
}
