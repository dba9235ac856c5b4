/** Do relations keep what the Case says about several visits: two at once, time between needs, days apart? */
import { dayIndexAt } from "../../model/time.ts";
import type { GapRelation, Relation } from "../../model/relation.ts";
import type { Task } from "../../model/demand.ts";
import type { Id, Span } from "../../units.ts";
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import { type Facts, firstTask, peopleFor, secondsLater } from "./facts.ts";

export function checkCoupled(facts: Facts, report: Report): void {
  const relations = relationsByTask(facts);
  const byNeed = new Map<Id, Due[]>();
  for (const due of facts.due.values()) {
    byNeed.set(due.need.id, [...(byNeed.get(due.need.id) ?? []), due]);
    checkTwoAtOnce(facts, due, relations, report);
    checkGaps(facts, due, relations, report);
  }
  for (const dues of byNeed.values()) checkDaysApart(facts, dues, relations, report);
}

type ByTask = ReadonlyMap<Id, readonly Relation[]>;

function relationsByTask({ demand }: Facts): ByTask {
  const map = new Map<Id, Relation[]>();
  for (const relation of demand.relations) {
    if (relation.soft !== undefined) continue;
    for (const id of relation.tasks) {
      const own = map.get(id);
      if (own === undefined) map.set(id, [relation]);
      else own.push(relation);
    }
  }
  return map;
}

function checkTwoAtOnce(facts: Facts, due: Due, relations: ByTask, report: Report): void {
  const [first, second] = facts.serving.get(due.id) ?? [];
  if (peopleFor(due) === 1 || first === undefined || second === undefined) return;
  const pair = (relations.get(first.task.id) ?? []).filter(({ tasks }) => tasks.length === 2 && tasks.includes(second.task.id));
  const path = ["tasks", second.at];
  if (!pair.some((r) => r.kind === "presence" && isWithin(r.count, [2, 2]))) {
    report("both-or-none-missing", path, `One of the two at ${due.id} could come alone.`, "Add a presence relation [2, 2], zero allowed.");
  }
  if (!pair.some((r) => r.kind === "workers" && isWithin(r.distinct, [2, 2]))) {
    report("two-people-missing", path, `One person could do both tasks of ${due.id}.`, "Add a workers relation [2, 2].");
  }
  const later = secondsLater(due);
  if (
    !keeps(pair, first.task, second.task, "start", "elapsed", [later, later]) &&
    !keeps(pair, second.task, first.task, "start", "elapsed", [-later, -later])
  ) {
    report(
      "start-together-missing",
      path,
      `The second person at ${due.id} need not start ${later} seconds after the first.`,
      "Add a gap relation between their starts.",
    );
  }
}

function checkGaps(facts: Facts, due: Due, relations: ByTask, report: Report): void {
  if (due.need.often.per === "week") return;
  for (const { to, minMinutes, maxMinutes } of due.need.gaps ?? []) {
    const other = facts.due.get(`${to}@${due.date}#${due.nth}`);
    const [before, after] = [firstTask(facts, due), other && firstTask(facts, other)];
    if (before === undefined || after === undefined) continue;
    const span: Span = [minMinutes === undefined ? null : Math.round(minMinutes * 60), maxMinutes === undefined ? null : Math.round(maxMinutes * 60)];
    if (!keeps(relations.get(before.id) ?? [], before, after, "end", "elapsed", span)) {
      const at = facts.demand.tasks.indexOf(before);
      report(
        "gap-missing",
        ["tasks", at],
        `Nothing keeps ${minMinutes ?? 0} to ${maxMinutes ?? "any"} minutes between ${due.id} and ${other?.id}.`,
        "Add a gap relation.",
      );
    }
  }
}

/** Neighbours in time must be tied, unless their days alone keep them apart. */
function checkDaysApart(facts: Facts, dues: readonly Due[], relations: ByTask, report: Report): void {
  const need = dues[0]?.need;
  const apart = need?.minDaysApart ?? (need?.often.per === "week" && need.often.times > 1 ? 1 : 0);
  if (apart === 0) return;
  dues.slice(1).forEach((due, i) => {
    const [a, b] = [firstTask(facts, dues[i] as Due), firstTask(facts, due)];
    if (a === undefined || b === undefined || nearestDays(facts, a, b) >= apart) return;
    if (keeps(relations.get(a.id) ?? [], a, b, "start", "days", [apart, null])) return;
    const at = facts.demand.tasks.indexOf(b);
    report(
      "days-apart-missing",
      ["tasks", at],
      `Nothing keeps ${dues[i]?.id} and ${due.id} ${apart} ${apart === 1 ? "day" : "days"} apart.`,
      "Add a gap relation in days.",
    );
  });
}

function nearestDays({ demand }: Facts, a: Task, b: Task): number {
  const days = (task: Task): number[] => task.slots.flatMap(({ start }) => start.map((tick) => dayIndexAt(demand.days, tick ?? 0)));
  return Math.min(...days(a).flatMap((x) => days(b).map((y) => Math.abs(y - x))));
}

/** Does one of the relations hold the time from `before` to `after` within the span? */
const keeps = (
  relations: readonly Relation[],
  before: Task,
  after: Task,
  from: GapRelation["from"],
  clock: GapRelation["clock"],
  span: Span,
): boolean =>
  relations.some((relation) => {
    if (relation.kind !== "gap" || relation.from !== from || relation.to !== "start" || relation.clock !== clock) return false;
    const [i, j] = [relation.tasks.indexOf(before.id), relation.tasks.indexOf(after.id)];
    const isOrdered = relation.over === "every" ? j > i : j === i + 1;
    return i >= 0 && j >= 0 && isWithin(relation.span, span) && (isOrdered || (relation.eitherOrder === true && relation.over === "every"));
  });

const isWithin = (inner: Span, outer: Span): boolean =>
  (outer[0] === null || (inner[0] !== null && inner[0] >= outer[0])) && (outer[1] === null || (inner[1] !== null && inner[1] <= outer[1]));
