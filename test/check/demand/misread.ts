/** Ways to misread a Case: as another one, or by a change to what was read. */
import type { Budget, Demand, Shift, Task } from "../../../src/model/demand.ts";
import type { Case, Client, FramePolicy, Need } from "../../../src/model/case.ts";
import type { CaseShift, Staff } from "../../../src/model/staff.ts";
import { hashOf } from "../../../src/model/hash.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import type { ModelSpec } from "../../../src/schedule/switches.ts";

/** What a faulty reader makes of a Case under a model. */
export type Reader = (town: Case, model: ModelSpec) => Demand;

/** Takes the Case for another one, and does not notice. */
export const asIf =
  (other: (town: Case) => Partial<Case>): Reader =>
  (town, model) => ({
    ...demandFor({ ...town, ...other(town) }, model),
    caseHash: hashOf(town),
  });

/** Reads rightly, then writes something else. */
export const thenWrites =
  (change: (demand: Demand) => Partial<Demand>): Reader =>
  (town, model) => {
    const demand = rightly(town, model);
    return { ...demand, ...change(demand) };
  };

const read = new WeakMap<Case, Map<string, Demand>>();

/** As it should be read; once for each model. */
function rightly(town: Case, model: ModelSpec): Demand {
  const known = read.get(town) ?? new Map<string, Demand>();
  const name = JSON.stringify(model);
  const demand = known.get(name) ?? demandFor(town, model);
  read.set(town, known.set(name, demand));
  return demand;
}

const changed = <T>(list: readonly T[], fits: (one: T) => boolean, change: (one: T) => Partial<T>): T[] => {
  if (!list.some(fits)) throw new Error("nothing to misread");
  return list.map((one) => (fits(one) ? { ...one, ...change(one) } : one));
};

/** Without the keys, so that an optional field can be dropped. */
export const dropping = <T extends object>(one: T, ...keys: readonly (keyof T)[]): T =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !keys.includes(key as keyof T))) as T;

const replaced = <T extends { readonly id: string }>(list: readonly T[], id: string, change: (one: T) => T): T[] => {
  if (!list.some((one) => one.id === id)) throw new Error(`no ${id} to misread`);
  return list.map((one) => (one.id === id ? change(one) : one));
};

export const needAs = (id: string, change: Partial<Need>): Reader =>
  asIf(({ needs }) => ({ needs: replaced(needs, id, (one) => ({ ...one, ...change })) }));
export const needWithout = (id: string, ...keys: readonly (keyof Need)[]): Reader =>
  asIf(({ needs }) => ({ needs: replaced(needs, id, (one) => dropping(one, ...keys)) }));
export const clientAs = (id: string, change: Partial<Client>): Reader =>
  asIf(({ clients }) => ({ clients: replaced(clients, id, (one) => ({ ...one, ...change })) }));
export const clientWithout = (id: string, ...keys: readonly (keyof Client)[]): Reader =>
  asIf(({ clients }) => ({ clients: replaced(clients, id, (one) => dropping(one, ...keys)) }));
export const decisionAs = (id: string, change: Partial<Client["decision"]>): Reader =>
  asIf(({ clients }) => ({ clients: replaced(clients, id, (one) => ({ ...one, decision: { ...one.decision, ...change } })) }));
/** `change` to a granted frame. */
export const frameAs = (id: string, change: object): Reader =>
  asIf(({ clients }) => ({
    clients: replaced(clients, id, (one) => ({
      ...one,
      decision: { ...one.decision, grants: { ...one.decision.grants, ...change } as Client["decision"]["grants"] },
    })),
  }));
export const policyAs = (id: string, change: Partial<FramePolicy>): Reader =>
  asIf(({ framePolicies = [] }) => ({ framePolicies: replaced(framePolicies, id, (one) => ({ ...one, ...change })) }));
export const staffAs = (id: string, change: Partial<Staff>): Reader =>
  asIf(({ staff }) => ({ staff: replaced(staff, id, (one) => ({ ...one, ...change })) }));
export const staffWithout = (id: string, ...keys: readonly (keyof Staff)[]): Reader =>
  asIf(({ staff }) => ({ staff: replaced(staff, id, (one) => dropping(one, ...keys)) }));
/** All shifts whose id begins so. */
export const shiftsAs = (prefix: string, change: (shift: CaseShift) => CaseShift): Reader =>
  asIf(({ shifts }) => {
    if (!shifts.some(({ id }) => id.startsWith(prefix))) throw new Error(`no shift ${prefix} to misread`);
    return { shifts: shifts.map((one) => (one.id.startsWith(prefix) ? change(one) : one)) };
  });

/** Every task that fits. */
export const tasksAs = (fits: (task: Task) => boolean, change: (task: Task) => Partial<Task>): Reader =>
  thenWrites(({ tasks }) => ({ tasks: changed(tasks, fits, change) }));
export const slotsMoved = (fits: (task: Task) => boolean, ticks: number): Reader =>
  tasksAs(fits, ({ slots }) => ({ slots: slots.map((slot) => ({ ...slot, start: [slot.start[0]! + ticks, slot.start[1]! + ticks] })) }));
export const shiftWritten = (change: (shift: Shift) => Partial<Shift>): Reader =>
  thenWrites(({ shifts }) => ({ shifts: changed(shifts, (one) => one === shifts[0], change) }));
export const budgetsAs = (fits: (budget: Budget) => boolean, change: (budget: Budget) => Partial<Budget>): Reader =>
  thenWrites(({ budgets }) => ({ budgets: changed(budgets, fits, change) }));

/** Without the tasks that fit, as if they had never been. */
export const withoutTasks =
  (fits: (task: Task) => boolean): Reader =>
  (town, model) => {
    const demand = demandFor(town, model);
    const gone = new Set(demand.tasks.filter(fits).map(({ id }) => id));
    if (gone.size === 0) throw new Error("no task to drop");
    return {
      ...demand,
      tasks: demand.tasks.filter(({ id }) => !gone.has(id)),
      relations: demand.relations.filter(({ tasks }) => !tasks.some((id) => gone.has(id))),
      budgets: demand.budgets.map((budget) => ({ ...budget, members: budget.members.filter((id) => !gone.has(id)) })),
    };
  };
export const withoutRelations = (fits: (id: string) => boolean): Reader =>
  thenWrites(({ relations }) => {
    const left = relations.filter(({ id }) => !fits(id));
    if (left.length === relations.length) throw new Error("no relation to drop");
    return { relations: left };
  });
