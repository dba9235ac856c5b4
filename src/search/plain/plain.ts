/**
 * Problems in which rounds have nothing to do with each other but that they share the tasks: one hard window, one place and one duration for
 * each task, and nothing priced but travel and what is left out. For these a leaner lane than the general one is enough: see `plainLane.ts`.
 */
import { NOT_REQUIRED, OPEN, type Problem, REQUIRED } from "../../problem/problem.ts";
import { ticksOf } from "../../problem/trips.ts";

/** Tasks up to which travel between all of them is laid out as a matrix here. */
const MOST_TASKS = 4000;
/** Ticks that fit 16 bits, which keeps twice as much of the matrix at hand. */
const SMALL = 65_535;

/** Beyond so many tasks more neighbours are looked at, and those of short rounds are not bred all at a time. */
export const MANY = 500;

/** Ticks of travel that nothing is worth but that a required task is served; whole sums of it and travel are exact. */
export const REQUIRED_PRICE = 2 ** 32;

/** What a plain lane reads. Points: the tasks, then the places where shifts begin or end. */
export interface Plain {
  readonly taskCount: number;
  readonly shiftCount: number;
  /** [task] in ticks; the window is one of starts. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly service: Int32Array;
  /** [task], [shift]; one dimension, all 0 where there is none. */
  readonly load: Float64Array;
  readonly capacity: Float64Array;
  /** [task] cost of leaving it out, in ticks of travel; {@link REQUIRED_PRICE} where it is required. */
  readonly price: Float64Array;
  /** [shift] in ticks, and the points where it begins and ends. */
  readonly begin: Int32Array;
  readonly end: Int32Array;
  readonly fromPoint: Int32Array;
  readonly toPoint: Int32Array;
  /** [shift] where the matrix of its mode begins in `to` and `from`. */
  readonly base: Int32Array;
  /** [shift] shifts that nothing tells apart share a number. */
  readonly kind: Int32Array;
  readonly pointCount: number;
  /** [base + a * pointCount + b] ticks from a to b; and from b to a. The same array where all ways are as long as their return. */
  readonly to: Int32Array | Uint16Array;
  readonly from: Int32Array | Uint16Array;
  /** Bit `shift` of row `task`: may it serve the task? null: all may serve all. */
  readonly eligible: Int32Array | null;
  readonly words: number;
  /** Level on which everything is priced, and the cost of a tick of travel on it. */
  readonly level: number;
  readonly slope: number;
}

/** The problem as plain columns; null where it is not plain. */
export function plainOf(p: Problem): Plain | null {
  const prices = pricesOf(p);
  if (prices === null || !hasPlainTasks(p) || !hasPlainShifts(p)) return null;
  const { tasks, slots, shifts } = p;
  const { taskCount, shiftCount } = p;
  const slot = Int32Array.from({ length: taskCount }, (_, t) => tasks.slotFrom[t]!);
  const pick = (column: Int32Array): Int32Array => slot.map((s) => column[s]!);
  const service = tasks.durationMin.slice(0, taskCount);
  const latest = pick(slots.startMax).map((start, t) => Math.min(start, slots.endMax[slot[t]!]! - service[t]!));
  const options = Int32Array.from({ length: shiftCount }, (_, r) => shifts.optionFrom[r]!);
  const { fromPoint, toPoint, places } = pointsOf(p, options);
  const pointCount = places.length;
  return {
    taskCount,
    shiftCount,
    earliest: pick(slots.startMin),
    latest,
    service,
    load: tasks.loadCount === 0 ? new Float64Array(taskCount) : tasks.load,
    capacity: tasks.loadCount === 0 ? new Float64Array(shiftCount) : shifts.capacity,
    begin: shifts.beginMin,
    end: shifts.endMax,
    fromPoint,
    toPoint,
    base: options.map((option) => shifts.optionMode[option]! * pointCount * pointCount),
    kind: shifts.lookalike,
    pointCount,
    ...waysBetween(p, places),
    ...eligibility(p, slot),
    ...prices,
  };
}

/** Levels and slopes where travel is a line, all else that is priced is leaving tasks out, and both are on one level. */
function pricesOf(p: Problem): Pick<Plain, "level" | "slope" | "price"> | null {
  const travel = p.terms.filter(({ measure }) => measure === "travel");
  const unserved = p.terms.filter(({ measure }) => measure === "unserved");
  const [first] = travel;
  if (first === undefined || first.level === 0 || travel.length + unserved.length < p.terms.length) return null;
  const isLine = (term: (typeof p.terms)[number]): boolean =>
    term.level === first.level && term.reduce === "sum" && term.slope > 0 && term.modes === null && term.accepts === null;
  if (!travel.every(isLine) || !unserved.every(isLine)) return null;
  const slope = travel.reduce((sum, term) => sum + term.slope, 0);
  const perUnserved = unserved.reduce((sum, term) => sum + term.slope, 0) / slope;
  const { required, unservedCost } = p.tasks;
  const price = Float64Array.from({ length: p.taskCount }, (_, t) =>
    required[t] === REQUIRED ? REQUIRED_PRICE : unservedCost[t]! * perUnserved,
  );
  return { level: first.level, slope, price };
}

function hasPlainTasks(p: Problem): boolean {
  const { tasks, slots } = p;
  if (p.taskCount < 2 || p.taskCount > MOST_TASKS || p.relations.count > 0 || p.budgets.count > 0 || tasks.loadCount > 1) return false;
  for (let t = 0; t < p.taskCount; t++) {
    const s = tasks.slotFrom[t]!;
    const isPlain =
      tasks.slotFrom[t + 1]! === s + 1 &&
      tasks.place[t]! >= 0 &&
      tasks.stopTicks[t] === 0 &&
      tasks.durationMin[t] === tasks.durationMax[t] &&
      (tasks.required[t] === REQUIRED || tasks.required[t] === NOT_REQUIRED) &&
      tasks.pinned[t] === 0 &&
      tasks.frozen[t] === 0 &&
      (tasks.loadCount === 0 || tasks.load[t]! >= 0) &&
      slots.endMin[s]! <= slots.startMin[s]! + tasks.durationMin[t]! &&
      slots.skillsByDay[s] !== 1;
    if (!isPlain) return false;
  }
  return true;
}

function hasPlainShifts(p: Problem): boolean {
  const { shifts, workers } = p;
  if (p.freeze.now > -OPEN || workers.anyPace || workers.restAtLeast.length > 0 || p.travel.profiles.some((profile) => profile !== null)) return false;
  if (p.pools.count.length > 0 || workers.busyUntil.some((until) => until > -OPEN)) return false;
  for (let w = 0; w < p.workerCount; w++) if (workers.shiftFrom[w + 1]! > workers.shiftFrom[w]! + 1) return false;
  for (let r = 0; r < p.shiftCount; r++) {
    const option = shifts.optionFrom[r]!;
    const isPlain =
      shifts.optionFrom[r + 1]! === option + 1 &&
      shifts.optionFromPlace[option]! >= 0 &&
      shifts.optionToPlace[option]! >= 0 &&
      shifts.endMax[r]! < OPEN &&
      shifts.fixedDeparture[r] === 0 &&
      shifts.endMin[r]! <= shifts.beginMin[r]! &&
      shifts.maxSpan[r]! >= shifts.endMax[r]! - shifts.beginMin[r]! &&
      shifts.maxStretch[r]! >= shifts.endMax[r]! - shifts.beginMin[r]! &&
      shifts.beginMin[r]! <= shifts.beginMax[r]!;
    if (!isPlain) return false;
  }
  return p.shiftCount > 0;
}

/** Rows of the points: task t is point t; the places of shifts follow, each once. */
function pointsOf(p: Problem, options: Int32Array): { readonly fromPoint: Int32Array; readonly toPoint: Int32Array; readonly places: readonly number[] } {
  const places = Array.from(p.tasks.place.subarray(0, p.taskCount));
  const rows = new Map<number, number>();
  const rowOf = (place: number): number => {
    const known = rows.get(place);
    if (known !== undefined) return known;
    rows.set(place, places.length);
    return places.push(place) - 1;
  };
  const fromPoint = options.map((option) => rowOf(p.shifts.optionFromPlace[option]!));
  const toPoint = options.map((option) => rowOf(p.shifts.optionToPlace[option]!));
  return { fromPoint, toPoint, places };
}

function waysBetween(p: Problem, places: readonly number[]): Pick<Plain, "to" | "from"> {
  const { longest, modeCount } = p.travel;
  const count = places.length;
  const array = (): Int32Array | Uint16Array => (longest <= SMALL ? new Uint16Array(modeCount * count * count) : new Int32Array(modeCount * count * count));
  const [to, from] = [array(), array()];
  let isSymmetric = true;
  for (let mode = 0, k = 0; mode < modeCount; mode++) {
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++, k++) {
        if (places[a] === places[b]) continue;
        to[k] = ticksOf(p.travel, mode, places[a]!, places[b]!);
        from[k] = ticksOf(p.travel, mode, places[b]!, places[a]!);
        if (to[k] !== from[k]) isSymmetric = false;
      }
    }
  }
  return { to, from: isSymmetric ? to : from };
}

function eligibility(p: Problem, slot: Int32Array): Pick<Plain, "eligible" | "words"> {
  const { words, eligible } = p.slots;
  let all = true;
  const rows = new Int32Array(p.taskCount * words);
  for (let t = 0; t < p.taskCount; t++) {
    if (p.tasks.shiftFrom[t + 1]! - p.tasks.shiftFrom[t]! < p.shiftCount) all = false;
    rows.set(eligible.subarray(slot[t]! * words, (slot[t]! + 1) * words), t * words);
  }
  return { eligible: all ? null : rows, words };
}

/** May shift `r` serve `task`? */
export const mayServe = (p: Plain, task: number, r: number): boolean =>
  p.eligible === null || (p.eligible[task * p.words + (r >> 5)]! & (1 << (r & 31))) !== 0;

