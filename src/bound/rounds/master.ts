/** Which rounds to run, as a linear program: every task row served once or left out, every class of shifts no oftener than it is there. */
import { Linear } from "../linear.ts";
import { type Column, keyOf } from "./column.ts";
import { type Cut, countIn, mostOfCut } from "./cuts.ts";

export interface MasterShape {
  readonly rowCount: number;
  /** [class] shifts in it. */
  readonly classSizes: readonly number[];
  /** [task row] cost per level of leaving it out; null: it must be served. */
  readonly leftOut: readonly (Float64Array | null)[];
  /** May tasks be served more than once? True where that never pays, for then prices stay at or above 0. */
  readonly cover: boolean;
  /** Level whose costs are summed, and what those before it may come to. */
  readonly level: number;
  readonly caps: readonly number[];
  /** More than anything costs. */
  readonly most: number;
  /** A power of two: prices are rounded to multiples of it, so that sums of them are exact. */
  readonly grain: number;
}

/** Before its prices are asked for. */
export const PIVOTS = 20_000;

export class Master {
  readonly linear = new Linear();
  readonly cuts: Cut[] = [];
  readonly columns: Column[] = [];
  private readonly shape: MasterShape;
  private readonly columnAt: number[] = [];
  private readonly roundOf = new Map<number, number>();
  private readonly keys = new Set<string>();
  /** [round] what it costs to do without it: the cost of a round that is held back. */
  private readonly without: number[] = [];
  private isChosen: boolean[] = [];
  /** [task row] column of leaving it out. */
  private readonly leavingAt: readonly (number | null)[];
  private readonly cutFrom: number;
  /** [cut] column of what it leaves. */
  private readonly slackOf: number[] = [];

  constructor(shape: MasterShape) {
    this.shape = shape;
    const { rowCount, classSizes, leftOut, cover, level, caps, most } = shape;
    const { linear } = this;
    for (let r = 0; r < rowCount; r++) {
      linear.addRow(1, { rows: [], values: [] }, linear.addColumn(most, { rows: [r], values: [1] }));
      if (cover) linear.addColumn(0, { rows: [r], values: [-1] });
    }
    classSizes.forEach((size, k) => {
      linear.addRow(size, { rows: [], values: [] }, linear.addColumn(0, { rows: [rowCount + k], values: [1] }));
    });
    const first = rowCount + classSizes.length;
    for (let l = 0; l < level; l++) {
      const cap = caps[l]!;
      const row = first + l;
      if (cap >= 0) linear.addRow(cap, { rows: [], values: [] }, linear.addColumn(0, { rows: [row], values: [1] }));
      else {
        linear.addRow(cap, { rows: [], values: [] }, linear.addColumn(most, { rows: [row], values: [-1] }));
        linear.addColumn(0, { rows: [row], values: [1] });
      }
      // Capped beyond reach: the program stays solvable.
      linear.addColumn(most, { rows: [row], values: [-1] });
    }
    this.cutFrom = first + level;
    this.leavingAt = leftOut.map((cost, r) => (cost === null ? null : linear.addColumn(cost[level]!, this.withLevels([r], [1], cost))));
  }

  private withLevels(rows: number[], values: number[], cost: Float64Array): { rows: number[]; values: number[] } {
    const first = this.shape.rowCount + this.shape.classSizes.length;
    for (let l = 0; l < this.shape.level; l++) {
      if (cost[l] === 0) continue;
      rows.push(first + l);
      values.push(cost[l]!);
    }
    return { rows, values };
  }

  /** Is this round there to choose from, or held back? */
  has(column: Column): boolean {
    return this.keys.has(keyOf(column));
  }

  add(column: Column): void {
    const counts = new Map<number, number>();
    for (const t of column.tasks) counts.set(t, (counts.get(t) ?? 0) + 1);
    const rows = [...counts.keys(), this.shape.rowCount + column.shiftClass];
    const values = [...counts.values(), 1];
    this.withLevels(rows, values, column.cost);
    this.cuts.forEach((cut, q) => {
      const count = countIn(cut, column);
      if (count === 0) return;
      rows.push(this.cutFrom + q);
      values.push(count);
    });
    const at = this.linear.addColumn(column.cost[this.shape.level]!, { rows, values });
    this.columnAt.push(at);
    this.roundOf.set(at, this.columns.length);
    this.columns.push(column);
    const { level, most } = this.shape;
    const capped = column.cost.slice(0, level).reduce((sum, cost) => sum + Math.abs(cost), 0);
    this.without.push(most * (column.tasks.length + capped));
    this.isChosen.push(true);
    this.keys.add(keyOf(column));
  }

  /** Leaves no rounds to choose from but those `allowed`, and no task in `served` out. O(columns). */
  choose(allowed: (column: Column) => boolean, served: ReadonlySet<number>): void {
    this.isChosen = this.columns.map(allowed);
    this.narrow(() => true, served);
  }

  /** The same among the rounds that were chosen last, which stay the chosen ones. */
  narrow(allowed: (column: Column) => boolean, served: ReadonlySet<number>): void {
    const { level, most, leftOut } = this.shape;
    this.columns.forEach((column, i) => {
      this.linear.setCost(this.columnAt[i]!, this.isChosen[i]! && allowed(column) ? column.cost[level]! : this.without[i]!);
    });
    this.leavingAt.forEach((at, r) => {
      if (at !== null) this.linear.setCost(at, served.has(r) ? most : leftOut[r]![level]!);
    });
  }

  addCut(cut: Cut): void {
    const row = this.cutFrom + this.cuts.length;
    const entries = { rows: [] as number[], values: [] as number[] };
    this.columns.forEach((column, i) => {
      const count = countIn(cut, column);
      if (count === 0) return;
      entries.rows.push(this.columnAt[i]!);
      entries.values.push(count);
    });
    this.cuts.push(cut);
    const { linear } = this;
    this.slackOf.push(linear.addColumn(0, { rows: [row], values: [1] }));
    // It is broken now, so its start counts how far.
    linear.addRow(mostOfCut(cut), entries, linear.addColumn(this.shape.most, { rows: [row], values: [-1] }));
  }

  /** Forgets the cuts that the solution leaves room in. O(entries). */
  dropCuts(): void {
    const basic = new Map(this.linear.solution());
    const loose = this.slackOf.map((slack) => (basic.get(slack) ?? 0) > 1e-3);
    const rows = this.slackOf.flatMap((slack, q) => (loose[q]! ? [{ row: this.cutFrom + q, slack }] : []));
    this.linear.removeRows(rows);
    const tight = (_: unknown, q: number): boolean => !loose[q]!;
    this.cuts.splice(0, this.cuts.length, ...this.cuts.filter(tight));
    this.slackOf.splice(0, this.slackOf.length, ...this.slackOf.filter(tight));
  }

  /** Rounded prices: of tasks, of the levels before and of cuts, the latter two at least 0. */
  duals(): { tasks: Float64Array; caps: Float64Array; cuts: Float64Array } {
    const { rowCount, classSizes, level, cover, grain } = this.shape;
    const { prices } = this.linear;
    const rounded = (x: number): number => Math.round(x / grain) * grain;
    const first = rowCount + classSizes.length;
    return {
      tasks: Float64Array.from({ length: rowCount }, (_, r) => (cover ? Math.max(0, rounded(prices[r]!)) : rounded(prices[r]!))),
      caps: Float64Array.from({ length: level }, (_, l) => Math.max(0, rounded(-prices[first + l]!))),
      cuts: Float64Array.from(this.cuts, (_, q) => Math.max(0, rounded(-prices[this.cutFrom + q]!))),
    };
  }

  /** Rounds that the solution runs, and how much of each. */
  running(): { readonly columns: Column[]; readonly share: number[] } {
    const columns: Column[] = [];
    const share: number[] = [];
    for (const [at, value] of this.linear.solution()) {
      const round = this.roundOf.get(at);
      if (round === undefined || value < 1e-5) continue;
      columns.push(this.columns[round]!);
      share.push(value);
    }
    return { columns, share };
  }
}
