/** How badly each hard rule is broken, in units of {@link VIOLATION} and how far, kept in the trail with their total. */
import type { Problem } from "../problem/problem.ts";
import type { Trail } from "./trail.ts";

/** Real numbers that the rows of all rules and their total need. */
export const breachRoom = (p: Problem): number => p.shiftCount + p.taskCount + p.relations.count + p.budgets.count + p.workerCount + 2;

export class Breaches {
  /** First row of each kind; the rows of shifts, tasks, relations, budgets and workers follow each other, the pools have one. */
  readonly shift: number;
  readonly task: number;
  readonly relation: number;
  readonly budget: number;
  readonly worker: number;
  readonly pools: number;
  private readonly sum: number;
  private readonly trail: Trail;

  constructor(p: Problem, trail: Trail, firstReal: number) {
    this.trail = trail;
    this.shift = firstReal;
    this.task = this.shift + p.shiftCount;
    this.relation = this.task + p.taskCount;
    this.budget = this.relation + p.relations.count;
    this.worker = this.budget + p.budgets.count;
    this.pools = this.worker + p.workerCount;
    this.sum = this.pools + 1;
  }

  /** No rule is broken; not undoable. */
  clear(): void {
    this.trail.reals.fill(0, this.shift, this.sum + 1);
  }

  of(row: number): number {
    return this.trail.reals[row]!;
  }

  total(): number {
    return this.trail.reals[this.sum]!;
  }

  set(row: number, units: number): void {
    const { trail, sum } = this;
    const { reals } = trail;
    const old = reals[row]!;
    if (old === units) return;
    trail.saveReal(row);
    trail.saveReal(sum);
    reals[row] = units;
    reals[sum] = reals[sum]! + units - old;
  }
}
