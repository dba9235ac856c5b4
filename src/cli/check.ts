/** `hemtur check` */
import { checkPlan } from "../check/plan/checkPlan.ts";
import { unstaffedVisits } from "../kpi/unstaffed.ts";
import { type Command, CommandError, LANG_HELP, langOf, wordsOf } from "./command.ts";
import { PLAN_WORDS } from "./counted.ts";
import { type Fitting, fittings, fittingText } from "./fitting.ts";
import { documentFrom, isDemand, planFrom, requireOneStream } from "./input.ts";
import { json, put, tell } from "./output.ts";
import { stagesOf } from "./stages.ts";
import { statusOf, WELL } from "./status.ts";
import { unstaffedLines } from "./unstaffed.ts";

export const check: Command = {
  name: "check",
  usage: "check CASE|DEMAND [PLAN] [options]",
  summary: "Judges a Case or a Demand, and a plan for it",
  example: "check town.json plan.json",
  options: [
    "--model NAME      judge the plan under minute, ramtid or pooled (default: the one that it was made for)",
    LANG_HELP,
    "--json            print issues, costs and the number of visits unstaffed as JSON",
  ],
  run(args) {
    const { values, flags, words } = wordsOf(args, ["model", "lang"], [1, 2], ["json"], ["The Case, or a Demand,"]);
    const lang = langOf(values.lang);
    const [path, planPath] = words as [string, string?];
    requireOneStream(path, planPath);
    const document = documentFrom(path);
    if (isDemand(document) && values.model !== undefined) throw new CommandError("--model says what becomes of a Case; a Demand has been made already.");
    if (planPath === undefined) {
      if (flags.json) put(undefined, json({ issues: [] }));
      else tell(path, [], process.stdout, lang);
      return WELL;
    }
    const plan = planFrom(planPath);
    if (!isDemand(document)) stagesOf(document)("Judging");
    const fitting: Fitting = isDemand(document) ? { demand: document, plan, by: "answers" } : fittings(document)(plan, values.model);
    const { demand, plan: judged } = fitting;
    process.stderr.write(fittingText(planPath, fitting, lang));
    const { issues, score } = checkPlan(demand, judged);
    const unstaffed = unstaffedVisits(demand, judged);
    if (flags.json) put(undefined, json({ model: demand.model, issues, levels: score.levels, unstaffedVisits: unstaffed }));
    else {
      process.stdout.write(`${lang === "sv" ? "Kostnad per nivå" : "Cost by level"}: ${score.levels.join(" / ")}\n`);
      tell(planPath, issues, process.stdout, lang);
      if (unstaffed > 0) process.stdout.write(`${[PLAN_WORDS[lang].unstaffed(unstaffed), ...(isDemand(document) ? [] : unstaffedLines(document, demand, judged, lang))].join("\n")}\n`);
    }
    return statusOf(issues.length, unstaffed);
  },
};
