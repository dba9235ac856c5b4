/** `hemtur compare` */
import { adopt } from "../check/adopt.ts";
import { checkPlan } from "../check/plan/checkPlan.ts";
import { measure } from "../kpi/measure.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { compareScores } from "../model/score.ts";
import { readCaseFile } from "../node.ts";
import { type Arm, comparisonPage, comparisonTable } from "../report/index.ts";
import { demandFor } from "../schedule/demandFor.ts";
import { minute } from "../schedule/minute.ts";
import { ramtid } from "../schedule/ramtid.ts";
import { choiceOf, type Command, wordsOf } from "./command.ts";
import { put, requireApart } from "./output.ts";
import { BUDGET_HELP, BUDGET_NAMES, budgetOf, search } from "./searching.ts";
import { ISSUES, UNSTAFFED, WELL } from "./status.ts";

export const compare: Command = {
  name: "compare",
  usage: "compare CASE --out PAGE [options]",
  summary: "Plans a Case under minute and ramtid, and writes a page that shows both",
  options: [
    ...BUDGET_HELP.map((line) => line.replace("time to search (default 10)", "time per search, of which there are three (default 10)")),
    "--locale sv|en    language of the page (default en)",
    "--out PAGE        write the page there; without it, only the table is printed",
  ],
  async run(args) {
    const { values, words } = wordsOf(args, ["out", "locale", ...BUDGET_NAMES], [1, 1]);
    const locale = choiceOf("--locale", values.locale ?? "en", ["sv", "en"]);
    const budget = budgetOf(values);
    requireApart(words[0]!, values.out);
    const town = readCaseFile(words[0]!);
    const [asMinute, asRamtid] = [demandFor(town, minute()), demandFor(town, ramtid())];
    // Both models get the same: half their time on a common draft, half on their own.
    const draft = (await search("first plan", asMinute, budget)).plan;
    const minutePlan = (await search("minute", asMinute, budget, draft)).plan;
    const found = (await search("ramtid", asRamtid, budget, adopt(draft, asRamtid))).plan;
    const ramtidPlan = better(asRamtid, found, adopt(minutePlan, asRamtid));
    const arm = (name: string, demand: Demand, plan: Plan): Arm => ({ name, demand, plan, ...checkPlan(demand, plan), measures: measure(town, demand, plan) });
    const arms = [arm("Minute", asMinute, minutePlan), arm("Ramtid", asRamtid, ramtidPlan)];
    process.stdout.write(`${comparisonTable({ case: town, arms, locale })}\n`);
    if (values.out !== undefined) put(values.out, comparisonPage({ case: town, arms, locale }));
    if (arms.some((one) => one.issues?.length !== 0)) return ISSUES;
    return arms.every((one) => one.measures.complete) ? WELL : UNSTAFFED;
  },
};

/** Every minute plan is a ramtid plan, so ramtid is never shown a worse one. */
function better(demand: Demand, found: Plan, adopted: Plan): Plan {
  const [one, other] = [checkPlan(demand, found), checkPlan(demand, adopted)];
  if (one.issues.length !== other.issues.length) return one.issues.length < other.issues.length ? found : adopted;
  return compareScores(one.score, other.score) <= 0 ? found : adopted;
}
