/** Frames worked out on paper: one person at work, who is planned to stay as long as the test says; where nothing is said, the template. */
import { frameLedger } from "../../../src/kpi/ledger/frameLedger.ts";
import type { Balance, FrameLedger, LedgerRow, Move } from "../../../src/kpi/ledger/ledger.ts";
import type { Performed } from "../../../src/kpi/performed.ts";
import type { Case, Client, Decision, FramePolicy, Need } from "../../../src/model/case.ts";
import { hashOf } from "../../../src/model/hash.ts";
import type { Demand } from "../../../src/model/demand.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";

type Grants = Extract<Decision["grants"], { kind: "frame" }>;

export const client = (id: string, grants: Partial<Grants> = {}, more: Partial<Client> = {}): Client => ({
  id, household: "h", decision: { basis: "SoL", grants: { kind: "frame", minutes: 100, per: "week", policy: "p", ...grants } }, ...more,
});

/** Twenty minutes once a day. */
export const need = (id: string, of: string, more: Partial<Need> = {}): Need => ({
  id, client: of, class: "meal", minutes: 20, often: { times: 1, per: "day" }, window: ["07:00", "10:00"], timing: "agreed", useful: { min: 5, max: 60 }, ...more,
});

export const policy = (more: Partial<FramePolicy> = {}): FramePolicy => ({
  id: "p", scope: "client", carryOver: { mode: "withinPeriod" }, swap: { betweenPurposes: true, betweenDays: true }, ...more,
});

/** From Monday 2026-03-09, two days unless said otherwise. */
export const caseOf = (clients: readonly Client[], needs: readonly Need[], more: Partial<Case> = {}): Case => ({
  version: 1, name: "hand", period: { from: "2026-03-09", days: 2 }, places: [{ id: "base" }, { id: "home" }],
  travel: [{ mode: "walk", matrix: { seconds: [[0, 300], [300, 0]] } }],
  households: [{ id: "h", place: "home" }], clients, needs, staff: [{ id: "siv", skills: [] }],
  shifts: [{ id: "s", staff: "siv", date: more.period?.from ?? "2026-03-09", from: "07:00", to: "15:00", modes: ["walk"], base: "base" }], framePolicies: [policy()], ...more,
});

/** Task -> minutes planned; 0: nobody does it. */
export type Lengths = Readonly<Record<string, number>>;

export function planFor(demand: Demand, lengths: Lengths): Plan {
  const tasks = demand.tasks.flatMap((task) => {
    const start = task.slots[0]?.start[0] ?? 0;
    const minutes = lengths[task.id];
    const ticks = minutes === undefined ? (task.duration.value?.points.at(-1)?.[0] ?? task.duration.min) : minutes * 60;
    return ticks === 0 || (task.serves ?? []).length === 0 ? [] : [{ id: task.id, slot: 0, start, end: start + ticks }];
  });
  const served = new Set(tasks.map(({ id }) => id));
  const shifts = tasks.length === 0 ? [] : [{ shift: "s", option: 0, begin: 0, end: 0, tasks }];
  return { version: 1, demandHash: hashOf(demand), shifts, unserved: demand.tasks.map(({ id }) => id).filter((id) => !served.has(id)), origin: { tool: "hand" } };
}

export function ledger(of: Case, lengths: Lengths = {}, performed: Performed = {}): FrameLedger {
  const demand = demandFor(of, ramtid());
  return frameLedger(of, demand, planFor(demand, lengths), performed);
}

/** What is not 0, in minutes. */
export const minutes = (row: Balance | undefined): Record<string, number> =>
  Object.fromEntries(Object.entries(row ?? {}).flatMap(([key, value]) => (typeof value === "number" && value !== 0 ? [[key, value / 60]] : [])));

/** "10 day a@2026-03-09#1 > a@2026-03-10#1" */
export const told = ({ moves }: Pick<LedgerRow, "moves">): string[] =>
  moves.map(({ reason, ticks, from, to }: Move) => `${ticks / 60} ${reason} ${from.occurrence ?? `${from.client} ${from.period}`} > ${to.occurrence ?? `${to.client} ${to.period}`}`);
