/** `hemtur import` */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isInputError, UsageError } from "../errors.ts";
import { caseFromTables, type Imported } from "../io/import/caseFromTables.ts";
import { fileOf, TABLE_NAMES, type TableName } from "../io/import/columns.ts";
import { columnsText } from "../io/import/columnsText.ts";
import { formatFault } from "../io/import/faults.ts";
import { isRealDate } from "../model/civil.ts";
import { type Command, CommandError, wholeOf, wordsOf } from "./command.ts";
import { json, put } from "./output.ts";
import { REFUSED, WELL } from "./status.ts";

const MOST_DAYS = 366;

export const importTables: Command = {
  name: "import",
  usage: "import DIR [options]",
  summary: "Makes a Case of clients.csv, needs.csv, staff.csv and shifts.csv",
  example: "import tables --name Norr --out norr.json",
  options: [
    "--out FILE         write there instead of standard output",
    "--name NAME        name of the Case (default: the folder)",
    "--period-from DATE first day (default: of the first shift)",
    `--days N           1 to ${MOST_DAYS} (default: up to the last shift)`,
    "",
    "Faults are listed by file and row and end with status 2. The columns (* must be there):",
    "",
    ...columnsText(),
  ],
  run(args) {
    const { values, words } = wordsOf(args, ["out", "name", "period-from", "days"], [1, 1]);
    const folder = words[0]!;
    const from = values["period-from"];
    if (from !== undefined && !isRealDate(from)) throw new CommandError(`--period-from ${from}: give a date such as 2026-03-11.`);
    const days = values.days === undefined ? {} : { days: wholeOf("days", values.days, 0, [1, MOST_DAYS]) };
    const imported = importedFrom(folder, { name: values.name ?? folder, ...(from !== undefined && { from }), ...days });
    if (imported === undefined) return REFUSED;
    for (const { file, row, text } of imported.notes) process.stderr.write(`${file}${row === undefined ? "" : `, row ${row}`}: ${text}\n`);
    put(values.out, json(imported.case));
    return WELL;
  },
};

/** The Case, or undefined after every fault has been printed. */
function importedFrom(folder: string, options: Parameters<typeof caseFromTables>[1]): Imported | undefined {
  const tables = tablesIn(folder);
  try {
    return caseFromTables(tables, options);
  } catch (error) {
    if (!isInputError(error)) throw error;
    const count = Object.values(error.counts).reduce((a, b) => a + b, 0);
    for (const issue of error.issues) process.stderr.write(`${formatFault(issue)}\n`);
    process.stderr.write(`${folder}: ${count} ${count === 1 ? "fault" : "faults"}; no Case was written\n`);
    return undefined;
  }
}

/** The files by the table's name; capitals in their names do not matter. */
function tablesIn(folder: string): { readonly [T in TableName]?: Uint8Array } {
  try {
    const files = readdirSync(folder);
    const found = TABLE_NAMES.flatMap((table) => {
      const file = files.find((name) => name.toLowerCase() === fileOf(table));
      return file === undefined ? [] : [[table, new Uint8Array(readFileSync(join(folder, file)))] as const];
    });
    return Object.fromEntries(found);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UsageError(
      code === "ENOENT"
        ? `There is no folder ${folder}.`
        : code === "ENOTDIR"
          ? `${folder} is a file, not a folder.`
          : `${folder} cannot be read (${code}).`,
    );
  }
}
