/** Mutators of the times of one round, of who works it and what it carries. */
import type { Span } from "../../../../src/units.ts";
import { atSpot, type Mutator, withPlanned, withShift, withTask, withWorker } from "./mutator.ts";

/** A span that `value` misses by `excess`, on one side or the other. */
const missed = (value: number, excess: number, below: boolean): Span => (below ? [value + excess, null] : [null, value - excess]);

export const times: readonly Mutator[] = [
  atSpot("begin-outside-span", "begins just outside", (pair, { round }, excess, random) =>
    withShift(pair, round.shift, { begins: missed(round.begin, excess, random.chance(0.5)), fixedDeparture: false }),
  ),
  atSpot("begin-not-fixed", "begins after the fixed departure", (pair, { round }, excess) =>
    withShift(pair, round.shift, { begins: [round.begin - excess, null], fixedDeparture: true }),
  ),
  atSpot("end-outside-span", "ends just outside", (pair, { round }, excess, random) =>
    withShift(pair, round.shift, { ends: missed(round.end, excess, random.chance(0.5)) }),
  ),
  atSpot("end-before-begin", "ends before it begins", (pair, { round }) => withPlanned(pair, round.shift, { end: round.begin - 1 }), {
    border: false,
    also: ["end-before-return", "end-outside-span", "budget-broken"],
  }),
  atSpot(
    "end-before-return",
    "ends while the last task is going on",
    (pair, { round }) => withPlanned(pair, round.shift, { end: (round.tasks.at(-1)?.end ?? 0) - 1 }),
    { border: false, also: ["end-outside-span", "budget-broken"] },
  ),
  atSpot(
    "start-before-arrival",
    "entry takes longer than there is time for",
    (pair, { task, planned, round }) =>
      round.tasks[0] === planned ? withTask(pair, task.id, { stopTicks: planned.start - round.begin + 1 }) : undefined,
    { border: false },
  ),
  atSpot("span-too-long", "longer than the longest span", (pair, { round }, excess) =>
    withShift(pair, round.shift, { maxSpan: round.end - round.begin - excess }),
  ),
  atSpot("stretch-too-long", "longer than the longest stretch", (pair, { round }, excess) => {
    const breaks = round.tasks.filter(({ id }) => pair.demand.tasks.some((task) => task.id === id && task.kind === "break"));
    const [starts, ends] = [breaks.map(({ start }) => start), breaks.map(({ end }) => end)];
    const stretches = [...starts, round.end].map((until, i) => until - (i === 0 ? round.begin : (ends[i - 1] as number)));
    return withShift(pair, round.shift, { maxStretch: Math.max(...stretches) - excess });
  }),
  atSpot("over-capacity", "one more than the capacity", (pair, { task, round, shift }, excess) =>
    withShift(withTask(pair, task.id, { load: { ...task.load, crate: 4 } }), round.shift, {
      capacity: { ...shift.capacity, crate: 4 - excess },
    }),
  ),
  atSpot("over-capacity", "a load the shift has no capacity for", (pair, { task }, excess) =>
    withTask(pair, task.id, { load: { ...task.load, crate: excess } }),
  ),
  atSpot("start-outside-slot", "starts just outside", (pair, { task, planned }, excess, random) => {
    const start = missed(planned.start, excess, random.chance(0.5));
    return withTask(pair, task.id, { slots: task.slots.map((slot, i) => (i === planned.slot ? { ...slot, start } : slot)) });
  }),
  atSpot("end-outside-slot", "ends just outside", (pair, { task, planned }, excess, random) => {
    const end = missed(planned.end, excess, random.chance(0.5));
    return withTask(pair, task.id, { slots: task.slots.map((slot, i) => (i === planned.slot ? { ...slot, end } : slot)) });
  }),
  atSpot("too-short", "the smallest minimum that is longer at this pace", (pair, { task, planned, worker }, excess) => {
    const pace = worker.pace?.[task.class] ?? 1;
    let min = 0;
    while (Math.round(min * pace) < planned.end - planned.start + excess) min++;
    if (excess === 0 && Math.round(min * pace) !== planned.end - planned.start) return undefined;
    return withTask(pair, task.id, { duration: { min, max: Math.max(min, task.duration.max) } });
  }),
  atSpot("too-long", "the largest maximum that is shorter at this pace", (pair, { task, planned, worker }, excess) => {
    const pace = worker.pace?.[task.class] ?? 1;
    let max = task.duration.max;
    while (Math.round(max * pace) > planned.end - planned.start - excess) max--;
    if (max < 0 || (excess === 0 && Math.round(max * pace) !== planned.end - planned.start)) return undefined;
    return withTask(pair, task.id, { duration: { min: Math.min(max, task.duration.min), max } });
  }),
  atSpot("skill-missing", "one level more than the worker has", (pair, { task, worker }, excess) => {
    const skilled = withWorker(pair, worker.id, { skills: [...worker.skills, { id: "art", level: (task.who.level ?? 0) + 1 }] });
    return withTask(skilled, task.id, { who: { ...task.who, all: ["art"], level: (task.who.level ?? 0) + 1 + excess } });
  }),
  atSpot(
    "skill-missing",
    "a skill nobody has",
    (pair, { task }) => withTask(pair, task.id, { who: { ...task.who, all: [...(task.who.all ?? []), "art"] } }),
    { border: false },
  ),
  atSpot("skill-missing", "a delegation of the day before", (pair, { task, planned, worker }, excess) => {
    const day = Math.max(0, pair.demand.days.filter(({ begins }) => begins <= planned.start).length - 1);
    const days = [null, day - excess] as const;
    if (day - excess < 0) return undefined;
    const skilled = withWorker(pair, worker.id, { skills: [...worker.skills, { id: "art", level: 9, days }] });
    return withTask(skilled, task.id, { who: { ...task.who, all: [...(task.who.all ?? []), "art"] } });
  }),
  atSpot(
    "trait-missing",
    "a trait nobody has",
    (pair, { task }) => withTask(pair, task.id, { who: { ...task.who, traits: [...(task.who.traits ?? []), "art"] } }),
    { border: false },
  ),
  atSpot(
    "worker-refused",
    "the worker or a trait refused",
    (pair, { task, worker }, _, random) =>
      withTask(pair, task.id, { who: { ...task.who, not: [random.pick([worker.id, ...worker.traits])] } }),
    { border: false },
  ),
  atSpot("worker-not-allowed", "only another worker", (pair, { task, worker }, excess) =>
    withTask(pair, task.id, { who: { ...task.who, only: excess === 1 ? ["another"] : [worker.id] } }),
  ),
  atSpot("shift-not-allowed", "only another shift", (pair, { task, shift }, excess) =>
    typeof task.required === "boolean"
      ? withTask(pair, task.id, { who: { ...task.who, shifts: excess === 1 ? ["another"] : [shift.id] } })
      : undefined,
  ),
];
