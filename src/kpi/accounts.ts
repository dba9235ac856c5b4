/** Which provider has which clients and which staff, and how it is paid. */
import type { Case, Client, Tariff } from "../model/case.ts";
import type { Shift } from "../model/demand.ts";
import { payingProviderOf } from "../model/provider.ts";
import type { Id } from "../units.ts";

export interface Account {
  /** undefined: of no provider. */
  readonly provider: Id | undefined;
  readonly name: string;
  /** As the provider names it, else the Case's only one. */
  readonly tariff: Tariff | undefined;
  readonly clients: readonly Client[];
  /** Is the shift worked by the provider's staff? */
  readonly hasShift: (shift: Shift) => boolean;
}

/**
 * Who names no provider belongs to the team's; where there is but one provider, to that one.
 * One for each provider that has a tariff, clients or shifts, in the order of the Case, and one without a provider where clients or
 * shifts have none.
 */
export function accountsOf(town: Case, shifts: readonly Shift[]): Account[] {
  const providers = town.providers ?? [];
  const staff = new Map(town.staff.map((person) => [person.id, person]));
  const ofShift = ({ worker, team }: Shift): Id | undefined => {
    const person = staff.get(worker);
    const named = team ?? person?.team;
    return payingProviderOf(town, { ...(person?.provider !== undefined && { provider: person.provider }), ...(named !== undefined && { team: named }) });
  };
  const tariffs = town.tariffs ?? [];
  const account = (provider: Id | undefined, name: string, tariff: Id | undefined): Account => ({
    provider,
    name,
    tariff: tariffs.length === 1 ? tariffs[0] : tariffs.find(({ id }) => id === tariff),
    clients: town.clients.filter((client) => payingProviderOf(town, client) === provider),
    hasShift: (shift) => ofShift(shift) === provider,
  });
  const named = providers
    .map(({ id, name = id, tariff }) => account(id, name, tariff))
    .filter((one) => one.tariff !== undefined || isActive(one, shifts));
  const rest = account(undefined, "", undefined);
  return named.length === 0 || isActive(rest, shifts) ? [...named, rest] : named;
}

const isActive = ({ clients, hasShift }: Account, shifts: readonly Shift[]): boolean => clients.length > 0 || shifts.some(hasShift);
