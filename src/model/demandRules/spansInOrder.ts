import type { Demand } from "../demand.ts";
import type { Path } from "../issueList.ts";
import type { DemandRule } from "./demandIndex.ts";
import type { Relation } from "../relation.ts";
import type { Span } from "../../units.ts";

/** No span has its lower end above its upper end; a half-open one holds at least a tick. */
export const spansInOrder: DemandRule = (demand, _index, issues) => {
  for (const [[min, max], path] of spansOf(demand)) {
    if (min === null || max === null || min <= max) continue;
    issues.add("span-reversed", path, () => [`${min} is above ${max}.`, "Swap the two, or open one end with null."]);
  }
  demand.budgets.forEach(({ within }, i) => {
    if (within === undefined || within[0] < within[1]) return;
    issues.add("span-reversed", ["budgets", i, "within"], () => [
      `${within[0]} is not before ${within[1]}.`,
      "The second tick is the first outside.",
    ]);
  });
};

function* spansOf(demand: Demand): Generator<readonly [Span, Path]> {
  for (const [i, worker] of demand.workers.entries()) {
    for (const [j, { days }] of worker.skills.entries()) if (days !== undefined) yield [days, ["workers", i, "skills", j, "days"]];
  }
  for (const [i, shift] of demand.shifts.entries()) {
    yield [shift.begins, ["shifts", i, "begins"]];
    yield [shift.ends, ["shifts", i, "ends"]];
  }
  for (const [i, { slots, duration }] of demand.tasks.entries()) {
    yield [
      [duration.min, duration.max],
      ["tasks", i, "duration"],
    ];
    for (const [j, slot] of slots.entries()) {
      yield [slot.start, ["tasks", i, "slots", j, "start"]];
      if (slot.end !== undefined) yield [slot.end, ["tasks", i, "slots", j, "end"]];
    }
  }
  for (const [i, relation] of demand.relations.entries()) {
    const [key, span] = spanOf(relation);
    yield [span, ["relations", i, key]];
  }
  for (const [i, { limit }] of demand.budgets.entries()) yield [limit, ["budgets", i, "limit"]];
}

function spanOf(relation: Relation): readonly [key: string, span: Span] {
  switch (relation.kind) {
    case "gap":
      return ["span", relation.span];
    case "workers":
      return ["distinct", relation.distinct];
    case "presence":
      return ["count", relation.count];
    case "duration":
      return ["total", relation.total];
    case "order":
      return ["adjacent", [null, null]];
  }
}
