/**
 * The cost of the state, kept current by looking only at what a move changed. `levels[0]` counts broken hard rules
 * ({@link VIOLATION} each, and how far) and hard terms; the others are the sums of their terms.
 */
import { NONE, OPEN, type Problem, REQUIRED } from "../problem/problem.ts";
import { isMissed, isTimed, shiftAtom, type ShiftSums, type TaskAtom, taskAtom } from "./atoms.ts";
import { Breaches, breachRoom } from "./breaches.ts";
import { Couplings } from "./couplings.ts";
import { Ledger, ledgerRoom } from "./ledger.ts";
import { type Links, linksOf } from "./links.ts";
import { PoolUse, Rests } from "./people.ts";
import { RowSet } from "./rowSet.ts";
import { Settler, VIOLATION } from "./settle.ts";
import { State } from "./state.ts";
import { Timing } from "./timing.ts";

/** Costs of hard terms below this are rounding. */
const ROUNDING = 1e-9;

/**
 * Owns the state and everything that judges it. After a change `update` brings `levels` up to date; after a rollback, `discard` and
 * `sumLevels` do.
 */
export class Objective {
  readonly st: State;
  readonly timing: Timing;
  readonly levels: Float64Array;
  readonly ledgers: readonly Ledger[];
  private readonly p: Problem;
  private readonly settler: Settler;
  private readonly couplings: Couplings;
  /** [shift] sums of the settled rounds, in ticks and metres. */
  readonly sums: ShiftSums & { readonly service: Int32Array };
  private readonly SUMS: number;
  readonly breaches: Breaches;
  private readonly taskTerms: readonly TaskTerm[];
  /** Of these, the ones that look at when a task starts. */
  private readonly timedTerms: readonly TaskTerm[];
  private readonly shiftTerms: readonly Ledger[];
  private readonly clientTerms: readonly Ledger[];
  private readonly relationTerms: readonly Ledger[];
  private readonly budgetTerms: readonly Ledger[];
  private readonly hardTerms: readonly Ledger[];
  private readonly hardCost = new Float64Array(1);
  readonly links: Links;
  private readonly looksAtWorkers: boolean;
  private readonly looksAtPools: boolean;
  private readonly rests: Rests;
  private readonly poolUse: PoolUse;
  private readonly dirtyTasks: RowSet;
  private readonly dirtyClients: RowSet;
  private readonly dirtyRelations: RowSet;
  private readonly dirtyBudgets: RowSet;
  private readonly dirtyWorkers: RowSet;
  private readonly dirtyShifts: RowSet;

  constructor(p: Problem) {
    this.p = p;
    const { taskCount: n, shiftCount: r } = p;
    const rooms = p.terms.map(ledgerRoom);
    const ledgerInts = rooms.reduce((sum, room) => sum + room.ints, 0);
    const ledgerReals = rooms.reduce((sum, room) => sum + room.reals, 0);
    this.st = new State(p, 5 * r + ledgerInts, ledgerReals + breachRoom(p));
    this.timing = new Timing(this.st);
    this.settler = new Settler(this.st, this.timing.retimed);
    this.couplings = new Couplings(this.st);
    this.levels = new Float64Array(p.levelCount);
    this.SUMS = this.st.extraInt;
    const view = (k: number): Int32Array => this.st.trail.ints.subarray(this.SUMS + k * r, this.SUMS + (k + 1) * r);
    this.sums = { travel: view(0), metres: view(1), waiting: view(2), work: view(3), service: view(4) };
    let nextInt = this.SUMS + 5 * r;
    let nextReal = 0;
    this.ledgers = p.terms.map((term, k) => {
      const ledger = new Ledger(p, term, this.st.trail, nextInt, nextReal);
      nextInt += rooms[k]!.ints;
      nextReal += rooms[k]!.reals;
      return ledger;
    });
    this.breaches = new Breaches(p, this.st.trail, nextReal);
    const of = (family: string): readonly Ledger[] => this.ledgers.filter((l) => l.term.family === family);
    this.taskTerms = of("task").map((ledger) => ({ ledger, atom: taskAtom(this.st, ledger.term) }));
    this.timedTerms = this.taskTerms.filter(({ ledger }) => isTimed(p, ledger.term));
    this.shiftTerms = of("shift");
    this.clientTerms = of("client");
    this.relationTerms = of("relation");
    this.budgetTerms = of("budget");
    this.hardTerms = this.ledgers.filter(({ term }) => term.level === 0);
    this.links = linksOf(p);
    this.looksAtWorkers = this.st.needs.severalShifts || p.workers.busyUntil.some((t) => t > -OPEN) || p.workers.restAtLeast.length > 0;
    this.looksAtPools = p.pools.count.length > 0;
    this.rests = new Rests(this.st);
    this.poolUse = new PoolUse(this.st);
    this.dirtyTasks = new RowSet(n);
    this.dirtyClients = new RowSet(p.clientCount);
    this.dirtyRelations = new RowSet(p.relations.count);
    this.dirtyBudgets = new RowSet(p.budgets.count);
    this.dirtyWorkers = new RowSet(p.workerCount);
    this.dirtyShifts = new RowSet(r);
    this.reset();
  }

  /** Empties all rounds and computes every atom anew; not undoable. */
  reset(): void {
    const { st } = this;
    st.clear();
    this.breaches.clear();
    for (const ledger of this.ledgers) ledger.clear();
    this.refresh();
  }

  /** Computes every atom anew from the rounds as they are, which also clears rounding; not undoable. */
  refresh(): void {
    const { p, st } = this;
    for (let r = 0; r < p.shiftCount; r++) this.timing.touched.add(r);
    for (let t = 0; t < p.taskCount; t++) this.dirtyTasks.add(t);
    for (let k = 0; k < p.relations.count; k++) this.dirtyRelations.add(k);
    for (let k = 0; k < p.budgets.count; k++) this.dirtyBudgets.add(k);
    for (let k = 0; k < p.clientCount; k++) this.dirtyClients.add(k);
    this.breaches.clear();
    for (const ledger of this.ledgers) ledger.clear();
    this.update();
    st.trail.commit();
  }

  /** Says that `task` was linked or unlinked. */
  soilTask(task: number): void {
    this.dirtyTasks.add(task);
    if (this.clientTerms.length > 0 && this.p.tasks.client[task]! !== NONE) this.dirtyClients.add(this.p.tasks.client[task]!);
  }

  /** Brings `levels` up to date with every change since the last call. */
  update(): void {
    this.settleTouched();
    this.lookAtTasks();
    if (this.looksAtWorkers) this.lookAtWorkers();
    for (let k = 0; k < this.dirtyShifts.count; k++) {
      const r = this.dirtyShifts.list[k]!;
      for (const ledger of this.shiftTerms) ledger.set(r, shiftAtom(this.st, this.sums, ledger.term, r), NONE);
    }
    this.lookAtCouplings();
    this.lookAtClients();
    if (this.looksAtPools) this.breaches.set(this.breaches.pools, this.poolUse.excess() * VIOLATION);
    for (const ledger of this.ledgers) ledger.close();
    this.dirtyTasks.clear();
    this.dirtyShifts.clear();
    this.timing.touched.clear();
    this.timing.retimed.clear();
    this.sumLevels();
  }

  /** Makes begins and ends of all shifts true, where nothing that is judged has asked for them. O(shifts); not undoable. */
  complete(): void {
    if (this.st.needs.spans) return;
    for (let r = 0; r < this.p.shiftCount; r++) this.settler.settleTimes(r);
    this.st.trail.commit();
  }

  /** Forgets the pending changes after a rollback. */
  discard(): void {
    this.dirtyTasks.clear();
    this.dirtyClients.clear();
    this.timing.touched.clear();
    this.timing.retimed.clear();
  }

  /** Reads the levels off the ledgers, as after a rollback. */
  sumLevels(): void {
    this.levels.fill(0);
    for (const ledger of this.ledgers) if (ledger.term.level > 0) ledger.addCost(this.levels, ledger.term.level, 1);
    this.levels[0] = this.breaches.total();
    for (const ledger of this.hardTerms) {
      this.hardCost[0] = 0;
      ledger.addCost(this.hardCost, 0, VIOLATION);
      // A hard term that earns is as broken as one that costs; what is left of rounding is not.
      const broken = Math.abs(this.hardCost[0]!);
      if (broken > ROUNDING * VIOLATION) this.levels[0]! += broken;
    }
  }

  /** Hard units of the state without hard terms; 0: no rule is broken. */
  violations(): number {
    return this.breaches.total();
  }

  /** Is a rule broken that looks at shift `r` alone, a conditional task of its own included? */
  isBroken(r: number): boolean {
    const { breaches } = this;
    if (breaches.of(breaches.shift + r) > 0) return true;
    const { conditionals } = this.links;
    for (let k = conditionals.from[r]!; k < conditionals.from[r + 1]!; k++) {
      if (breaches.of(breaches.task + conditionals.items[k]!) > 0) return true;
    }
    return false;
  }

  private settleTouched(): void {
    const { st, timing, p, settler, links } = this;
    const { sums } = settler;
    const count = p.shiftCount;
    for (let k = 0; k < timing.touched.count; k++) {
      const r = timing.touched.list[k]!;
      settler.settle(r);
      this.dirtyShifts.add(r);
      st.put(this.SUMS + r, sums.travel);
      st.put(this.SUMS + count + r, sums.metres);
      st.put(this.SUMS + 2 * count + r, sums.waiting);
      st.put(this.SUMS + 3 * count + r, sums.work);
      st.put(this.SUMS + 4 * count + r, sums.service);
      this.breaches.set(this.breaches.shift + r, sums.violations);
      if (this.looksAtWorkers) this.dirtyWorkers.add(p.shifts.worker[r]!);
      for (let b = p.budgets.ofShiftFrom[r]!; b < p.budgets.ofShiftFrom[r + 1]!; b++) this.dirtyBudgets.add(p.budgets.ofShift[b]!);
      this.dirtyTasks.addAll(links.conditionals, r);
      if (links.orders.items.length === 0) continue;
      const home = st.taskCount + r;
      for (let v = st.next[home]!; v !== home; v = st.next[v]!) this.dirtyRelations.addAll(links.orders, v);
    }
  }

  private lookAtTasks(): void {
    const { st, p } = this;
    const { budgets } = p;
    for (let k = 0; k < this.dirtyTasks.count; k++) {
      const task = this.dirtyTasks.list[k]!;
      const shift = st.shiftOf[task]!;
      const mustServe = shift === NONE && (p.tasks.pinned[task] === 1 || (p.tasks.required[task]! >= REQUIRED && isMissed(st, task)));
      this.breaches.set(this.breaches.task + task, mustServe ? VIOLATION : 0);
      for (const { ledger, atom } of this.taskTerms) ledger.set(task, atom(task, shift), shift);
      this.dirtyRelations.addAll(this.links.relations, task);
      for (let m = budgets.ofTaskFrom[task]!; m < budgets.ofTaskFrom[task + 1]!; m++) this.dirtyBudgets.add(budgets.ofTask[m]!);
    }
    const { retimed } = this.timing;
    for (let k = 0; k < retimed.count; k++) {
      const task = retimed.list[k]!;
      const shift = st.shiftOf[task]!;
      for (const { ledger, atom } of this.timedTerms) ledger.set(task, atom(task, shift), shift);
      this.dirtyRelations.addAll(this.links.gaps, task);
      this.dirtyBudgets.addAll(this.links.hours, task);
    }
  }

  private lookAtWorkers(): void {
    const { p } = this;
    for (let k = 0; k < this.dirtyWorkers.count; k++) {
      const worker = this.dirtyWorkers.list[k]!;
      this.breaches.set(this.breaches.worker + worker, this.rests.breaches(worker) * VIOLATION);
      if (this.shiftTerms.length === 0) continue;
      for (let s = p.workers.shiftFrom[worker]!; s < p.workers.shiftFrom[worker + 1]!; s++) this.dirtyShifts.add(p.workers.shiftList[s]!);
    }
    this.dirtyWorkers.clear();
  }

  private lookAtCouplings(): void {
    const { p, couplings } = this;
    for (let k = 0; k < this.dirtyRelations.count; k++) {
      const relation = this.dirtyRelations.list[k]!;
      couplings.judgeRelation(relation);
      this.breaches.set(this.breaches.relation + relation, couplings.violations);
      if (relation < p.relations.pinsFrom) for (const ledger of this.relationTerms) ledger.set(relation, couplings.cost, NONE);
    }
    this.dirtyRelations.clear();
    for (let k = 0; k < this.dirtyBudgets.count; k++) {
      const budget = this.dirtyBudgets.list[k]!;
      couplings.judgeBudget(budget, this.sums.work, this.sums.service);
      this.breaches.set(this.breaches.budget + budget, couplings.violations);
      for (const ledger of this.budgetTerms) ledger.set(budget, couplings.cost, NONE);
    }
    this.dirtyBudgets.clear();
  }

  private lookAtClients(): void {
    for (let k = 0; k < this.dirtyClients.count; k++) {
      const client = this.dirtyClients.list[k]!;
      for (const ledger of this.clientTerms) ledger.set(client, this.clientAtom(ledger, client), NONE);
    }
    this.dirtyClients.clear();
  }

  private clientAtom(ledger: Ledger, client: number): number {
    const { from, items } = this.links.clientTasks;
    if (ledger.term.measure === "workers") return this.couplings.facesOf(client, from[client]!, from[client + 1]!, items);
    const contact = this.p.clients.contact[client]!;
    if (contact === NONE) return 0;
    let others = 0;
    for (let k = from[client]!; k < from[client + 1]!; k++) {
      const shift = this.st.shiftOf[items[k]!]!;
      if (shift !== NONE && this.p.shifts.worker[shift] !== contact) others++;
    }
    return others;
  }
}

interface TaskTerm {
  readonly ledger: Ledger;
  readonly atom: TaskAtom;
}
