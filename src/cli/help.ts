/** What `--help` prints. */
import type { Command } from "./command.ts";

export const helpOfAll = (commands: readonly Command[]): string =>
  [
    "Plans home care: who visits which client, on which day, when, for how long and in which order.",
    "",
    ...commands.map(({ usage, summary }) => `  hemtur ${usage.padEnd(42)} ${summary}`),
    "",
    '"hemtur COMMAND --help" lists the options of one. Exit status: 0 well, 1 issues found, 2 wrongly called.',
    "",
  ].join("\n");

export const helpOf = ({ usage, summary, options }: Command): string =>
  [`${summary}.`, "", `  hemtur ${usage}`, "", ...options.map((line) => `  ${line}`), ""].join("\n");
