/** What a provider's clients may use together, where the provider has a pool. */
import { type DateSpan, framePeriodOf } from "../../calendar/framePeriods.ts";
import type { Case, Client, Provider } from "../../model/case.ts";
import type { Id } from "../../units.ts";
import { bearers, countsTwice, isCounted, isIn, partOf, policyOf } from "./borne.ts";
import { type Due, dueBetween } from "./due.ts";
import type { Facts } from "./facts.ts";

type Minutes = NonNullable<Provider["pool"]>;

/** What a pool leaves for an account that counts all of it in the periods touched. */
export interface PoolGrant {
  readonly ticks: number;
  /** First day of the last of these periods, and the most that may be used in it with what was saved before. */
  readonly last: string;
  readonly most: number;
  readonly isOnePeriod: boolean;
}

/** Undefined unless the account over these tasks counts all of the pool in the periods it touches. */
type PoolLeft = (dues: readonly Due[], members: ReadonlySet<Id>) => PoolGrant | undefined;

/** Every pool, shared by the provider's clients whose policy says so, and by all of them: which is meant the case leaves to planning. */
export function poolsOf(facts: Facts): PoolLeft[] {
  return (facts.of.providers ?? []).flatMap((provider) => {
    const { pool } = provider;
    if (pool === undefined) return [];
    const all = facts.of.clients.filter((client) => belongsTo(facts.of, client, provider));
    const some = all.filter((client) => policyOf(facts.of, client)?.scope === "provider");
    return [some, all].filter((clients) => clients.length > 0).map((clients) => leftOf(facts, pool, clients));
  });
}

function belongsTo({ providers, teams }: Case, { provider, team }: Client, { id }: Provider): boolean {
  const named = provider ?? teams?.find((other) => other.id === team)?.provider;
  return named === id || (named === undefined && providers?.length === 1);
}

/** What is due to the pool in one of its periods, the tasks that its account must count, and what it leaves. */
interface Part {
  readonly period: DateSpan;
  count: number;
  readonly tasks: Id[];
  ticks?: number;
}

function leftOf(facts: Facts, pool: Minutes, clients: readonly Client[]): PoolLeft {
  const parts = partsOf(facts, pool, clients);
  return (dues, members) => {
    const touched = [...new Set(dues.map((due) => parts.get(due.date)))];
    let [count, ticks] = [0, 0];
    let last: Part | undefined;
    for (const part of touched) {
      if (part === undefined || part.count > dues.length || !part.tasks.every((id) => members.has(id))) return undefined;
      count += part.count;
      ticks += part.ticks ??= leftIn(facts, pool, clients, part.period);
      if (last === undefined || part.period.from > last.period.from) last = part;
    }
    if (last === undefined || count !== dues.length) return undefined;
    const most = Math.max(0, (last.ticks ?? 0) + pool.minutes * capOf(facts.of, clients) * 60 * shareOf(facts.of, clients));
    return { ticks: Math.max(0, ticks), last: last.period.from, most, isOnePeriod: touched.length === 1 };
  };
}

/** Day -> the pool's period that holds it, where the pool pays for anything then. */
function partsOf(facts: Facts, pool: Minutes, clients: readonly Client[]): ReadonlyMap<string, Part> {
  const { of } = facts;
  const parts = new Map<string, Part>();
  const byPeriod = new Map<string, Part>();
  for (const due of facts.due.values()) {
    if (!clients.includes(due.client) || bearers(due).length > 1 || !isCounted(of, due)) continue;
    let part = parts.get(due.date);
    if (part === undefined) {
      const period = framePeriodOf(pool.per, due.date, of.period.from);
      part = byPeriod.get(period.from) ?? { period, count: 0, tasks: [] };
      parts.set(due.date, part);
      byPeriod.set(period.from, part);
    }
    part.count++;
    part.tasks.push(...(facts.serving.get(due.id) ?? []).slice(0, countsTwice(of, due) ? 2 : 1).map(({ task }) => task.id));
  }
  return parts;
}

/** Of one period: less what is used before it, what is owed after the planned days, and what is done together with others. */
function leftIn(facts: Facts, pool: Minutes, clients: readonly Client[], period: DateSpan): number {
  const { of, until } = facts;
  const used = period.from <= of.period.from ? Math.round((pool.usedMinutes ?? 0) * 60) : 0;
  const together = [...facts.due.values()].filter((due) => bearers(due).length > 1 && isIn(period, due));
  const borne = [...dueBetween(of, until, period.until), ...together];
  const taken = borne.flatMap((due) => clients.map((client) => partOf(facts, due, client)));
  return Math.floor(pool.minutes * capOf(of, clients) * 60) - used - taken.reduce((sum, ticks) => sum + ticks, 0);
}

/** The strictest of all policies. */
const capOf = (of: Case, clients: readonly Client[]): number => Math.min(1, ...clients.map((client) => policyOf(of, client)?.cap ?? 1));
const shareOf = (of: Case, clients: readonly Client[]): number =>
  Math.min(...clients.map((client) => policyOf(of, client)?.carryOver.maxShare ?? Number.POSITIVE_INFINITY));
