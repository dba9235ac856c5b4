/** Time between visits: through the day, through several rounds, across days. Every gap holds in the laid plan. */
import type { Task } from "../../../src/model/demand.ts";
import type { GapRelation, Relation } from "../../../src/model/relation.ts";
import type { Tick } from "../../../src/units.ts";
import { addRelations, between, DAY, dayOf, drawFor, HOUR, MINUTE, type Rule, type Seat, seatsOf } from "../town.ts";
import { careOf, ids, relationTerm, SOFT_COUNT, SOFT_TICKS, sameDay, sameKind } from "./visits.ts";

const elapsed = (id: string, tasks: readonly string[], span: GapRelation["span"], more: Partial<GapRelation> = {}): GapRelation => ({
  id,
  kind: "gap",
  tasks,
  from: "end",
  to: "start",
  span,
  clock: "elapsed",
  over: "next",
  ...more,
});

/** Meals and medicine keep their distance through the day, three and more in a row; some gaps are wishes. */
export const gaps: Rule = (town) => {
  const random = drawFor(town, "gaps");
  const seats = seatsOf(town);
  const relations = sameDay(town).flatMap((visits, i): Relation[] => {
    if (random.chance(0.3)) return [];
    const apart = apartInPlan(visits, seats, "end", "start");
    if (Math.min(...apart) < 0) return [];
    const least = Math.max(0, Math.min(...apart) - between(random, 0, 60) * MINUTE);
    const most = Math.max(...apart) + between(random, 0, 60) * MINUTE;
    const soft = random.chance(0.3) ? { soft: SOFT_TICKS } : {};
    return [elapsed(`gap ${i}`, ids(visits), [least, random.chance(0.3) ? most : null], soft)];
  });
  return relationTerm(addRelations(town, relations));
};

/** From each visit to the next in the laid plan. */
function apartInPlan(
  visits: readonly Task[],
  seats: ReadonlyMap<string, Seat>,
  from: "start" | "end",
  to: "start" | "end",
): readonly Tick[] {
  return visits.slice(1).map(({ id }, k) => (seats.get(id)?.planned[to] ?? 0) - (seats.get((visits[k] as Task).id)?.planned[from] ?? 0));
}

/** Something goes from visit to visit through several rounds: each starts within half an hour of when the laid plan lets it. */
export const chains: Rule = (town) => {
  const random = drawFor(town, "chains");
  const seats = seatsOf(town);
  const care = careOf(town);
  const all = [...seats.values()].filter(({ planned }) => care.has(planned.id));
  const used = new Set<string>();
  const relations = Array.from({ length: Math.ceil(all.length / 25) }, (_, i): Relation[] => {
    const members: Seat[] = [];
    let at = random.pick(all);
    for (let k = 0; k < 3 + (i % 4); k++) {
      if (used.has(at.planned.id)) break;
      used.add(at.planned.id);
      members.push(at);
      const next = all.filter(
        ({ planned, round }) => round !== at.round && !used.has(planned.id) && inTime(planned.start - at.planned.end),
      );
      if (next.length === 0) break;
      at = random.pick(next);
    }
    if (members.length < 3) return [];
    const apart = members.slice(1).map(({ planned }, k) => planned.start - (members[k] as Seat).planned.end);
    const room = between(random, 0, 30) * MINUTE;
    const tasks = members.map(({ planned }) => planned.id);
    const span = [Math.min(...apart) - room, Math.max(...apart) + room] as const;
    return [elapsed(`chain ${i}`, tasks, span, i % 5 === 0 ? { soft: SOFT_TICKS } : {})];
  });
  return relationTerm(addRelations(town, relations.flat()));
};

const inTime = (ticks: Tick): boolean => ticks >= 0 && ticks <= 1.5 * HOUR;

/** Across days: the same time of day every time, some days between, either order. */
export const clocks: Rule = (town) => {
  const random = drawFor(town, "clocks");
  const seats = seatsOf(town);
  const relations = sameKind(town).flatMap((visits, i): Relation[] => {
    const starts = visits.map(({ id }) => seats.get(id)?.planned.start ?? 0);
    const hours = starts.map((start) => start % DAY);
    const spread = Math.max(...hours) - Math.min(...hours);
    const kind = random.pick(["timeOfDay", "timeOfDay", "days", "eitherOrder"] as const);
    const base = { kind: "gap", tasks: ids(visits), from: "start", to: "start" } as const;
    if (kind === "timeOfDay") {
      const reach = spread + between(random, 0, 30) * MINUTE;
      return [
        {
          ...base,
          id: `hour ${i}`,
          clock: "timeOfDay",
          over: "every",
          span: [-reach, reach],
          ...(random.chance(0.4) && { soft: SOFT_TICKS }),
        },
      ];
    }
    const least = Math.min(...starts.slice(1).map((start, k) => dayOf(start) - dayOf(starts[k] as number)));
    if (kind === "days")
      return [
        { ...base, id: `days ${i}`, clock: "days", over: "next", span: [least, null], ...(random.chance(0.3) && { soft: SOFT_COUNT }) },
      ];
    const closest = Math.min(...starts.slice(1).map((start, k) => start - (starts[k] as number)));
    return [{ ...base, id: `apart ${i}`, clock: "elapsed", over: "next", span: [Math.floor(closest * 0.9), null], eitherOrder: true }];
  });
  return relationTerm(addRelations(town, relations));
};
