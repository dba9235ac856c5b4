/** Who, whether, in which order, how long together. Every relation holds in the laid plan. */
import type { Task } from "../../../src/model/demand.ts";
import type { Relation } from "../../../src/model/relation.ts";
import type { Tick } from "../../../src/units.ts";
import { addRelations, between, drawFor, HOUR, MINUTE, type Rule, type Seat, seatsOf } from "../town.ts";
import { careOf, ids, relationTerm, SOFT_COUNT, SOFT_TICKS, sameDay, sameKind } from "./visits.ts";

/** The same person or different ones; at most so many faces. */
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
    if (faces === visits.length && random.chance(0.5))
      return [{ id: `others ${i}`, kind: "workers", tasks: ids(visits), distinct: [faces, faces], ...soft }];
    return [{ id: `faces ${i}`, kind: "workers", tasks: ids(visits), distinct: [null, faces], ...soft }];
  });
  return relationTerm(addRelations(town, relations));
};

/** One after the other in one round; some with nothing between. */
export const orders: Rule = (town) => {
  const random = drawFor(town, "orders");
  const care = careOf(town);
  const relations = town.rounds.flatMap(({ shift, tasks }): Relation[] => {
    const own = tasks.filter(({ id }) => care.has(id)).map(({ id }) => id);
    const at = random.below(Math.max(1, own.length - 3));
    const adjacent = random.chance(0.5);
    const [a, b, c, d] = own.slice(at, at + 4);
    const members = adjacent && tasks.findIndex(({ id }) => id === b) === tasks.findIndex(({ id }) => id === a) + 1 ? [a, b] : [a, c, d];
    const known = members.filter((id) => id !== undefined);
    if (known.length < 2) return [];
    return [
      {
        id: `order in ${shift}`,
        kind: "order",
        tasks: known,
        adjacent: members.length === 2,
        ...(random.chance(0.3) && { soft: SOFT_COUNT }),
      },
    ];
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
    return {
      id: `total ${i}`,
      kind: "duration",
      tasks: ids(visits),
      total: [total - room, total + room],
      ...(random.chance(0.4) && { soft: SOFT_TICKS }),
    };
  });
  return relationTerm(addRelations(town, relations));
};

const lengthOf = (seat: Seat | undefined): Tick => (seat === undefined ? 0 : seat.planned.end - seat.planned.start);

/** Instead of one visit two shorter ones, or the same visit at other hours; some visits are all made or none. */
export const presence: Rule = (town) => {
  const random = drawFor(town, "presence");
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
  const sets = sameDay(town).filter(
    (visits) => random.chance(0.3) && visits.every(({ id }) => !relations.some((relation) => relation.tasks.includes(id))),
  );
  const together = sets.map(
    (visits, i): Relation => ({
      id: `all or none ${i}`,
      kind: "presence",
      tasks: ids(visits),
      count: [visits.length, visits.length],
      zeroAllowed: true,
    }),
  );
  return addRelations(changed, [...relations, ...together]);
};
