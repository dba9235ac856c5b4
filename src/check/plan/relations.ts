/** How far served tasks are from what couples them. */

import { costAt } from "../../model/curve.ts";
import type { GapRelation, OrderRelation, Relation } from "../../model/relation.ts";
import { dayIndexAt, timeOfDayAt } from "../../model/time.ts";
import type { Tick } from "../../units.ts";
import { spanOf } from "./clock.ts";
import type { PlanIssueCode } from "./codes.ts";
import type { Facts, Report, Served } from "./facts.ts";
import { outside } from "./span.ts";

/** One measured value outside its span. */
interface Breach {
  readonly distance: number;
  readonly what: () => string;
  readonly at: Served | undefined;
}

const CODES: Readonly<Record<Relation["kind"], PlanIssueCode>> = {
  gap: "gap-broken",
  workers: "workers-broken",
  presence: "presence-broken",
  order: "order-broken",
  duration: "duration-broken",
};

const UNITS: Readonly<Record<GapRelation["clock"], string>> = { elapsed: "ticks", days: "days", timeOfDay: "ticks by the clock" };

/** One issue per broken hard relation, at its first breach. */
export function checkRelations(facts: Facts, report: Report): void {
  for (const relation of facts.demand.relations) {
    if (relation.soft !== undefined) continue;
    let first: Breach | undefined;
    let count = 0;
    for (const breach of breaches(facts, relation)) {
      first ??= breach;
      count++;
    }
    if (first === undefined) continue;
    const more = count > 1 ? ` (and ${count - 1} more)` : "";
    report(
      CODES[relation.kind],
      first.at?.path ?? ["unserved"],
      `Relation "${relation.id}": ${first.what()}${more}.`,
      "Change time, worker or round of its tasks.",
    );
  }
}

/** The measure `relation`: sum of `soft` over the distances outside the span; 0 for a hard relation. */
export function softCost(facts: Facts, relation: Relation): number {
  if (relation.soft === undefined) return 0;
  let cost = 0;
  for (const { distance } of breaches(facts, relation)) cost += costAt(relation.soft, distance);
  return cost;
}

function* breaches(facts: Facts, relation: Relation): Generator<Breach> {
  const served: Served[] = [];
  for (const id of relation.tasks) {
    const one = facts.servedOf.get(id);
    if (one !== undefined) served.push(one);
  }
  if (relation.kind === "presence") {
    if (relation.zeroAllowed && served.length === 0) return;
    yield* breach(relation.count, served.length, () => "members served", served[0]);
  }
  if (served.length < 2) return;
  switch (relation.kind) {
    case "gap":
      yield* gapBreaches(facts, relation, served);
      break;
    case "workers":
      yield* breach(relation.distinct, new Set(served.map(({ round }) => round.worker.id)).size, () => "different workers", served[1]);
      break;
    case "order":
      yield* orderBreach(relation, served);
      break;
    case "duration":
      yield* breach(relation.total, sum(served.map(({ planned }) => planned.end - planned.start)), () => "ticks in sum", served[1]);
      break;
  }
}

/** O(members), or O(members²) over "every" pair. */
function* gapBreaches(facts: Facts, relation: GapRelation, served: readonly Served[]): Generator<Breach> {
  const clock = (tick: Tick): number =>
    relation.clock === "elapsed"
      ? tick
      : relation.clock === "days"
        ? dayIndexAt(facts.demand.days, tick)
        : timeOfDayAt(facts.demand.days, tick);
  const members = served.map((entry) => ({
    entry,
    start: clock(entry.planned.start),
    from: clock(entry.planned[relation.from]),
    to: clock(entry.planned[relation.to]),
  }));
  if (relation.eitherOrder) members.sort((a, b) => a.start - b.start); // stable: ties as listed
  for (const [i, earlier] of members.entries()) {
    const last = relation.over === "next" ? Math.min(i + 1, members.length - 1) : members.length - 1;
    for (let j = i + 1; j <= last; j++) {
      const later = members[j] as (typeof members)[number];
      const gap = later.to - earlier.from;
      if (outside(relation.span, gap) === 0) continue;
      const pair = (): string =>
        `from the ${relation.from} of "${earlier.entry.task.id}" to the ${relation.to} of "${later.entry.task.id}"`;
      yield* breach(relation.span, gap, () => `${UNITS[relation.clock]} ${pair()}`, later.entry);
    }
  }
}

/** One breach for the relation: the number of pairs that are not as listed. */
function* orderBreach(relation: OrderRelation, served: readonly Served[]): Generator<Breach> {
  const wrong = served.slice(1).filter((later, i) => {
    const earlier = served[i] as Served;
    const steps = later.position - earlier.position;
    return later.round !== earlier.round || steps < 1 || (relation.adjacent && steps !== 1);
  });
  if (wrong.length === 0) return;
  const how = relation.adjacent ? "directly one after the other" : "one after the other";
  yield { distance: wrong.length, what: () => `"${wrong[0]?.task.id}" and the task before it must come ${how} in one round`, at: wrong[0] };
}

function* breach(span: Parameters<typeof outside>[0], value: number, unit: () => string, at: Served | undefined): Generator<Breach> {
  const distance = outside(span, value);
  if (distance > 0) yield { distance, what: () => `${value} ${unit()}, allowed is ${spanOf(span)}`, at };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
