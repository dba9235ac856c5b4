/** At ten o'clock somebody goes home ill: the rest of the day is planned anew. What has begun stays, and every change has its price. */
import { checkPlan, type Demand, demandFor, formatIssue, linear, minute, type Plan, solveSync, type Task } from "hemtur";
import { sampleTown } from "hemtur/sample";

const morning = demandFor(sampleTown({ seed: 3, clients: 16, days: 1 }), minute());
const { plan: before } = solveSync(morning, { steps: 20_000 });

const now = (morning.days[0]?.begins ?? 0) + 10 * 60 * morning.ticksPerMinute;
const under = before.shifts.filter(({ begin, end }) => begin < now && end > now);
const left = ({ tasks }: (typeof under)[number]): number => tasks.filter(({ start }) => start >= now).length;
const hers = under.reduce((most, round) => (left(round) > left(most) ? round : most));
const ill = morning.shifts.find(({ id }) => id === hers.shift)?.worker ?? "";

// What she has begun is done; her own break and duties later in the day are no longer due; nobody else's visits are hers any more.
const done = new Set(hers.tasks.filter(({ start }) => start < now).map(({ id }) => id));
const isGone = ({ id, who }: Task): boolean => who.shifts?.includes(hers.shift) === true && !done.has(id);
const afternoon: Demand = {
  ...morning,
  now,
  baseline: before.shifts.map((round) => (round === hers ? { ...round, tasks: round.tasks.filter(({ id }) => done.has(id)) } : round)),
  tasks: morning.tasks.filter((task) => !isGone(task)).map((task) => ({ ...task, who: { ...task.who, not: [...(task.who.not ?? []), ill] } })),
  terms: [
    ...morning.terms,
    { name: "another time", level: 2, measure: "moved", unit: "minute", per: "plan", reduce: "sum", curve: linear(0.1) },
    { name: "another person", level: 2, measure: "reassigned", unit: "visit", per: "plan", reduce: "sum", curve: linear(5) },
  ],
};

// The search begins with the baseline, since `start` gives no other plan.
const { plan: after } = solveSync(afternoon, { steps: 20_000 });
const { issues } = checkPlan(afternoon, after);

const workerOf = new Map(morning.shifts.map(({ id, worker }) => [id, worker]));
const clock = (tick: number): string => new Date(Date.parse(morning.origin) + (tick * 60_000) / morning.ticksPerMinute).toLocaleTimeString("sv", { timeStyle: "short", timeZone: "Europe/Stockholm" });
const visits = (plan: Plan): Map<string, string> =>
  new Map(plan.shifts.flatMap(({ shift, tasks }) => tasks.map(({ id, start }) => [id, `${clock(start)} ${workerOf.get(shift)}`] as const)));
const [was, is] = [visits(before), visits(after)];
console.log(`${ill} goes home at ${clock(now)}.`);
for (const { id, client } of morning.tasks) {
  if (client !== undefined && was.get(id) !== is.get(id)) console.log(`  ${id}: ${was.get(id) ?? "unstaffed"} → ${is.get(id) ?? "unstaffed"}`);
}
for (const issue of issues) console.log(formatIssue(issue));
console.log(`${issues.length} issues`);
