/** Do the accounts allow what was granted, no more and no less? */
import { type DateSpan, framePeriodOf } from "../../calendar/framePeriods.ts";
import type { Case, Client } from "../../model/case.ts";
import type { Budget } from "../../model/demand.ts";
import type { Id } from "../../units.ts";
import { bearers, countsTwice, isCounted, isIn, partOf, policyOf, templates } from "./borne.ts";
import type { Report } from "./codes.ts";
import { type Due, dueBetween } from "./due.ts";
import type { Facts } from "./facts.ts";
import { poolOf, poolsOf } from "./pools.ts";
import { type Whose, whoseIs } from "./whose.ts";

/** A hard account of service time over tasks that serve needs. */
interface Account {
  readonly budget: Budget;
  readonly at: number;
  readonly members: ReadonlySet<Id>;
  readonly dues: readonly Due[];
  /** Whose dues they are. */
  readonly clients: ReadonlySet<Client>;
  /** Is all of this frame period (client, first day) in the account? Found out once. */
  readonly holds: Map<string, boolean>;
  /** Ticks still to be used. */
  readonly room: number;
  /** Ticks that decisions grant for what the members serve. */
  readonly granted: number;
  /** Ticks that a provider's pool leaves, where it may be the pool's account. */
  readonly pooled: readonly number[];
}

export function checkFrames(facts: Facts, report: Report): void {
  const whose = whoseIs(facts);
  const accounts = accountsOf(facts, frameLeft(facts, whose));
  for (const { budget, at, dues, room, granted, pooled } of accounts) {
    const enough = Math.min(granted, ...pooled, templates(facts, dues));
    if (room < enough - 1) {
      report(
        "frame-too-narrow",
        ["budgets", at, "limit"],
        `Account ${budget.id} leaves ${room} seconds; ${enough} are granted.`,
        "Raise its limit.",
      );
    }
  }
  const byTask = new Map<Id, Account[]>();
  for (const account of accounts) for (const id of account.members) byTask.set(id, [...(byTask.get(id) ?? []), account]);
  for (const due of facts.due.values()) {
    const placed = facts.serving.get(due.id)?.[0];
    if (placed === undefined) continue;
    const { task, at } = placed;
    const own = byTask.get(task.id) ?? [];
    checkPooled(facts, due, own, at, report);
    const framed = due.client.decision.grants.kind === "frame" && isCounted(facts.of, due) && bearers(due).length === 1;
    if (!framed && task.duration.max <= Math.round(due.need.minutes * 60)) continue;
    const path = ["tasks", at];
    if (own.length === 0)
      report("frame-missing", path, `No account counts the minutes of ${due.id}.`, "Add a budget over its frame period.");
    else if (!own.some((account) => account.room <= account.granted + 1 && (!framed || holdsPeriod(facts, whose, account, due)))) {
      report(
        "frame-too-wide",
        path,
        `The accounts of ${due.id} allow more than was granted.`,
        "Lower a limit, or count all of the frame period.",
      );
    }
  }
}

/** Who shares minutes with others of the provider is bound by its pool, if it has one. */
function checkPooled(facts: Facts, due: Due, own: readonly Account[], at: number, report: Report): void {
  const hasOthers = ({ clients }: Account): boolean => clients.size > 1 || !clients.has(due.client);
  if (bearers(due).length > 1 || !own.some(hasOthers)) return;
  const provider = poolOf(facts.of, due.client);
  if (provider === undefined || own.some(({ pooled, room }) => pooled.some((ticks) => room <= ticks + 1))) return;
  report(
    "frame-too-wide",
    ["tasks", at],
    `The accounts of ${due.id} allow more than the pool of ${provider.id}.`,
    "Count all of the pool's period in one account.",
  );
}

function accountsOf(facts: Facts, left: FrameLeft): Account[] {
  const { demand, due } = facts;
  const pools = poolsOf(facts);
  const dueByTask = new Map(demand.tasks.map((task) => [task.id, (task.serves ?? []).flatMap((id) => due.get(id) ?? [])]));
  return demand.budgets.flatMap((budget, at) => {
    const max = budget.limit[1];
    if (budget.of !== "task" || budget.quantity !== "serviceTicks" || budget.within !== undefined || max === null) return [];
    const dues = [...new Set(budget.members.flatMap((id) => dueByTask.get(id) ?? []))];
    const room = max - budget.opening - budget.reserved;
    const members = new Set(budget.members);
    return [
      {
        budget,
        at,
        members,
        dues,
        clients: new Set(dues.map(({ client }) => client)),
        holds: new Map(),
        room,
        granted: grantedFor(facts, dues, left),
        pooled: pools.flatMap((pool) => pool(dues, members) ?? []),
      },
    ];
  });
}

/** Are all visits that the frame of this period pays for in the account? */
function holdsPeriod(facts: Facts, { own }: Whose, { members, holds }: Account, due: Due): boolean {
  const { client } = due;
  const period = periodOf(facts.of, due);
  const key = `${client.id} ${period.from}`;
  const known = holds.get(key);
  if (known !== undefined) return known;
  const held = (own.get(client.id) ?? []).every((other) => {
    if (!isIn(period, other) || !isCounted(facts.of, other) || bearers(other).length > 1) return true;
    const needed = (facts.serving.get(other.id) ?? []).slice(0, countsTwice(facts.of, other) ? 2 : 1);
    return needed.every(({ task }) => members.has(task.id));
  });
  holds.set(key, held);
  return held;
}

/** Frames of the clients and periods touched; templates where there is no frame. */
function grantedFor(facts: Facts, dues: readonly Due[], left: FrameLeft): number {
  const { of } = facts;
  const seen = new Set<string>();
  let ticks = 0;
  for (const due of dues) {
    if (due.client.decision.grants.kind === "interventions" || !isCounted(of, due)) {
      ticks += templates(facts, [due]);
      continue;
    }
    const key = `${due.client.id} ${periodOf(of, due).from}`;
    if (!seen.has(key)) ticks += left(due);
    seen.add(key);
  }
  return Math.max(0, ticks);
}

/** Ticks of the frame that pays for this, less what is used before the planning period and owed after it. */
type FrameLeft = (due: Due) => number;

function frameLeft(facts: Facts, { together, caseOf }: Whose): FrameLeft {
  const { of, until } = facts;
  const known = new Map<string, number>();
  return (due) => {
    const { client } = due;
    const { grants } = client.decision;
    if (grants.kind === "interventions") return 0;
    const period = periodOf(of, due);
    const key = `${client.id} ${period.from}`;
    let ticks = known.get(key);
    if (ticks === undefined) {
      const owed = dueBetween(caseOf(client), until, period.until);
      const shared = (together.get(client.id) ?? []).filter((other) => isIn(period, other));
      const used = period.from <= of.period.from ? Math.round((grants.usedMinutes ?? 0) * 60) : 0;
      ticks = Math.floor(grants.minutes * (policyOf(of, client)?.cap ?? 1) * 60) - used;
      for (const other of [...owed, ...shared]) ticks -= partOf(facts, other, client);
      known.set(key, ticks);
    }
    return ticks;
  };
}

function periodOf(of: Case, { client, date }: Due): DateSpan {
  const { grants, from = of.period.from } = client.decision;
  return framePeriodOf(grants.kind === "frame" ? grants.per : "week", date, from);
}
