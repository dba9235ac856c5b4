/** Is each task the work that its needs are: for whom, what, where and how long? */
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import { type Facts, firstTask, type PlacedTask } from "./facts.ts";

export function checkWork(facts: Facts, placed: PlacedTask, dues: readonly Due[], report: Report): void {
  for (const due of dues) {
    checkWhat(placed, due, report);
    checkWhere(facts, placed, due, report);
  }
  checkLength(facts, placed, dues, report);
}

function checkWhat({ task, at }: PlacedTask, { need, client, id }: Due, report: Report): void {
  if (task.client !== client.id) {
    report(
      "wrong-client",
      ["tasks", at, "client"],
      `Task ${task.id} is for ${task.client ?? "nobody"}; ${id} is ${client.id}'s.`,
      `Write "${client.id}".`,
    );
  }
  const kind = need.kind === "remote" ? "remote" : "care";
  for (const [key, is, should] of [
    ["kind", task.kind, kind],
    ["class", task.class, need.class],
    ["priority", task.priority, need.priority ?? 3],
  ] as const) {
    if (is !== should)
      report(
        "wrong-work",
        ["tasks", at, key],
        `Task ${task.id} has ${key} ${is}; the need's is ${should}.`,
        `Write ${JSON.stringify(should)}.`,
      );
  }
}

function checkWhere({ of }: Facts, { task, at }: PlacedTask, { need, client }: Due, report: Report): void {
  const household = of.households.find(({ id }) => id === client.household);
  const home = of.places.findIndex(({ id }) => id === household?.place);
  const place = need.kind === "remote" ? "anywhere" : home;
  if (task.place !== place) {
    report(
      "wrong-place",
      ["tasks", at, "place"],
      `Task ${task.id} is at ${task.place}; the need is met at ${place}.`,
      `Write ${JSON.stringify(place)}.`,
    );
  }
  const entry = need.kind === "remote" ? 0 : Math.round((household?.access?.entryMinutes ?? 1) * 60);
  if ((task.stopTicks ?? 0) !== entry) {
    report(
      (task.stopTicks ?? 0) < entry ? "entry-too-short" : "entry-too-long",
      ["tasks", at, "stopTicks"],
      `Getting in takes ${entry} seconds, task ${task.id} allows ${task.stopTicks ?? 0}.`,
      `Write ${entry}.`,
    );
  }
}

/** Bounds of the length: what is useful of all it serves, and the templates among them. */
function checkLength(facts: Facts, { task, at }: PlacedTask, dues: readonly Due[], report: Report): void {
  let [least, template, most] = [0, 0, 0];
  for (const due of dues) {
    const { minutes, useful, staffing } = due.need;
    const isPartly = typeof staffing === "object" && firstTask(facts, due) !== task;
    const own = isPartly ? staffing.second.minutes : minutes;
    const isOfOne = !isPartly && (due.need.sharedWith ?? []).length === 0;
    least += isOfOne ? Math.min(own, useful?.min ?? own) : own;
    template += own;
    most += isOfOne ? Math.max(own, useful?.max ?? own) : own;
  }
  const { min, max } = task.duration;
  const says = `Task ${task.id} may last ${min} to ${max} seconds`;
  if (min < Math.round(least * 60))
    report(
      "shorter-than-useful",
      ["tasks", at, "duration", "min"],
      `${says}; less than ${least} minutes is of no use.`,
      `Write ${least * 60}.`,
    );
  if (max > Math.round(most * 60))
    report(
      "longer-than-useful",
      ["tasks", at, "duration", "max"],
      `${says}; more than ${most} minutes is of no use.`,
      `Write ${most * 60}.`,
    );
  if (min > Math.round(template * 60) || max < Math.round(template * 60)) {
    report(
      "template-impossible",
      ["tasks", at, "duration"],
      `${says}; ${template} minutes are granted.`,
      "Let the template minutes be possible.",
    );
  }
}
