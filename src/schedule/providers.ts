/** Who provides what: a client's or a person's own provider, or else the team's. */
import type { Case, Client } from "../model/case.ts";
import type { Staff } from "../model/staff.ts";
import type { Id } from "../units.ts";

/** Provider of a client or of one of the staff; undefined where nobody names one. */
export const providerOf = (of: Case, { provider, team }: Pick<Client | Staff, "provider" | "team">): Id | undefined =>
  provider ?? of.teams?.find(({ id }) => id === team)?.provider;
