/**
 * The best plan there is, by trying everything: every assignment, order, slot, option and place, and every whole tick
 * that bounds do not rule out. The oracle of the optimizer; shares no code with it. For up to five tasks and two shifts,
 * or seven tasks and one shift.
 */
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan } from "../../src/model/plan.ts";
import { compareScores, type Score } from "../../src/model/score.ts";
import { beats, type Incumbent, searchTimes } from "./bestTimes.ts";
import { type Differences, pinned, respects } from "./differences.ts";
import { floorOf } from "./floor.ts";
import { linearTimes } from "./linearTimes.ts";
import { type Reading, read } from "./reading.ts";
import { plannedShifts, type Structure, structureOfPlan } from "./structure.ts";
import { forEachStructure } from "./structures.ts";
import { tighten, timesOf } from "./times.ts";

export interface Optimum {
  /** A best plan that `checkPlan` finds no issue with; null: there is none. */
  readonly plan: Plan | null;
  readonly score: Score | null;
  /** Plans costed in full. */
  readonly evaluated: number;
  /** Structures whose times can be kept, and nodes opened in all. */
  readonly structures: number;
  readonly nodes: number;
  /** Codes of issues for which the judge turned down a plan that was thought clean. */
  readonly rejected: readonly string[];
}

export interface ExactOptions {
  /** Try tasks "anywhere" at all places, not only at those of the round. Default false. */
  readonly everyPlace?: boolean;
}

interface Candidate {
  readonly structure: Structure;
  readonly d: Differences;
  readonly floor: readonly number[];
}

/** The optimum. Throws where the judge costs a plan differently than the reference does. */
export function solveExactly(demand: Demand, { everyPlace = false }: ExactOptions = {}): Optimum {
  const reading = read(demand);
  const candidates: Candidate[] = [];
  forEachStructure(reading, everyPlace, (structure) => {
    const d = timesOf(reading, structure);
    if (d !== null) candidates.push({ structure, d, floor: floorOf(reading, structure, d) });
  });
  return bestOf(reading, candidates);
}

/** The best times of the plan's own structure: same shifts, options, orders, slots and places. */
export function retimeExactly(demand: Demand, plan: Plan): Optimum {
  const reading = read(demand);
  const structure = structureOfPlan(reading, plan.shifts);
  const d = timesOf(reading, structure);
  return bestOf(reading, d === null ? [] : [{ structure, d, floor: floorOf(reading, structure, d) }]);
}

/** The best times of one structure within `d`, which is spoilt. */
export const timesOfStructure = (reading: Reading, structure: Structure, d: Differences): Optimum =>
  bestOf(reading, [{ structure, d, floor: floorOf(reading, structure, d) }]);

function bestOf(reading: Reading, candidates: Candidate[]): Optimum {
  candidates.sort((a, b) => compareScores({ levels: a.floor }, { levels: b.floor }));
  const found = new Verdicts(reading);
  for (const { structure, d, floor } of candidates) {
    if (!beats(floor, found.best) || (isWide(reading) && linearIsBest(reading, structure, d, found))) continue;
    searchTimes(reading, structure, d, found);
  }
  const { plan, score, evaluated, nodes } = found;
  return { plan, score, evaluated, nodes, structures: candidates.length, rejected: [...found.codes].sort() };
}

/** Too many ticks to count: a linear program is tried first. */
const isWide = ({ horizon }: Reading): boolean => horizon[1] - horizon[0] > 400;

/** Offers linear times. True: the structure has none that are better than these, or than the best so far. */
function linearIsBest(reading: Reading, structure: Structure, d: Differences, found: Verdicts): boolean {
  const linear = linearTimes(reading, structure, d);
  if (!linear) return false;
  const x = linear.x.map(Math.round);
  const times = pinned(x);
  const reached = { levels: floorOf(reading, structure, times) };
  if (compareScores(reached, linear, 1e-6) !== 0 || !respects(d, times) || !tighten(reading, structure, times)) return false;
  return !beats(reached.levels, found.best) || found.offer(structure, x, reached.levels);
}

class Verdicts implements Incumbent {
  best: readonly number[] | null = null;
  evaluated = 0;
  nodes = 0;
  plan: Plan | null = null;
  score: Score | null = null;
  readonly codes = new Set<string>();
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  offer(structure: Structure, x: readonly number[], levels: readonly number[]): boolean {
    const plan = planOf(this.reading, structure, x);
    const verdict = checkPlan(this.reading.demand, plan);
    if (compareScores({ levels }, verdict.score) !== 0) {
      throw new Error(`The reference costs ${JSON.stringify(levels)}, the judge ${JSON.stringify(verdict.score)}: ${JSON.stringify(plan)}`);
    }
    for (const issue of verdict.issues) this.codes.add(issue.code);
    if (verdict.issues.length > 0) return false;
    this.best = verdict.score.levels;
    this.plan = plan;
    this.score = verdict.score;
    return true;
  }
}

/** The Plan of a structure at given times. */
export function planOf(reading: Reading, structure: Structure, x: readonly number[]): Plan {
  return {
    version: 1,
    demandHash: hashOf(reading.demand),
    shifts: plannedShifts(reading, structure, x),
    unserved: reading.demand.tasks.filter((_, i) => structure.seats[i] === undefined).map((t) => t.id),
    origin: { tool: "reference" },
  };
}
