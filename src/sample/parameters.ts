/** Every number that sampled towns are made of: what it means, its unit, and where it is from. */
import { UsageError } from "../errors.ts";
import type { Told } from "../model/told.ts";
import { HOME_PARAMETERS } from "./homeParameters.ts";
import type { Profile, TownParameter } from "./profiles.ts";
import { STAFF_PARAMETERS } from "./staffParameters.ts";
import { VISIT_PARAMETERS } from "./visitParameters.ts";

/** The table: one row per parameter, each value a fact with its source or an assumption with its reason. */
export const TOWN_PARAMETERS = { ...HOME_PARAMETERS, ...VISIT_PARAMETERS, ...STAFF_PARAMETERS } as const;

type Table = typeof TOWN_PARAMETERS;
type ValueOf<P> = P extends TownParameter<infer T> ? T : never;
type Widened<T> = T extends number ? number : T extends boolean ? boolean : T;

/** Values of all parameters for one town. */
export type TownParameters = { readonly [K in keyof Table]: Widened<ValueOf<Table[K]>> };

/** A profile's values, some replaced by the caller's. Throws {@link UsageError} on a name that the table lacks, or a value of another kind or below what makes sense. */
export function parametersOf(profile: Profile, changed: Partial<TownParameters> = {}): TownParameters {
  const values = Object.fromEntries(
    Object.entries(TOWN_PARAMETERS as Readonly<Record<string, TownParameter<unknown>>>).map(([name, { value, others }]) => [
      name,
      ((others?.[profile] ?? value) as Told<unknown>).value,
    ]),
  );
  for (const [name, value] of Object.entries(changed)) {
    if (!Object.hasOwn(values, name)) throw new UsageError(`Sampled towns have no parameter ${JSON.stringify(name)}. See TOWN_PARAMETERS.`);
    requireLike(name, value, values[name]);
    values[name] = value;
  }
  return values as TownParameters;
}

/** Parameters by which something is divided: none of it would never be enough. */
const MORE_THAN_NONE: readonly string[] = ["clientsPerStaff", "clockStepMinutes", "mostShifts"] satisfies (keyof TownParameters)[];

function requireLike(name: string, value: unknown, usual: unknown): void {
  const isFine = typeof value === "number" ? Number.isFinite(value) && value >= 0 : value !== null;
  if (value === 0 && MORE_THAN_NONE.includes(name)) throw new UsageError(`Parameter ${name} cannot be 0. Give a number above it.`);
  if (typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual) && isFine) return;
  throw new UsageError(`Parameter ${name} cannot be ${JSON.stringify(value) ?? String(value)}. It is of the kind of ${JSON.stringify(usual)}.`);
}
