/** Mutators of what rounds cost. */
import type { Demand, Shift, Task } from "../../../../src/model/demand.ts";
import type { Random } from "../../../../src/random.ts";
import type { DemandOptions, Pair } from "../../../generate/demands.ts";
import { bare, type CostMutator, costAt, few, STRANGER } from "./costMutator.ts";
import { pickFrom, type Spot, spots, withDemand, withPlan, withPlanned, withShift, withTask } from "./mutator.ts";

/** Shifts of the stranger's that begin then, each with nine ticks of other work in one round. */
function withStranger(pair: Pair, begins: readonly number[]): Pair {
  const extra = begins.map((begin, i) => ({ begin, end: begin + 9, id: `x${i}` }));
  const work = extra.map(
    ({ id }): Task => ({
      id,
      kind: "other",
      class: "none",
      place: 0,
      slots: [{ start: [null, null] }],
      duration: { min: 0, max: 9 },
      who: {},
      required: true,
      priority: 1,
      unservedCost: 0,
    }),
  );
  const { demand, plan } = pair;
  const bigger = withDemand(pair, {
    workers: [...demand.workers, STRANGER],
    shifts: [...demand.shifts, ...extra.map(({ id }) => bare(id))],
    tasks: [...demand.tasks, ...work],
  });
  const rounds = extra.map(({ begin, end, id }) => ({ shift: id, option: 0, begin, end, tasks: [{ id, slot: 0, start: begin, end }] }));
  return withPlan(bigger, { shifts: [...plan.shifts, ...rounds] });
}

/** One used mode of plain matrices, and one trip of it that is made exactly once: the last of a round. */
function lastTrip(
  pair: Pair,
  random: Random,
): { readonly spot: Spot; readonly mode: number; readonly cell: number; readonly ticks: number } | undefined {
  const all = spots(pair);
  const cells = all.flatMap((spot) => {
    const { from, to, mode } = spot.shift.options[spot.round.option] as Shift["options"][number];
    const travel = pair.demand.travel.findIndex((one) => one.mode === mode);
    const { placeCount } = pair.demand.travel[travel] as Demand["travel"][number];
    const before =
      spot.index === 0 ? from : (all.find(({ round, index }) => round === spot.round && index === spot.index - 1)?.task.place as number);
    const isLast = spot.index === spot.round.tasks.length - 1;
    const here = spot.task.place as number;
    const trips = [
      ...(before === null ? [] : [{ travel, cell: before * placeCount + here, last: false }]),
      ...(isLast && to !== null ? [{ travel, cell: here * placeCount + to, last: true }] : []),
    ];
    return trips.filter(({ cell }) => cell % (placeCount + 1) !== 0).map((trip) => ({ ...trip, spot }));
  });
  const chosen = pickFrom(
    random,
    cells.filter(({ last, cell, travel }) => last && cells.filter((one) => one.cell === cell && one.travel === travel).length === 1),
  );
  const ticks = chosen && pair.demand.travel[chosen.travel]?.ticks?.[chosen.cell];
  return chosen === undefined || ticks === undefined ? undefined : { spot: chosen.spot, mode: chosen.travel, cell: chosen.cell, ticks };
}

const withCell = (pair: Pair, mode: number, cell: number, column: "ticks" | "metres", by: number): Pair =>
  withDemand(pair, {
    travel: pair.demand.travel.map((one, i) =>
      i === mode ? { ...one, [column]: one[column]?.map((value, k) => (k === cell ? value + by : value)) } : one,
    ),
  });

const MATRICES: DemandOptions = { features: { openPlaces: 0, profile: 0, points: 0 } };
/** Rounds that may last a tick longer. */
const LOOSE: DemandOptions = {
  shifts: [1, 1],
  features: { budgets: 0, maxSpan: 0, maxStretch: 0, rest: 0, pools: 0, conditional: 0, breaks: 0 },
};

export const roundCosts: readonly CostMutator[] = [
  {
    measure: "travel",
    name: "the last trip of a round takes a tick of its wait",
    options: MATRICES,
    mutate: (pair, random) => {
      const trip = lastTrip(pair, random);
      if (trip === undefined || trip.spot.round.end < trip.spot.planned.end + trip.ticks + 1) return undefined;
      return { pair: withCell(pair, trip.mode, trip.cell, "ticks", 1), grown: { travel: 1, waiting: -1, idle: -1 } };
    },
  },
  {
    measure: "distance",
    name: "the last trip of a round is longer",
    options: MATRICES,
    mutate: (pair, random) => {
      const trip = lastTrip(pair, random);
      const by = few(random);
      return trip && { pair: withCell(pair, trip.mode, trip.cell, "metres", by), grown: { distance: by } };
    },
  },
  {
    measure: "waiting",
    name: "a round ends a tick later",
    options: LOOSE,
    mutate: (pair, random) => {
      const round = pickFrom(random, pair.plan.shifts);
      const paidTo = pair.demand.shifts.find(({ id }) => id === round?.shift)?.paidTo;
      if (round === undefined) return undefined;
      const longer = withPlanned(withShift(pair, round.shift, { ends: [null, null] }), round.shift, { end: round.end + 1 });
      const isPaid = paidTo !== undefined && round.end < paidTo;
      return { pair: longer, grown: { waiting: 1, work: 1, idle: isPaid ? 0 : 1, overtime: isPaid || paidTo === undefined ? 0 : 1 } };
    },
  },
  {
    measure: "idle",
    name: "an early end is paid for longer, or a shift that is not used",
    options: { features: { idle: 1 } },
    mutate: (pair, random) => {
      const used = new Map(pair.plan.shifts.map(({ shift, end }) => [shift, end]));
      const paid = pair.demand.shifts.filter(
        ({ id, paidTo, idleIfUnused }) => paidTo !== undefined && (used.has(id) ? paidTo >= (used.get(id) as number) : idleIfUnused),
      );
      const shift = pickFrom(random, paid);
      const by = few(random);
      return shift && { pair: withShift(pair, shift.id, { paidTo: (shift.paidTo as number) + by }), grown: { idle: by } };
    },
  },
  {
    measure: "overtime",
    name: "a late end is paid for less long",
    options: { features: { idle: 1 } },
    mutate: (pair, random) => {
      const late = spots(pair).filter(({ shift, round }) => shift.paidTo !== undefined && shift.paidTo <= round.end);
      const shift = pickFrom(random, late)?.shift;
      const by = few(random);
      return shift && { pair: withShift(pair, shift.id, { paidTo: (shift.paidTo as number) - by }), grown: { overtime: by } };
    },
  },
  {
    measure: "usedShift",
    name: "one shift more",
    options: { features: { baseline: 0, hardTerms: 0 } },
    mutate: (pair) => ({ pair: withStranger(pair, [0]), grown: { usedShift: 1, work: 9 } }),
  },
  {
    measure: "splitShift",
    name: "two shifts of one person with more than an hour between",
    options: { features: { baseline: 0, hardTerms: 0, clockChange: 0 } },
    mutate: (pair, random) => {
      const excess = random.below(2); // exactly an hour splits nothing
      return { pair: withStranger(pair, [0, 9 + 60 + excess]), grown: { usedShift: 2, work: 18, splitShift: excess } };
    },
  },
  costAt("optionCost", "its option costs more", (pair, { round, shift }, by) =>
    withShift(pair, shift.id, {
      options: shift.options.map((option, i) => (i === round.option ? { ...option, cost: (option.cost ?? 0) + by } : option)),
    }),
  ),
  costAt(
    "work",
    "a break becomes work",
    (pair, { task, planned }) =>
      task.kind === "break" && planned.end > planned.start
        ? { pair: withTask(pair, task.id, { kind: "other" }), grown: { work: planned.end - planned.start } }
        : undefined,
    { breaks: 1, budgets: 0, maxStretch: 0 },
  ),
];
