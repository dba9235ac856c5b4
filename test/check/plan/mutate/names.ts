/** Mutators of what a plan refers to, and of its list of unserved tasks. */
import { atSpot, openSpots, pickFrom, type Mutator, withDemand, withPlan, withPlanned, withTask } from "./mutator.ts";

/** Without what a missing round would break in other places. */
const plain = {
  features: { relations: 0, budgets: 0, pins: 0, hardTerms: 0, baseline: 0, conditional: 0, breaks: 0, openPlaces: 0, loads: 0 },
};

export const names: readonly Mutator[] = [
  { code: "wrong-demand", name: "another hash", border: false, mutate: (pair) => withPlan(pair, { demandHash: "0".repeat(64) }) },
  atSpot("unknown-shift", "a shift that is not there", (pair, { round }) => withPlanned(pair, round.shift, { shift: "nobody" }), {
    border: false,
    options: plain,
  }),
  atSpot("duplicate-shift", "the same shift again", (pair, { round }) => withPlan(pair, { shifts: [...pair.plan.shifts, round] }), {
    border: false,
    also: ["duplicate-task"],
  }),
  atSpot(
    "unknown-option",
    "an option behind the last",
    (pair, { round, shift }, excess) =>
      round.option === shift.options.length - 1 && round.option === 0 ? withPlanned(pair, round.shift, { option: excess }) : undefined,
    { also: ["frozen-shift"] },
  ),
  {
    code: "empty-shift",
    name: "a used shift without tasks",
    border: false,
    mutate: (pair) => {
      const worker = { id: "idler", traits: [], skills: [], rest: [] };
      const mode = pair.demand.travel[0]?.mode ?? "";
      const options = [{ mode, from: null, to: null }];
      const shift = {
        id: "empty",
        worker: "idler",
        begins: [0, 0],
        ends: [9, 9],
        idleIfUnused: false,
        fixedDeparture: false,
        options,
      } as const;
      const empty = { shift: "empty", option: 0, begin: 0, end: 9, tasks: [] };
      const { workers, shifts, baseline = [] } = pair.demand;
      const bigger = withDemand(pair, { workers: [...workers, worker], shifts: [...shifts, shift], terms: [], baseline: [...baseline, empty] });
      return withPlan(bigger, { shifts: [...bigger.plan.shifts, empty] });
    },
  },
  atSpot(
    "not-a-tick",
    "a time that is no whole number",
    (pair, { round, index }, _, random) => {
      const wrong = random.pick([Number.NaN, Number.POSITIVE_INFINITY, 0.5]);
      if (random.chance(0.3)) return withPlanned(pair, round.shift, random.chance(0.5) ? { begin: wrong } : { end: wrong });
      const key = random.pick(["start", "end"] as const);
      return withPlanned(pair, round.shift, { tasks: round.tasks.map((task, i) => (i === index ? { ...task, [key]: wrong } : task)) });
    },
    { border: false, options: plain, also: ["start-before-arrival", "end-before-return"] },
  ),
  {
    code: "unknown-task",
    name: "an unserved task that is not there",
    border: false,
    mutate: (pair) => withPlan(pair, { unserved: [...pair.plan.unserved, "nothing"] }),
  },
  atSpot(
    "unknown-task",
    "a served task that is not there",
    (pair, { round, planned }) => withPlanned(pair, round.shift, { tasks: [...round.tasks, { ...planned, id: "nothing" }] }),
    { border: false },
  ),
  atSpot(
    "duplicate-task",
    "a task served twice",
    (pair, { planned }, _, random) => {
      const other = random.pick(pair.plan.shifts); // behind the first place, so that the second is the one left out
      const later = pair.plan.shifts.indexOf(other) >= pair.plan.shifts.findIndex(({ tasks }) => tasks.includes(planned));
      return later ? withPlanned(pair, other.shift, { tasks: [...other.tasks, planned] }) : undefined;
    },
    { border: false },
  ),
  atSpot(
    "unknown-slot",
    "a slot behind the last",
    (pair, { task, round, index }) =>
      withPlanned(pair, round.shift, {
        tasks: round.tasks.map((planned, i) => (i === index ? { ...planned, slot: task.slots.length } : planned)),
      }),
    {
      border: false,
      also: ["pin-slot", "frozen-task"],
    },
  ),
  {
    code: "unserved-not-listed",
    name: "one taken off the list",
    border: false,
    mutate: (pair) => (pair.plan.unserved.length > 0 ? withPlan(pair, { unserved: pair.plan.unserved.slice(1) }) : undefined),
  },
  atSpot(
    "unserved-but-served",
    "a served task listed",
    (pair, { task }) => withPlan(pair, { unserved: [task.id, ...pair.plan.unserved] }),
    { border: false },
  ),
  {
    code: "unserved-twice",
    name: "one listed twice",
    border: false,
    mutate: (pair) =>
      pair.plan.unserved.length > 0 ? withPlan(pair, { unserved: [...pair.plan.unserved, ...pair.plan.unserved.slice(0, 1)] }) : undefined,
  },
  {
    code: "required-unserved",
    name: "a task left out becomes required",
    border: true,
    mutate: (pair, random, excess) => {
      const id = pickFrom(random, pair.plan.unserved);
      return id === undefined ? undefined : withTask(pair, id, { required: excess === 1 });
    },
  },
  {
    code: "required-unserved",
    name: "a task left out is due in a shift that is longer than its condition",
    border: true,
    mutate: (pair, random, excess) => {
      const id = pickFrom(random, pair.plan.unserved);
      const round = pickFrom(random, pair.plan.shifts);
      const who = pair.demand.tasks.find((task) => task.id === id)?.who;
      if (id === undefined || round === undefined) return undefined;
      return withTask(pair, id, {
        who: { ...who, shifts: [round.shift] },
        required: { whenShiftExceeds: round.end - round.begin - excess },
      });
    },
  },
  atSpot("wrong-place", "a task with a place of its own is said to be elsewhere", (pair, { task, round, index }, excess) => {
    if (typeof task.place !== "number") return undefined;
    const at = task.place + excess;
    return withPlanned(pair, round.shift, { tasks: round.tasks.map((planned, i) => (i === index ? { ...planned, at } : planned)) });
  }),
  {
    code: "wrong-place",
    name: "a break at no neighbour's place",
    border: false,
    mutate: (pair, random) => {
      const strange = openSpots(pair).filter(({ task, index, round, shift }) => {
        const { from, to } = shift.options[round.option] ?? {};
        const places = [index - 1, index + 1].map((i) => pair.demand.tasks.find(({ id }) => id === round.tasks[i]?.id)?.place);
        return (
          typeof task.place === "number" &&
          places.every((p) => p === undefined || typeof p === "number") &&
          ![...places, from, to].includes(task.place)
        );
      });
      const spot = pickFrom(random, strange);
      if (spot === undefined) return undefined;
      const open = withTask(pair, spot.task.id, { place: "neighbour" });
      const tasks = spot.round.tasks.map((planned, i) => (i === spot.index ? { ...planned, at: spot.task.place as number } : planned));
      return withPlanned(open, spot.round.shift, { tasks });
    },
  },
];
