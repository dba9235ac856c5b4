/** The commands, and what is said where one of them cannot be run. */
import { createRequire } from "node:module";
import { isInputError, UsageError } from "../errors.ts";
import { type Command, CommandError } from "./command.ts";
import { helpOf, helpOfAll } from "./help.ts";
import { FAULT, REFUSED, WELL } from "./status.ts";

/** By name; each is loaded when it is asked for, since what pages are drawn with takes its time. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  sample: async () => (await import("./sample.ts")).sample,
  import: async () => (await import("./import.ts")).importTables,
  plan: async () => (await import("./plan.ts")).plan,
  check: async () => (await import("./check.ts")).check,
  measure: async () => (await import("./measure.ts")).measure,
  compare: async () => (await import("./compare.ts")).compare,
  report: async () => (await import("./report.ts")).report,
  schema: async () => (await import("./schema.ts")).schema,
};
const HELP = ["--help", "-h", "help"];

/** Runs one command. Returns the exit status (see `status.ts`); everything that goes wrong is said on standard error. */
export async function hemtur([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || HELP.includes(name)) {
    process.stdout.write(helpOfAll(await Promise.all(Object.values(COMMANDS).map((load) => load()))));
    return name === undefined ? REFUSED : WELL;
  }
  if (name === "--version") {
    process.stdout.write(`${version()}\n`);
    return WELL;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) return fail(`There is no command ${name}. "hemtur --help" lists them.`, REFUSED);
  const command = await load();
  if (args.some((arg) => HELP.includes(arg) && arg !== "help")) {
    process.stdout.write(helpOf(command));
    return WELL;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof CommandError) return fail(`hemtur ${command.usage}\n"hemtur ${command.name} --help" lists the options.\n${error.message}`, REFUSED);
    if (isInputError(error)) return fail(error.message, REFUSED);
    if (error instanceof UsageError) return fail(error.message, REFUSED);
    return fail(`This should not happen; it is a fault of hemtur: ${String(error)}`, FAULT);
  }
}

/** Of the package that this file lies in. */
function version(): string {
  const manifest: { readonly version: string } = createRequire(import.meta.url)("hemtur/package.json");
  return manifest.version;
}

function fail(message: string, status: number): number {
  process.stderr.write(`${message.trimEnd()}\n`);
  return status;
}
