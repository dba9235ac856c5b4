/** `hemtur compare` */
import { adopt } from "../check/adopt.ts";
import { comparisonPage, comparisonTable } from "../report/index.ts";
import { demandFor } from "../schedule/demandFor.ts";
import { armOf, compareModels } from "../whatif/compareModels.ts";
import { type Command, CommandError, langOf, LANG_HELP, namesOf, NAMES_HELP, wordsOf } from "./command.ts";
import { caseFrom, planFrom, requireOneStream } from "./input.ts";
import { modelOf } from "./models.ts";
import { numbersOf } from "./numbers.ts";
import { json, put, requireApart } from "./output.ts";
import { BUDGET_HELP, BUDGET_NAMES, budgetOf, searching } from "./searching.ts";
import { stagesOf } from "./stages.ts";
import { statusOf } from "./status.ts";
import { titlesOf } from "./titles.ts";

export const compare: Command = {
  name: "compare",
  usage: "compare CASE --out PAGE [options]",
  summary: "Plans a Case under several models, and writes a page that shows them",
  example: "compare town.json --seconds 20 --lang sv --out page.html",
  options: [
    "--models NAMES    of minute, ramtid and pooled, commas between them (default minute,ramtid)",
    ...BUDGET_HELP.map((line) => line.replace("time to search (default 10)", "time of each search: a draft, then one for each model (default 10)")),
    "--baseline PLAN   show this plan too, as that of today, and begin the searches with it",
    NAMES_HELP,
    LANG_HELP,
    "--json            print the numbers of each plan as JSON instead of a table",
    "--out PAGE        write the page there; without it, only the table is printed",
  ],
  async run(args) {
    const { values, flags, words } = wordsOf(args, ["models", "out", "lang", "names", "baseline", ...BUDGET_NAMES], [1, 1], ["json"], ["The Case"]);
    const path = words[0]!;
    const lang = langOf(values.lang);
    const names = namesOf(values.names);
    const budget = budgetOf(values);
    const models = (values.models ?? "minute,ramtid").split(",").map((name) => modelOf(name.trim()));
    if (new Set(models.map(({ name }) => name)).size < models.length) throw new CommandError(`--models ${values.models}: give each model once.`);
    requireOneStream(path, values.baseline);
    requireApart([path, values.baseline], [values.out, "-"]);
    const town = caseFrom(path);
    const today = values.baseline === undefined ? undefined : planFrom(values.baseline);
    const planned = await searching(budget, ({ onProgress: _, ...options }, line) => {
      const lines = new Map([...models.map(({ name }) => name), "draft"].map((name) => [name, line(name)]));
      return compareModels(town, { ...options, models, ...(today && { start: today }), onProgress: (name, progress) => lines.get(name)?.(progress) });
    });
    const stage = stagesOf(town);
    if (today !== undefined) stage("Judging and measuring the plan of today");
    const asToday = demandFor(town, models[0]!);
    const all = [...(today === undefined ? [] : [armOf(town, "today", asToday, adopt(today, asToday))]), ...planned];
    const titles = titlesOf(all.map(({ demand }, i) => ({ model: demand.model, isToday: i < all.length - planned.length, file: "baseline" })), lang);
    const arms = all.map((arm, i) => ({ ...arm, name: titles[i]! }));
    const comparison = { case: town, arms, locale: lang };
    if (flags.json) put(undefined, json(arms.map(({ name, demand, issues, score, measures }) => ({ name, model: demand.model, issues, levels: score.levels, numbers: numbersOf(measures, lang) }))));
    else put(undefined, comparisonTable(comparison));
    if (values.out !== undefined) stage("Drawing the page");
    if (values.out !== undefined) put(values.out, comparisonPage({ ...comparison, names }));
    const made = planned.reduce((sum, { issues, measures }) => sum + issues.length + measures.missing.length, 0);
    return statusOf(made, 0);
  },
};
