/**
 * Whom to call, one call after the other: each proposal holds if those before it were accepted, since it counts the hours of everybody
 * called already, their rest, and the minutes that frames have left.
 */
import type { Task, Worker } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id, Tick } from "../../units.ts";
import type { View } from "../view.ts";
import { type Booking, bookingFor, type Duties, hourlyFirst, isOff, mayAdd, startsOf } from "./callIn.ts";
import { Couplings } from "./couplings.ts";
import { FrameRoom } from "./frameRoom.ts";
import { type Lacking, lackingVisits, type Vacant, vacantShifts } from "./lacking.ts";
import { namesOf } from "./item.ts";
import { hoursOfShift, type Work } from "./rest.ts";
import { UNSOLVED_WORDS } from "./words.ts";

export interface Proposal {
  /** Those to call, as many as lack. */
  readonly staff: readonly Id[];
  /** Do all of them come in that day already, for visits before this one? */
  readonly areComing: boolean;
  /** And all for a vacant shift, in whose hours the visit lies? */
  readonly areInShift: boolean;
  /** Of a vacant shift: how many of the visits that lack somebody it solves. */
  readonly solves: number;
  /** Who else could come instead of one of them. */
  readonly others: readonly Id[];
}

/** What one person called in does on one day. */
export interface Call extends Work {
  readonly staff: Id;
  readonly day: number;
  readonly visits: number;
  /** Is it a whole vacant shift, in which the visits are done? */
  readonly isShift: boolean;
}

export interface CallPlan {
  /** By the visit's first task. Those whom nobody can be called for are absent. */
  readonly visits: ReadonlyMap<Id, Proposal>;
  /** By vacant shift. */
  readonly shifts: ReadonlyMap<Id, Proposal>;
  /** Visits that a call would solve, had those before not used up the frame. */
  readonly frameSpent: ReadonlySet<Id>;
  /** Visits and vacant shifts for which everybody who could come is called already. */
  readonly allCalled: ReadonlySet<Id>;
  /** What those called do, one by one, in the order of calls. */
  readonly bookings: readonly Booking[];
}

/**
 * Vacant shifts first, since each solves several visits; then visits in the order in which they are told. Called is who comes in that day
 * already, else the hourly first; of these who could do most of the day's visits (of a shift's: in its hours), then those of the team, then as
 * in the Case. O((missing x slots) x (workers + shifts) x duties²).
 */
export function callPlanOf(view: View): CallPlan {
  const board = new Board(view);
  const lacking = lackingVisits(view);
  const [spent, allCalled] = [new Set<Id>(), new Set<Id>()];
  const filled = vacantShifts(view).flatMap((vacant) => {
    const booking = board.fill(vacant, lacking);
    if (booking === undefined && board.isAnybodyOff(vacant)) allCalled.add(vacant.shift.id);
    return booking === undefined ? [] : [{ vacant, ...booking }];
  });
  const visits = new Map<Id, Proposal>();
  for (const { missing } of lacking) {
    const [{ task, reason }] = missing;
    if (reason !== "noRoom" && reason !== "nobodyOnShift") continue;
    const tasks = missing.map((one) => one.task);
    const hasRoom = board.room.has(tasks.map((one) => ({ task: one, begin: 0, end: one.duration.min })));
    const proposal = hasRoom ? board.propose(tasks, lacking) : undefined;
    if (!hasRoom) spent.add(task.id);
    if (proposal !== undefined) visits.set(task.id, proposal);
    else if (hasRoom && board.areAllCalled(tasks)) allCalled.add(task.id);
  }
  const shifts = new Map(filled.map(({ vacant: { shift, hours, day }, staff, others }): [Id, Proposal] => {
    const solves = board.order.filter((one) => one.task !== undefined && one.worker === staff && one.day === day && one.begin >= hours.begin && one.end <= hours.end).length;
    return [shift.id, { staff: [staff], areComing: false, areInShift: false, solves, others }];
  }));
  return { visits, shifts, frameSpent: spent, allCalled, bookings: board.order };
}

/** What each person called in does on each day; by day, then in the order of calls. O(bookings log bookings). */
export function callsOf({ bookings }: CallPlan): Call[] {
  const calls = new Map<string, Call>();
  for (const { worker, day, begin, end, task } of bookings) {
    const key = `${day} ${worker}`;
    const known = calls.get(key) ?? { begin, end, visits: 0, isShift: false };
    calls.set(key, { staff: worker, day, visits: known.visits + (task === undefined ? 0 : 1), isShift: known.isShift || task === undefined, begin: Math.min(known.begin, begin), end: Math.max(known.end, end) });
  }
  return [...calls.values()].sort((a, b) => a.day - b.day);
}

/** "Call Cilla (hourly). Otherwise Dan or Eva." */
export function callText(view: View, { staff, areComing, areInShift, solves, others }: Proposal): string {
  const { visit: words, vacant } = UNSOLVED_WORDS[view.locale];
  const names = namesOf(view, staff, true);
  if (areComing) return areInShift ? vacant.solvedBy(names) : words.isComing(names);
  const call = solves > 0 ? vacant.callIn(names, solves) : words.callIn(names);
  return others.length === 0 ? call : `${call} ${words.otherwise(namesOf(view, others))}`;
}

/** Who was called for what so far. */
class Board {
  readonly room: FrameRoom;
  private readonly couplings: Couplings;
  private readonly shiftsOf = new Map<Id, Work[]>();
  private readonly bookings = new Map<Id, Booking[]>();
  readonly order: Booking[] = [];
  /** Day -> worker -> visits lacking that day which the person could do. */
  private readonly counts = new Map<number, ReadonlyMap<Id, number>>();
  private readonly view: View;

  constructor(view: View) {
    this.view = view;
    this.room = new FrameRoom(view);
    this.couplings = new Couplings(view);
    for (const shift of view.demand.shifts) {
      const hours = hoursOfShift(shift);
      if (hours !== undefined) this.shiftsOf.set(shift.worker, [...(this.shiftsOf.get(shift.worker) ?? []), hours]);
    }
  }

  /** One person for each of the tasks, together where they are one visit by several; undefined: there are too few. */
  propose(tasks: readonly Task[], lacking: readonly Lacking[]): Proposal | undefined {
    const chosen: Booking[] = [];
    let others: readonly Id[] = [];
    for (const task of tasks) {
      const able = this.ableFor(task, chosen);
      const [best, ...rest] = this.ranked(able, task, lacking);
      if (best === undefined) return undefined;
      chosen.push(best);
      others = rest.map(({ worker }) => worker);
    }
    if (!this.room.has(chosen)) return undefined;
    const areComing = chosen.every(({ worker, day }) => this.isComing(worker, day));
    const areInShift = chosen.every(({ worker, day }) => this.bookings.get(worker)?.some((one) => one.day === day && one.task === undefined) === true);
    this.book(chosen);
    this.room.take(chosen);
    return { staff: chosen.map(({ worker }) => worker), areComing, areInShift, solves: 0, others };
  }

  /** Are there enough who could come, but too few who are not called for something else? */
  areAllCalled(tasks: readonly Task[]): boolean {
    const { demand } = this.view;
    const off = demand.workers.filter((worker) => tasks.some((task) => bookingFor(demand, worker, task, { ...this.duties(worker), bookings: [] }, startsOf(demand, task)) !== undefined));
    return off.length >= tasks.length && off.filter(({ id }) => !this.bookings.has(id)).length < tasks.length;
  }

  /** Everybody who could come: for as short as will do, or where that does not, as with two who leave together, for as long. */
  private ableFor(task: Task, chosen: readonly Booking[]): Booking[] {
    const able = this.ableAs("min", task, chosen);
    return able.length > 0 || task.duration.max === task.duration.min ? able : this.ableAs("max", task, chosen);
  }

  /** Each at the first start that what the visit is coupled to allows. */
  private ableAs(bound: "min" | "max", task: Task, chosen: readonly Booking[]): Booking[] {
    const { demand } = this.view;
    const booked = [...this.order, ...chosen];
    const at = this.startBeside(task, chosen);
    const open = at === undefined ? startsOf(demand, task) : task.slots.some(({ start: [from, to] }) => at >= (from ?? at) && at <= (to ?? at)) ? [at] : [];
    const anybody = demand.workers[0]?.id ?? "";
    const starts = open.filter((begin) => this.couplings.allowTime({ worker: anybody, day: 0, task, begin, end: begin + task.duration[bound] }, booked));
    return this.able((worker) => {
      const booking = chosen.some((one) => one.worker === worker.id) ? undefined : bookingFor(demand, worker, task, this.duties(worker), starts, bound);
      return booking !== undefined && this.couplings.allowWorker(booking, booked) && this.couplings.allowTime(booking, booked) ? booking : undefined;
    });
  }

  /** Who is to work a vacant shift, and who else could. */
  fill({ shift, hours, day }: Vacant, lacking: readonly Lacking[]): { readonly staff: Id; readonly others: readonly Id[] } | undefined {
    const { demand, town } = this.view;
    const able = this.able((worker) => this.wholeShift({ hours, day }, worker, this.duties(worker)));
    const hourly = new Set(town.staff.filter(({ employment }) => employment === "hourly").map(({ id }) => id));
    const tasks = lacking.flatMap(({ missing }) => missing.map(({ task }) => task));
    const solved = (booking: Booking): number => {
      const worker = this.view.look.workers.get(booking.worker) as Worker;
      const duties = { ...this.duties(worker), bookings: [booking] };
      return tasks.filter((task) => bookingFor(demand, worker, task, duties, startsOf(demand, task).filter((start) => start >= hours.begin && start < hours.end)) !== undefined).length;
    };
    const inOrder = hourlyFirst(town, able.map(({ worker }) => worker), shift.team);
    const ranks = able.map((booking) => ({ booking, rank: [hourly.has(booking.worker) ? 0 : 1, -solved(booking), inOrder.indexOf(booking.worker)] }));
    const [best, ...others] = ranks.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ booking }) => booking);
    if (best === undefined) return undefined;
    this.book([best]);
    return { staff: best.worker, others: others.map(({ worker }) => worker) };
  }

  /** Could anybody work a vacant shift who is called for nothing else? */
  isAnybodyOff(vacant: Vacant): boolean {
    return this.able((worker) => this.wholeShift(vacant, worker, { ...this.duties(worker), bookings: [] })).length > 0;
  }

  private wholeShift({ hours, day }: Pick<Vacant, "hours" | "day">, worker: Worker, duties: Duties): Booking | undefined {
    const booking = { worker: worker.id, day, task: undefined, ...hours };
    return isOff(this.view.demand, duties.shifts, day) && mayAdd(this.view.demand, worker, booking, duties) ? booking : undefined;
  }

  private duties({ id }: Worker): Duties {
    return { shifts: this.shiftsOf.get(id) ?? [], bookings: this.bookings.get(id) ?? [] };
  }

  private able(bookingOf: (worker: Worker) => Booking | undefined): Booking[] {
    return this.view.demand.workers.flatMap((worker) => bookingOf(worker) ?? []);
  }

  private isComing(worker: Id, day: number): boolean {
    return this.bookings.get(worker)?.some((one) => one.day === day) === true;
  }

  private book(chosen: readonly Booking[]): void {
    for (const one of chosen) this.bookings.set(one.worker, [...(this.bookings.get(one.worker) ?? []), one]);
    this.order.push(...chosen);
  }

  private ranked(able: readonly Booking[], task: Task, lacking: readonly Lacking[]): Booking[] {
    const { town } = this.view;
    const team = town.clients.find(({ id }) => id === task.client)?.team;
    const place = new Map(hourlyFirst(town, able.map(({ worker }) => worker), team).map((id, i) => [id, i]));
    const hourly = new Set(town.staff.filter(({ employment }) => employment === "hourly").map(({ id }) => id));
    const rank = ({ worker, day }: Booking): readonly number[] =>
      [this.isComing(worker, day) ? 0 : 1, hourly.has(worker) ? 0 : 1, -(this.countsOn(day, lacking).get(worker) ?? 0), place.get(worker) ?? 0];
    return able.map((booking) => ({ booking, rank: rank(booking) })).sort((a, b) => compareRanks(a.rank, b.rank)).map(({ booking }) => booking);
  }

  /** How many of the visits that lack somebody on a day each person could do, each by itself. */
  private countsOn(day: number, lacking: readonly Lacking[]): ReadonlyMap<Id, number> {
    const known = this.counts.get(day);
    if (known !== undefined) return known;
    const { demand } = this.view;
    const tasks = lacking.map(({ missing }) => missing[0].task).filter(({ slots }) => slots.some(({ start: [from, to] }) => dayIndexAt(demand.days, from ?? to ?? 0) === day));
    const counts = new Map(demand.workers.map((worker) => {
      const free: Duties = { shifts: this.duties(worker).shifts, bookings: [] };
      if (!isOff(demand, free.shifts, day)) return [worker.id, 0];
      return [worker.id, tasks.filter((task) => bookingFor(demand, worker, task, free, startsOf(demand, task).filter((start) => dayIndexAt(demand.days, start) === day)) !== undefined).length];
    }));
    this.counts.set(day, counts);
    return counts;
  }

  /** When the others of a visit by several come, this one must too: those planned, else those just chosen. undefined: nobody comes yet. */
  private startBeside(task: Task, chosen: readonly Booking[]): Tick | undefined {
    const [planned] = this.view.partners(task);
    if (planned !== undefined) return planned.planned.start + earliest(task) - earliest(planned.task);
    const [first] = chosen;
    return first?.task === undefined ? undefined : first.begin + earliest(task) - earliest(first.task);
  }
}

const earliest = ({ slots }: Task): Tick => slots[0]?.start[0] ?? slots[0]?.start[1] ?? 0;

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
