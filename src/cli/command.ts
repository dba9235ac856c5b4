/** What commands share: their shape, their options, and how they say that they were called wrongly. */
import { type ParseArgsConfig, parseArgs } from "node:util";

export interface Command {
  readonly name: string;
  /** As in `plan CASE --out FILE`. */
  readonly usage: string;
  /** One line. */
  readonly summary: string;
  /** One line per option. */
  readonly options: readonly string[];
  /** Returns the exit status: 0 well, 1 issues found. Throws {@link CommandError}, InputError and UsageError. */
  run(args: readonly string[]): number | Promise<number>;
}

/** The command line makes no sense: exit status 2, with this text. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Values of options that take one, and the other words. Throws {@link CommandError} on unknown options and a wrong number of words. */
export function wordsOf<K extends string>(
  args: readonly string[],
  names: readonly K[],
  [fewest, most]: readonly [number, number],
): { readonly values: { readonly [name in K]?: string }; readonly words: readonly string[] } {
  const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length < fewest) throw new CommandError("Something is missing.");
    if (positionals.length > most) throw new CommandError(`What is ${positionals[most]}?`);
    return { values: values as { [name in K]?: string }, words: positionals };
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(error instanceof Error ? error.message.split(". ")[0]! : String(error));
  }
}

/** The number that an option says, or `otherwise`. */
export function numberOf(name: string, text: string | undefined, otherwise: number, kind: "whole" | "any" = "any"): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  const fits = text.trim() !== "" && Number.isFinite(value) && value >= 0 && (kind === "any" || Number.isInteger(value));
  if (!fits) throw new CommandError(`--${name} ${text}: give a ${kind === "whole" ? "whole " : ""}number of at least 0.`);
  return value;
}

/** The one of `choices` that `text` names. */
export function choiceOf<T extends string>(what: string, text: string | undefined, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new CommandError(`${what} ${text ?? ""}: give one of ${choices.join(", ")}.`.replace(" :", ":"));
  return found;
}
