/** `hemtur report` */
import { basename } from "node:path";
import { ROUNDS_TOOL } from "../io/import/rounds.ts";
import { comparisonPage } from "../report/index.ts";
import { armOf } from "../whatif/compareModels.ts";
import { type Command, langOf, LANG_HELP, namesOf, NAMES_HELP, wordsOf } from "./command.ts";
import { fittings, fittingText } from "./fitting.ts";
import { caseFrom, planFrom, requireOneStream } from "./input.ts";
import { put, requireApart } from "./output.ts";
import { stagesOf } from "./stages.ts";
import { statusOf } from "./status.ts";
import { titlesOf } from "./titles.ts";

const MOST_PLANS = 6;

export const report: Command = {
  name: "report",
  usage: "report CASE PLAN [PLAN2 ...] --out PAGE",
  summary: "Writes a page that shows one plan, or several side by side",
  example: "report town.json plan.json --lang sv --out plan.html",
  options: [
    "--model NAME      read plans that do not say their model under minute, ramtid or pooled (default minute)",
    NAMES_HELP,
    LANG_HELP,
    "--out PAGE        write the page there; without it, to standard output",
  ],
  run(args) {
    const { values, words } = wordsOf(args, ["model", "lang", "names", "out"], [2, 1 + MOST_PLANS], [], ["The Case", "The plan"]);
    const [path, ...planPaths] = words as [string, ...string[]];
    const lang = langOf(values.lang);
    const names = namesOf(values.names);
    requireOneStream(path, ...planPaths);
    requireApart(words, [values.out]);
    const town = caseFrom(path);
    const stage = stagesOf(town);
    stage("Matching the plans to their models");
    const fittingOf = fittings(town);
    const fitted = planPaths.map((file) => ({ file, ...fittingOf(planFrom(file), values.model, true) }));
    for (const one of fitted) process.stderr.write(fittingText(one.file, one, lang));
    const titles = titlesOf(fitted.map(({ file, demand, plan }) => ({ model: demand.model, isToday: plan.origin.tool === ROUNDS_TOOL, file: basename(file, ".json") })), lang);
    stage("Judging and measuring");
    const arms = fitted.map(({ demand, plan }, i) => armOf(town, titles[i]!, demand, plan));
    stage("Drawing the page");
    put(values.out, comparisonPage({ case: town, arms, locale: lang, names }));
    return statusOf(sum(arms.map(({ issues }) => issues.length)), sum(arms.map(({ measures }) => measures.missing.length)));
  },
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
