/** Each rule taken out of a Demand: what is left is the same Demand without it. A Demand that this does not change does not have the rule. */
import type { Budget, Demand, Pin, Shift, Slot, Task, Travel, Worker } from "../../src/model/demand.ts";
import type { GapRelation, Relation } from "../../src/model/relation.ts";
import type { Measure, Term } from "../../src/model/term.ts";

type Without = (demand: Demand) => Demand;
const OPEN = [null, null] as const;
const LONG = 1_000_000;

const drop = <T extends object>(from: T, ...keys: readonly (keyof T)[]): T =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.some((one) => one === key))) as T;

const tasks =
  (change: (task: Task) => Task): Without =>
  (demand) => ({ ...demand, tasks: demand.tasks.map(change) });
const slots = (change: (slot: Slot) => Slot): Without => tasks((task) => ({ ...task, slots: task.slots.map(change) }));
const who = (...keys: readonly (keyof Task["who"])[]): Without => tasks((task) => ({ ...task, who: drop(task.who, ...keys) }));
const workers =
  (change: (worker: Worker) => Worker): Without =>
  (demand) => ({ ...demand, workers: demand.workers.map(change) });
const skills = (change: (skill: Worker["skills"][number]) => Worker["skills"][number]): Without =>
  workers((worker) => ({ ...worker, skills: worker.skills.map(change) }));
const shifts =
  (change: (shift: Shift) => Shift): Without =>
  (demand) => ({ ...demand, shifts: demand.shifts.map(change) });
const travel =
  (change: (travel: Travel) => Travel): Without =>
  (demand) => ({ ...demand, travel: demand.travel.map(change) });
const relations =
  (stays: (relation: Relation) => boolean): Without =>
  (demand) => ({ ...demand, relations: demand.relations.map((relation) => (stays(relation) ? relation : idle(relation))) });
/** A relation that asks for nothing, so that the others keep their places. */
const idle = ({ id, tasks: members }: Relation): Relation => ({ id, tasks: members, kind: "duration", total: OPEN });
const gaps = (is: (gap: GapRelation) => boolean): Without =>
  relations((relation) => relation.kind !== "gap" || relation.soft !== undefined || !is(relation));
const hard = (kind: Relation["kind"]): Without => relations((relation) => relation.kind !== kind || relation.soft !== undefined);
const budgets =
  (change: (budget: Budget) => Budget): Without =>
  (demand) => ({ ...demand, budgets: demand.budgets.map(change) });
const pins =
  (change: (pin: Pin) => Pin): Without =>
  (demand) => ({ ...demand, pins: demand.pins.map(change) });
const terms =
  (change: (term: Term) => Term): Without =>
  (demand) => ({ ...demand, terms: demand.terms.map(change) });
const unpriced = (measure: Measure): Without => terms((term) => (term.measure === measure ? free(term) : term));
/** A term that costs nothing, so that the others keep their places. */
const free = (term: Term): Term => ({ ...term, curve: { points: [[0, 0]] } });

/** Every shift by a worker of its own. */
const alone: Without = (demand) => ({
  ...demand,
  workers: demand.shifts.flatMap(({ id, worker }) =>
    demand.workers.filter((one) => one.id === worker).map((one) => ({ ...one, id: `${worker} ${id}` })),
  ),
  shifts: demand.shifts.map((shift) => ({ ...shift, worker: `${shift.worker} ${shift.id}` })),
});

/** Nothing had begun. */
const unfrozen: Without = (demand) => drop(demand, "now");

/** By the name of the rule. Those that no Demand can be without are missing: see {@link ALWAYS}. */
export const WITHOUT: Readonly<Record<string, Without>> = {
  "Start window": slots((slot) => ({ ...slot, start: OPEN })),
  "End window": slots((slot) => drop(slot, "end")),
  "Several slots": tasks((task) => ({ ...task, slots: task.slots.slice(0, 1) })),
  "Price of a slot": slots((slot) => drop(slot, "cost", "startCost", "endCost")),
  Lateness: slots((slot) => drop(slot, "due")),
  Earliness: slots((slot) => drop(slot, "wish")),
  Duration: tasks((task) => ({ ...task, duration: { ...task.duration, min: 0, max: 2 * task.duration.max } })),
  "Value of a duration": tasks((task) => ({ ...task, duration: drop(task.duration, "value") })),
  Pace: workers((worker) => drop(worker, "pace")),
  Skill: who("all"),
  Level: who("level"),
  Delegation: skills((skill) => drop(skill, "days")),
  "Above the level": skills((skill) => ({ ...skill, level: 0 })),
  Trait: who("traits"),
  Refusal: who("not"),
  "Only these workers": who("only"),
  "Only these shifts": who("shifts"),
  "Price of a worker": who("cost"),
  Team: shifts((shift) => drop(shift, "team")),
  Faces: (demand) => ({ ...demand, memory: [] }),
  "Care contact": (demand) => ({ ...demand, clients: demand.clients.map((client) => drop(client, "contact")) }),
  Required: tasks((task) => ({ ...task, required: task.required === true ? false : task.required })),
  Conditional: tasks((task) => ({ ...task, required: typeof task.required === "object" ? false : task.required })),
  "Left out": tasks((task) => ({ ...task, unservedCost: 0 })),
  "Missed break": tasks((task) => ({ ...task, kind: task.kind === "break" ? "other" : task.kind })),
  "Begin of a shift": shifts((shift) => ({ ...shift, begins: [shift.fixedDeparture ? shift.begins[0] : null, null] })),
  "Fixed departure": shifts((shift) => ({ ...shift, fixedDeparture: false })),
  "End of a shift": shifts((shift) => ({ ...shift, ends: OPEN })),
  "Longest span": shifts((shift) => drop(shift, "maxSpan")),
  "Longest stretch": shifts((shift) => drop(shift, "maxStretch")),
  Travel: travel((one) => (one.ticks === undefined ? one : { ...one, ticks: one.ticks.map(() => 0) })),
  Points: travel((one) => (one.points === undefined ? one : { ...one, points: one.points.map(() => [0, 0] as const) })),
  Distance: travel((one) => drop(one, "metres", "metresPerUnit")),
  "Travel by time of day": travel((one) => drop(one, "profile")),
  Entry: tasks((task) => drop(task, "stopTicks")),
  Place: tasks((task) => ({ ...task, place: task.place === "neighbour" || task.place === "shiftEnd" ? "anywhere" : task.place })),
  Loads: tasks((task) => drop(task, "load")),
  "Way to travel": shifts((shift) => ({ ...shift, options: shift.options.slice(0, 1) })),
  "Price of an option": shifts((shift) => ({ ...shift, options: shift.options.map((option) => drop(option, "cost")) })),
  "Used shift": unpriced("usedShift"),
  Waiting: unpriced("waiting"),
  Idle: unpriced("idle"),
  Overtime: shifts((shift) => drop(shift, "paidTo")),
  "Split day": unpriced("splitShift"),
  Work: unpriced("work"),
  "One shift at a time": (demand) =>
    new Set(demand.shifts.map(({ worker }) => worker)).size < demand.shifts.length ? alone(demand) : demand,
  Rest: workers((worker) => ({ ...worker, rest: [] })),
  "Rest before the period": workers((worker) => drop(worker, "busyUntil")),
  Vehicles: (demand) => ({ ...demand, pools: demand.pools.map((pool) => ({ ...pool, count: LONG })) }),
  Gap: gaps(({ clock }) => clock === "elapsed"),
  "Days between": gaps(({ clock }) => clock === "days"),
  "Same time of day": gaps(({ clock }) => clock === "timeOfDay"),
  Chains: gaps((gap) => gap.tasks.length > 2),
  "Either order": gaps((gap) => gap.eitherOrder === true),
  "Double staffing": relations(({ id }) => id !== "double" && id !== "two people"),
  Workers: hard("workers"),
  Presence: hard("presence"),
  Order: hard("order"),
  "Sum of durations": hard("duration"),
  "Soft relation": relations((relation) => relation.soft === undefined),
  "Budget of tasks": budgets((budget) => (budget.of === "task" ? { ...budget, limit: OPEN } : budget)),
  "Budget of shifts": budgets((budget) => (budget.of === "shift" ? { ...budget, limit: OPEN } : budget)),
  "Part of the period": budgets((budget) => drop(budget, "within")),
  "Used before, promised after": budgets((budget) => ({ ...budget, opening: 0, reserved: 0 })),
  "Price of a budget": budgets((budget) => drop(budget, "cost")),
  "Pin: served": (demand) => ({ ...demand, pins: [] }),
  "Pin: person": pins((pin) => drop(pin, "shift", "worker")),
  "Pin: order": pins((pin) => drop(pin, "after")),
  "Pin: time": pins((pin) => drop(pin, "slot", "start")),
  "Begun tasks": unfrozen,
  "Begun shifts": unfrozen,
  "Nothing in the past": unfrozen,
  Moved: unpriced("moved"),
  Reassigned: unpriced("reassigned"),
  Levels: terms((term) => ({ ...term, level: term.level === 0 ? 0 : 1 })),
  "Hard terms": terms((term) => (term.level > 0 ? term : free(term))),
  Groups: terms((term) => ({ ...term, per: "plan" })),
  "Worst case": terms((term) => ({ ...term, reduce: term.reduce === "max" ? "sum" : term.reduce })),
  Fairness: terms((term) => ({ ...term, reduce: term.reduce === "range" ? "sum" : term.reduce })),
  "Curve and unit": terms((term) => ({ ...term, unit: "one" })),
  "Only some": terms((term) => drop(term, "where")),
};

/** What is true of every plan of every Demand, so that none can be drawn without it. */
export const ALWAYS: readonly string[] = ["Once", "Accounted for", "Its own Demand", "Known names", "Whole ticks"];

/** The Demand without the rule of this name; undefined where it does not have it. */
export function withoutRule(name: string, demand: Demand): Demand | undefined {
  const without = WITHOUT[name]?.(demand);
  return without === undefined || JSON.stringify(without) === JSON.stringify(demand) ? undefined : without;
}
