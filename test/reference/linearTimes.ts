/**
 * Best times of one structure by linear programming, for any scale of ticks: every time-dependent term as a convex
 * function of the times, level after level. A relaxation: times may be fractions, and of the hard rules it knows what
 * differences of times say, total durations and limits of budgets. Where its times are whole and keep all rules, they are
 * optimal.
 */
import type { Curve } from "../../src/model/curve.ts";
import type { Term } from "../../src/model/term.ts";
import type { Atom } from "./atoms.ts";
import { type Differences, rangeOf } from "./differences.ts";
import { groupFloor, groupsOf, scaleOf } from "./floor.ts";
import { type Row, solveLinear } from "./lp.ts";
import { larger, point, type Range } from "./range.ts";
import { paceOf, type Reading, shiftAt, taskAt } from "./reading.ts";
import type { Round, Structure, Visit } from "./structure.ts";

/** Constant + sum of coefficient * variable. */
interface Linear {
  readonly constant: number;
  readonly parts: readonly (readonly [variable: string, coefficient: number])[];
}

export interface LinearTimes {
  /** Least cost per level over times that need not be whole. */
  readonly levels: readonly number[];
  /** The times; whole where the program's corners are. */
  readonly x: readonly number[];
}

/** null: there are no such times. undefined: some term is not convex in the times, or is one it does not know. */
export function linearTimes(reading: Reading, structure: Structure, d: Differences): LinearTimes | null | undefined {
  if (reading.demand.travel.some((t) => t.profile !== undefined)) return undefined;
  const program = new Program(reading, structure, d);
  const { terms } = reading.demand;
  const levels = terms.reduce((most, t) => Math.max(most, t.level), 0);
  const objectives = Array.from({ length: levels + 1 }, (_, level): Linear | undefined => {
    const costs = terms.filter((t) => t.level === level).map((t) => program.cost(t));
    return costs.some((c) => c === undefined) ? undefined : sum(costs as Linear[]);
  });
  const least: number[] = [];
  let x: number[] = [];
  for (const objective of objectives) {
    if (objective === undefined) return undefined;
    if (objective.parts.length === 0 && x.length > 0) {
      least.push(objective.constant);
      continue;
    }
    const solution = solveLinear({ cost: merged(objective.parts), rows: program.rows, free: [] });
    if (solution === null) return null;
    const reached = objective.parts.reduce((c, [v, k]) => c + k * solution.valueOf(v), 0);
    least.push(objective.constant + reached);
    program.rows.push({ sum: [...merged(objective.parts)], min: null, max: reached + 1e-7 * Math.max(1, Math.abs(reached)) });
    x = Array.from({ length: structure.variables }, (_, i) =>
      i === 0 ? 0 : Math.round(1e6 * (rangeOf(d, i)[0] + solution.valueOf(time(i)))) / 1e6,
    );
  }
  return { levels: least, x };
}

/** How long after its earliest a time is. */
const time = (variable: number): string => `t${variable}`;
const isKnown = ({ range }: Atom): boolean => range[0] === range[1];
const constant = (c: number): Linear => ({ constant: c, parts: [] });
const scaled = ({ constant: c, parts }: Linear, by: number): Linear => ({
  constant: c * by,
  parts: parts.map(([v, k]) => [v, k * by] as const),
});
const sum = (all: readonly Linear[]): Linear => ({ constant: all.reduce((c, l) => c + l.constant, 0), parts: all.flatMap((l) => l.parts) });
const minus = (a: Linear, b: Linear): Linear => sum([a, scaled(b, -1)]);

function merged(parts: Linear["parts"]): Map<string, number> {
  const total = new Map<string, number>();
  for (const [v, k] of parts) total.set(v, (total.get(v) ?? 0) + k);
  return total;
}

class Program {
  readonly rows: Row[] = [];
  /** Most that each variable can be; the least is 0. */
  private readonly most = new Map<string, number>();
  private readonly reading: Reading;
  private readonly structure: Structure;
  private readonly d: Differences;

  constructor(reading: Reading, structure: Structure, d: Differences) {
    this.reading = reading;
    this.structure = structure;
    this.d = d;
    for (let i = 1; i < d.n; i++) {
      const [lo, hi] = rangeOf(d, i);
      this.most.set(time(i), hi - lo);
      this.rows.push({ sum: [[time(i), 1]], min: null, max: hi - lo });
      for (let j = 1; j < d.n; j++) {
        const most = d.m[i * d.n + j] as number;
        const trivial = rangeOf(d, i)[1] - rangeOf(d, j)[0];
        if (i === j || most >= trivial) continue;
        this.rows.push({
          sum: [
            [time(i), 1],
            [time(j), -1],
          ],
          min: null,
          max: most - lo + rangeOf(d, j)[0],
        });
      }
    }
    const visitsOf = (ids: readonly string[]): Visit[] =>
      ids.flatMap((id) => structure.seats[reading.taskIndex.get(id) as number]?.visit ?? []);
    for (const r of reading.demand.relations) {
      if (r.kind === "duration" && r.soft === undefined && visitsOf(r.tasks).length > 1) this.total(visitsOf(r.tasks), ...r.total);
    }
    for (const { of, quantity, within, members, opening, reserved, limit } of reading.demand.budgets) {
      if (of !== "task" || quantity !== "serviceTicks" || within !== undefined) continue;
      const left = (x: number | null): number | null => (x === null ? null : x - opening - reserved);
      this.total(visitsOf(members), left(limit[0]), left(limit[1]));
    }
  }

  /** Hard totals that no difference of two times says. */
  private total(visits: readonly Visit[], min: number | null, max: number | null): void {
    const length = sum(visits.map((v) => minus(this.at(v.end), this.at(v.start))));
    const left = (x: number | null): number | null => (x === null ? null : x - length.constant);
    if (visits.length > 0) this.rows.push({ sum: length.parts, min: left(min), max: left(max) });
  }

  /** The cost of a term; undefined where it is not convex, or not known. */
  cost(term: Term): Linear | undefined {
    const { reading, structure, d } = this;
    const costs: Linear[] = [];
    for (const atoms of groupsOf(reading, structure, d, term)) {
      if (atoms.every(isKnown)) {
        costs.push(constant(groupFloor(reading, term, atoms)));
        continue;
      }
      const values = atoms.map((atom) => (isKnown(atom) ? constant(atom.range[0]) : this.value(term.measure, atom)));
      if (term.reduce === "range" || values.includes(undefined)) return undefined;
      const raw = term.reduce === "sum" ? sum(values as Linear[]) : this.largest(values as Linear[]);
      const cost = this.curve(term.curve, scaled(raw, 1 / scaleOf(reading, term)), true);
      if (cost === undefined) return undefined;
      costs.push(cost);
    }
    return sum(costs);
  }

  private value(measure: Term["measure"], atom: Atom): Linear | undefined {
    const seat = this.structure.seats[atom.task];
    if (seat !== undefined) return this.ofVisit(measure, seat.round, seat.visit);
    const round = this.structure.rounds.find((r) => r.shift === atom.shift);
    return round === undefined ? undefined : this.ofRound(measure, round);
  }

  private ofVisit(measure: Term["measure"], round: Round, visit: Visit): Linear | undefined {
    const task = taskAt(this.reading, visit.task);
    const slot = task.slots[visit.slot] as (typeof task.slots)[number];
    const start = this.at(visit.start);
    const end = this.at(visit.end);
    const over = (l: Linear, than: number | undefined): Linear[] => (than === undefined ? [] : [minus(l, constant(than))]);
    switch (measure) {
      case "late":
        return this.largest([constant(0), ...over(start, slot.due?.start), ...over(end, slot.due?.end), ...over(start, slot.wish?.start)]);
      case "early":
        return this.largest([constant(0), ...over(start, slot.wish?.start).map((l) => scaled(l, -1))]);
      case "durationValue": {
        const pace = paceOf(this.reading, visit.task, round.shift);
        return task.duration.value && this.curve(task.duration.value, scaled(minus(end, start), 1 / pace), false);
      }
      case "slotCost": {
        const early = slot.startCost === undefined ? constant(0) : this.curve(slot.startCost, start, false);
        const late = slot.endCost === undefined ? constant(0) : this.curve(slot.endCost, end, false);
        return early && late && sum([constant(slot.cost ?? 0), early, late]);
      }
      default:
        return undefined;
    }
  }

  private ofRound(measure: Term["measure"], round: Round): Linear | undefined {
    const { begins, paidTo } = shiftAt(this.reading, round.shift);
    const [begin, end] = [this.at(round.begin), this.at(round.end)];
    const busy = sum([
      constant(round.legs.reduce((t, leg) => t + leg.ticks + leg.entry, 0)),
      ...round.visits.map((v) => minus(this.at(v.end), this.at(v.start))),
    ]);
    const waiting = minus(minus(end, begin), busy);
    if (measure === "waiting") return waiting;
    if (measure === "overtime" && paidTo !== undefined) return this.largest([constant(0), minus(end, constant(paidTo))]);
    if (measure !== "idle") return undefined;
    const until = paidTo === undefined ? end : this.largest([end, constant(paidTo)]);
    return minus(minus(until, begins[0] === null ? begin : constant(begins[0])), busy);
  }

  private at(variable: number): Linear {
    return { constant: rangeOf(this.d, variable)[0], parts: [[time(variable), 1]] };
  }

  /** A new variable that is at least every one of them, counted from the least it can be. */
  private largest(all: readonly Linear[]): Linear {
    const name = `v${this.most.size}`;
    const [least, most] = all.map((l) => this.bounds(l)).reduce(larger);
    for (const l of all) this.rows.push({ sum: [...merged([[name, 1], ...scaled(l, -1).parts])], min: l.constant - least, max: null });
    this.most.set(name, most - least);
    return { constant: least, parts: [[name, 1]] };
  }

  private bounds({ constant: c, parts }: Linear): Range {
    return parts.reduce(([lo, hi], [v, k]): Range => {
      const reach = k * (this.most.get(v) ?? 0);
      return [lo + Math.min(0, reach), hi + Math.max(0, reach)];
    }, point(c));
  }

  /** The curve as the largest of its lines; undefined where it is not convex, or falls though `rising` is asked for. */
  private curve({ points, below = 0, above = 0 }: Curve, x: Linear, rising: boolean): Linear | undefined {
    const slopes = [below, ...points.slice(1).map(([x1, c1], i) => (c1 - (points[i]?.[1] ?? 0)) / (x1 - (points[i]?.[0] ?? 0))), above];
    if (slopes.some((s, i) => i > 0 && s < (slopes[i - 1] as number)) || (rising && below < 0)) return undefined;
    const lines = slopes.map((slope, i) => {
      const [x0, c0] = points[Math.max(0, i - 1)] as readonly [number, number];
      return sum([scaled(x, slope), constant(c0 - slope * x0)]);
    });
    return this.largest(lines);
  }
}
