/** How visits depend on each other. Every relation holds in the laid plan. */
import type { Task } from "../../../src/model/demand.ts";
import type { GapRelation, Relation } from "../../../src/model/relation.ts";
import type { Random } from "../../../src/random.ts";
import type { Tick } from "../../../src/units.ts";
import { addRelations, addTerms, between, DAY, dayOf, drawFor, HOUR, MINUTE, priced, type Rule, type Seat, seatsOf, type Town, visitsByClient } from "../town.ts";

/** What one unit of a broken soft relation costs: a minute of a gap or a duration, one pair or face. */
const SOFT_TICKS = { points: [[0, 0]] as const, below: 0, above: 0.5 / MINUTE };
const SOFT_COUNT = { points: [[0, 0]] as const, above: 10 };

const relationTerm = (town: Town): Town =>
  town.demand.terms.some(({ measure }) => measure === "relation") ? town : addTerms(town, [priced("relation", 1, { unit: "one" })]);

/** Visits of one client on one day in order of time; only where there are at least two. */
function sameDay(town: Town): readonly (readonly Task[])[] {
  const seats = seatsOf(town);
  const dayOfTask = ({ id }: Task): number => dayOf(seats.get(id)?.planned.start ?? 0);
  return [...visitsByClient(town).values()].flatMap((visits) => {
    const days = [...new Set(visits.map(dayOfTask))];
    return days.map((day) => visits.filter((visit) => dayOfTask(visit) === day)).filter(({ length }) => length > 1);
  });
}

/** Visits of one client of one kind on different days, in order of time; only where there are at least two. */
function sameKind(town: Town): readonly (readonly Task[])[] {
  return [...visitsByClient(town).values()].flatMap((visits) => {
    const classes = [...new Set(visits.map((visit) => visit.class))];
    return classes.map((name) => visits.filter((visit) => visit.class === name)).filter(({ length }) => length > 1);
  });
}

const ids = (tasks: readonly Task[]): readonly string[] => tasks.map(({ id }) => id);

const elapsed = (id: string, tasks: readonly string[], span: GapRelation["span"], more: Partial<GapRelation> = {}): GapRelation => ({
  id, kind: "gap", tasks, from: "end", to: "start", span, clock: "elapsed", over: "next", ...more,
});

/** Meals and medicine keep their distance through the day, three and more in a row; some gaps are wishes. */
export const gaps: Rule = (town) => {
  const random = drawFor(town, "gaps");
  const seats = seatsOf(town);
  const relations = sameDay(town).flatMap((visits, i): Relation[] => {
    if (random.chance(0.3)) return [];
    const apart = between2(visits, seats, "end", "start");
    if (Math.min(...apart) < 0) return [];
    const least = Math.max(0, Math.min(...apart) - between(random, 0, 60) * MINUTE);
    const most = Math.max(...apart) + between(random, 0, 60) * MINUTE;
    const soft = random.chance(0.3) ? { soft: SOFT_TICKS } : {};
    return [elapsed(`gap ${i}`, ids(visits), [least, random.chance(0.3) ? most : null], soft)];
  });
  return relationTerm(addRelations(town, relations));
};

/** Something goes from visit to visit through several rounds: each starts within half an hour of when the laid plan lets it. */
export const chains: Rule = (town) => {
  const random = drawFor(town, "chains");
  const seats = seatsOf(town);
  const all = [...seats.values()].filter(({ planned }) => seatsTask(town).has(planned.id));
  const used = new Set<string>();
  const relations = Array.from({ length: Math.ceil(all.length / 25) }, (_, i): Relation[] => {
    const members: Seat[] = [];
    let at = random.pick(all);
    for (let k = 0; k < 3 + (i % 4); k++) {
      if (used.has(at.planned.id)) break;
      used.add(at.planned.id);
      members.push(at);
      const next = all.filter(({ planned, round }) => round !== at.round && !used.has(planned.id) && inTime(planned.start - at.planned.end));
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

/** Care tasks by id. */
const seatsTask = (town: Town): ReadonlySet<string> => new Set(town.demand.tasks.filter(({ kind }) => kind === "care").map(({ id }) => id));

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
      return [{ ...base, id: `hour ${i}`, clock: "timeOfDay", over: "every", span: [-reach, reach], ...(random.chance(0.4) && { soft: SOFT_TICKS }) }];
    }
    const least = Math.min(...starts.slice(1).map((start, k) => dayOf(start) - dayOf(starts[k] as number)));
    if (kind === "days") return [{ ...base, id: `days ${i}`, clock: "days", over: "next", span: [least, null], ...(random.chance(0.3) && { soft: SOFT_COUNT }) }];
    const closest = Math.min(...starts.slice(1).map((start, k) => start - (starts[k] as number)));
    return [{ ...base, id: `apart ${i}`, clock: "elapsed", over: "next", span: [Math.floor(closest * 0.9), null], eitherOrder: true }];
  });
  return relationTerm(addRelations(town, relations));
};

/** All or none of some visits; the same person or different ones; at most so many faces. */
export const people: Rule = (town) => {
  const random = drawFor(town, "people");
  const seats = seatsOf(town);
  const workerOf = new Map(town.demand.shifts.map(({ id, worker }) => [id, worker]));
  const sets = [...sameDay(town), ...sameKind(town)];
  const relations = sets.flatMap((visits, i): Relation[] => {
    if (random.chance(0.5)) return [];
    const faces = new Set(visits.map(({ id }) => workerOf.get(seats.get(id)?.round.shift ?? ""))).size;
    const soft = random.chance(0.4) ? { soft: SOFT_COUNT } : {};
    if (faces === 1) return [{ id: `same ${i}`, kind: "workers", tasks: ids(visits), distinct: [1, 1], ...soft }];
    if (faces === visits.length && random.chance(0.5)) return [{ id: `others ${i}`, kind: "workers", tasks: ids(visits), distinct: [faces, faces], ...soft }];
    return [{ id: `faces ${i}`, kind: "workers", tasks: ids(visits), distinct: [null, faces], ...soft }];
  });
  return relationTerm(addRelations(town, relations));
};

/** One after the other in one round; some with nothing between. */
export const orders: Rule = (town) => {
  const random = drawFor(town, "orders");
  const care = seatsTask(town);
  const relations = town.rounds.flatMap(({ shift, tasks }): Relation[] => {
    const own = tasks.filter(({ id }) => care.has(id)).map(({ id }) => id);
    const at = random.below(Math.max(1, own.length - 3));
    const adjacent = random.chance(0.5);
    const [a, b, c, d] = own.slice(at, at + 4);
    const members = adjacent && tasks.findIndex(({ id }) => id === b) === tasks.findIndex(({ id }) => id === a) + 1 ? [a, b] : [a, c, d];
    const known = members.filter((id) => id !== undefined);
    if (known.length < 2) return [];
    return [{ id: `order in ${shift}`, kind: "order", tasks: known, adjacent: members.length === 2, ...(random.chance(0.3) && { soft: SOFT_COUNT }) }];
  });
  return relationTerm(addRelations(town, relations));
};

/** The day's service adds up, whatever visit it is spent in. To be added after durations were made elastic. */
export const totals: Rule = (town) => {
  const random = drawFor(town, "totals");
  const seats = seatsOf(town);
  const relations = sameDay(town).map((visits, i): Relation => {
    const total = visits.reduce((sum, { id }) => sum + lengthOf(seats.get(id)), 0);
    const room = between(random, 0, 10) * MINUTE;
    return { id: `total ${i}`, kind: "duration", tasks: ids(visits), total: [total - room, total + room], ...(random.chance(0.4) && { soft: SOFT_TICKS }) };
  });
  return relationTerm(addRelations(town, relations));
};

const lengthOf = (seat: Seat | undefined): Tick => (seat === undefined ? 0 : seat.planned.end - seat.planned.start);

/** Clocks of neighbours in the laid plan, apart. */
function between2(visits: readonly Task[], seats: ReadonlyMap<string, Seat>, from: "start" | "end", to: "start" | "end"): readonly Tick[] {
  return visits.slice(1).map(({ id }, k) => (seats.get(id)?.planned[to] ?? 0) - (seats.get((visits[k] as Task).id)?.planned[from] ?? 0));
}

/** Instead of one visit two shorter ones, or the same visit at other hours; some visits are all made or none. */
export const presence: Rule = (town) => {
  const random: Random = drawFor(town, "presence");
  const doubled = new Set(town.doubles.flatMap(({ main, helper }) => [main, helper]));
  const relations: Relation[] = [];
  const tasks = town.demand.tasks.flatMap((task): Task[] => {
    const [slot] = task.slots;
    const [from, to] = slot?.start ?? [null, null];
    if (task.kind !== "care" || doubled.has(task.id) || from === null || to === null || !random.chance(0.15)) return [task];
    const free = { ...task, required: false, unservedCost: 0 };
    const later = [from + HOUR, to + HOUR] as const;
    const half = { min: Math.round(task.duration.min / 2), max: Math.round(task.duration.min / 2) };
    if (random.chance(0.5) || task.duration.min < 20 * MINUTE) {
      relations.push({ id: `${task.id} once`, kind: "presence", tasks: [task.id, `${task.id}/later`], count: [1, 1], zeroAllowed: false });
      return [free, { ...free, id: `${task.id}/later`, slots: [{ start: later }] }];
    }
    const [first, second] = [`${task.id}/first`, `${task.id}/second`];
    relations.push(
      { id: `${task.id} whole or halves`, kind: "presence", tasks: [task.id, first], count: [1, 1], zeroAllowed: false },
      { id: `${task.id} both halves`, kind: "presence", tasks: [first, second], count: [2, 2], zeroAllowed: true },
    );
    return [free, { ...free, id: first, duration: half }, { ...free, id: second, slots: [{ start: later }], duration: half }];
  });
  const changed = { ...town, demand: { ...town.demand, tasks } };
  const sets = sameDay(town).filter((visits) => random.chance(0.3) && visits.every(({ id }) => !relations.some((relation) => relation.tasks.includes(id))));
  const together = sets.map((visits, i): Relation => ({ id: `all or none ${i}`, kind: "presence", tasks: ids(visits), count: [visits.length, visits.length], zeroAllowed: true }));
  return addRelations(changed, [...relations, ...together]);
};
