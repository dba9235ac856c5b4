/** Whose clients and staff are whose, in a Case. */
import type { Id } from "../units.ts";
import type { Case, Client } from "./case.ts";
import type { Staff } from "./staff.ts";

type Belonging = Pick<Client | Staff, "provider" | "team">;

/** Provider of a client or of one of the staff: the one named, else the team's; undefined where nobody names one. O(teams). */
export const providerOf = ({ teams }: Pick<Case, "teams">, { provider, team }: Belonging): Id | undefined =>
  provider ?? (team === undefined ? undefined : teams?.find(({ id }) => id === team)?.provider);

/** Provider whose tariff pays and whose pool is used: as `providerOf`, and where nobody names one but there is only one, that one. O(teams). */
export const payingProviderOf = (of: Pick<Case, "teams" | "providers">, who: Belonging): Id | undefined =>
  providerOf(of, who) ?? (of.providers?.length === 1 ? of.providers[0]?.id : undefined);
