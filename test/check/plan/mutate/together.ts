/** Mutators of rules over several rounds: workers, pools, relations, budgets, pins, freeze, hard terms. */
import type { GapRelation, Relation } from "../../../../src/model/relation.ts";
import type { Random } from "../../../../src/random.ts";
import type { Span } from "../../../../src/units.ts";
import { gapsOf, seatsOf, usedOf } from "../../../generate/couplings.ts";
import type { Pair } from "../../../generate/demands.ts";
import { atSpot, type Mutator, pickFrom, spots, withDemand, withShift, withWorker } from "./mutator.ts";

const withRelation = (pair: Pair, relation: Relation): Pair => withDemand(pair, { relations: [...pair.demand.relations, relation] });

/** A span that ends just before the values, or exactly at them. */
const missed = (values: readonly number[], excess: number, below: boolean): Span =>
  below ? [Math.min(...values) + excess, null] : [null, Math.max(...values) - excess];

/** Two to four served tasks in random order, and an unserved one that must not matter. */
function members(pair: Pair, random: Random): readonly string[] | undefined {
  const served = random.shuffled(spots(pair).map(({ task }) => task.id)).slice(0, 2 + random.below(3));
  return served.length < 2 ? undefined : [...served, ...pair.plan.unserved.slice(0, 1)];
}

const relation = (
  code: Mutator["code"],
  name: string,
  make: (pair: Pair, tasks: readonly string[], excess: 0 | 1, random: Random) => Relation | undefined,
): Mutator => ({
  code,
  name,
  border: true,
  mutate: (pair, random, excess) => {
    const tasks = members(pair, random);
    const made = tasks && make(pair, tasks, excess, random);
    return made && withRelation(pair, made);
  },
});

const CLOCKS = ["elapsed", "days", "timeOfDay"] as const;

const gaps = CLOCKS.flatMap((clock) =>
  (["next", "every"] as const).flatMap((over) =>
    [undefined, true as const].map((eitherOrder) =>
      relation("gap-broken", `${clock}, ${over}${eitherOrder ? ", either order" : ""}`, (pair, tasks, excess, random) => {
        const ends = ["start", "end"] as const;
        const shape: Pick<GapRelation, "from" | "to" | "clock" | "over" | "eitherOrder"> = {
          from: random.pick(ends),
          to: random.pick(ends),
          clock,
          over,
          ...(eitherOrder ? { eitherOrder } : {}),
        };
        const seats = seatsOf(pair.plan.shifts);
        const values = gapsOf(
          pair.demand,
          shape,
          tasks.flatMap((id) => seats.get(id) ?? []),
        );
        return { id: "gap", kind: "gap", tasks, ...shape, span: missed(values, excess, random.chance(0.5)) };
      }),
    ),
  ),
);

const relations: readonly Mutator[] = [
  ...gaps,
  relation("workers-broken", "one face more or less", (pair, tasks, excess, random) => {
    const faces = new Set(
      spots(pair)
        .filter(({ task }) => tasks.includes(task.id))
        .map(({ worker }) => worker.id),
    ).size;
    return { id: "faces", kind: "workers", tasks, distinct: missed([faces], excess, random.chance(0.5)) };
  }),
  relation("presence-broken", "one member more or less", (pair, tasks, excess, random) => {
    const served = spots(pair).filter(({ task }) => tasks.includes(task.id)).length;
    return {
      id: "presence",
      kind: "presence",
      tasks,
      count: missed([served], excess, random.chance(0.5)),
      zeroAllowed: random.chance(0.5),
    };
  }),
  relation("order-broken", "two tasks the wrong way round", (pair, _, excess, random) => {
    const round = pickFrom(
      random,
      pair.plan.shifts.filter(({ tasks }) => tasks.length > 1),
    );
    const pair2 = round?.tasks.slice(0, 2).map(({ id }) => id);
    return pair2 && { id: "order", kind: "order", tasks: excess === 1 ? pair2.reverse() : pair2, adjacent: random.chance(0.5) };
  }),
  relation("order-broken", "adjacent with one between", (pair, _, excess, random) => {
    const round = pickFrom(
      random,
      pair.plan.shifts.filter(({ tasks }) => tasks.length > 2),
    );
    const ends = round && [round.tasks[0]?.id ?? "", round.tasks[2]?.id ?? ""];
    return ends && { id: "order", kind: "order", tasks: ends, adjacent: excess === 1 };
  }),
  relation("duration-broken", "one tick more or less", (pair, tasks, excess, random) => {
    const served = spots(pair).filter(({ task }) => tasks.includes(task.id));
    const total = served.reduce((sum, { planned }) => sum + planned.end - planned.start, 0);
    return { id: "total", kind: "duration", tasks, total: missed([total], excess, random.chance(0.5)) };
  }),
];

const people: readonly Mutator[] = [
  {
    code: "shifts-overlap",
    name: "two shifts at once become one person's",
    border: false,
    options: {
      shifts: [2, 4],
      features: { skills: 0, traits: 0, only: 0, pace: 0, rest: 0, pins: 0, relations: 0, hardTerms: 0, baseline: 0 },
    },
    mutate: (pair, random) => {
      const rounds = pair.plan.shifts.map((round) => ({
        ...round,
        worker: pair.demand.shifts.find(({ id }) => id === round.shift)?.worker ?? "",
      }));
      const both = rounds.flatMap((a) =>
        rounds.filter((b) => a.worker !== b.worker && a.begin < b.end && b.begin < a.end).map((b) => ({ a, b })),
      );
      const chosen = pickFrom(random, both);
      return chosen && withShift(pair, chosen.a.shift, { worker: chosen.b.worker });
    },
  },
  atSpot("rest-too-short", "one tick more than the window leaves", (pair, { worker }, excess) => {
    const rounds = spots(pair)
      .filter((spot) => spot.worker === worker)
      .map(({ round }) => round);
    const first = Math.min(...rounds.map(({ begin }) => begin), worker.busyUntil ?? Infinity);
    const last = Math.max(...rounds.map(({ end }) => end), worker.busyUntil ?? -Infinity);
    const rest = 100_000; // longer than any gap, so that all is one period
    return withWorker(pair, worker.id, { rest: [...worker.rest, { window: rest + last - first - excess, atLeast: rest }] });
  }),
  {
    code: "pool-exceeded",
    name: "one vehicle less than held at once",
    border: true,
    mutate: (pair, _, excess) => {
      const { shifts } = pair.plan;
      if (shifts.length === 0) return undefined;
      const held = shifts.map(({ begin }) => shifts.filter((other) => other.begin <= begin && begin < other.end).length);
      const all = pair.demand.shifts.map((shift) => ({ ...shift, options: shift.options.map((option) => ({ ...option, pool: "vans" })) }));
      return withDemand(pair, { shifts: all, pools: [{ id: "vans", count: Math.max(...held) - excess }] });
    },
  },
  {
    code: "budget-broken",
    name: "one more or less than the limit",
    border: true,
    mutate: (pair, random, excess) => {
      const of = random.pick(["task", "shift"] as const);
      const budget = {
        id: "account",
        of,
        members: (of === "task" ? pair.demand.tasks : pair.demand.shifts).map(({ id }) => id),
        quantity: random.pick(of === "task" ? (["serviceTicks", "count"] as const) : (["serviceTicks", "workTicks", "count"] as const)),
        opening: random.below(9),
        reserved: random.below(9),
        ...(random.chance(0.5) ? { within: [0, 100 + random.below(900)] as const } : {}),
      };
      const used = usedOf(budget, pair.demand.tasks, pair.plan.shifts);
      return withDemand(pair, { budgets: [...pair.demand.budgets, { ...budget, limit: missed([used], excess, random.chance(0.5)) }] });
    },
  },
  {
    code: "hard-term",
    name: "one shift more than a hard cap",
    border: true,
    mutate: (pair, _, excess) => {
      const curve = { points: [[pair.plan.shifts.length - excess, 0]], above: 1 } as const;
      const term = { name: "cap", level: 0, measure: "usedShift", unit: "one", per: "plan", reduce: "sum", curve } as const;
      return pair.plan.shifts.length > 0 ? withDemand(pair, { terms: [...pair.demand.terms, term] }) : undefined;
    },
  },
];

const withPin = (pair: Pair, pin: Pair["demand"]["pins"][number]): Pair => withDemand(pair, { pins: [...pair.demand.pins, pin] });

const decided: readonly Mutator[] = [
  {
    code: "pin-unserved",
    name: "a pinned task left out",
    border: false,
    mutate: (pair, random) => {
      const task = pickFrom(random, pair.plan.unserved);
      return task === undefined ? undefined : withPin(pair, { task });
    },
  },
  atSpot("pin-shift", "pinned to another shift", (pair, { task, shift }, excess) =>
    withPin(pair, { task: task.id, shift: excess === 1 ? "another" : shift.id }),
  ),
  atSpot("pin-worker", "pinned to another worker", (pair, { task, worker }, excess) =>
    withPin(pair, { task: task.id, worker: excess === 1 ? "another" : worker.id }),
  ),
  atSpot("pin-slot", "pinned to another slot", (pair, { task, planned }, excess) =>
    withPin(pair, { task: task.id, slot: planned.slot + excess }),
  ),
  atSpot("pin-start", "pinned to the tick after", (pair, { task, planned }, excess) =>
    withPin(pair, { task: task.id, start: planned.start + excess }),
  ),
  atSpot("pin-after", "pinned behind a later task, or one of another round", (pair, { task, round, index }, excess, random) => {
    const others = spots(pair).filter((spot) => spot.task !== task && (spot.round === round && spot.index < index) === (excess === 0));
    const after = pickFrom(random, others);
    return after && withPin(pair, { task: task.id, after: after.task.id });
  }),
  atSpot("frozen-task", "what had begun was changed", (pair, { planned }, excess, random) => {
    const was = {
      ...planned,
      ...(excess === 1 ? random.pick([{ end: planned.end + 1 }, { start: planned.start - 1 }, { slot: planned.slot + 1 }]) : {}),
    };
    const baseline = pair.plan.shifts.map((round) => ({ ...round, tasks: round.tasks.map((task) => (task === planned ? was : task)) }));
    return withDemand(pair, { now: planned.start + 1, baseline });
  }),
  {
    code: "frozen-task",
    name: "what had begun is left out",
    border: false,
    mutate: (pair, random) => {
      const id = pickFrom(random, pair.plan.unserved);
      const now = Math.min(...pair.plan.shifts.flatMap(({ tasks }) => tasks.map(({ start }) => start)));
      const [round, ...others] = pair.plan.shifts;
      if (id === undefined || round === undefined) return undefined;
      return withDemand(pair, { now, baseline: [{ ...round, tasks: [...round.tasks, { id, slot: 0, start: now - 9, end: now - 1 }] }, ...others] });
    },
  },
  atSpot("frozen-shift", "what had begun begins at another time or way", (pair, { round }, excess, random) => {
    const change = excess === 0 ? {} : random.pick([{ begin: round.begin - 1 }, { option: round.option + 1 }]);
    const baseline = pair.plan.shifts.map((shift) => (shift === round ? { ...shift, ...change } : shift));
    return withDemand(pair, { now: round.begin + 1, baseline });
  }, { also: ["start-before-arrival", "end-before-return"] }),
  atSpot("begin-before-now", "a shift that might begin later begins a tick before now", (pair, { round, shift }, excess) => {
    const now = round.begin + excess;
    const baseline = pair.plan.shifts.map((planned) => (planned === round ? { ...planned, begin: now } : planned));
    return withDemand(withShift(pair, shift.id, { begins: [shift.begins[0], null], fixedDeparture: false }), { now, baseline });
  }),
  {
    code: "start-before-now",
    name: "the first task starts a tick before now, and is new",
    border: false,
    also: ["start-before-arrival", "begin-before-now"],
    mutate: (pair) => {
      const now = Math.min(...pair.plan.shifts.flatMap(({ tasks }) => tasks.map(({ start }) => start))) + 1;
      return pair.plan.shifts.length > 0 ? withDemand(pair, { now, baseline: [] }) : undefined;
    },
  },
];

export const together: readonly Mutator[] = [...relations, ...people, ...decided];
