/**
 * A bound for one leaf of a level by column generation: a linear program over rounds, new rounds priced until none pays, cuts and longer
 * memories where its solution is not whole. Every pricing that runs to its end proves a bound for any prices (Lagrange), so the best
 * so far may be taken at any time.
 */

import { halvesOf } from "./both.ts";
import { closedBy, type Decision, isOpen, servedBy } from "./branch.ts";
import { brokenCuts } from "./broken.ts";
import { boundByWalks, cheapestWays } from "./coarse.ts";
import type { Column } from "./column.ts";
import { Labels } from "./labels.ts";
import { Master, PIVOTS } from "./master.ts";
import { allows, firstMemory, lengthen } from "./memory.ts";
import { type Budget, dualsAt, lagrangian, type Priced, priceAll, type Quarries, solveMaster } from "./pricing.ts";
import type { Setting } from "./setting.ts";

/** What a level's leaves share: rounds, cuts and memories of one serve all. */
export interface Ground {
  readonly setting: Setting;
  readonly level: number;
  readonly caps: readonly number[];
  readonly master: Master;
  readonly pool: Column[];
  readonly quarries: Quarries;
  readonly scratch: Labels;
  /** More than any plan costs. */
  readonly most: number;
  /** What is known before anything is priced. */
  readonly least: number;
}

export interface Grown {
  /** No plan of the leaf whose levels before are at most the caps is below; Infinity: there is none. */
  readonly value: number;
  /** Neither cuts nor longer memories are worth another turn; false: the budget ended it. */
  readonly hasEnded: boolean;
}

const MOST_CUTS = 400;
/** Where that share of the steps has proven nothing, a coarse bound comes first, for half of the others. */
const PATIENCE = 1 / 8;
/** A rise by less than this share is none worth another turn of the same kind. */
const STALLED = 1e-3;

/** `pool` gives rounds to begin with, and takes those that are found. */
export function groundOf(setting: Setting, level: number, caps: readonly number[], pool: Column[]): Ground {
  const { classes, leftOut, floor, rowCount } = setting;
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
  const [scratch, back] = [new Labels(), new Labels()];
  const quarries = classes.map(({ networks }) =>
    networks.map((ways) => ({
      ways,
      open: ways.network,
      memory: firstMemory(setting, ways),
      half: halvesOf(ways.network, scratch, back),
    })),
  );
  const least = cover ? cheapestWays(setting, level, caps) : Number.NEGATIVE_INFINITY;
  return { setting, level, caps, master, pool, quarries, scratch, most, least };
}

/** Bounds the plans that keep to the decisions. Stops at a rise that is hardly one, but for where nothing is decided. */
export function grow(ground: Ground, decisions: readonly Decision[], budget: Budget): Grown {
  const { setting, level, caps, master, pool, scratch, most } = ground;
  const { floor, rowCount } = setting;
  const quarries = ground.quarries.map((own, k) =>
    own.map((quarry) => ({ ...quarry, open: { ...quarry.ways.network, closed: closedBy(decisions, quarry.ways, k) } })),
  );
  const served = servedBy(decisions);
  let best = ground.least;
  if (best === Number.POSITIVE_INFINITY) return { value: best, hasEnded: true };
  keepOnly(ground, decisions);
  let quickPays = true;
  let highest = Number.NEGATIVE_INFINITY;
  let lastReached = Number.NEGATIVE_INFINITY;
  let isUnproven = decisions.length === 0;
  const coarseFrom = (1 - PATIENCE) * budget.labels;
  for (;;) {
    if (budget.labels <= 0 || budget.stopped()) return { value: best, hasEnded: false };
    if (isUnproven && budget.labels <= coarseFrom) {
      isUnproven = false;
      const own = { labels: Math.ceil(budget.labels / 2), stopped: budget.stopped };
      budget.labels -= own.labels;
      best = Math.max(best, boundByWalks(setting, level, caps, master, quarries, scratch, own));
      budget.labels += own.labels;
      keepOnly(ground, decisions);
      continue;
    }
    const solved = solveMaster(master, PIVOTS, budget);
    const duals = dualsAt(master, level);
    let found: Priced | null = null;
    if (quickPays) {
      found = priceAll(setting, master, quarries, duals, true, scratch, budget);
      if (found !== null && found.columns.length === 0) {
        quickPays = false;
        found = null;
      }
    }
    if (found === null) {
      found = priceAll(setting, master, quarries, duals, false, scratch, budget);
      if (found === null) return { value: best, hasEnded: false };
      isUnproven = false;
      const value = lagrangian(setting, level, caps, duals, found.least, master, served);
      if (value > best) best = value;
      quickPays = found.columns.length > 0;
      if (best - floor[level]! > most / 2) return { value: Number.POSITIVE_INFINITY, hasEnded: true };
      const reached = master.linear.objective() + floor[level]!;
      if (found.columns.length === 0 || reached - best < 1e-5 * Math.max(1, Math.abs(reached))) {
        const hasStalled = reached - lastReached < STALLED * Math.abs(reached);
        if (!solved || (hasStalled && decisions.length > 0)) return { value: best, hasEnded: true };
        // Only after a rise, so that none comes back for ever.
        if (reached > highest + 1e-6 * Math.abs(reached)) {
          highest = reached;
          master.dropCuts();
        }
        lastReached = reached;
        if (!separate(rowCount, master, quarries, hasStalled)) return { value: best, hasEnded: true };
        // Else the solution stays as it is, whatever can be priced now.
        keepOnly(ground, decisions);
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

/** Rounds that the decisions and memories rule out leave the master's choice, others come back to it. */
export function keepOnly({ master, quarries }: Ground, decisions: readonly Decision[]): void {
  master.choose(
    (column) => isOpen(decisions, column) && quarries[column.shiftClass]!.some(({ memory, ways }) => allows(memory, ways, column.tasks)),
    servedBy(decisions),
  );
}

/** Longer memories where rounds repeat a task; cuts where none does, or longer memories have stalled. False: neither helps. */
function separate(rowCount: number, master: Master, quarries: Quarries, hasStalled: boolean): boolean {
  const { columns, share } = master.running();
  if (share.every((x) => x > 1 - 1e-4)) {
    if (columns.every(({ tasks }) => new Set(tasks).size === tasks.length)) return false;
  }
  let longer = false;
  for (const column of columns) {
    for (const { memory, ways } of quarries[column.shiftClass]!) if (lengthen(memory, ways, column.tasks)) longer = true;
  }
  if (longer && !hasStalled) return true;
  if (master.cuts.length >= MOST_CUTS) return longer;
  const cuts = brokenCuts(rowCount, columns, share, master.cuts, 20);
  for (const cut of cuts) master.addCut(cut);
  return longer || cuts.length > 0;
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
