import type { Case } from "../../../src/model/case.ts";
import type { Place, TravelMode } from "../../../src/model/place.ts";
import { validCase } from "../../model/validCase.ts";
import { trip } from "./stub.ts";

const formula = { kmPerHour: 30, detour: 1.3, fixedSeconds: 0 };
export const car: TravelMode = { mode: "car", formula, co2GramsPerKm: 120 };
export const walk: TravelMode = { mode: "walk", formula, profile: [{ from: "00:00", factor: 1.5 }] };

/** A town whose places all lie at different spots. The names of the first two are those that `validCase` speaks of. */
export function townOf(size: number, travel: readonly TravelMode[] = [car, walk]): Case {
  const places = Array.from({ length: size }, (_, i): Place => {
    const id = ["base", "home"][i] ?? `place-${i}`;
    return { id, latitude: (593_000 + ((i * 37) % 101)) / 1e4, longitude: (180_600 + ((i * 53) % 103)) / 1e4 };
  });
  return { ...validCase(), places, travel };
}

/** What the stub's travel comes to. */
export function matrixOf({ places }: Case, profile = "car"): { readonly seconds: number[][]; readonly metres: number[][] } {
  const of = (name: "seconds" | "metres"): number[][] =>
    places.map((from) => places.map((to) => trip(from as Required<Place>, to as Required<Place>, profile)[name]));
  return { seconds: of("seconds"), metres: of("metres") };
}
