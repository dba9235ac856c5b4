/** `hemtur measure` */
import { measure as measureOf } from "../kpi/measure.ts";
import { comparisonTable } from "../report/index.ts";
import { armOf } from "../whatif/compareModels.ts";
import { type Command, langOf, LANG_HELP, wordsOf } from "./command.ts";
import { fittings, fittingText } from "./fitting.ts";
import { caseFrom, planFrom, requireOneStream } from "./input.ts";
import { numbersOf } from "./numbers.ts";
import { json, put, requireApart, tell } from "./output.ts";
import { performedFrom } from "./performed.ts";
import { stagesOf } from "./stages.ts";
import { statusOf } from "./status.ts";
import { titleOf } from "./titles.ts";

export const measure: Command = {
  name: "measure",
  usage: "measure CASE PLAN [options]",
  summary: "Prints the numbers of a plan with their definitions",
  example: "measure town.json plan.json --lang sv",
  options: [
    "--model NAME      read the plan under minute, ramtid or pooled (default: the one that it was made for)",
    "--performed FILE  what is known of the days afterwards, as JSON: { \"declined\": [OCCASION, …], \"minutes\": { OCCASION: MINUTES, … } }",
    "--json            print name, label, value, unit and definition of each number as JSON",
    LANG_HELP,
    "--out FILE        write there instead of standard output",
  ],
  run(args) {
    const { values, flags, words } = wordsOf(args, ["model", "performed", "lang", "out"], [2, 2], ["json"], ["The Case", "The plan"]);
    const [path, planPath] = words as [string, string];
    const lang = langOf(values.lang);
    requireOneStream(path, planPath, values.performed);
    requireApart([path, planPath, values.performed], [values.out]);
    const town = caseFrom(path);
    stagesOf(town)("Judging and measuring");
    const fitting = fittings(town)(planFrom(planPath), values.model);
    const { demand, plan } = fitting;
    process.stderr.write(fittingText(planPath, fitting, lang));
    const planned = armOf(town, titleOf(demand.model, lang), demand, plan);
    const arm = values.performed === undefined ? planned : { ...planned, measures: measureOf(town, demand, plan, performedFrom(values.performed)) };
    const numbers = numbersOf(arm.measures, lang);
    const definitions = numbers.filter(({ value }) => value !== null).map(({ label, definition }) => `${label}: ${definition}`);
    put(values.out, flags.json ? json(numbers) : [comparisonTable({ case: town, arms: [arm], locale: lang }), "", ...definitions, ""].join("\n"));
    if (arm.issues.length > 0) tell(planPath, arm.issues, process.stderr, lang);
    return statusOf(arm.issues.length, arm.measures.missing.length);
  },
};
