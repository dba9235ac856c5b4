/** How far staff go, by what, and what it emits. */
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { type Family, family, type Kpi } from "./kpi.ts";
import type { Round } from "./round.ts";

export type TravelMeasures = Family<"km" | "co2">;

/** Travel by one mode. */
export interface ModeTravel {
  readonly mode: Id;
  readonly minutes: Kpi;
  readonly km: Kpi;
}

const KM = "Distance between stops and from and to the base.";

export function travelFamily(town: Case, demand: Demand, rounds: readonly Round[], comparable: boolean): { travel: TravelMeasures; modes: ModeTravel[] } {
  const modes = demand.travel.map((t) => ({ mode: t.mode, ...sum(rounds, t.mode) }));
  const grams = modes.reduce<number | null>((total, { mode, metres }) => {
    if (total === null || metres === null) return null;
    return total + (metres / 1000) * (town.travel.find((t) => t.mode === mode)?.co2GramsPerKm ?? 0);
  }, 0);
  const km = modes.some((m) => m.metres === null) ? null : modes.reduce((s, m) => s + (m.metres ?? 0), 0) / 1000;
  return {
    travel: family("travel", comparable, {
      km: [km, "km", KM],
      co2: [grams === null ? null : grams / 1000, "kg", "Carbon dioxide of those trips; modes without a stated figure count as none.", "the Case's grams per kilometre"],
    }),
    modes: modes.map(({ mode, ticks, metres }): ModeTravel => ({
      mode,
      ...family(`travel.${mode}`, comparable, {
        minutes: [ticks / demand.ticksPerMinute, "min", `Travel time by ${mode}.`],
        km: [metres === null ? null : metres / 1000, "km", `Distance by ${mode}.`],
      }),
    })),
  };
}

function sum(rounds: readonly Round[], mode: Id): { ticks: number; metres: number | null } {
  let ticks = 0;
  let metres: number | null = 0;
  for (const piece of rounds.filter((r) => r.option.mode === mode).flatMap((r) => r.pieces)) {
    if (piece.activity !== "travel") continue;
    ticks += piece.end - piece.begin;
    metres = metres === null || piece.metres == null ? null : metres + piece.metres;
  }
  return { ticks, metres };
}
