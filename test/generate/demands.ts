/**
 * Small seeded Demands that mix the whole vocabulary. Each is drawn around a hidden plan that comes first and knows no
 * rules: windows, spans, capacities, budgets, relations and pins are then laid around what it does. Shares no code with
 * the library's planner or judge.
 */
import { isInputError } from "../../src/errors.ts";
import type { Demand } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan, PlannedTask } from "../../src/model/plan.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { drawBaseline, drawBudgets, drawDaysApart, drawDouble, drawPins, drawRelations } from "./couplings.ts";
import { type DemandOptions, defined, drawing } from "./draw.ts";
import { drawHidden } from "./hidden.ts";
import { drawPools, drawRest, drawShifts } from "./shifts.ts";
import { drawTask } from "./tasks.ts";
import { drawTerms } from "./terms.ts";
import { drawWorld } from "./world.ts";

export { type DemandOptions, FEATURES, type Feature } from "./draw.ts";

export interface Pair {
  readonly demand: Demand;
  /** The hidden plan: legal for `demand` where `fitted` is 1. */
  readonly plan: Plan;
}

/**
 * A Demand that is valid by construction, for example `randomDemand(7, { tasks: [1, 4], dayTicks: 48, widest: 6 })`.
 * Options (all optional): `tasks`, `shifts`, `days` as [fewest, most]; `dayTicks` scales all lengths; `ticksPerMinute`;
 * `widest` bounds every window for those who enumerate; `fitted` below 1 gives Demands that may have no legal plan;
 * `features` sets the chance of single features (see `FEATURES`), `otherFeatures` that of the rest:
 * `{ features: { profile: 1 }, otherFeatures: 0 }` is a plain Demand with a travel profile.
 */
export const randomDemand = (seed: number, options: DemandOptions = {}): Demand => randomPair(seed, options).demand;

/** Rules drawn without regard to a plan may contradict each other, which `readDemand` refuses; then another is drawn. */
const MOST_ATTEMPTS = 100;

/** A Demand and the plan it was drawn around. */
export function randomPair(seed: number, options: DemandOptions = {}): Pair {
  for (let attempt = 0; ; attempt++) {
    const pair = drawPair(seed, options, attempt);
    if ((options.fitted ?? 1) === 1 || isValid(pair.demand)) return pair;
    if (attempt === MOST_ATTEMPTS) throw new Error(`No valid Demand with seed ${seed}; relax the options.`);
  }
}

function isValid(demand: Demand): boolean {
  try {
    readDemand(demand);
    return true;
  } catch (error) {
    if (isInputError(error)) return false;
    throw error;
  }
}

function drawPair(seed: number, options: DemandOptions, attempt: number): Pair {
  const draw = drawing(seed, options, attempt);
  const world = drawWorld(draw);
  const hidden = drawHidden(draw, world);
  const shifts = drawShifts(draw, world, hidden);
  const all = [...hidden.rounds.flatMap((round) => round.tasks), ...hidden.unserved];
  const slotted = draw.random.shuffled(all).map((task) => drawTask(draw, world, hidden, task, shifts));
  const slotOf = new Map(slotted.map(({ task, slot }) => [task.id, slot]));
  const rounds = hidden.rounds.map((round) => ({
    shift: `s${round.shift}`,
    option: round.option,
    begin: round.begin,
    end: round.end,
    tasks: round.tasks.map(({ id, start, end, at }) => defined<PlannedTask>({ id, slot: slotOf.get(id), start, end, at })),
  }));
  const apart = drawDaysApart(
    draw,
    world,
    slotted.map(({ task }) => task),
    rounds,
  );
  const { tasks } = apart;
  const bare = {
    version: 1 as const,
    model: "random",
    origin: "2026-03-28T00:00:00Z",
    ticksPerMinute: draw.ticksPerMinute,
    days: world.days,
    travel: world.travel,
    workers: drawRest(draw, world, hidden),
    shifts,
    pools: drawPools(draw, world, hidden),
    tasks,
    relations: [...drawRelations(draw, world, tasks, rounds), ...drawDouble(draw, world, tasks, rounds), ...apart.relations],
    budgets: drawBudgets(draw, tasks, shifts, rounds),
    clients: world.clients,
    pins: drawPins(draw, world, rounds),
    memory: world.memory,
    ...drawBaseline(draw, rounds),
  };
  const demand: Demand = { ...bare, terms: drawTerms(draw, bare, rounds) };
  const unserved = hidden.unserved.map(({ id }) => id);
  return { demand, plan: { version: 1, demandHash: hashOf(demand), shifts: rounds, unserved, origin: { tool: "random", seed } } };
}
