/** Formulas to begin with, where nobody has measured. */
import type { TravelFormula, TravelMode } from "../model/place.ts";

/** A formula with what is known of it. */
export interface NamedFormula {
  readonly mode: TravelMode["mode"];
  /** For bare roads. */
  readonly formula: TravelFormula;
  /** `winterFactor` for snow and ice. */
  readonly winterFactor: number;
  /** Where the numbers come from; "assumed" if from nowhere. */
  readonly source: string;
}

/**
 * One row per mode, cars by where they drive: minutes of locking or parking count once per trip. Public transport has none; it needs a
 * matrix. Measure your own and replace them: none of these numbers was measured.
 */
export const FORMULAS = {
  walk: { mode: "walk", formula: { kmPerHour: 4.5, detour: 1.3, fixedSeconds: 120 }, winterFactor: 1.15, source: "assumed" },
  bike: { mode: "bike", formula: { kmPerHour: 14, detour: 1.3, fixedSeconds: 120 }, winterFactor: 1.15, source: "assumed" },
  eBike: { mode: "eBike", formula: { kmPerHour: 18, detour: 1.3, fixedSeconds: 120 }, winterFactor: 1.15, source: "assumed" },
  carUrban: { mode: "car", formula: { kmPerHour: 28, detour: 1.3, fixedSeconds: 240 }, winterFactor: 1.2, source: "assumed" },
  carRural: { mode: "car", formula: { kmPerHour: 60, detour: 1.3, fixedSeconds: 120 }, winterFactor: 1.2, source: "assumed" },
} as const satisfies Readonly<Record<string, NamedFormula>>;

/** A row of {@link FORMULAS}. */
export type FormulaName = keyof typeof FORMULAS;

/** The mode of travel that a row describes, for a Case. `winter`: on snow and ice (default false). */
export function travelBy(name: FormulaName, { winter = false }: { readonly winter?: boolean } = {}): TravelMode {
  const { mode, formula, winterFactor } = FORMULAS[name];
  return { mode, formula: winter ? { ...formula, winterFactor } : formula };
}
