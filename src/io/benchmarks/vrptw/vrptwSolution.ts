/** VRPTW solutions as CVRPLIB writes them: `Route #1: 5 3 7` …, `Cost 1234.5`. */
import type { Demand, Shift, Task, Travel } from "../../../model/demand.ts";
import type { Plan } from "../../../model/plan.ts";
import { Issues } from "../issues.ts";
import { planOf, type Round, type Stop } from "../rounds.ts";
import { refuseLongText } from "../text.ts";
import { travelTicks } from "../travelTicks.ts";
import { TICKS_PER_UNIT } from "./readVrptw.ts";

/**
 * The Plan of a solution: route k is driven by vehicle k, every customer as early as the route allows. Lines other than
 * routes are ignored. O(text).
 * @throws InputError if there is no route, a customer is unknown, or routes outnumber vehicles.
 */
export function readVrptwSolution(demand: Demand, text: string): Plan {
  refuseLongText(text);
  const issues = new Issues();
  const tasks = new Map(demand.tasks.map((task) => [task.id, task]));
  const routes = [...text.matchAll(/Route\s*#\d+\s*:[ \t]*([^\r\n]*)/gi)].map((match) => (match[1] as string).trim());
  if (routes.length === 0) {
    issues.add("missing", () => [], "The solution has no line `Route #1: …`.", "Give a solution in CVRPLIB's text format.");
  }
  const rounds: Round[] = [];
  for (const [r, route] of routes.entries()) {
    if (route === "") continue;
    const visits: Task[] = [];
    for (const [i, word] of route.split(/\s+/).entries()) {
      const task = tasks.get(word);
      if (task !== undefined) visits.push(task);
      else
        issues.add("unknown-task", () => ["routes", r, i], `There is no customer ${word.slice(0, 40)}.`, "Name customers of the instance.");
    }
    const shift = demand.shifts[rounds.length];
    if (shift !== undefined) rounds.push({ shift, stops: asEarlyAsPossible(demand, shift, visits) });
    else issues.add("too-many-routes", () => ["routes", r], `There are ${demand.shifts.length} vehicles.`, "Use fewer routes.");
  }
  issues.throwIfAny();
  return planOf(demand, rounds, "VRPTW solution");
}

/** Writes a Plan as CVRPLIB text, routes in the order of the vehicles. */
export function writeVrptwSolution(demand: Demand, plan: Plan): string {
  const travel = demand.travel[0] as Travel;
  const place = new Map(demand.tasks.map((task) => [task.id, task.place as number]));
  const index = new Map(demand.shifts.map((shift, i) => [shift.id, i]));
  const inOrder = plan.shifts.toSorted((a, b) => (index.get(a.shift) ?? 0) - (index.get(b.shift) ?? 0));
  const routes = inOrder.map((shift) => shift.tasks.map((task) => task.id));
  let ticks = 0;
  for (const route of routes) {
    const places = [0, ...route.map((id) => place.get(id) ?? 0), 0];
    for (let i = 1; i < places.length; i++) ticks += travelTicks(travel, places[i - 1] as number, places[i] as number);
  }
  const lines = routes.map((route, i) => `Route #${i + 1}: ${route.join(" ")}`);
  return `${[...lines, `Cost ${ticks / TICKS_PER_UNIT}`].join("\n")}\n`;
}

function asEarlyAsPossible(demand: Demand, shift: Shift, tasks: readonly Task[]): Stop[] {
  const travel = demand.travel[0] as Travel;
  let clock = shift.begins[0] ?? 0;
  let here = 0;
  return tasks.map((task) => {
    const place = task.place as number;
    const start = Math.max(clock + travelTicks(travel, here, place), task.slots[0]?.start[0] ?? 0);
    const end = start + task.duration.min;
    clock = end;
    here = place;
    return { task, start, end };
  });
}
