/** Travel times from a routing service, laid into the Case: from then on nobody needs the service. */
import { InputError, type Issue, UsageError } from "../errors.ts";
import type { Case } from "../model/case.ts";
import type { TravelMode } from "../model/place.ts";
import { show } from "../model/show.ts";
import { refuseAlike } from "./routing/alike.ts";
import { matrixOf } from "./routing/matrix.ts";
import type { ResolveOptions } from "./routing/options.ts";
import { locate } from "./routing/points.ts";
import type { RoutingProvider, RoutingTable } from "./routing/provider.ts";
import { tablesOf } from "./routing/tables.ts";
import { UnreachablePairs } from "./routing/unreachable.ts";

/**
 * A new Case whose modes have a matrix in whole seconds and metres in place of their formula; the Case given is not changed. What a
 * service cannot know stays: the formula's `winterFactor` makes its times longer and `fixedSeconds` is added to every trip. Places at the
 * same spot (to a decimetre) are no trip apart.
 *
 * The coordinates of all places, clients' homes among them, are sent to the service: ask your own.
 *
 * Throws InputError with every place without coordinates, every mode that the service does not serve, or every pair of places that
 * no way joins; RoutingError where the service fails (`ROUTING_CODES`); UsageError on wrong options. O(places²) per mode.
 */
export async function resolveTravel(of: Case, provider: RoutingProvider, options: ResolveOptions = {}): Promise<Case> {
  const chosen = chosenModes(of, options);
  if (chosen.length === 0) return { ...of };
  const profiles = profilesOf(of, chosen, provider);
  const located = locate(of.places);
  const tables = await tablesOf([...new Set(profiles.values())], located.points, provider, options);
  if (provider.mayIgnoreProfile) refuseAlike(provider.service, tables);
  const missing = new UnreachablePairs(of.places);
  const travel = of.travel.map((mode, i): TravelMode => {
    const profile = profiles.get(i);
    if (profile === undefined) return mode;
    const { formula, matrix: _old, ...kept } = mode;
    return {
      ...kept,
      matrix: matrixOf(tables.get(profile) as RoutingTable, located, formula, (from, to) => missing.add(mode.mode, from, to)),
    };
  });
  missing.throwIfAny();
  return { ...of, travel };
}

/** Indices in `Case.travel`. */
function chosenModes({ travel }: Case, { modes }: ResolveOptions): number[] {
  const unknown = modes?.find((name) => travel.every(({ mode }) => mode !== name));
  if (unknown !== undefined) throw new UsageError(`modes has ${show(unknown)}, which the case does not travel by.`);
  return [...travel.keys()].filter((i) => {
    const { mode, formula } = travel[i] as TravelMode;
    return modes === undefined ? formula !== undefined : modes.includes(mode);
  });
}

/** Index in `Case.travel` -> what the service calls it. */
function profilesOf({ travel }: Case, chosen: readonly number[], provider: RoutingProvider): Map<number, string> {
  const profiles = new Map<number, string>();
  const issues: Issue[] = [];
  for (const i of chosen) {
    const { mode } = travel[i] as TravelMode;
    const profile = provider.profileOf(mode);
    if (profile !== undefined) profiles.set(i, profile);
    else {
      issues.push({
        code: "mode-not-served",
        path: ["travel", i, "mode"],
        message: `${provider.service} has no profile for ${show(mode)}.`,
        fix: "Name one that it has, or choose the other `modes`.",
      });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return profiles;
}
