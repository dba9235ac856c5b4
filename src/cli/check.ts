/** `hemtur check` */
import { adopt } from "../check/adopt.ts";
import { checkPlan } from "../check/plan/checkPlan.ts";
import { isInputError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { hashOf } from "../model/hash.ts";
import type { Plan } from "../model/plan.ts";
import { unstaffedVisits } from "../kpi/unstaffed.ts";
import { readCaseFile, readDemandFile, readPlanFile } from "../node.ts";
import { demandFor } from "../schedule/demandFor.ts";
import { type Command, wordsOf } from "./command.ts";
import { allModels, modelOf } from "./models.ts";
import { tell } from "./output.ts";
import { UNSTAFFED, WELL } from "./status.ts";

export const check: Command = {
  name: "check",
  usage: "check CASE|DEMAND [PLAN] [options]",
  summary: "Judges a Case or a Demand, and a plan for it",
  options: ["--model NAME      judge the plan under minute, ramtid or pooled (default: the one that it was made for)"],
  run(args) {
    const { values, words } = wordsOf(args, ["model"], [1, 2]);
    const [path, planPath] = words as [string, string?];
    const document = caseOrDemand(path);
    if (planPath === undefined) return tell(path, []);
    const plan = readPlanFile(planPath);
    const [demand, judged] = "terms" in document ? [document, plan] : fitting(document, plan, values.model);
    const { issues, score } = checkPlan(demand, judged);
    process.stdout.write(`Cost by level: ${score.levels.join(" / ")}\n`);
    const status = tell(planPath, issues);
    if (status !== WELL) return status;
    const unstaffed = unstaffedVisits(demand, judged);
    if (unstaffed === 0) return WELL;
    process.stdout.write(`${unstaffed} visits unstaffed\n`);
    return UNSTAFFED;
  },
};

/** The file is taken for what its keys say it is. */
function caseOrDemand(path: string): Demand | ReturnType<typeof readCaseFile> {
  try {
    return readCaseFile(path);
  } catch (error) {
    if (!isInputError(error) || !error.issues.some((issue) => issue.code === "unknown-key" && issue.path[0] === "ticksPerMinute")) throw error;
    return readDemandFile(path);
  }
}

/** The Demand that the plan answers, or, for a plan made elsewhere, the one asked for and the plan matched to it. */
function fitting(of: ReturnType<typeof readCaseFile>, plan: Plan, model: string | undefined): [Demand, Plan] {
  const specs = model === undefined ? allModels() : [modelOf(model)];
  const demands = specs.map((spec) => demandFor(of, spec));
  const answered = demands.find((demand) => hashOf(demand) === plan.demandHash);
  if (answered !== undefined) return [answered, plan];
  return model === undefined ? [demands[0]!, plan] : [demands[0]!, adopt(plan, demands[0]!)];
}
