/** Who provides what: a client's or a person's own provider, or else the team's. */
import type { Case, Client, Provider } from "../model/case.ts";
import type { Staff } from "../model/staff.ts";
import type { Id } from "../units.ts";

/** Provider of a client or of one of the staff; undefined where nobody names one. */
export const providerOf = (of: Case, { provider, team }: Pick<Client | Staff, "provider" | "team">): Id | undefined =>
  provider ?? of.teams?.find(({ id }) => id === team)?.provider;

/** Provider whose pool a client's minutes are in: where there is but one provider, that one also for those who name none. */
export function poolProviderOf(of: Case, client: Client): Provider | undefined {
  const id = providerOf(of, client);
  return id === undefined && of.providers?.length === 1 ? of.providers[0] : of.providers?.find((provider) => provider.id === id);
}
