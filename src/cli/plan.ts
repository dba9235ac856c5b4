/** `hemtur plan` */
import { adopt } from "../check/adopt.ts";
import { unstaffedVisits } from "../kpi/unstaffed.ts";
import { ROUNDS_TOOL } from "../io/import/rounds.ts";
import type { Plan } from "../model/plan.ts";
import { demandFor } from "../schedule/demandFor.ts";
import type { ModelSpec } from "../schedule/switches.ts";
import type { SolveResult } from "../solve/result.ts";
import { solve } from "../solve/solve.ts";
import { changesOf, changesText } from "./changes.ts";
import { type Command, CommandError, langOf, wordsOf } from "./command.ts";
import { PLAN_WORDS } from "./counted.ts";
import { documentFrom, isDemand, planFrom, requireOneStream } from "./input.ts";
import { allModels, modelOf } from "./models.ts";
import { json, put, requireApart, tell } from "./output.ts";
import { FORMAT_HELP, FORMAT_NAMES, putFormats, requireCase } from "./planFiles.ts";
import { BUDGET_HELP, BUDGET_NAMES, budgetOf, searching } from "./searching.ts";
import { statusOf } from "./status.ts";
import { unstaffedLines } from "./unstaffed.ts";

export const plan: Command = {
  name: "plan",
  usage: "plan CASE|DEMAND --out FILE [options]",
  summary: "Plans a Case under one schedule model, or a Demand",
  example: "plan town.json --model ramtid --seconds 30 --out plan.json --csv plan.csv",
  options: [
    "--model NAME      minute, ramtid or pooled (default: the one that the baseline was made under, else minute)",
    ...BUDGET_HELP,
    "--baseline PLAN   begin with this plan, say how much changes, and never end with a worse one",
    "--out FILE        write the Plan there; without it, to standard output",
    "--demand FILE     write the Demand that it answers there as well",
    ...FORMAT_HELP,
  ],
  async run(args) {
    const { values, words } = wordsOf(args, ["model", "out", "demand", "baseline", ...FORMAT_NAMES, ...BUDGET_NAMES], [1, 1], [], ["The Case, or a Demand,"]);
    const path = words[0]!;
    const budget = budgetOf(values);
    const lang = langOf(values.lang);
    const said = PLAN_WORDS[lang];
    requireOneStream(path, values.baseline);
    requireApart([path, values.baseline], [values.out ?? "-", values.demand, values.csv, values.calendar, values.geojson]);
    const document = documentFrom(path);
    if (isDemand(document) && values.model !== undefined) throw new CommandError("--model says what becomes of a Case; a Demand has been made already.");
    const town = isDemand(document) ? undefined : document;
    requireCase(town, values);
    const before = values.baseline === undefined ? undefined : planFrom(values.baseline);
    const demand = isDemand(document) ? document : demandFor(document, values.model === undefined ? modelLike(before) : modelOf(values.model));
    const baseline = before === undefined ? undefined : adopt(before, demand);
    const found = await searching(budget, (options, line) => solve(demand, { ...options, onProgress: line(demand.model), ...(baseline && { start: baseline }) }).result);
    if (values.demand !== undefined) put(values.demand, json(demand));
    put(values.out, json({ ...found.plan, origin: { ...found.plan.origin, model: demand.model } }));
    putFormats(town, demand, found.plan, values);
    if (baseline !== undefined) process.stderr.write(`${changesText(changesOf(demand, baseline.shifts, found.plan.shifts), lang)}\n`);
    const unstaffed = unstaffedVisits(demand, found.plan);
    process.stderr.write(`${said.rounds(found.plan.shifts.length)}, ${said.unstaffed(unstaffed)}, ${said.levels(found.score.levels.join(" / "))}\n`);
    if (town !== undefined && unstaffed > 0) process.stderr.write(`${unstaffedLines(town, demand, found.plan, lang).join("\n")}\n`);
    tellOfFrames(found, lang);
    tell(said.plan, found.issues, process.stderr, lang);
    return statusOf(found.issues.length, unstaffed);
  },
};

/** The model that a plan made here says; rounds of today keep to none. */
function modelLike(before: Plan | undefined): ModelSpec {
  const said = before?.origin.tool === ROUNDS_TOOL ? undefined : before?.origin.model;
  return allModels().find(({ name }) => name === said) ?? modelOf("minute");
}

/** How much other minutes for the same rounds could still give, where that is known and something. */
function tellOfFrames({ frames }: SolveResult, lang: "sv" | "en"): void {
  if (frames === null || frames.gap <= 0 || frames.cost <= 0) return;
  const share = ((100 * frames.gap) / frames.cost).toFixed(1);
  process.stderr.write(`${PLAN_WORDS[lang].frames(frames.level, share)}\n`);
}
