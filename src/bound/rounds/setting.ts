/** A Problem taken apart into rounds: which tasks go into them, the classes of shifts, their networks, and what is left over. */
import { CONDITIONAL, KIND_BREAK, NONE, OPEN, PLACE_OPEN, PLACE_SHIFT_END, type Problem, REQUIRED } from "../../problem/problem.ts";
import { type Network, networkOf, type Scope, unusedIdle } from "./network.ts";
import { type Prices, pricesOf } from "./prices.ts";

export interface Setting {
  readonly problem: Problem;
  /** Master rows: tasks that rounds serve. */
  readonly rowCount: number;
  /** One entry per class of lookalike shifts: how many, and a network for each option. */
  readonly classes: readonly { readonly size: number; readonly networks: readonly Ways[] }[];
  /** [row] cost per level of leaving it out; null: it must be served. */
  readonly leftOut: readonly (Float64Array | null)[];
  /** [level] what is paid in any case; -Infinity where nothing is known. */
  readonly floor: Float64Array;
  /** Could serving a task once more ever pay? */
  readonly earns: boolean;
}

export interface Ways {
  readonly network: Network;
  /** [node] master row. */
  readonly row: Int32Array;
}

/** O(shifts classes x nodes² x levels). */
export function settingOf(problem: Problem): Setting {
  const { shifts, tasks } = problem;
  const prices = pricesOf(problem);
  const scope = scopeOf(problem);
  const classes = new Map<number, { size: number; networks: Ways[] }>();
  for (let s = 0; s < problem.shiftCount; s++) {
    const like = shifts.lookalike[s]!;
    const known = classes.get(like);
    if (known !== undefined) {
      known.size++;
      continue;
    }
    const networks: Ways[] = [];
    for (let o = shifts.optionFrom[s]!; o < shifts.optionFrom[s + 1]!; o++) {
      if (shifts.frozenOption[s] !== NONE && shifts.frozenOption[s] !== o) continue;
      const network = networkOf(problem, scope, prices.prices, s, o);
      if (network.nodeCount > 0) networks.push({ network, row: network.task.map((t) => scope.row[t]!) });
    }
    classes.set(like, { size: 1, networks });
  }
  const rows = [...tasks.kind.keys()].filter((t) => scope.row[t] !== NONE);
  const floor = floorOf(problem, prices, scope);
  const all = [...classes.values()];
  return {
    problem,
    rowCount: rows.length,
    classes: all,
    leftOut: rows.map((t) => (tasks.required[t] === REQUIRED || tasks.pinned[t] === 1 ? null : leavingOut(problem, prices, t))),
    floor,
    earns: scope.hasOpen ? true : all.some(({ networks }) => networks.some(({ network }) => mayEarn(network))),
  };
}

function scopeOf(problem: Problem): Scope {
  const { tasks, shifts, travel } = problem;
  const openEnd = shifts.optionToPlace.some((place) => place === NONE);
  const row = new Int32Array(problem.taskCount).fill(NONE);
  let count = 0;
  for (let t = 0; t < problem.taskCount; t++) {
    const place = tasks.place[t]!;
    if (place !== PLACE_OPEN && !(place === PLACE_SHIFT_END && openEnd)) row[t] = count++;
  }
  const hasOpen = count < problem.taskCount;
  const { placeCount, modeCount } = travel;
  const cells = placeCount * placeCount;
  const part = (table: Int32Array, mode: number, least: number): Int32Array => {
    if (table.length === 0) return table;
    const own = table.slice(mode * cells, (mode + 1) * cells);
    if (least < 1) for (let c = 0; c < cells; c++) own[c] = Math.floor(own[c]! * least);
    return hasOpen ? shortest(own, placeCount) : own;
  };
  const modes = Array.from({ length: modeCount }, (_, mode) => mode);
  return {
    row,
    hasOpen,
    ticks: modes.map((mode) => part(travel.ticks, mode, travel.profiles[mode]?.least ?? 1)),
    metres: modes.map((mode) => part(travel.metres, mode, 1)),
  };
}

/** Shortest ways over any places. O(places³). */
function shortest(table: Int32Array, placeCount: number): Int32Array {
  for (let via = 0; via < placeCount; via++) {
    for (let a = 0; a < placeCount; a++) {
      const first = table[a * placeCount + via]!;
      for (let b = 0; b < placeCount; b++) {
        const sum = first + table[via * placeCount + b]!;
        if (sum < table[a * placeCount + b]!) table[a * placeCount + b] = sum;
      }
    }
  }
  return table;
}

/** [level] cost of a task that is not served. */
function leavingOut({ tasks, levelCount }: Problem, { prices }: Prices, t: number): Float64Array {
  const cost = new Float64Array(levelCount);
  for (const { level, measure, slope, accepts } of prices) {
    if (accepts !== null && accepts[t] === 0) continue;
    if (measure === "unserved") cost[level]! += slope * tasks.unservedCost[t]!;
    if (measure === "missedBreak" && tasks.kind[t] === KIND_BREAK) cost[level]! += slope;
  }
  return tasks.required[t] === CONDITIONAL ? cost.map((c) => Math.min(0, c)) : cost;
}

/** What unused shifts cost, and the least that tasks in no round can. */
function floorOf(problem: Problem, prices: Prices, scope: Scope): Float64Array {
  const floor = prices.floor.slice();
  for (let s = 0; s < problem.shiftCount; s++) {
    const unused = unusedIdle(problem, scope, prices.prices, s);
    for (let l = 0; l < floor.length; l++) floor[l]! += unused[l]!;
  }
  for (let t = 0; t < problem.taskCount; t++) {
    if (scope.row[t] !== NONE) continue;
    const earns = prices.prices.filter(
      ({ measure, slope, accepts }) => (accepts === null || accepts[t] === 1) && pays(problem, measure, slope, t),
    );
    for (const { level } of earns) floor[level] = Number.NEGATIVE_INFINITY;
    leavingOut(problem, prices, t).forEach((cost, l) => {
      floor[l]! += Math.min(0, cost);
    });
  }
  return floor;
}

/** Could serving this task outside of all networks cost less than nothing? */
function pays({ tasks, slots, curves }: Problem, measure: string, slope: number, t: number): boolean {
  const dips = (curve: number): boolean => {
    if (curve === NONE) return false;
    if (curves.below[curve]! > 0 || curves.above[curve]! < 0) return true;
    for (let p = curves.from[curve]!; p < curves.from[curve + 1]!; p++) if (curves.cost[p]! < 0) return true;
    return false;
  };
  if (slope < 0) return ["whoCost", "reassigned", "teamCrossing", "contactShare", "overLevel"].includes(measure);
  if (measure === "durationValue") return dips(tasks.valueCurve[t]!);
  if (measure === "whoCost") return tasks.whoCostRow[t] !== NONE && tasks.whoCost.some((c) => c < 0);
  if (measure !== "slotCost") return false;
  for (let s = tasks.slotFrom[t]!; s < tasks.slotFrom[t + 1]!; s++) {
    if (slots.cost[s]! < 0 || dips(slots.startCurve[s]!) || dips(slots.endCurve[s]!)) return true;
  }
  return false;
}

/** Is there an arc, or a time, that costs less than nothing, or a way round that is shorter than the straight one? */
function mayEarn(network: Network): boolean {
  if (network.soft.some((all) => all.some(({ at }) => at(-OPEN >> 1) < 0)) || network.endSoft.length > 0) return true;
  return network.arcCost.some((cost) => cost.some((c) => c < 0));
}
