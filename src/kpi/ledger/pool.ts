/** Which clients share their minutes, by the Case alone. */
import { addDays } from "../../calendar/civil.ts";
import { type DateSpan, framePeriods } from "../../calendar/framePeriods.ts";
import type { Case, Client, FramePeriod, Provider } from "../../model/case.ts";
import { payingProviderOf } from "../../model/provider.ts";
import type { Id } from "../../units.ts";
import { policyOf } from "../frameRules.ts";

export interface Sharing {
  /** Absent: clients of no provider, whose policy lets them share. */
  readonly provider?: Id;
  readonly pool?: NonNullable<Provider["pool"]>;
  readonly clients: readonly Client[];
}

/** The providers whose clients share: those whose frame policy says so, or where none says it all clients of a provider with a pool. */
export function sharingsOf(town: Case): Sharing[] {
  return [...(town.providers ?? []), undefined].flatMap((provider) => {
    const own = town.clients.filter((client) => payingProviderOf(town, client) === provider?.id);
    const byPolicy = own.filter((client) => policyOf(town, client)?.scope === "provider");
    const clients = byPolicy.length > 0 || provider?.pool === undefined ? byPolicy : own;
    if (clients.length === 0) return [];
    return [
      { clients, ...(provider !== undefined && { provider: provider.id }), ...(provider?.pool !== undefined && { pool: provider.pool }) },
    ];
  });
}

/** The periods that the planned days touch. */
export const periodsOf = ({ period }: Case, per: FramePeriod, anchor: string): DateSpan[] =>
  framePeriods(per, { from: period.from, until: addDays(period.from, period.days) }, anchor);
