/** Does no relation, account or load ask for more than the case does? What they must hold is judged elsewhere; here, that there is nothing besides. */
import { daysBetween } from "../../calendar/civil.ts";
import { clockSeconds } from "../../calendar/clock.ts";
import type { Budget, Task } from "../../model/demand.ts";
import type { GapRelation, Relation } from "../../model/relation.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Id, Span } from "../../units.ts";
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import { type Facts, secondsLater } from "./facts.ts";

export function checkRules(facts: Facts, report: Report): void {
  const tasks = new Map(facts.demand.tasks.map((task) => [task.id, task]));
  facts.demand.relations.forEach((relation, at) => {
    if (relation.soft !== undefined || isAskedFor(facts, relation, tasks)) return;
    report("extra-rule", ["relations", at], `Nothing in the case asks for ${relation.id} as it is.`, "Ask for no more than the case does.");
  });
  facts.demand.budgets.forEach((budget, at) => {
    if (isFrameOrContract(budget)) return;
    report(
      "extra-rule",
      ["budgets", at],
      `The case has no account like ${budget.id}.`,
      "Count service time up to what is granted, and hours of work.",
    );
  });
  facts.demand.tasks.forEach(({ id, load = {} }, at) => {
    if (Object.values(load).every((amount) => amount <= 0)) return;
    report("extra-rule", ["tasks", at, "load"], `Nothing in the case is carried to ${id}.`, "Leave the load out.");
  });
}

/** Nobody has to be served, nothing has a price of its own, and no part of the period stands apart. */
const isFrameOrContract = ({ of, quantity, limit, within, cost }: Budget): boolean =>
  quantity === "workTicks" ||
  (limit[0] === null &&
    within === undefined &&
    (limit[1] === null || (of === "task" && quantity === "serviceTicks" && cost === undefined)));

function isAskedFor(facts: Facts, relation: Relation, tasks: ReadonlyMap<Id, Task>): boolean {
  const served = relation.tasks.map((id) => (tasks.get(id)?.serves ?? []).flatMap((one) => facts.due.get(one) ?? []));
  if (served.some((own) => own.length > 1)) return true; // which of what it serves is meant is not known
  const dues = served.flat();
  const [a, b] = dues;
  if (a === undefined || dues.length < served.length) return false;
  const isPair = dues.length === 2 && a === b;
  switch (relation.kind) {
    case "presence":
      return isPair && relation.zeroAllowed && holds(relation.count, [2, 2]);
    case "workers":
      return isPair
        ? holds(relation.distinct, [2, 2])
        : isOfKeys(
            facts,
            relation.distinct,
            dues,
            relation.tasks.map((id) => tasks.get(id) as Task),
          );
    case "gap":
      return isPair ? isTogether(relation, a) : b !== undefined && isGapAsked(facts, relation, dues);
    default:
      return false;
  }
}

/** The second starts so much later than the first, in whichever order they are listed, and leaves with it or before. */
function isTogether({ from, to, clock, span }: GapRelation, due: Due): boolean {
  if (clock !== "elapsed" || from !== to) return false;
  const later = secondsLater(due);
  if (from === "start") return holds(span, [later, later]) || holds(span, [-later, -later]);
  return due.need.staffing === 2 ? holds(span, [0, 0]) : holds(span, [null, 0]) || holds(span, [0, null]);
}

function isGapAsked({ of }: Facts, relation: GapRelation, dues: readonly Due[]): boolean {
  const { from, to, clock, span } = relation;
  const [a, b] = dues as readonly [Due, Due];
  if (to !== "start" || (from === "end") !== (clock === "elapsed")) return false;
  if (clock === "elapsed") {
    const gaps = dues.length === 2 && a.date === b.date && a.nth === b.nth ? (a.need.gaps ?? []).filter((gap) => gap.to === b.need.id) : [];
    const ticks = (minutes: number | undefined): number | null => (minutes === undefined ? null : Math.round(minutes * 60));
    return gaps.some(({ minMinutes, maxMinutes }) => holds(span, [ticks(minMinutes), ticks(maxMinutes)]));
  }
  const { need } = a;
  if (dues.some((due) => due.need !== need)) return false;
  if (clock === "timeOfDay") {
    const width = Math.floor((of.practice?.toleranceMinutes ?? 15) * 120);
    return need.plannedAt === undefined && dues.every(({ nth }) => nth === a.nth) && holds(span, [-width, width]);
  }
  const apart = need.minDaysApart ?? (need.often.per === "week" && need.often.times > 1 ? 1 : 0);
  const isSameWeekday =
    need.often.per === "week" && dues.length === 2 && a.nth === b.nth && need.often.weekdays?.length !== need.often.times;
  const weeks = daysBetween(a.date, b.date);
  return holds(span, [apart, null]) || (isSameWeekday && holds(span, [weeks, weeks]));
}

/** Visits to one home between two times at which its keys are back, by no fewer people than there are keys. */
function isOfKeys({ of, demand }: Facts, distinct: Span, dues: readonly Due[], tasks: readonly Task[]): boolean {
  const homes = new Set(dues.map(({ client }) => client.household));
  const access = of.households.find(({ id }) => homes.has(id))?.access;
  const back = (of.practice?.keysBackAt ?? ["15:00", "22:00"]).map(clockSeconds);
  const parts = new Set(
    tasks.flatMap(({ slots }) =>
      slots.flatMap(({ start }) =>
        start.map(
          (tick) => `${dayIndexAt(demand.days, tick ?? 0)} ${back.filter((time) => time <= timeOfDayAt(demand.days, tick ?? 0)).length}`,
        ),
      ),
    ),
  );
  return (
    homes.size === 1 &&
    parts.size === 1 &&
    access?.kind === "key" &&
    access.keyCopies !== undefined &&
    holds(distinct, [null, access.keyCopies])
  );
}

/** Is what the case allows inside the span? */
const holds = ([from, to]: Span, [least, most]: Span): boolean =>
  (from === null || (least !== null && from <= least)) && (to === null || (most !== null && to >= most));
