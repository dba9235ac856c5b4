/** Does every mode join the places of the case as its matrix or formula says, at every hour? */
import { clockSeconds } from "../../calendar/clock.ts";
import type { TravelMode } from "../../model/place.ts";
import type { Travel } from "../../model/demand.ts";
import { baseTicks, tripMetres } from "../plan/travel.ts";
import type { Report } from "./codes.ts";
import { type Globe, globeOf, sameSpot, straightLine } from "./globe.ts";
import type { Facts } from "./facts.ts";

/** Least and most that is fair: what is rounded may be so in more than one way. Undefined where the case does not say. */
interface Fair {
  readonly seconds: readonly (readonly [least: number, most: number])[];
  readonly metres: readonly [least: number, most: number] | undefined;
}

export function checkTravel({ of, demand }: Facts, report: Report): void {
  const globe = globeOf(of.places);
  for (const mode of of.travel) {
    const at = demand.travel.findIndex((travel) => travel.mode === mode.mode);
    const travel = demand.travel[at];
    const fault = travel === undefined ? "is missing" : faultOf(travel, mode, globe);
    if (fault !== undefined)
      report("wrong-travel", ["travel", Math.max(0, at)], `Travel by ${mode.mode} ${fault}.`, "Take it from the case.");
  }
}

function faultOf(travel: Travel, mode: TravelMode, globe: Globe): string | undefined {
  const count = globe.places.length;
  if (travel.placeCount !== count) return `does not join the case's ${count} places`;
  if (!isSameProfile(travel, mode)) return "has other slow hours than in the case";
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      if (from === to) continue;
      const { seconds, metres } = fairTrip(mode, globe, from, to);
      const way = `from ${globe.places[from]?.id} to ${globe.places[to]?.id}`;
      const ticks = baseTicks(travel, from, to);
      if (!seconds.some(([least, most]) => least <= ticks && ticks <= most))
        return `takes ${ticks} seconds ${way}, where it is ${told(seconds)}`;
      if (metres !== undefined && !isFairLength(travel, from, to, metres))
        return `is ${tripMetres(travel, from, to)} metres ${way}, where it is ${told([metres])}`;
    }
  }
  return undefined;
}

function isFairLength(travel: Travel, from: number, to: number, [least, most]: readonly [number, number]): boolean {
  const metres = tripMetres(travel, from, to);
  return (travel.metres !== undefined || travel.metresPerUnit !== undefined) && least <= metres && metres <= most;
}

function fairTrip({ matrix, formula }: TravelMode, globe: Globe, from: number, to: number): Fair {
  if (matrix !== undefined) {
    const [seconds, metres] = [matrix.seconds, matrix.metres].map((rows) => rows?.[from]?.[to]);
    return { seconds: seconds === undefined ? [] : [[seconds, seconds]], metres: metres === undefined ? undefined : [metres, metres] };
  }
  if (formula === undefined) return { seconds: [[0, 0]], metres: undefined };
  const [near, far] = straightLine(globe, from, to);
  const perMetre = (formula.detour * (formula.winterFactor ?? 1) * 3.6) / formula.kmPerHour;
  const trip = [near * perMetre + formula.fixedSeconds - 0.5, far * perMetre + formula.fixedSeconds + 0.5] as const;
  const spot = sameSpot(globe, from, to);
  return {
    seconds: [...(spot === "surely" ? [] : [trip]), ...(spot === "no" ? [] : [[0, 0] as const])],
    metres: [near * formula.detour - 0.5, far * formula.detour + 0.5],
  };
}

/** The same factor at every hour at which either changes it. */
function isSameProfile({ profile: found = [] }: Travel, { profile: wanted = [] }: TravelMode): boolean {
  const known = wanted.map(({ from, factor }) => ({ fromTimeOfDay: clockSeconds(from), factor }));
  const hours = [0, ...[...found, ...known].map((step) => step.fromTimeOfDay)];
  return hours.every((hour) => factorAt(found, hour) === factorAt(known, hour));
}

function factorAt(profile: NonNullable<Travel["profile"]>, hour: number): number {
  const begun = profile.filter(({ fromTimeOfDay }) => fromTimeOfDay <= hour);
  return begun.reduce((last, step) => (step.fromTimeOfDay >= last.fromTimeOfDay ? step : last), { fromTimeOfDay: 0, factor: 1 }).factor;
}

const told = (spans: readonly (readonly [number, number])[]): string =>
  spans.map(([least, most]) => (least === most ? `${least}` : `${Math.ceil(Math.max(0, least))} to ${Math.floor(most)}`)).join(" or ");
