/** How one travels where nothing else is said. */
import type { TravelMode } from "../../model/place.ts";

/** Straight line x detour at a usual speed, with a fixed extra per trip. All figures are assumed. */
export const DEFAULT_TRAVEL: readonly TravelMode[] = [
  { mode: "walk", formula: { kmPerHour: 4.5, detour: 1.3, fixedSeconds: 120 }, co2GramsPerKm: 0 },
  { mode: "bike", formula: { kmPerHour: 14, detour: 1.3, fixedSeconds: 120 }, co2GramsPerKm: 0 },
  { mode: "eBike", formula: { kmPerHour: 18, detour: 1.3, fixedSeconds: 120 }, co2GramsPerKm: 0 },
  { mode: "car", formula: { kmPerHour: 28, detour: 1.3, fixedSeconds: 240 }, co2GramsPerKm: 120 },
];
