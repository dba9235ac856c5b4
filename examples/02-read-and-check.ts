/**
 * Reads a municipality's Case. What is wrong with it is said all at once, with code, place and what to do. Then a plan is
 * judged that somebody changed by hand: the judge names the rule that no longer holds.
 */
import { checkPlan, demandFor, formatIssue, isInputError, minute, readCase, solveSync } from "hemtur";
import { sampleTown } from "hemtur/sample";

const town = sampleTown({ seed: 3, clients: 6, days: 1 });

// A key misspelt, and clock times that do not exist.
const [first, ...others] = town.needs;
const broken = { ...town, nedes: [], needs: [{ ...first, window: ["25:00", "26:00"] }, ...others] };
try {
  readCase(JSON.stringify(broken));
} catch (error) {
  if (!isInputError(error)) throw error;
  console.log("The Case cannot be used:");
  for (const issue of error.issues) console.log(`  ${formatIssue(issue)}`);
}

const demand = demandFor(readCase(JSON.stringify(town)), minute());
const { plan } = solveSync(demand, { steps: 2000, seed: 1 });
console.log(`\nThe plan as found: ${checkPlan(demand, plan).issues.length} issues.`);

// The last round ends an hour before its last task.
const changed = { ...plan, shifts: plan.shifts.map((shift, i) => (i === 0 ? { ...shift, end: shift.end - 3600 } : shift)) };
console.log("The plan after a change by hand:");
for (const issue of checkPlan(demand, changed).issues) console.log(`  ${issue.code}: ${issue.message}`);
