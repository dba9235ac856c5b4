/**
 * `npm run smoke`: a short look at the quality of plans. Solves the hand-made instances of `bench/small` for a fixed
 * number of steps, the same every time; exit status 1 if a plan is illegal or worse than the bound.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkPlan } from "../src/check/plan/checkPlan.ts";
import { formatIssue } from "../src/errors.ts";
import { solveSync } from "../src/solve/solve.ts";
import { foldersIn, instancesIn, SUITES } from "./suites.ts";
import { figure, tableText } from "./table.ts";

const STEPS = 3000;
/** Room for the noise of sums in floating point. */
const NOISE = 1e-9;

const small = fileURLToPath(new URL("small", import.meta.url));
const rows: string[][] = [];
for (const folder of foldersIn(small, Object.values(SUITES))) {
  for (const instance of instancesIn(folder)) {
    const demand = folder.suite.read(readFileSync(instance.path, "utf8"));
    const { plan } = solveSync(demand, { steps: STEPS, seed: 1 });
    const written = folder.suite.readSolution(demand, folder.suite.writeSolution(demand, plan));
    const { issues, score } = checkPlan(demand, written);
    const cost = folder.suite.cost(demand, written, score);
    const fault = issues[0] === undefined ? "" : formatIssue(issues[0]);
    const verdict = fault !== "" ? "ILLEGAL" : cost <= instance.bestKnown + NOISE ? "good" : "WORSE";
    rows.push([folder.suite.name, instance.name, figure(instance.bestKnown, 3), figure(cost, 3), verdict, fault]);
  }
}
console.log(tableText(["suite", "instance", " bound", " cost", "verdict", ""], rows));
if (rows.length === 0 || rows.some((row) => row[4] !== "good")) process.exitCode = 1;
