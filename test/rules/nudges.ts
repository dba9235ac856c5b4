/** Small changes of a plan, legal or not: what a planner with a mouse might do. */
import type { Demand } from "../../src/model/demand.ts";
import type { Plan, PlannedShift, PlannedTask } from "../../src/model/plan.ts";
import type { Random } from "../../src/random.ts";
import type { Pair } from "../generate/demands.ts";

type Rounds = readonly PlannedShift[];
type Nudge = (demand: Demand, rounds: Rounds, random: Random) => Rounds;

/** One round changed. */
const inRound =
  (change: (round: PlannedShift, random: Random, demand: Demand) => PlannedShift): Nudge =>
  (demand, rounds, random) => {
    if (rounds.length === 0) return rounds;
    const chosen = random.pick(rounds);
    return rounds.map((round) => (round === chosen ? change(round, random, demand) : round));
  };
/** One task changed. */
const inTask = (change: (task: PlannedTask, random: Random, demand: Demand) => PlannedTask): Nudge =>
  inRound((round, random, demand) => {
    const chosen = random.pick(round.tasks);
    return { ...round, tasks: round.tasks.map((task) => (task === chosen ? change(task, random, demand) : task)) };
  });

/** A few ticks to some hours, or a day, forwards or back. */
const ticks = (random: Random): number =>
  (random.chance(0.5) ? 1 : -1) * (random.chance(0.2) ? DAY : 1 + random.below(1 << random.below(11)));
const DAY = 1440;
const moved = (task: PlannedTask, by: number): PlannedTask => ({ ...task, start: task.start + by, end: task.end + by });
const allMoved = (round: PlannedShift, by: number): PlannedShift => ({
  ...round,
  begin: round.begin + by,
  end: round.end + by,
  tasks: round.tasks.map((task) => moved(task, by)),
});
const swapped = <T>(list: readonly T[], i: number, j: number): readonly T[] =>
  list.map((one, k) => (k === i ? list[j] : k === j ? list[i] : one) as T);

/** Gives a task to another shift, used or not, at the time it had. */
const givenAway: Nudge = (demand, rounds, random) => {
  const from = rounds.length === 0 ? undefined : random.pick(rounds);
  const task = from && random.pick(from.tasks);
  const to = random.pick(demand.shifts).id;
  if (task === undefined) return rounds;
  const left = rounds.map((round) => ({ ...round, tasks: round.tasks.filter((one) => one !== task) }));
  const known = left.some(({ shift }) => shift === to)
    ? left
    : [...left, { shift: to, option: 0, begin: task.start - 60, end: task.end + 60, tasks: [] }];
  return known.map((round) => (round.shift === to ? { ...round, tasks: [...round.tasks, task].sort((a, b) => a.start - b.start) } : round));
};

const NUDGES: readonly Nudge[] = [
  inTask((task, random) => moved(task, ticks(random))),
  inTask((task, random) => ({ ...task, end: Math.max(task.start, task.end + ticks(random)) })),
  inTask((task, random, demand) => ({ ...task, slot: random.below(demand.tasks.find(({ id }) => id === task.id)?.slots.length ?? 1) })),
  inTask((task, random, demand) => ({ ...task, at: random.below(demand.travel[0]?.placeCount ?? 1) })),
  inRound((round, random) => ({ ...round, begin: round.begin + ticks(random) })),
  inRound((round, random) => ({ ...round, end: round.end + ticks(random) })),
  inRound((round, random, demand) => ({
    ...round,
    option: random.below(demand.shifts.find(({ id }) => id === round.shift)?.options.length ?? 1),
  })),
  inRound((round, random) => allMoved(round, ticks(random))),
  (_, rounds, random) => {
    const by = ticks(random);
    return rounds.map((round) => allMoved(round, by));
  },
  inRound((round, random) => ({
    ...round,
    tasks: swapped(round.tasks, random.below(round.tasks.length), random.below(round.tasks.length)),
  })),
  inRound((round, random) => ({ ...round, tasks: random.shuffled(round.tasks).slice(1) })),
  (_, rounds, random) => random.shuffled(rounds).slice(1),
  givenAway,
  (demand, rounds, random) => {
    if (rounds.length === 0) return rounds;
    const chosen = random.pick(rounds);
    const shift = random.pick(demand.shifts).id; // all of it by another
    return rounds.some((round) => round.shift === shift)
      ? rounds
      : rounds.map((round) => (round === chosen ? { ...round, shift, option: 0 } : round));
  },
];

/** The plan of the pair and so many others, each a nudge or two away from it. */
export function nudged({ demand, plan }: Pair, random: Random, count: number): readonly Plan[] {
  const others = Array.from({ length: count }, () => {
    let rounds: Rounds = plan.shifts;
    for (let more = 1 + random.below(2); more > 0; more--) rounds = random.pick(NUDGES)(demand, rounds, random);
    return answer(
      demand,
      plan,
      rounds.filter(({ tasks }) => tasks.length > 0),
    );
  });
  return [plan, ...others];
}

function answer(demand: Demand, plan: Plan, shifts: Rounds): Plan {
  const served = new Set(shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  return { ...plan, shifts, unserved: demand.tasks.map(({ id }) => id).filter((id) => !served.has(id)) };
}
