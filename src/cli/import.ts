/** `hemtur import` */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isInputError, UsageError } from "../errors.ts";
import { faultLines, noteLines } from "../io/import/alike.ts";
import { caseFromTables, type Tables } from "../io/import/caseFromTables.ts";
import { FILE_SYNONYMS, fileOf, TABLE_NAMES } from "../io/import/columns.ts";
import { columnsText } from "../io/import/columnsText.ts";
import type { Note } from "../io/import/faults.ts";
import { roundsFromTable } from "../io/import/rounds.ts";
import { summaryOf } from "../io/import/summary.ts";
import { checkPlan } from "../check/plan/checkPlan.ts";
import { isRealDate } from "../model/civil.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { demandFor } from "../schedule/demandFor.ts";
import { ramtid } from "../schedule/ramtid.ts";
import { settleRounds } from "../whatif/settleRounds.ts";
import { type Command, CommandError, langOf, wholeOf, wordsOf } from "./command.ts";
import { json, putTogether, requireApart } from "./output.ts";
import { searching } from "./searching.ts";
import { REFUSED, WELL } from "./status.ts";

const MOST_DAYS = 366;
/** Visits that fit in nowhere and are named; the rest is counted. */
const MOST_NAMED = 20;

type Lang = "sv" | "en";

export const importTables: Command = {
  name: "import",
  usage: "import DIR [options]",
  summary: "Makes a Case of clients.csv, needs.csv, staff.csv and shifts.csv",
  example: "import tables --name Norr --lang sv --out norr.json --baseline today.json",
  options: [
    "--out FILE         write there instead of standard output",
    "--baseline FILE    write the rounds of today, from rounds.csv, there as a plan",
    "--name NAME        name of the Case (default: the folder)",
    "--period-from DATE first day (default: of the first shift)",
    `--days N           1 to ${MOST_DAYS} (default: up to the last shift)`,
    "--lang sv|en       language in which faults are told (default en)",
    "",
    "Faults are listed by file and row and end with status 2. The files may be called kunder, insatser, personal and pass. The columns (* must be there):",
    "",
    ...columnsText(),
  ],
  async run(args) {
    const { values, words } = wordsOf(args, ["out", "name", "period-from", "days", "lang", "baseline"], [1, 1], [], ["The folder of the tables"]);
    const folder = words[0]!;
    const lang = langOf(values.lang);
    const from = values["period-from"];
    if (from !== undefined && !isRealDate(from)) throw new CommandError(`--period-from ${from}: give a date such as 2026-03-11.`);
    const days = values.days === undefined ? {} : { days: wholeOf("days", values.days, 0, [1, MOST_DAYS]) };
    const said = SAID[lang];
    const { tables, paths, names, renamed } = tablesIn(folder);
    for (const [file, table] of renamed) process.stderr.write(`${said.renamed(file, table)}\n`);
    requireApart(paths, [values.out ?? "-", values.baseline]);
    const imported = orFaults(folder, names, lang, () => caseFromTables(tables, { name: values.name ?? folder, lang, ...(from !== undefined && { from }), ...days }));
    if (imported === undefined) return REFUSED;
    tell(imported.notes, lang);
    const results: [string | undefined, string][] = [[values.out, json(imported.case)]];
    if (values.baseline !== undefined) {
      const rounds = tables.rounds;
      if (rounds === undefined) throw new UsageError(`--baseline is made of rounds.csv, which is not in ${folder}.`);
      const demand = demandFor(imported.case, ramtid());
      const read = orFaults(folder, names, lang, () => roundsFromTable(rounds, imported.case, demand, lang));
      if (read === undefined) return REFUSED;
      tell(read.notes, lang);
      results.push([values.baseline, json(await settled(demand, read.plan, lang))]);
    } else if (tables.rounds !== undefined) process.stderr.write(`${SAID[lang].notRead}\n`);
    putTogether(results);
    process.stderr.write(`${said.read(summaryOf(imported.case, lang))}\n`);
    return WELL;
  },
};

const SAID = {
  en: {
    faults: (count: number) => `${count} ${count === 1 ? "fault" : "faults"}; nothing was written`,
    inFolder: (files: string) => `In the folder lie: ${files}. If it is one of them, rename that.`,
    read: (summary: string) => `Read: ${summary}`,
    renamed: (file: string, table: string) => `${file}: read as ${table}.`,
    notRead: "rounds.csv: not read; --baseline FILE makes a plan of it.",
    settled: (visits: number, moved: number, most: number) => `rounds.csv: ${visits} visits; ${moved === 0 ? "all begin as written." : `${moved} ${moved === 1 ? "begins" : "begin"} at another time, by at most ${most} minutes, so that travel, breaks and duties fit in.`}`,
    left: (id: string, shift: string) => `rounds.csv: ${id} does not fit into the round of ${shift} and is unstaffed in the plan.`,
    broken: (count: number) => `rounds.csv: the rounds break ${count} ${count === 1 ? "rule" : "rules"}; hemtur check says more.`,
    more: (count: number) => `rounds.csv: and ${count} more.`,
  },
  sv: {
    faults: (count: number) => `${count} fel; inget skrevs`,
    inFolder: (files: string) => `I mappen ligger: ${files}. Är det en av dem, döp om den.`,
    read: (summary: string) => `Läst: ${summary}`,
    renamed: (file: string, table: string) => `${file}: läses som ${table}.`,
    notRead: "rounds.csv: läses inte; --baseline FIL gör en plan av den.",
    settled: (visits: number, moved: number, most: number) => `rounds.csv: ${visits} besök; ${moved === 0 ? "alla börjar som det står." : `${moved} börjar på en annan tid, högst ${most} minuter ifrån, så att resor, raster och andra uppgifter får plats.`}`,
    left: (id: string, shift: string) => `rounds.csv: ${id} får inte plats i turen för ${shift} och är obemannat i planen.`,
    broken: (count: number) => `rounds.csv: turerna bryter ${count} ${count === 1 ? "regel" : "regler"}; hemtur check säger mer.`,
    more: (count: number) => `rounds.csv: och ${count} till.`,
  },
} as const;

function tell(notes: readonly Note[], lang: Lang): void {
  for (const line of noteLines(notes, lang)) process.stderr.write(`${line}\n`);
}

/** What `read` returns, or undefined after every fault has been printed. */
function orFaults<R>(folder: string, names: readonly string[], lang: Lang, read: () => R): R | undefined {
  try {
    return read();
  } catch (error) {
    if (!isInputError(error)) throw error;
    const count = Object.values(error.counts).reduce((a, b) => a + b, 0);
    for (const line of faultLines(error.issues, lang)) process.stderr.write(`${line}\n`);
    if (error.issues.some(({ code }) => code === "missing-file")) process.stderr.write(`${SAID[lang].inFolder(names.join(", ") || "–")}\n`);
    process.stderr.write(`${folder}: ${SAID[lang].faults(count)}\n`);
    return undefined;
  }
}

/** The rounds with breaks and duties, after it has been said what had to give way. */
async function settled(demand: Demand, rounds: Plan, lang: Lang): Promise<Plan> {
  const { plan, left } = await searching({ seed: 1, threads: 1 }, ({ signal }, line) => settleRounds(demand, rounds, { ...(signal && { signal }), onProgress: line("rounds.csv") }));
  const written = new Map(rounds.shifts.flatMap(({ shift, tasks }) => tasks.map(({ id, start }) => [id, { start, shift }] as const)));
  const away = plan.shifts.flatMap(({ tasks }) => tasks.flatMap(({ id, start }) => Math.abs(start - (written.get(id)?.start ?? start)))).map((ticks) => Math.round(ticks / demand.ticksPerMinute));
  const said = SAID[lang];
  process.stderr.write(`${said.settled(written.size, away.filter((minutes) => minutes > 0).length, Math.max(0, ...away))}\n`);
  for (const id of left.slice(0, MOST_NAMED)) process.stderr.write(`${said.left(id, written.get(id)?.shift ?? "")}\n`);
  if (left.length > MOST_NAMED) process.stderr.write(`${said.more(left.length - MOST_NAMED)}\n`);
  const broken = checkPlan(demand, plan).issues.length;
  if (broken > 0) process.stderr.write(`${said.broken(broken)}\n`);
  return plan;
}

interface Folder {
  readonly tables: Tables;
  readonly paths: readonly string[];
  /** Of all files. */
  readonly names: readonly string[];
  /** File -> the name by which it is told of, where that is another. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The files by the table's name or its Swedish one; capitals in their names do not matter. */
function tablesIn(folder: string): Folder {
  try {
    const files = readdirSync(folder).sort();
    const found = TABLE_NAMES.flatMap((table) => {
      const called = [fileOf(table), ...FILE_SYNONYMS[table].map((name) => `${name}.csv`)];
      const file = called.flatMap((name) => files.find((one) => one.toLowerCase() === name) ?? [])[0];
      return file === undefined ? [] : [{ table, file, path: join(folder, file) }];
    });
    const tables = Object.fromEntries(found.map(({ table, path }) => [table, new Uint8Array(readFileSync(path))]));
    return { tables, paths: found.map(({ path }) => path), names: files, renamed: new Map(found.flatMap(({ table, file }) => (file.toLowerCase() === fileOf(table) ? [] : [[file, fileOf(table)] as const]))) };
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
