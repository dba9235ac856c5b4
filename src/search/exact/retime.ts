/**
 * Exact times for rounds of the state: finds them with a {@link Timetable} and writes them as decisions, so that timing and
 * settling arrive at just these times. Every schedule is the earliest one for some choice of holds.
 */
import { NONE, OPEN } from "../../problem/problem.ts";
import { GAP, CLOCK_DAYS } from "../../problem/relations.ts";
import { compareLevels } from "../acceptance.ts";
import type { Pieces } from "../pieces.ts";
import type { State } from "../state.ts";
import type { Tools } from "../tools.ts";
import type { Timetable } from "./timetable.ts";
import { leavesAt } from "../travel.ts";
import { ticksBefore, ticksHome } from "./rounds.ts";

/** Tasks of coupled rounds that are timed together at most; the rounds beyond stay where they are. */
const MOST_TASKS = 400;

/** The used rounds that gaps tie, directly or through others, to `rounds`, which grows as long as it holds at most `mostTasks` tasks. */
export function gatherCoupled(st: State, rounds: Set<number>, mostTasks: number = MOST_TASKS): void {
  const { relations } = st.p;
  let tasks = 0;
  for (const r of rounds) tasks += st.size[r]!;
  for (const r of rounds) {
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
      for (let k = relations.ofTaskFrom[v]!; k < relations.ofTaskFrom[v + 1]!; k++) {
        const relation = relations.ofTask[k]!;
        if (relations.kind[relation] !== GAP || relations.clock[relation] === CLOCK_DAYS) continue;
        for (let i = relations.memberFrom[relation]!; i < relations.memberFrom[relation + 1]!; i++) {
          const shift = st.shiftOf[relations.members[i]!]!;
          if (shift === NONE || rounds.has(shift)) continue;
          tasks += st.size[shift]!;
          if (tasks > mostTasks) return;
          rounds.add(shift);
        }
      }
    }
  }
}

/** Gives the rounds the best times there are, as a change of the draft. False: nothing to change, or it could not be written. */
export function retimeRounds(tools: Tools, rounds: Iterable<number>): boolean {
  return tools.timetable.solve(rounds) && writeTimes(tools, tools.timetable);
}

/** Writes the times found. Tries with as few holds as do; false: they cannot be timed. */
export function writeTimes(tools: Tools, timetable: Timetable): boolean {
  const { draft } = tools;
  const writer = new Writer(tools, timetable);
  writer.setDurations();
  for (let firmness = 0; firmness <= 3; firmness++) {
    writer.write(firmness);
    if (!draft.settleTimes()) return false;
    draft.price();
    if (writer.arrived()) return true;
  }
  return true;
}

class Writer {
  private readonly tools: Tools;
  private readonly timetable: Timetable;
  private readonly st: State;

  constructor(tools: Tools, timetable: Timetable) {
    this.tools = tools;
    this.timetable = timetable;
    this.st = tools.objective.st;
  }

  setDurations(): void {
    const { st, tools } = this;
    this.eachTask((v) => {
      const duration = this.startOf(v, true) - this.startOf(v, false);
      if (duration !== st.duration[v]) tools.draft.change(v, st.slotOf[v]!, duration, st.side[v]!);
    });
  }

  /**
   * `firmness` 0: no task is held, and waiting is pushed as always; 1: tasks that wait are held; 2: and nothing is pushed; 3: all
   * are held. Rounds that are right stay as they are.
   */
  write(firmness: number): void {
    const { st, timetable, tools } = this;
    const { timing } = tools.objective;
    for (const r of timetable.rounds) {
      if (this.isRight(r)) continue;
      const home = st.taskCount + r;
      for (let v = st.next[home]!; v !== home; v = st.next[v]!) {
        const start = this.startOf(v, false);
        st.put(st.HOLD + v, firmness === 3 || (firmness > 0 && start > this.soonest(r, v)) ? start : -OPEN);
        // Else two that hold each other back would stay where they are.
        st.put(st.ARRIVAL + v, -OPEN);
        timing.queueNode(v);
      }
      st.put(st.EAGER + r, firmness < 2 ? 0 : 1);
      this.writeSpan(r);
      timing.touched.add(r);
    }
  }

  arrived(): boolean {
    return this.timetable.rounds.every((r) => this.isRight(r));
  }

  /** Lead and extra that give the begin and end found, given the starts found. */
  private writeSpan(r: number): void {
    const { st, timetable } = this;
    const { moments } = timetable;
    const { shifts } = st.p;
    if (!st.needs.spans) return;
    const home = st.taskCount + r;
    const [first, last] = [st.next[home]!, st.prev[home]!];
    const latest = Math.min(shifts.beginMax[r]!, this.startOf(first, false) - ticksBefore(st, r, first));
    const soonest = Math.max(shifts.endMin[r]!, leavesAt(st.p, last, home, this.startOf(last, true)) + ticksHome(st, r));
    st.put(st.LEAD + r, Math.max(0, latest - moments.now(moments.beginOf(r))));
    st.put(st.EXTRA + r, Math.max(0, moments.now(moments.finishOf(r)) - soonest));
  }

  /** Earliest start of `v` by its own round and slot, at the times found. */
  private soonest(r: number, v: number): number {
    const { st } = this;
    const { slots, shifts } = st.p;
    const before = st.prev[v]!;
    const leave = leavesAt(st.p, before, v, before >= st.taskCount ? shifts.beginMin[r]! : this.startOf(before, true));
    return Math.max(leave + ticksBefore(st, r, v), slots.startMin[st.slotOf[v]!]!, slots.endMin[st.slotOf[v]!]! - st.duration[v]!);
  }

  private isRight(r: number): boolean {
    const { st, timetable } = this;
    const { moments } = timetable;
    if (st.needs.spans && (st.begin[r] !== moments.now(moments.beginOf(r)) || st.end[r] !== moments.now(moments.finishOf(r)))) return false;
    const home = st.taskCount + r;
    for (let v = st.next[home]!; v !== home; v = st.next[v]!) if (st.when[v] !== this.startOf(v, false)) return false;
    return true;
  }

  /** Start, or end, found. */
  private startOf(task: number, end: boolean): number {
    const { moments } = this.timetable;
    return moments.now(end ? moments.endOf(task) : moments.startOf(task));
  }

  private eachTask(look: (task: number) => void): void {
    const { st } = this;
    for (const r of this.timetable.rounds) {
      const home = st.taskCount + r;
      for (let v = st.next[home]!; v !== home; v = st.next[v]!) look(v);
    }
  }
}

/** Ways to look at what is not convex: see `Moments.beyondCorners` and `Prices.blend`. */
const VIEWS = [
  { beyondCorners: false, blend: Number.NaN },
  { beyondCorners: true, blend: 1 },
  { beyondCorners: false, blend: 0 },
  { beyondCorners: true, blend: 0.5 },
] as const;
const MOST_TRIES = 20;

/** With at most so many served tasks all rounds are looked at together as well, for what couples them beside gaps. */
const TOGETHER = 1000;

/**
 * Gives every round the best times there are, coupled ones together, until no set of rounds gets better; keeps only what is
 * better on the levels. True: something was. The state must be priced and nothing pending, as it is between two pieces.
 */
export function* retimeAll(tools: Tools): Pieces<boolean> {
  const { st } = tools.objective;
  const sets: Set<number>[] = [];
  const seen = new Set<number>();
  for (let r = 0; r < st.p.shiftCount; r++) {
    if (st.size[r] === 0 || seen.has(r)) continue;
    const rounds = new Set([r]);
    gatherCoupled(st, rounds);
    for (const s of rounds) seen.add(s);
    sets.push(rounds);
  }
  const used = [...seen];
  const tasks = used.reduce((sum, r) => sum + st.size[r]!, 0);
  if (sets.length > 1 && tasks <= TOGETHER) sets.push(new Set(used));
  let better = false;
  for (const rounds of sets) {
    let since = 0;
    for (let k = 0; k < MOST_TRIES && since < VIEWS.length; k++) {
      yield;
      since++;
      tools.timetable.accounts.turn = k;
      if (!retimeBetter(tools, rounds, VIEWS[k % VIEWS.length]!)) continue;
      since = 0;
      better = true;
    }
  }
  return better;
}

function retimeBetter(tools: Tools, rounds: Set<number>, view: (typeof VIEWS)[number]): boolean {
  const { draft, objective, timetable } = tools;
  const before = objective.levels.slice();
  timetable.moments.beyondCorners = view.beyondCorners;
  timetable.prices.blend = view.blend;
  if (retimeRounds(tools, rounds) && compareLevels(draft.price(), before) < 0) {
    tools.keep();
    return true;
  }
  tools.undo();
  return false;
}
