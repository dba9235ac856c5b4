#!/usr/bin/env node
/** The `hemtur` command; `status.ts` says how it ends. */
import { createRequire } from "node:module";
import { isInputError, UsageError } from "../errors.ts";
import { check } from "./check.ts";
import { type Command, CommandError } from "./command.ts";
import { compare } from "./compare.ts";
import { helpOf, helpOfAll } from "./help.ts";
import { importTables } from "./import.ts";
import { measure } from "./measure.ts";
import { plan } from "./plan.ts";
import { report } from "./report.ts";
import { sample } from "./sample.ts";
import { schema } from "./schema.ts";
import { FAULT, REFUSED, WELL } from "./status.ts";

const COMMANDS: readonly Command[] = [sample, importTables, plan, check, measure, compare, report, schema];
const HELP = ["--help", "-h", "help"];

// Who reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || HELP.includes(name)) {
    process.stdout.write(helpOfAll(COMMANDS));
    return name === undefined ? REFUSED : WELL;
  }
  if (name === "--version") {
    process.stdout.write(`${version()}\n`);
    return WELL;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) return fail(`There is no command ${name}. "hemtur --help" lists them.`, REFUSED);
  if (args.some((arg) => HELP.includes(arg) && arg !== "help")) {
    process.stdout.write(helpOf(command));
    return WELL;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof CommandError) return fail(`${error.message}\n\n${helpOf(command)}`, REFUSED);
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
