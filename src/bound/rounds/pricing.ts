/** Pricing of all classes of shifts, and the bound that prices prove. */
import { togoOf } from "./backwards.ts";
import { type Halves, priceFromBoth } from "./both.ts";
import { type Column, keyOf } from "./column.ts";
import { type CutTable, mostOfCut, tableOf } from "./cuts.ts";
import { type Duals, type Found, type Labels, type Memory, type PriceOptions, priceRounds } from "./labels.ts";
import type { Master } from "./master.ts";
import type { Network } from "./network.ts";
import type { Setting, Ways } from "./setting.ts";

export interface Budget {
  /** Labels that may still be made; what else takes as long is counted as so many of them. */
  labels: number;
  /** Asked now and then; true ends the search with the best bound so far. */
  stopped(): boolean;
}

/** Where rounds are looked for: one option of one class of shifts. */
export interface Quarry {
  readonly ways: Ways;
  readonly memory: Memory;
  /** Its labels forth are those of all pricing, and so are its labels back. */
  readonly half: Halves | null;
  /** The network of `ways`, with the arcs closed that are decided against. */
  readonly open: Network;
}

/** [class] */
export type Quarries = readonly (readonly Quarry[])[];

const ROUNDS_AT_ONCE = 60;
/** A pivot takes as long as a label in a program of so many rows. */
const ROWS_PER_LABEL = 16;

export interface Priced {
  /** Those that the master does not have yet, each once. */
  readonly columns: readonly Column[];
  /** [class] least reduced cost. */
  readonly least: readonly number[];
}

/** Goes on to the optimum, or as far as `most` pivots or the budget lead. True: it is reached. */
export function solveMaster({ linear }: Master, most: number, budget: Budget): boolean {
  const before = linear.pivots;
  const labelsPerPivot = linear.rowCount / ROWS_PER_LABEL;
  const isOptimal = linear.solve(Math.min(most, Math.ceil(budget.labels / labelsPerPivot)));
  budget.labels -= Math.ceil((linear.pivots - before) * labelsPerPivot);
  return isOptimal;
}

/** The master's prices, with those of the levels before as weights. */
export function dualsAt(master: Master, level: number): Duals & { readonly caps: Float64Array } {
  const { tasks, caps, cuts } = master.duals();
  const weights = new Float64Array(64);
  weights.set(caps);
  weights[level] = 1;
  return { weights, tasks, cuts, caps };
}

/**
 * The cheapest rounds of all classes at these prices. Prices are rounded, so that rounds the master has may seem to pay for ever; they
 * are left out. null: the budget was at its end.
 */
export function priceAll(
  setting: Setting,
  master: Master,
  quarries: Quarries,
  duals: Duals,
  quick: boolean,
  scratch: Labels,
  budget: Budget,
): Priced | null {
  const columns = new Map<string, Column>();
  const least: number[] = [];
  const { rowCount } = setting;
  for (const [k, own] of quarries.entries()) {
    let lowest = Number.POSITIVE_INFINITY;
    // The class's own price counts against its rounds.
    const classPrice = master.linear.prices[rowCount + k]!;
    for (const quarry of own) {
      const { ways, half } = quarry;
      const limits = { below: classPrice - 1e-6, most: ROUNDS_AT_ONCE, labels: budget.labels, stopped: budget.stopped };
      const made = (): number => scratch.made + (half === null ? 0 : half.back.made + half.joining);
      const before = made();
      const found = priceOne(quarry, tableOf(master.cuts, duals.cuts, ways.row, rowCount), duals, quick, limits, scratch);
      budget.labels -= Math.ceil(made() - before);
      if (found === null) return null;
      lowest = Math.min(lowest, found.least);
      for (const { nodes } of found.rounds) {
        const column = columnOf(ways, k, nodes, setting.problem.levelCount);
        if (!master.has(column)) columns.set(keyOf(column), column);
      }
    }
    least.push(lowest);
  }
  return { columns: [...columns.values()], least };
}

/** As {@link priceRounds}, but that a least of `below` or more may say no more than that. */
function priceOne(
  { open: network, ways: { row }, memory, half }: Quarry,
  cuts: CutTable,
  duals: Duals,
  quick: boolean,
  limits: Pick<PriceOptions, "below" | "most" | "labels" | "stopped">,
  scratch: Labels,
): Found | null {
  if (!quick && half !== null) return priceFromBoth(network, row, memory, cuts, duals, limits, half);
  // Cuts make many labels that cannot be compared; what is hopeless is told beforehand.
  const isCut = !quick && cuts.words > 0;
  const togo = isCut ? togoOf(network, row, memory, duals, limits, scratch) : null;
  if (isCut && togo === null) return null;
  const found = priceRounds(network, row, memory, cuts, duals, { ...limits, quick, togo }, scratch);
  return found === null || togo === null ? found : { ...found, least: Math.min(found.least, limits.below) };
}

/** The bound that prices prove for plans that leave out none of the tasks in `served`. A thousand-millionth of all that was summed is taken off for rounding. */
export function lagrangian(
  { classes, leftOut, floor }: Setting,
  level: number,
  caps: readonly number[],
  { weights, tasks, cuts }: Duals,
  least: readonly number[],
  master: Master,
  served: ReadonlySet<number> = new Set(),
): number {
  let sum = floor[level]!;
  let size = Math.abs(sum);
  const add = (x: number): void => {
    sum += x;
    size += Math.abs(x);
  };
  for (let l = 0; l < level; l++) if (weights[l]! > 0) add(weights[l]! * (floor[l]! - caps[l]! - 1e-6 * (1 + Math.abs(caps[l]!))));
  tasks.forEach((price, r) => {
    add(price);
    const cost = leftOut[r];
    if (cost == null || served.has(r)) return;
    let leaving = -price;
    for (let l = 0; l <= level; l++) leaving += weights[l]! * cost[l]!;
    add(Math.min(0, leaving));
  });
  classes.forEach(({ size: count }, k) => {
    add(count * Math.min(0, least[k]!));
  });
  for (let q = 0; q < master.cuts.length; q++) add(-cuts[q]! * mostOfCut(master.cuts[q]!));
  return sum - 1e-9 * size;
}

function columnOf({ network, row }: Ways, shiftClass: number, nodes: readonly number[], levels: number): Column {
  const { nodeCount: n, arcCost, arcTicks, earliest, soft, endSoft, begin } = network;
  const width = n + 1;
  const cost = new Float64Array(levels);
  let at = n;
  let time = begin;
  for (const node of [...nodes, n]) {
    const arc = at * width + node;
    time += arcTicks[arc]!;
    if (node < n) time = Math.max(time, earliest[node]!);
    for (let l = 0; l < levels; l++) cost[l]! += arcCost[l]![arc]!;
    for (const { level, at: costAt } of node < n ? soft[node]! : endSoft) cost[level]! += costAt(time);
    at = node;
  }
  return { shiftClass, tasks: nodes.map((node) => row[node]!), cost };
}
