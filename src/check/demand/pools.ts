/** What a provider's clients may use together, where the provider has a pool. */
import { type DateSpan, framePeriodOf } from "../../calendar/framePeriods.ts";
import type { Case, Client, Provider } from "../../model/case.ts";
import { payingProviderOf } from "../../model/provider.ts";
import type { Id } from "../../units.ts";
import { bearers, countsTwice, isCounted, isIn, partOf, policyOf } from "./borne.ts";
import { type Due, dueBetween } from "./due.ts";
import type { Facts } from "./facts.ts";

type Minutes = NonNullable<Provider["pool"]>;

/** Ticks that a pool leaves for an account over these tasks; undefined unless it counts all of the pool in one period. */
type PoolLeft = (dues: readonly Due[], members: ReadonlySet<Id>) => number | undefined;

/** Every pool, shared by the provider's clients whose policy says so, and by all of them: which is meant the case leaves to planning. */
export function poolsOf(facts: Facts): PoolLeft[] {
  return (facts.of.providers ?? []).flatMap((provider) => {
    const { pool } = provider;
    if (pool === undefined) return [];
    const all = facts.of.clients.filter((client) => payingProviderOf(facts.of, client) === provider.id);
    const some = all.filter((client) => policyOf(facts.of, client)?.scope === "provider");
    return [some, all].filter((clients) => clients.length > 0).map((clients) => leftOf(facts, pool, clients));
  });
}

/** Provider with a pool that a client belongs to. */
export function poolOf(of: Case, client: Client): Provider | undefined {
  const paying = payingProviderOf(of, client);
  return of.providers?.find(({ id, pool }) => pool !== undefined && id === paying);
}

/** What is due to the pool in one of its periods, the tasks that its account must count, and what it leaves. */
interface Part {
  readonly period: DateSpan;
  count: number;
  readonly tasks: Id[];
  ticks?: number;
}

function leftOf(facts: Facts, pool: Minutes, clients: readonly Client[]): PoolLeft {
  const parts = partsOf(facts, pool, new Set(clients));
  return (dues, members) => {
    const part = parts.get(dues[0]?.date ?? "");
    const isAll =
      part !== undefined &&
      part.count === dues.length &&
      dues.every(({ date }) => parts.get(date) === part) &&
      part.tasks.every((id) => members.has(id));
    if (!isAll) return undefined;
    part.ticks ??= leftIn(facts, pool, clients, part.period);
    return part.ticks;
  };
}

/** Day -> the pool's period that holds it, where the pool pays for anything then. */
function partsOf(facts: Facts, pool: Minutes, clients: ReadonlySet<Client>): ReadonlyMap<string, Part> {
  const { of } = facts;
  const parts = new Map<string, Part>();
  const byPeriod = new Map<string, Part>();
  for (const due of facts.due.values()) {
    if (!clients.has(due.client) || bearers(due).length > 1 || !isCounted(of, due)) continue;
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
  const sharers = new Map(clients.map((client) => [client.id, client]));
  const taken = borne.flatMap((due) => bearers(due).flatMap((id) => sharers.get(id) ?? []).map((client) => partOf(facts, due, client)));
  return Math.max(0, Math.floor(pool.minutes * 60) - used - taken.reduce((sum, ticks) => sum + ticks, 0));
}
