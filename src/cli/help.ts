/** What `--help` prints. */
import type { Command } from "./command.ts";
import { STATUS_HELP } from "./status.ts";

export const helpOfAll = (commands: readonly Command[]): string =>
  [
    "Plans home care: who visits which client, on which day, when, for how long and in which order.",
    "",
    ...commands.map(({ usage, summary }) => `  hemtur ${usage.padEnd(42)} ${summary}`),
    "",
    '"hemtur COMMAND --help" lists the options of one, "hemtur --version" says which version this is.',
    "",
    ...STATUS_HELP,
    "",
  ].join("\n");

export const helpOf = ({ usage, summary, options }: Command): string =>
  [`${summary}.`, "", `  hemtur ${usage}`, "", ...options.map((line) => `  ${line}`), ""].join("\n");
