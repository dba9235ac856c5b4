/** A Demand written by hand, without a Case: two workers, five visits, of which one is by two, and a break each. It is read, planned, judged and printed. */
import { checkPlan, type Demand, formatIssue, linear, readDemand, type Shift, solveSync, type Task, type Term } from "hemtur";

/** A tick is a minute here, so 08:30 is tick 510. */
const at = (clock: string): number => 60 * Number(clock.slice(0, 2)) + Number(clock.slice(3));
const clock = (tick: number): string => `${String(Math.floor(tick / 60)).padStart(2, "0")}:${String(tick % 60).padStart(2, "0")}`;

/** Starts within the window, wherever the worker's round leaves room. */
const visit = (id: string, client: string, place: number, [from, to]: readonly [string, string], minutes: number, more: Partial<Task> = {}): Task => ({
  id, kind: "care", class: "care", client, place, slots: [{ start: [at(from), at(to)] }], duration: { min: minutes, max: minutes },
  who: {}, required: true, priority: 1, unservedCost: 0, ...more,
});

/** Half an hour at wherever the round is, owed where the shift is longer than four hours. */
const lunch = (shift: string): Task => ({
  id: `lunch of ${shift}`, kind: "break", class: "break", place: "anywhere", slots: [{ start: [at("10:30"), at("13:00")] }],
  duration: { min: 30, max: 30 }, who: { shifts: [shift] }, required: { whenShiftExceeds: 240 }, priority: 1, unservedCost: 0,
});

const day = (worker: string): Shift => ({
  id: `${worker}'s day`, worker, begins: [at("07:00"), at("09:00")], ends: [null, at("16:00")],
  idleIfUnused: false, fixedDeparture: false, options: [{ mode: "bike", from: 0, to: 0 }],
});

const minutes = (measure: "travel" | "waiting", weight: number): Term => ({ name: measure, level: 1, measure, unit: "minute", per: "plan", reduce: "sum", curve: linear(weight) });

const demand: Demand = {
  version: 1, model: "hand", origin: "2026-03-23T00:00:00+01:00", ticksPerMinute: 1, days: [{ date: "2026-03-23", begins: 0 }],
  // Kilometres east and north of the base, which is place 0; by bike a kilometre takes five minutes.
  travel: [{ mode: "bike", placeCount: 5, points: [[0, 0], [1, 1], [-1, 2], [2, 0], [0, -2]], ticksPerUnit: 5, rounding: "nearest" }],
  workers: [{ id: "Anna", traits: [], skills: [{ id: "medicine", level: 1 }], rest: [] }, { id: "Bo", traits: [], skills: [], rest: [] }],
  shifts: [day("Anna"), day("Bo")],
  tasks: [
    visit("breakfast", "Karin", 1, ["07:30", "08:30"], 30), visit("medicine", "Olle", 2, ["08:00", "08:30"], 15, { who: { all: ["medicine"] } }),
    // A visit by two is two tasks that start together.
    visit("shower 1", "Siv", 3, ["08:30", "10:30"], 45, { serves: ["shower"] }), visit("shower 2", "Siv", 3, ["08:30", "10:30"], 45, { serves: ["shower"] }),
    visit("walk", "Nils", 4, ["09:00", "14:00"], 60), visit("dinner", "Karin", 1, ["12:00", "13:00"], 40), lunch("Anna's day"), lunch("Bo's day"),
  ],
  relations: [{ id: "both", kind: "gap", tasks: ["shower 1", "shower 2"], from: "start", to: "start", span: [0, 0], clock: "elapsed", over: "next" }],
  clients: [{ id: "Karin" }, { id: "Olle" }, { id: "Siv" }, { id: "Nils" }], budgets: [], pools: [], pins: [], memory: [],
  // A minute of waiting costs a fifth of a minute on the bike, another face ten of them.
  terms: [
    minutes("travel", 1), minutes("waiting", 0.2),
    { name: "faces", level: 1, measure: "workers", unit: "person", per: "client", reduce: "sum", curve: linear(10) },
  ],
};

// From a file it would be readDemand(text): either way, all that is wrong is said at once.
const { plan } = solveSync(readDemand(demand), { steps: 5000, seed: 1 });
const { issues, score } = checkPlan(demand, plan);
const tasks = new Map(demand.tasks.map((task) => [task.id, task]));
for (const round of plan.shifts) {
  console.log(`${round.shift}, ${clock(round.begin)}-${clock(round.end)}`);
  for (const { id, start, end } of round.tasks) console.log(`  ${clock(start)}-${clock(end)}  ${[id, tasks.get(id)?.client ?? []].flat().join(", ")}`);
}
for (const issue of issues) console.log(formatIssue(issue));
console.log(`${issues.length} issues; ${score.terms.map(({ name, cost }) => `${name} ${cost.toFixed(1)}`).join(", ")}`);
