/** What `--help` prints. */
import type { Command } from "./command.ts";
import { STATUS_HELP } from "./status.ts";

export function helpOfAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  return [
    "Plans home care: who visits which client, on which day, when, for how long and in which order.",
    "",
    ...commands.map(({ usage, summary }) => `  hemtur ${usage.padEnd(width)}  ${summary}`),
    "",
    "From nothing to a page:",
    "",
    ...commands.filter(({ name }) => ["sample", "plan", "report"].includes(name)).map(({ example }) => `  hemtur ${example}`),
    "",
    '"hemtur COMMAND --help" lists the options of one, "hemtur --version" says which version this is. A file may be - for standard input or output.',
    "",
    ...STATUS_HELP,
    "",
  ].join("\n");
}

export const helpOf = ({ usage, summary, options, example }: Command): string =>
  [`${summary}.`, "", `  hemtur ${usage}`, "", ...options.map((line) => (line === "" ? "" : `  ${line}`)), "", "Example:", "", `  hemtur ${example}`, ""].join("\n");
