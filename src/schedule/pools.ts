/** A provider's pool as a budget: what its clients may use together, beside what each of them is granted. */
import { TICKS_PER_MINUTE, ticksOf } from "../calendar/calendar.ts";
import { framePeriods } from "../calendar/framePeriods.ts";
import type { Case, Provider } from "../model/case.ts";
import type { Budget } from "../model/demand.ts";
import { payingProviderOf } from "../model/provider.ts";
import { type Occurrence, periodSpan } from "./expand.ts";
import { borneBy, budgetOf, inside, promisedLater } from "./frames.ts";
import { isInFrame, isPooled } from "./holders.ts";
import { isShared } from "./sharing.ts";
import type { Switches } from "./switches.ts";

/** One account per provider with a pool and period in which anything is due to clients who share it, in the order of providers, then of periods. */
export const poolBudgets = (of: Case, switches: Switches, occurrences: readonly Occurrence[]): Budget[] =>
  (of.providers ?? []).flatMap((provider) =>
    provider.pool === undefined ? [] : budgetsOf(of, provider, provider.pool, switches, occurrences),
  );

/** What is visited together with others is of fixed length, and used whenever it is done; what is due after the planned days is owed. */
function budgetsOf(
  of: Case,
  provider: Provider,
  pool: NonNullable<Provider["pool"]>,
  switches: Switches,
  occurrences: readonly Occurrence[],
): Budget[] {
  const clients = of.clients.filter((client) => isPooled(of, client, switches) && payingProviderOf(of, client) === provider.id);
  const members = occurrences.filter(({ need, client }) => clients.includes(client) && !isShared(need) && isInFrame(of, need, client));
  const shared = occurrences.filter(({ need }) => isShared(need));
  const periods = framePeriods(pool.per, periodSpan(of), of.period.from);
  const later = promisedLater(of, clients, periods);
  return periods.flatMap((period, i) => {
    const borne = (all: readonly Occurrence[]): number =>
      clients.reduce((ticks, client) => ticks + borneBy(of, client, all.filter(inside(period))), 0);
    return budgetOf(of, {
      id: `pool ${provider.id} ${period.from}`,
      members: members.filter(inside(period)),
      allowed: Math.floor(pool.minutes * TICKS_PER_MINUTE),
      opening: (i === 0 ? ticksOf(pool.usedMinutes ?? 0) : 0) + borne(shared),
      reserved: borne(later),
    });
  });
}
