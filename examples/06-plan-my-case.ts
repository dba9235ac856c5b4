/**
 * From a Case of one's own to rounds that people can read: give its file, or see it with a drawn town.
 *
 *   npx tsx examples/06-plan-my-case.ts my-case.json
 */
import { checkPlan, demandFor, formatIssue, measure, ramtid, solveSync } from "hemtur";
import { readCaseFile } from "hemtur/node";
import { sampleTown } from "hemtur/sample";

const [file] = process.argv.slice(2);
// Everything that is wrong with a file is said at once, with place and advice.
const town = file === undefined ? sampleTown({ seed: 5, clients: 10, days: 2 }) : readCaseFile(file);

const demand = demandFor(town, ramtid());
const { plan } = solveSync(demand, { steps: 20_000, seed: 1 });
const { issues } = checkPlan(demand, plan);

const format = new Intl.DateTimeFormat("sv", { timeZone: town.timeZone ?? "Europe/Stockholm", weekday: "short", hour: "2-digit", minute: "2-digit" });
const when = (tick: number): string => format.format(Date.parse(demand.origin) + (tick * 60_000) / demand.ticksPerMinute);
const tasks = new Map(demand.tasks.map((task) => [task.id, task]));
const workers = new Map(demand.shifts.map(({ id, worker }) => [id, worker]));

// The first day's rounds, each in the order driven.
const rounds = [...plan.shifts].sort((a, b) => a.begin - b.begin).filter(({ begin }) => begin < (demand.days[1]?.begins ?? Infinity));
for (const { shift, begin, end, tasks: stops } of rounds) {
  console.log(`\n${workers.get(shift)}, ${when(begin)} to ${when(end)}`);
  for (const { id, start } of stops) console.log(`  ${when(start)}  ${tasks.get(id)?.client ?? ""} ${tasks.get(id)?.class ?? ""}`.trimEnd());
}

const { unstaffed, work, continuity, missing } = measure(town, demand, plan);
console.log(`\n${issues.length} broken rules, ${unstaffed.visits.value} visits unstaffed`);
for (const { task, reason } of missing) console.log(`  ${task.id}: ${reason}`);
for (const issue of issues) console.log(`  ${formatIssue(issue)}`);
console.log(`${work.clientTimeShare.value?.toFixed(0)} % of the paid time with clients, ${continuity.mean.value?.toFixed(1)} faces per client`);
