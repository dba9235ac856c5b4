import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import type { IssueCode } from "../../src/model/issueCodes.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { issuesOf, type Mutable } from "./issuesOf.ts";
import { validDemand } from "./validDemand.ts";

type Break = (demand: Mutable<Demand>) => void;

/** One smallest change per line; each is reported under exactly this code, once, at this path. */
export const BROKEN_DEMANDS: readonly (readonly [code: IssueCode, path: string, breakIt: Break])[] = [
  ["duplicate-id", "workers.2.id", (d) => d.workers.push({ ...d.workers[1]! })],
  ["duplicate-id", "shifts.3.id", (d) => d.shifts.push({ ...d.shifts[2]! })],
  ["duplicate-id", "pools.1.id", (d) => d.pools.push({ id: "cars", count: 2 })],
  ["duplicate-id", "tasks.3.id", (d) => d.tasks.push({ ...d.tasks[2]! })],
  ["duplicate-id", "relations.5.id", (d) => d.relations.push({ ...d.relations[1]! })],
  ["duplicate-id", "budgets.2.id", (d) => d.budgets.push({ ...d.budgets[1]! })],
  ["duplicate-id", "clients.1.id", (d) => d.clients.push({ id: "client" })],
  ["duplicate-id", "travel.2.mode", (d) => d.travel.push({ ...d.travel[0]! })],
  ["duplicate-id", "terms.2.name", (d) => d.terms.push({ ...d.terms[0]! })],
  ["unknown-worker", "shifts.2.worker", (d) => void (d.shifts[2]!.worker = "boo")],
  ["unknown-worker", "clients.0.contact", (d) => void (d.clients[0]!.contact = "ann")],
  ["unknown-worker", "memory.0.worker", (d) => void (d.memory[0]!.worker = "x")],
  ["unknown-worker", "tasks.0.who.only.1", (d) => d.tasks[0]!.who.only!.push("x")],
  ["unknown-worker", "tasks.0.who.cost.x", (d) => void (d.tasks[0]!.who.cost = { x: 1 })],
  ["unknown-worker", "pins.0.worker", (d) => void (d.pins[0]!.worker = "x")],
  ["unknown-shift", "tasks.1.who.shifts.0", (d) => void (d.tasks[1]!.who.shifts = ["x"])],
  ["unknown-shift", "budgets.1.members.0", (d) => void (d.budgets[1]!.members = ["x"])],
  ["unknown-shift", "pins.0.shift", (d) => void (d.pins[0]!.shift = "x")],
  ["unknown-shift", "baseline.0.shift", (d) => void (d.baseline![0]!.shift = "x")],
  ["unknown-client", "tasks.0.client", (d) => void (d.tasks[0]!.client = "cleint")],
  ["unknown-client", "memory.0.client", (d) => void (d.memory[0]!.client = "x")],
  ["unknown-pool", "shifts.0.options.0.pool", (d) => void (d.shifts[0]!.options[0]!.pool = "bikes")],
  ["unknown-mode", "shifts.2.options.0.mode", (d) => void (d.shifts[2]!.options[0]!.mode = "cat")],
  ["unknown-task", "relations.1.tasks.0", (d) => void (d.relations[1]!.tasks[0] = "x")],
  ["unknown-task", "budgets.0.members.1", (d) => void (d.budgets[0]!.members[1] = "x")],
  ["unknown-task", "pins.0.task", (d) => void (d.pins[0] = { task: "x" })],
  ["unknown-task", "pins.0.after", (d) => void (d.pins[0]!.after = "x")],
  ["unknown-task", "baseline.0.tasks.0.id", (d) => void (d.baseline![0]!.tasks[0]!.id = "x")],
  ["days-order", "days.2", (d) => d.days.push({ date: "2026-03-11", begins: 82_800 })],
  ["days-order", "days.1", (d) => void (d.days[1]!.date = "2026-03-09")],
  ["clock-change-outside-day", "days.0.clockChange.at", (d) => void (d.days[0]!.clockChange!.at = 82_800)],
  ["clock-change-outside-day", "days.0.clockChange.at", (d) => void (d.days[0]!.clockChange!.at = -1)],
  ["travel-source", "travel.0", (d) => void (d.travel[0]!.points = [[0, 0], [1, 1]])],
  ["travel-source", "travel.0", (d) => void delete d.travel[0]!.ticks],
  ["travel-source", "travel.1", (d) => void delete d.travel[1]!.rounding],
  ["matrix-size", "travel.0.ticks", (d) => d.travel[0]!.ticks!.push(1)],
  ["matrix-size", "travel.0.metres", (d) => d.travel[0]!.metres!.pop()],
  ["matrix-size", "travel.1.points", (d) => d.travel[1]!.points!.push([1, 1])],
  ["place-counts-differ", "travel.1.placeCount", (d) => void Object.assign(d.travel[1]!, { placeCount: 3, points: [[0, 0], [1, 1], [2, 2]] })],
  ["profile-order", "travel.0.profile.0.fromTimeOfDay", (d) => void (d.travel[0]!.profile![0]!.fromTimeOfDay = 1)],
  ["profile-order", "travel.0.profile.1.fromTimeOfDay", (d) => void (d.travel[0]!.profile![1]!.fromTimeOfDay = 0)],
  ["place-out-of-range", "tasks.0.place", (d) => void (d.tasks[0]!.place = 2)],
  ["place-out-of-range", "shifts.0.options.0.from", (d) => void (d.shifts[0]!.options[0]!.from = 2)],
  ["place-out-of-range", "shifts.0.options.0.to", (d) => void (d.shifts[0]!.options[0]!.to = 9)],
  ["place-out-of-range", "baseline.0.tasks.0.at", (d) => void (d.baseline![0]!.tasks[0]!.at = 2)],
  ["span-reversed", "workers.0.skills.1.days", (d) => d.workers[0]!.skills.push({ id: "spare", level: 0, days: [1, 0] })],
  ["span-reversed", "shifts.2.begins", (d) => void (d.shifts[2]!.begins = [5, 4])],
  ["span-reversed", "shifts.2.ends", (d) => void (d.shifts[2]!.ends = [5, 4])],
  ["span-reversed", "tasks.2.duration", (d) => void (d.tasks[2]!.duration.min = 1801)],
  ["span-reversed", "tasks.2.slots.0.start", (d) => void (d.tasks[2]!.slots[0]!.start = [5, 4])],
  ["span-reversed", "tasks.2.slots.0.end", (d) => void (d.tasks[2]!.slots[0]!.end = [5, 4])],
  ["span-reversed", "relations.1.count", (d) => void Object.assign(d.relations[1]!, { count: [2, 1] })],
  ["span-reversed", "relations.2.distinct", (d) => void Object.assign(d.relations[2]!, { distinct: [2, 1] })],
  ["span-reversed", "relations.4.total", (d) => void Object.assign(d.relations[4]!, { total: [2, 1] })],
  ["span-reversed", "budgets.1.limit", (d) => void (d.budgets[1]!.limit = [2, 1])],
  ["span-reversed", "budgets.0.within", (d) => void (d.budgets[0]!.within = [5, 5])],
  ["curve-order", "tasks.0.slots.0.startCost.points.1", (d) => void (d.tasks[0]!.slots[0]!.startCost!.points[1]![0] = 27_000)],
  ["curve-order", "tasks.0.slots.0.endCost.points.1", (d) => void (d.tasks[0]!.slots[0]!.endCost = { points: [[1, 0], [0, 0]] })],
  ["curve-order", "tasks.1.duration.value.points.1", (d) => void (d.tasks[1]!.duration.value!.points[1]![0] = 1)],
  ["curve-order", "relations.2.soft.points.1", (d) => d.relations[2]!.soft!.points.push([0, 0])],
  ["curve-order", "budgets.1.cost.points.1", (d) => d.budgets[1]!.cost!.points.push([0, 0])],
  ["curve-order", "terms.0.curve.points.1", (d) => d.terms[0]!.curve.points.push([0, 0])],
  ["rest-impossible", "workers.0.rest.0", (d) => void (d.workers[0]!.rest[0]!.window = 39_599)],
  ["shift-ends-before-begin", "shifts.2.ends", (d) => void Object.assign(d.shifts[2]!, { begins: [10, null], ends: [null, 9] })],
  ["shift-too-long", "shifts.0.maxSpan", (d) => void (d.shifts[0]!.maxSpan = 10_799)],
  ["departure-open", "shifts.2.begins.0", (d) => void (d.shifts[2]!.fixedDeparture = true)],
  ["idle-undefined", "shifts.0.idleIfUnused", (d) => void delete d.shifts[0]!.paidTo],
  ["idle-undefined", "shifts.2.idleIfUnused", (d) => void Object.assign(d.shifts[2]!, { idleIfUnused: true, paidTo: 1 })],
  ["shifts-overlap", "shifts.1", (d) => void (d.shifts[1]!.begins = [35_999, 35_999])],
  ["window-too-short", "tasks.0.slots.0", (d) => void (d.tasks[0]!.slots[0]!.end = [27_000, 27_599])],
  ["skill-nobody-has", "tasks.1.who.all.0", (d) => void (d.tasks[1]!.who.all = ["insuline"])],
  ["task-nobody-can-do", "tasks.1.who", (d) => void (d.tasks[1]!.who.traits = ["man"])],
  ["task-nobody-can-do", "tasks.1.who", (d) => void (d.tasks[1]!.who.not = ["bo", "woman"])],
  ["task-nobody-can-do", "tasks.0.who", (d) => void (d.tasks[0]!.who.level = 2)],
  ["task-nobody-can-do", "tasks.0.who", (d) => void (d.tasks[0]!.who.only = ["bo"])],
  ["task-nobody-can-do", "tasks.0.who", (d) => void (d.tasks[0]!.who.shifts = ["bo-early"])],
  ["delegation-expired", "tasks.0.who.all", (d) => void (d.workers[0]!.skills[0]!.days = [1, 1])],
  ["conditional-shift", "tasks.2.required", (d) => void (d.tasks[2]!.who.shifts = ["anna-early", "anna-late"])],
  ["conditional-shift", "tasks.2.required", (d) => void (d.tasks[2]!.who = {})],
  ["relation-too-small", "relations.4.tasks", (d) => d.relations[4]!.tasks.pop()],
  ["relation-too-small", "relations.1.tasks", (d) => d.relations[1]!.tasks.pop()],
  ["relation-repeats", "relations.4.tasks.2", (d) => d.relations[4]!.tasks.push("meal")],
  ["gaps-contradict", "relations.0", (d) => void Object.assign(d.relations[0]!, { tasks: ["meal", "insulin"] })],
  ["gaps-contradict", "relations.0", (d) => void Object.assign(d.relations[0]!, { span: [null, -601] })],
  ["budget-quantity", "budgets.0.quantity", (d) => void (d.budgets[0]!.quantity = "workTicks")],
  ["budget-over-limit", "budgets.0", (d) => void (d.budgets[0]!.limit = [null, 199])],
  ["pin-slot", "pins.0.slot", (d) => void (d.pins[0]!.slot = 2)],
  ["pin-start", "pins.0.start", (d) => void (d.pins[0]!.start = 90_000)],
  ["pin-worker", "pins.0.worker", (d) => void (d.pins[0]!.worker = "bo")],
  ["pin-after", "pins.0.after", (d) => void (d.pins[0]!.after = "meal")],
  ["pins-contradict", "pins.1", (d) => d.pins.push({ task: "meal", worker: "anna", start: 36_001 })],
  ["baseline-index", "baseline.0.option", (d) => void (d.baseline![0]!.option = 2)],
  ["baseline-index", "baseline.0.tasks.0.slot", (d) => void (d.baseline![0]!.tasks[0]!.slot = 1)],
  ["term-not-zero", "terms.0.curve", (d) => void (d.terms[0]!.curve = { points: [[0, 1]] })],
  ["term-grouping", "terms.0.per", (d) => void (d.terms[0]!.per = "shift")],
  ["distance-without-metres", "travel.0", (d) => void delete d.travel[0]!.metres],
  ["distance-without-metres", "travel.1", (d) => void delete d.travel[1]!.metresPerUnit],
];

test("a sound Demand gives no issue, and is returned as it was given", () => {
  const demand = validDemand();
  expect(readDemand(demand)).toBe(demand);
  expect(readDemand(JSON.stringify(demand))).toEqual(demand);
  expect(demand).toEqual(validDemand());
});

describe("one change breaks exactly one rule:", () => {
  test.each(BROKEN_DEMANDS)("%s at %s", (code, path, breakIt) => {
    const demand = validDemand() as Mutable<Demand>;
    breakIt(demand);
    const issues = issuesOf(() => readDemand(demand));
    expect(issues.map((issue) => `${issue.code} ${issue.path.join(".")}`)).toEqual([`${code} ${path}`]);
  });
});
