/** Is a length of each task worth what its need says, and a task left out missed? */
import type { Need } from "../../model/case.ts";
import { type Curve, costAt } from "../../model/curve.ts";
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import { type Facts, firstTask, type PlacedTask } from "./facts.ts";

/** Costs in minutes that are the same but for rounding. */
const SAME = 1e-6;

export function checkWorth(facts: Facts, { task, at }: PlacedTask, dues: readonly Due[], report: Report): void {
  const [due, ...others] = dues;
  if (due !== undefined && others.length === 0) {
    const isPartly = typeof due.need.staffing === "object" && firstTask(facts, due) !== task;
    const wanted = isPartly ? undefined : worthOf(due.need);
    if (!isSame(wanted, task.duration.value)) {
      report(
        "wrong-worth",
        ["tasks", at, "duration", "value"],
        `Task ${task.id} prices its length otherwise than need ${due.need.id}.`,
        `Write ${JSON.stringify(wanted ?? null)} in ticks, or nothing where the need has no useful minutes.`,
      );
    }
  }
  if (task.required !== true && task.unservedCost <= 0) {
    report(
      "free-to-leave-out",
      ["tasks", at, "unservedCost"],
      `Leaving out ${task.id} costs nothing.`,
      "Let it cost something, or require the task.",
    );
  }
}

/** Somebody must count what is left out. */
export function checkMissed({ demand, due }: Facts, report: Report): void {
  const isOpen = demand.tasks.some(({ serves = [], required }) => required !== true && serves.some((id) => due.has(id)));
  if (!isOpen || demand.terms.some(({ measure }) => measure === "unserved")) return;
  report("free-to-leave-out", ["terms"], "No term counts the visits that are left out.", "Add a term with the measure unserved.");
}

/** Cost in minutes of a length in minutes: 1 per minute short of the template where the need says nothing else. */
function worthOf({ minutes, useful }: Need): Curve | undefined {
  if (useful === undefined) return undefined;
  if (useful.cost !== undefined) return useful.cost;
  const least = Math.min(useful.min, minutes);
  return {
    points:
      least < minutes
        ? [
            [least, minutes - least],
            [minutes, 0],
          ]
        : [[minutes, 0]],
  };
}

/** `wanted` in minutes, `found` in ticks: the same cost at every corner of either, and the same slopes beyond. */
function isSame(wanted: Curve | undefined, found: Curve | undefined): boolean {
  if (wanted === undefined || found === undefined) return wanted === found;
  const corners = [...wanted.points.map(([x]) => x), ...found.points.map(([x]) => x / 60)];
  const lengths = [...corners, Math.min(...corners) - 1, Math.max(...corners) + 1];
  return lengths.every((x) => Math.abs(costAt(wanted, x) - costAt(found, x * 60) / 60) <= SAME);
}
