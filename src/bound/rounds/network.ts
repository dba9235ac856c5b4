/**
 * What one shift could do by itself, as a network: a node for each slot of each task that it may serve, an arc for each order of two.
 * Times are the earliest there can be, costs the least: couplings, rests, pools and what depends on waiting are left out.
 */
import { eligibleIn, KIND_BREAK, KIND_CARE, NONE, OPEN, PLACE_SHIFT_END, type Problem } from "../../problem/problem.ts";
import type { Price } from "./prices.ts";
import { type Soft, softOf } from "./soft.ts";

export interface Network {
  readonly shift: number;
  readonly option: number;
  readonly nodeCount: number;
  /** [node] */
  readonly task: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly ticks: Int32Array;
  readonly load: Float64Array;
  readonly capacity: number;
  /** When the round can begin at the earliest and must end at the latest; the longest it may last counted from the latest begin. */
  readonly begin: number;
  readonly end: number;
  /** [from * (nodeCount + 1) + to]; row and column `nodeCount` are the base. Ticks from the start of `from` to the start of `to`. */
  readonly arcTicks: Int32Array;
  /** [node] fewest ticks from its start to the end of the round, by way of other nodes where that is shorter. */
  readonly home: Int32Array;
  /** [arc] 1: no round goes there; null: all are open. */
  readonly closed: Uint8Array | null;
  /** [level][arc] */
  readonly arcCost: readonly Float64Array[];
  /** Costs that grow with the start of a node or the end of the round. */
  readonly soft: readonly (readonly Soft[])[];
  readonly endSoft: readonly Soft[];
}

/** What of the tasks goes into rounds at all. */
export interface Scope {
  /** [task] row of the master, or NONE: left out of all rounds. */
  readonly row: Int32Array;
  /** Are there tasks whose place is open? Then trips may lead over any place. */
  readonly hasOpen: boolean;
  /** [mode] ticks and metres between places, never more than they are. */
  readonly ticks: readonly Int32Array[];
  readonly metres: readonly Int32Array[];
}

/** O(nodes² x levels). */
export function networkOf(problem: Problem, scope: Scope, prices: readonly Price[], shift: number, option: number): Network {
  const { tasks, slots, shifts, workers, travel } = problem;
  const worker = shifts.worker[shift]!;
  const mode = shifts.optionMode[option]!;
  const [from, to] = [shifts.optionFromPlace[option]!, shifts.optionToPlace[option]!];
  const own = prices.filter(({ modes }) => modes === null || modes[mode] === 1);
  const task: number[] = [];
  const slot: number[] = [];
  for (let s = 0; s < slots.task.length; s++) {
    const t = slots.task[s]!;
    if (scope.row[t] !== NONE && eligibleIn(slots, s, shift)) {
      task.push(t);
      slot.push(s);
    }
  }
  const n = task.length;
  const pace = (t: number, ticks: number): number =>
    workers.anyPace && tasks.frozen[t] === 0 ? Math.round(ticks * workers.pace[worker * workers.classCount + tasks.klass[t]!]!) : ticks;
  const shortest = Int32Array.from(task, (t) => pace(t, tasks.durationMin[t]!));
  const longest = Int32Array.from(task, (t) => pace(t, tasks.durationMax[t]!));
  const earliest = Int32Array.from(task, (_, i) =>
    Math.max(slots.startMin[slot[i]!]!, Math.max(-OPEN, slots.endMin[slot[i]!]! - longest[i]!)),
  );
  const end = shifts.endMax[shift]!;
  const latest = Int32Array.from(task, (_, i) =>
    Math.min(slots.startMax[slot[i]!]!, Math.min(slots.endMax[slot[i]!]!, end) - shortest[i]!),
  );
  const place = (i: number): number => (tasks.place[task[i]!]! === PLACE_SHIFT_END ? to : tasks.place[task[i]!]!);
  const { placeCount } = travel;
  const between = (table: Int32Array | undefined, a: number, b: number): number =>
    a < 0 || b < 0 || a === b ? 0 : (table?.[a * placeCount + b] ?? 0);
  const width = n + 1;
  const arcTicks = new Int32Array(width * width);
  const arcCost = Array.from({ length: problem.levelCount }, () => new Float64Array(width * width));
  const profile = travel.profiles[mode];
  const slowest = profile == null ? 1 : Math.max(...profile.factor);
  /** Ticks of a trip at the slowest hour; those of {@link Scope} are of the fastest. */
  const atMost = (a: number, b: number): number =>
    a < 0 || b < 0 || a === b ? 0 : Math.ceil((travel.ticks[(mode * placeCount + a) * placeCount + b] ?? travel.longest) * slowest);
  const unused = unusedIdle(problem, scope, prices, shift);
  for (let a = 0; a <= n; a++) {
    for (let b = 0; b <= n; b++) {
      const arc = a * width + b;
      const [at, next] = [a === n ? from : place(a), b === n ? to : place(b)];
      const trip = between(scope.ticks[mode], at, next);
      // A task that is left out may have made the stop.
      const entry = b < n && (a === n || at !== next) && !scope.hasOpen ? tasks.stopTicks[task[b]!]! : 0;
      const busyHere = a === n ? 0 : shortest[a]!;
      arcTicks[arc] = busyHere + trip + entry;
      for (const { level, measure, slope } of own) {
        let raw = 0;
        if (measure === "travel") raw = trip;
        else if (measure === "distance") raw = between(scope.metres[mode], at, next);
        else if (measure === "work") raw = trip + entry + (a < n && tasks.kind[task[a]!] !== KIND_BREAK ? busyHere : 0);
        else if (measure === "idle" && shifts.idleFrom[shift]! > -OPEN && !scope.hasOpen) {
          raw = -(atMost(at, next) + entry + (a < n ? longest[a]! : 0));
        } else if (measure === "waiting" && !scope.hasOpen && a < n && b < n && slope > 0) {
          const lastEnd = Math.min(slots.startMax[slot[a]!]! + longest[a]!, slots.endMax[slot[a]!]!);
          raw = Math.max(0, earliest[b]! - entry - atMost(at, next) - lastEnd);
        }
        arcCost[level]![arc]! += slope * raw;
      }
      if (a === n) {
        for (let level = 0; level < problem.levelCount; level++) arcCost[level]![arc]! -= unused[level]!;
        for (const { level, measure, slope } of own) {
          if (measure === "usedShift") arcCost[level]![arc]! += slope;
          if (measure === "optionCost") arcCost[level]![arc]! += slope * shifts.optionCost[option]!;
        }
      }
      if (b < n) for (const p of own) arcCost[p.level]![arc]! += fixedCost(problem, p, task[b]!, slot[b]!, worker, shift);
    }
  }
  return {
    shift,
    option,
    nodeCount: n,
    task: Int32Array.from(task),
    earliest,
    latest,
    ticks: shortest,
    ...loadOf(problem, scope, shift, task),
    begin: earliestBegin(problem, shift),
    end: Math.min(
      end,
      shifts.beginMax[shift]! >= OPEN || shifts.maxSpan[shift]! >= OPEN ? OPEN : shifts.beginMax[shift]! + shifts.maxSpan[shift]!,
    ),
    arcTicks,
    home: homeOf(arcTicks, n),
    closed: null,
    arcCost,
    soft: task.map((t, i) => softOf(problem, own, t, slot[i]!, worker, shortest[i]!, longest[i]!, slots.startMax[slot[i]!]!)),
    endSoft: own.flatMap((p) => endSoft(problem, p, shift, scope)),
  };
}

/** The compiled one leaves out open begins that only planning has no use for. */
function earliestBegin({ demand, shifts }: Problem, shift: number): number {
  if (demand.shifts[shift]!.begins[0] !== null || shifts.frozenOption[shift] !== NONE) return shifts.beginMin[shift]!;
  return demand.now === undefined ? -OPEN >> 1 : Math.min(demand.now, shifts.beginMax[shift]!);
}

/** See {@link Network.home}. O(nodes²). */
export function homeOf(arcTicks: Int32Array, n: number): Int32Array {
  const width = n + 1;
  const home = Int32Array.from({ length: n }, (_, i) => arcTicks[i * width + n]!);
  const left = new Set(home.keys());
  while (left.size > 0) {
    let nearest = -1;
    for (const i of left) if (nearest < 0 || home[i]! < home[nearest]!) nearest = i;
    left.delete(nearest);
    for (const i of left) home[i] = Math.min(home[i]!, arcTicks[i * width + nearest]! + home[nearest]!);
  }
  return home;
}

/** What serving a task in a slot costs whenever that is. */
function fixedCost(problem: Problem, { measure, slope, accepts }: Price, t: number, s: number, worker: number, shift: number): number {
  const { tasks, slots, clients, shifts } = problem;
  if (accepts !== null && accepts[t] === 0) return 0;
  const client = tasks.client[t]!;
  switch (measure) {
    case "slotCost":
      return slope * slots.cost[s]!;
    case "whoCost": {
      const row = tasks.whoCostRow[t]!;
      return row === NONE ? 0 : slope * problem.tasks.whoCost[row * problem.workerCount + worker]!;
    }
    case "overLevel":
      return tasks.overLevel.length === 0 ? 0 : slope * tasks.overLevel[t * problem.workerCount + worker]!;
    case "reassigned":
      return tasks.baselineWorker[t] === NONE || tasks.baselineWorker[t] === worker ? 0 : slope;
    case "teamCrossing": {
      const team = client === NONE ? NONE : clients.team[client]!;
      return team === NONE || shifts.team[shift] === NONE || team === shifts.team[shift] ? 0 : slope;
    }
    case "contactShare": {
      const contact = client === NONE || tasks.kind[t] !== KIND_CARE ? NONE : clients.contact[client]!;
      return contact === NONE || contact === worker ? 0 : slope;
    }
    default:
      return 0;
  }
}

/** [level] what the shift costs unused; nothing where tasks that go into no network may use it. */
export function unusedIdle({ shifts, levelCount }: Problem, { hasOpen }: Scope, prices: readonly Price[], shift: number): Float64Array {
  const cost = new Float64Array(levelCount);
  if (hasOpen || shifts.idleIfUnused[shift] === 0 || shifts.paidTo[shift]! >= OPEN || shifts.idleFrom[shift]! <= -OPEN) return cost;
  const mode = shifts.optionMode[shifts.optionFrom[shift]!]!;
  for (const { level, measure, slope, modes } of prices) {
    if (measure === "idle" && (modes === null || modes[mode] === 1))
      cost[level]! += slope * (shifts.paidTo[shift]! - shifts.idleFrom[shift]!);
  }
  return cost;
}

/** Costs of when the round ends. */
function endSoft({ shifts }: Problem, { level, measure, slope }: Price, shift: number, scope: Scope): Soft[] {
  const paidTo = shifts.paidTo[shift]!;
  if (measure === "overtime" && paidTo < OPEN) return [{ level, at: (end) => slope * Math.max(0, end - paidTo) }];
  const idleFrom = shifts.idleFrom[shift]!;
  if (measure !== "idle" || idleFrom <= -OPEN || scope.hasOpen) return [];
  const until = paidTo < OPEN ? paidTo : -OPEN;
  return [{ level, at: (end) => slope * (Math.max(end, until) - idleFrom) }];
}

/** One kind of load: the one that fills shifts most, where all tasks together are more than they can take. */
function loadOf({ tasks, shifts }: Problem, { row }: Scope, shift: number, task: readonly number[]): Pick<Network, "load" | "capacity"> {
  const { loadCount } = tasks;
  let tightest = NONE;
  let most = 1;
  for (let d = 0; d < loadCount; d++) {
    // A task that is left out may unload on the way.
    if (row.some((r, t) => r === NONE && tasks.load[t * loadCount + d]! < 0)) continue;
    const sum = [...new Set(task)].reduce((total, t) => total + Math.max(0, tasks.load[t * loadCount + d]!), 0);
    const fill = sum / Math.max(1e-9, shifts.capacity[shift * loadCount + d]!);
    if (fill > most) [tightest, most] = [d, fill];
  }
  if (tightest === NONE) return { load: new Float64Array(task.length), capacity: 0 };
  return {
    load: Float64Array.from(task, (t) => tasks.load[t * loadCount + tightest]!),
    // Loads that are not whole may differ in their last bits by the order in which they are summed.
    capacity: shifts.capacity[shift * loadCount + tightest]! * (1 + 1e-9),
  };
}
