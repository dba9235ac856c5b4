/** `hemtur plan` */
import { unstaffedVisits } from "../kpi/unstaffed.ts";
import { readCaseFile } from "../node.ts";
import { demandFor } from "../schedule/demandFor.ts";
import { type Command, wordsOf } from "./command.ts";
import { modelOf } from "./models.ts";
import { json, put, requireApart, tell } from "./output.ts";
import { BUDGET_HELP, BUDGET_NAMES, budgetOf, search } from "./searching.ts";
import { UNSTAFFED, WELL } from "./status.ts";

export const plan: Command = {
  name: "plan",
  usage: "plan CASE --out FILE [options]",
  summary: "Plans a Case under one schedule model",
  options: [
    "--model NAME      minute, ramtid or pooled (default minute)",
    ...BUDGET_HELP,
    "--out FILE        write the Plan there; without it, to standard output",
    "--demand FILE     write the Demand that it answers there as well",
  ],
  async run(args) {
    const { values, words } = wordsOf(args, ["model", "out", "demand", ...BUDGET_NAMES], [1, 1]);
    const model = modelOf(values.model ?? "minute");
    const budget = budgetOf(values);
    requireApart(words[0]!, values.out, values.demand);
    const demand = demandFor(readCaseFile(words[0]!), model);
    const found = await search(model.name, demand, budget);
    if (values.demand !== undefined) put(values.demand, json(demand));
    put(values.out, json(found.plan));
    const unstaffed = unstaffedVisits(demand, found.plan);
    process.stderr.write(`${found.plan.shifts.length} rounds, ${unstaffed} visits unstaffed, cost by level ${found.score.levels.join(" / ")}\n`);
    const { frames } = found;
    if (frames !== null && frames.gap > 0 && frames.cost > 0) {
      const share = ((100 * frames.gap) / frames.cost).toFixed(1);
      process.stderr.write(`Other minutes for the visits of these rounds could lower the cost on level ${frames.level} by at most ${share} %\n`);
    }
    const status = tell("The plan", found.issues, process.stderr);
    return status === WELL && unstaffed > 0 ? UNSTAFFED : status;
  },
};
