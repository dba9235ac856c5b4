/**
 * A bound for one level by column generation: a linear program over rounds, new rounds priced until none pays, cuts and longer
 * memories where its solution is not whole. Every pricing that runs to its end proves a bound for any prices (Lagrange), so the best
 * so far may be taken at any time.
 */

import { togoOf } from "./backwards.ts";
import { type Halves, halvesOf, priceFromBoth } from "./both.ts";
import type { Column } from "./column.ts";
import { brokenCuts } from "./broken.ts";
import { type CutTable, mostOfCut, tableOf } from "./cuts.ts";
import { type Duals, type Found, Labels, type Memory, type PriceOptions, priceRounds } from "./labels.ts";
import { Master } from "./master.ts";
import { firstMemory, allows, lengthen } from "./memory.ts";
import type { Setting, Ways } from "./setting.ts";

export interface Budget {
  /** Labels that may still be made. */
  labels: number;
  /** Asked now and then; true ends the search with the best bound so far. */
  stopped(): boolean;
}

export interface LevelBound {
  /** No plan whose levels before are at most the caps is below; Infinity: there is none. */
  readonly value: number;
  /** The prices were optimal and the solution whole or beyond what cuts could part. */
  readonly complete: boolean;
}

const PIVOTS = 20_000;
const ROUNDS_AT_ONCE = 60;
const MOST_CUTS = 400;
/** A rise by less than this share is none worth another turn of the same kind. */
const STALLED = 1e-3;

/** What levels up to `level` cost, the earlier ones at most `caps`. `pool` gives rounds to begin with, and takes those that are found. */
export function boundLevel(setting: Setting, level: number, caps: readonly number[], pool: Column[], budget: Budget): LevelBound {
  const { classes, leftOut, floor, rowCount } = setting;
  if (floor.slice(0, level + 1).some((f) => f === Number.NEGATIVE_INFINITY)) return { value: Number.NEGATIVE_INFINITY, complete: false };
  const most = 2 ** Math.ceil(Math.log2(1 + mostOf(setting, level)));
  const cover = !setting.earns && leftOut.every((cost) => cost === null || cost.slice(0, level + 1).every((c) => c >= 0));
  const master = new Master({
    rowCount,
    classSizes: classes.map((c) => c.size),
    leftOut,
    cover,
    level,
    caps: caps.map((cap, l) => cap - floor[l]! + 1e-6 * (1 + Math.abs(cap))),
    most,
    grain: Math.min(most / 2 ** 46, 2 ** -20),
  });
  for (const column of pool) master.add(column);
  const memories = new Map(classes.flatMap((c) => c.networks.map((ways) => [ways, firstMemory(setting, ways)] as const)));
  const scratch = new Labels();
  const halves = new Map([...memories.keys()].map((ways) => [ways, halvesOf(ways.network)] as const));
  // Where nothing earns, what is paid in any case is a bound.
  let best = cover ? floor[level]! : Number.NEGATIVE_INFINITY;
  let quickPays = true;
  let highest = Number.NEGATIVE_INFINITY;
  let lastReached = Number.NEGATIVE_INFINITY;
  for (;;) {
    if (budget.labels <= 0 || budget.stopped()) return { value: best, complete: false };
    const solved = master.linear.solve(PIVOTS);
    const duals = dualsAt(master, level);
    let found: Priced | null = null;
    if (quickPays) {
      found = priceAll(setting, master, memories, halves, duals, true, scratch, budget);
      if (found !== null && found.columns.length === 0) {
        quickPays = false;
        found = null;
      }
    }
    if (found === null) {
      found = priceAll(setting, master, memories, halves, duals, false, scratch, budget);
      if (found === null) return { value: best, complete: false };
      const value = lagrangian(setting, level, caps, duals, found.least, master);
      if (value > best) best = value;
      quickPays = found.columns.length > 0;
      if (best - floor[level]! > most / 2) return { value: Number.POSITIVE_INFINITY, complete: true };
      const reached = master.linear.objective() + floor[level]!;
      if (found.columns.length === 0 || reached - best < 1e-5 * Math.max(1, Math.abs(reached))) {
        const hasStalled = reached - lastReached < STALLED * Math.abs(reached);
        // Only after a rise, so that none comes back for ever.
        if (reached > highest + 1e-6 * Math.abs(reached)) {
          highest = reached;
          master.dropCuts();
        }
        lastReached = reached;
        if (!separate(setting, master, memories, hasStalled) || !solved) return { value: best, complete: true };
        quickPays = true;
        continue;
      }
    }
    for (const column of found.columns) {
      master.add(column);
      pool.push(column);
    }
  }
}

interface Priced {
  readonly columns: readonly Column[];
  /** [class] least reduced cost. */
  readonly least: readonly number[];
}

function dualsAt(master: Master, level: number): Duals & { readonly caps: Float64Array } {
  const { tasks, caps, cuts } = master.duals();
  const weights = new Float64Array(64);
  weights.set(caps);
  weights[level] = 1;
  return { weights, tasks, cuts, caps };
}

function priceAll(
  setting: Setting,
  master: Master,
  memories: ReadonlyMap<Ways, Memory>,
  halves: ReadonlyMap<Ways, Halves | null>,
  duals: Duals,
  quick: boolean,
  scratch: Labels,
  budget: Budget,
): Priced | null {
  const columns: Column[] = [];
  const least: number[] = [];
  const { rowCount } = setting;
  for (const [k, { networks }] of setting.classes.entries()) {
    let lowest = Number.POSITIVE_INFINITY;
    // The class's own price counts against its rounds.
    const classPrice = master.linear.prices[rowCount + k]!;
    for (const ways of networks) {
      const below = classPrice - 1e-6;
      const memory = memories.get(ways)!;
      const half = halves.get(ways)!;
      const limits = { below, most: ROUNDS_AT_ONCE, labels: budget.labels, stopped: budget.stopped };
      const made = (): number => scratch.made + (half === null ? 0 : half.forth.made + half.back.made);
      const before = made();
      const found = priceOne(ways, memory, tableOf(master.cuts, duals.cuts, ways.row, rowCount), duals, quick, limits, half, scratch);
      budget.labels -= made() - before;
      if (found === null) return null;
      lowest = Math.min(lowest, found.least);
      for (const { nodes } of found.rounds) columns.push(columnOf(ways, k, nodes, setting.problem.levelCount));
    }
    least.push(lowest);
  }
  return { columns, least };
}

/** As {@link priceRounds}, but that a least of `below` or more may say no more than that. */
function priceOne(
  { network, row }: Ways,
  memory: Memory,
  cuts: CutTable,
  duals: Duals,
  quick: boolean,
  limits: Pick<PriceOptions, "below" | "most" | "labels" | "stopped">,
  half: Halves | null,
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

/** The bound that prices prove. A thousand-millionth of all that was summed is taken off for rounding. */
function lagrangian(
  { classes, leftOut, floor }: Setting,
  level: number,
  caps: readonly number[],
  { weights, tasks, cuts }: Duals,
  least: readonly number[],
  master: Master,
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
    if (cost == null) return;
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

/** Longer memories where rounds repeat a task; cuts where none does, or longer memories have stalled. False: neither helps. */
function separate(setting: Setting, master: Master, memories: Map<Ways, Memory>, hasStalled: boolean): boolean {
  const { columns, share } = master.running();
  if (share.every((x) => x > 1 - 1e-4)) {
    if (columns.every(({ tasks }) => new Set(tasks).size === tasks.length)) return false;
  }
  let longer = false;
  for (const column of columns) {
    for (const ways of setting.classes[column.shiftClass]!.networks) {
      const memory = memories.get(ways)!;
      if (lengthen(memory, ways, column.tasks)) longer = true;
    }
  }
  if (longer) {
    // Else the solution stays as it is, whatever can be priced now.
    master.forbid(({ shiftClass, tasks }) =>
      setting.classes[shiftClass]!.networks.some((ways) => allows(memories.get(ways)!, ways, tasks)),
    );
  }
  if (longer && !hasStalled) return true;
  if (master.cuts.length >= MOST_CUTS) return longer;
  const cuts = brokenCuts(setting.rowCount, columns, share, master.cuts, 20);
  for (const cut of cuts) master.addCut(cut);
  return longer || cuts.length > 0;
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

/** More than any plan of the relaxation costs on the level. */
function mostOf({ classes, leftOut, rowCount }: Setting, level: number): number {
  let most = 1;
  for (const { networks } of classes) {
    for (const { network } of networks) {
      const { nodeCount: n, latest } = network;
      const cost = network.arcCost[level]!;
      for (let b = 0; b <= n; b++) {
        let dearest = 0;
        for (let a = 0; a <= n; a++) dearest = Math.max(dearest, Math.abs(cost[a * (n + 1) + b]!));
        if (b < n) for (const s of network.soft[b]!) if (s.level === level) dearest += Math.abs(s.at(latest[b]!));
        most = Math.max(most, dearest);
      }
      const ending = network.endSoft.reduce((sum, s) => (s.level === level ? sum + Math.abs(s.at(network.end)) : sum), 0);
      most = Math.max(most, ending);
    }
  }
  const leaving = leftOut.reduce((sum, cost) => Math.max(sum, Math.abs(cost?.[level] ?? 0)), 0);
  return 4 * (most + leaving) * (rowCount + 2);
}
