/** What is left in the accounts that limit minutes, as calls use it up. */
import type { Budget, Task } from "../../model/demand.ts";
import type { View } from "../view.ts";
import type { Work } from "./rest.ts";

/** A visit and how long it takes. */
export interface Taken extends Work {
  readonly task: Task | undefined;
}

/** Of each account that limits what tasks take, and that the plan leaves in order: how much more fits. */
export class FrameRoom {
  private readonly left: Map<Budget, number>;

  constructor({ demand, look }: Pick<View, "demand" | "look">) {
    const limited = demand.budgets.filter(({ of, limit, within }) => of === "task" && limit[1] !== null && within === undefined);
    this.left = new Map(limited.map((budget): [Budget, number] => {
      const used = budget.members.reduce((sum, id) => {
        const served = look.served.get(id);
        return served === undefined ? sum : sum + sizeIn(budget, served.planned.end - served.planned.start);
      }, budget.opening + budget.reserved);
      return [budget, (budget.limit[1] as number) - used];
    }));
  }

  /** Is there room for all of them together? */
  has(visits: readonly Taken[]): boolean {
    return [...this.left].every(([budget, left]) => sizeOf(budget, visits) <= left || sizeOf(budget, visits) === 0);
  }

  take(visits: readonly Taken[]): void {
    for (const [budget, left] of this.left) this.left.set(budget, left - sizeOf(budget, visits));
  }
}

const sizeIn = ({ quantity }: Budget, ticks: number): number => (quantity === "count" ? 1 : ticks);

const sizeOf = (budget: Budget, visits: readonly Taken[]): number =>
  visits.reduce((sum, { task, begin, end }) => sum + (task !== undefined && budget.members.includes(task.id) ? sizeIn(budget, end - begin) : 0), 0);
