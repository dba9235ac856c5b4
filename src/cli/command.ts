/** What commands share: their shape, their options, and how they say that they were called wrongly. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Names } from "../report/index.ts";

export interface Command {
  readonly name: string;
  /** As in `plan CASE --out FILE`. */
  readonly usage: string;
  /** One line. */
  readonly summary: string;
  /** A line that works once its files are there, without `hemtur`. */
  readonly example: string;
  /** One line per option. */
  readonly options: readonly string[];
  /** Returns the exit status (see `status.ts`). Throws {@link CommandError}, InputError and UsageError. */
  run(args: readonly string[]): number | Promise<number>;
}

/** The command line makes no sense; said with this text. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

export interface Words<K extends string, F extends string> {
  /** Of options that take a value. */
  readonly values: { readonly [name in K]?: string };
  /** Of options that take none. */
  readonly flags: { readonly [name in F]?: boolean };
  readonly words: readonly string[];
}

/** Reads options and the other words; `missing` names these, where one is not there. Throws {@link CommandError} on unknown options and a wrong number of words. */
export function wordsOf<K extends string, F extends string = never>(
  args: readonly string[],
  names: readonly K[],
  [fewest, most]: readonly [number, number],
  flagNames: readonly F[] = [],
  missing: readonly string[] = ["The file", "The plan"],
): Words<K, F> {
  const options: NonNullable<ParseArgsConfig["options"]> = {
    ...Object.fromEntries(names.map((name) => [name, { type: "string" }])),
    ...Object.fromEntries(flagNames.map((name) => [name, { type: "boolean" }])),
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length < fewest) throw new CommandError(`${missing[positionals.length] ?? "Something"} is missing.`);
    if (positionals.length > most) throw new CommandError(`What is ${positionals[most]}?`);
    return { values: values as Words<K, F>["values"], flags: values as Words<K, F>["flags"], words: positionals };
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(error instanceof Error ? error.message.split(". ")[0]! : String(error));
  }
}

/** The number that an option says, or `otherwise`. Throws {@link CommandError} where it is none, or below 0. */
export function numberOf(name: string, text: string | undefined, otherwise: number): number {
  const value = read(text, otherwise);
  if (!(value >= 0 && value < Infinity)) throw new CommandError(`--${name} ${text}: give a number of at least 0.`);
  return value;
}

/** The whole number that an option says, or `otherwise`. Throws {@link CommandError} where it is none, or outside the span. */
export function wholeOf(name: string, text: string | undefined, otherwise: number, [least, most]: readonly [number, number] = ANY): number {
  const value = read(text, otherwise);
  if (!(Number.isInteger(value) && value >= least && value <= most)) {
    throw new CommandError(`--${name} ${text}: give a whole number ${most < ANY[1] ? `from ${least} to ${most}` : value > most ? `of at most ${most}` : `of at least ${least}`}.`);
  }
  return value;
}

const ANY = [0, Number.MAX_SAFE_INTEGER] as const;

const read = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : text.trim() === "" ? Number.NaN : Number(text.replace(/^(\d+),(\d+)$/, "$1.$2"));

/** The one of `choices` that `text` names. */
export function choiceOf<T extends string>(what: string, text: string | undefined, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new CommandError(`${what} ${text ?? ""}: give one of ${choices.join(", ")}.`.replace(" :", ":"));
  return found;
}

export const NAMES_HELP = "--names NAMES     ids, initials or full: what people are called on the page (default initials)";

/** What people are called, as `--names` says. */
export const namesOf = (text: string | undefined): Names => choiceOf("--names", text ?? "initials", ["ids", "initials", "full"]);

export const LANG_HELP = "--lang sv|en      language of what people read (default en)";

/** The language that `--lang` names. */
export const langOf = (text: string | undefined): "sv" | "en" => choiceOf("--lang", text ?? "en", ["sv", "en"]);
