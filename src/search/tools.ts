/** What every move works with. */
import { flatten, type Lists } from "../problem/lists.ts";
import { CONDITIONAL, NONE, PLACE_OPEN, type Problem } from "../problem/problem.ts";
import { Random } from "../random.ts";
import { Draft, isElastic } from "./draft.ts";
import { Timetable } from "./exact/timetable.ts";
import { type Guide, guideOf } from "./guide.ts";
import { Insertion } from "./insertion.ts";
import type { Neighbours } from "./neighbours.ts";
import { Objective } from "./objective.ts";
import { Recreate } from "./recreate.ts";
import type { Region } from "./region.ts";
import { Ruin } from "./ruin.ts";
import { type Scarcity, scarcityOf } from "./scarcity.ts";
import { Screen } from "./screen.ts";

/** Share of unserved tasks drawn that are conditional, where there are others; and how many of them are tried beside others. */
const CONDITIONAL_SHARE = 0.1;
const MORE_CONDITIONAL = 2;
/** Share of moves that draw anew how shifts that are not used would travel, and how many shifts they look at. */
const REDRAWN = 0.2;
const MOST_REDRAWN = 4;
/** Draws of a shift until one is in the region. */
const MORE_DRAWS = 4;

export class Tools {
  readonly p: Problem;
  readonly random: Random;
  readonly objective: Objective;
  readonly draft: Draft;
  readonly insertion: Insertion;
  readonly ruin: Ruin;
  readonly recreate: Recreate;
  readonly neighbours: Neighbours;
  readonly screen: Screen;
  /** Unserved tasks, conditional ones apart; in no order that matters. `unservedAt[task]` is the place in its list or NONE. */
  readonly unserved: number[] = [];
  readonly unservedConditional: number[] = [];
  private readonly unservedAt: Int32Array;
  /** Tasks that are not frozen and in the region; of these the ones with several slots, durations and places. */
  movable: Int32Array;
  slotted: Int32Array;
  elastic: Int32Array;
  open: Int32Array;
  /** Shifts of the region that may travel in several ways. */
  optional: Int32Array;
  /** Tasks at clients, in rows; of these the movable ones whose client has several. */
  readonly clientTasks: Lists;
  recurring: Int32Array;
  /** Prices by which places are compared. */
  readonly guide: Guide;
  /** Tasks that another one is tied to in time. */
  paired: Int32Array;
  /** Tasks to put back in a move. */
  readonly pending: Int32Array;
  /** All that moves may change; null: the whole problem. */
  region: Region | null = null;
  private madeScarcity: Scarcity | null = null;
  private madeTimetable: Timetable | null = null;

  constructor(p: Problem, neighbours: Neighbours, seed: number) {
    this.p = p;
    this.neighbours = neighbours;
    this.random = new Random(seed);
    this.objective = new Objective(p);
    this.draft = new Draft(this.objective);
    this.guide = guideOf(p);
    this.insertion = new Insertion(this.objective, this.guide, neighbours, this.random);
    this.ruin = new Ruin(this.objective.st, neighbours, this.random);
    this.recreate = new Recreate(this.draft, this.insertion, this.random);
    this.screen = new Screen(p, this.objective.ledgers);
    this.unservedAt = new Int32Array(p.taskCount).fill(NONE);
    this.pending = new Int32Array(p.taskCount);
    const { tasks } = p;
    const ofClient: number[][] = Array.from({ length: p.clientCount }, () => []);
    for (let t = 0; t < p.taskCount; t++) if (tasks.client[t]! !== NONE) ofClient[tasks.client[t]!]!.push(t);
    this.clientTasks = flatten(ofClient);
    this.movable = this.slotted = this.elastic = this.paired = this.open = this.recurring = this.optional = new Int32Array(0);
    this.confine(null);
  }

  /** From now on moves draw only from what `region` holds, null: from the whole problem; whether they stay there, ask the region. O(tasks). */
  confine(region: Region | null): void {
    const { p, clientTasks } = this;
    const { tasks } = p;
    this.region = region;
    this.insertion.open = region?.shifts ?? null;
    this.ruin.open = region?.tasks ?? null;
    this.movable = Int32Array.from({ length: p.taskCount }, (_, t) => t).filter((t) => tasks.frozen[t] === 0 && region?.tasks[t] !== 0);
    this.slotted = this.movable.filter((t) => tasks.slotFrom[t + 1]! - tasks.slotFrom[t]! > 1);
    this.elastic = this.movable.filter((t) => isElastic(p, t));
    this.paired = this.movable.filter((t) => this.recreate.partner(t) !== NONE);
    this.open = this.movable.filter((t) => tasks.place[t] === PLACE_OPEN);
    const { optionFrom, frozenOption } = p.shifts;
    this.optional = Int32Array.from({ length: p.shiftCount }, (_, r) => r).filter(
      (r) => optionFrom[r + 1]! - optionFrom[r]! > 1 && frozenOption[r] === NONE && region?.shifts[r] !== 0,
    );
    const { from } = clientTasks;
    this.recurring = this.movable.filter((t) => tasks.client[t]! !== NONE && from[tasks.client[t]! + 1]! - from[tasks.client[t]!]! > 1);
    this.unserved.length = this.unservedConditional.length = 0;
    this.unservedAt.fill(NONE);
    this.listUnserved();
  }

  /** Who is scarce; found out where it is first asked for. */
  get scarcity(): Scarcity {
    this.madeScarcity ??= scarcityOf(this.p);
    return this.madeScarcity;
  }

  /** Exact times for rounds; made where they are first asked for, since not every lane does. */
  get timetable(): Timetable {
    this.madeTimetable ??= new Timetable(this.objective);
    return this.madeTimetable;
  }

  /** Brings both lists of unserved tasks up to date with the state. */
  listUnserved(): void {
    for (let t = 0; t < this.p.taskCount; t++) if (this.region === null || this.region.tasks[t] === 1) this.noteServed(t);
  }

  /** Keeps the draft, and notes in the lists of unserved tasks what it changes. */
  keep(): void {
    const { moved } = this.draft;
    for (let k = 0; k < moved.count; k++) this.noteServed(moved.list[k]!);
    this.draft.keep();
  }

  /** Undoes the draft and reads the levels as they were, where the next step asks for them. */
  undo(): void {
    this.draft.undo();
    this.objective.sumLevels();
  }

  /** A random task that is served and may be moved, or NONE after a few tries. */
  servedTask(): number {
    return this.servedOf(this.movable);
  }

  /** The same among `tasks`. */
  servedOf(tasks: Int32Array): number {
    const { st } = this.objective;
    for (let k = 0; k < 8 && tasks.length > 0; k++) {
      const task = tasks[this.random.below(tasks.length)]!;
      if (st.shiftOf[task]! !== NONE) return task;
    }
    return NONE;
  }

  /** A random unserved task, or NONE. Most conditional ones belong to shifts that are not used, and are drawn rarely. */
  unservedTask(): number {
    const { unserved, unservedConditional, random } = this;
    if (unserved.length + unservedConditional.length === 0) return NONE;
    const isConditional = unserved.length === 0 || (unservedConditional.length > 0 && random.chance(CONDITIONAL_SHARE));
    const list = isConditional ? unservedConditional : unserved;
    return list[random.below(list.length)]!;
  }

  /** A random shift that may serve `task`, or NONE. */
  shiftFor(task: number): number {
    const from = this.p.tasks.shiftFrom[task]!;
    const count = this.p.tasks.shiftFrom[task + 1]! - from;
    if (count === 0) return NONE;
    let shift = this.p.tasks.shiftList[from + this.random.below(count)]!;
    for (let k = 0; k < MORE_DRAWS && this.region?.shifts[shift] === 0; k++) shift = this.p.tasks.shiftList[from + this.random.below(count)]!;
    return shift;
  }

  /** Draws by chance how some shifts that are not used would travel: a task may be put into them as they stand only. */
  drawOptions(): void {
    const { optional, random, p, objective, draft } = this;
    if (optional.length === 0 || !random.chance(REDRAWN)) return;
    for (let k = 0; k < MOST_REDRAWN; k++) {
      const r = optional[random.below(optional.length)]!;
      const from = p.shifts.optionFrom[r]!;
      if (objective.st.size[r] === 0) draft.setOption(r, from + random.below(p.shifts.optionFrom[r + 1]! - from));
    }
  }

  /** Takes out a served task, by chance `withPartners` with those tied to it: see `takeChosen`. */
  takeOut(task: number, withPartners: number): number {
    this.ruin.choose(task);
    return this.takeChosen(withPartners);
  }

  /**
   * Takes out what the ruin chose, by chance `withPartners` with the tasks tied to it, and lists it in `pending`, with up to
   * `extra` unserved tasks, and a few conditional ones. Returns how many there are; NONE: what is left cannot be timed. The ruin is empty afterwards.
   */
  takeChosen(withPartners: number, extra = 0): number {
    const { ruin, draft, random, pending } = this;
    if (withPartners > 0 && random.chance(withPartners)) ruin.partners();
    let count = 0;
    for (let k = 0; k < ruin.count; k++) {
      draft.take(ruin.out[k]!);
      pending[count++] = ruin.out[k]!;
    }
    ruin.clear();
    this.drawOptions();
    if (!draft.settleTimes()) return NONE;
    count = this.append(this.unserved, extra, count);
    return this.append(this.unservedConditional, Math.min(extra, MORE_CONDITIONAL), count);
  }

  /** Lists up to `most` tasks of `list` in `pending`, from `count` on. Returns the place after the last. */
  private append(list: readonly number[], most: number, count: number): number {
    if (list.length === 0 || most === 0) return count;
    const first = this.random.below(list.length);
    const end = count + Math.min(most, list.length);
    for (let k = count; k < end; k++) this.pending[k] = list[(first + k - count) % list.length]!;
    return end;
  }

  private noteServed(task: number): void {
    const { st } = this.objective;
    const list = this.p.tasks.required[task] === CONDITIONAL ? this.unservedConditional : this.unserved;
    const at = this.unservedAt[task]!;
    const isUnserved = st.shiftOf[task]! === NONE;
    if (isUnserved && at === NONE) {
      this.unservedAt[task] = list.length;
      list.push(task);
    } else if (!isUnserved && at !== NONE) {
      const last = list.pop()!;
      if (last !== task) {
        list[at] = last;
        this.unservedAt[last] = at;
      }
      this.unservedAt[task] = NONE;
    }
  }
}

/** One kind of move: changes the draft and says whether there is anything to price. */
export interface Move {
  readonly name: string;
  /** False: this move can never help here. */
  supports(p: Problem): boolean;
  /** False: nothing was tried, or it could not be timed; the caller undoes. */
  try(tools: Tools): boolean;
}
