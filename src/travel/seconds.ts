/** A trip by formula, which is all that a Case knows where it has no matrix. */
import type { TravelFormula } from "../model/place.ts";

/** Seconds per metre of straight line. */
export const secondsPerMetre = ({ kmPerHour, detour, winterFactor = 1 }: TravelFormula): number => (detour * 3.6 * winterFactor) / kmPerHour;

/** Whole seconds of a trip over `straightMetres`; none where there is no way to go. */
export const tripSeconds = (formula: TravelFormula, straightMetres: number): number =>
  straightMetres === 0 ? 0 : Math.round(straightMetres * secondsPerMetre(formula) + formula.fixedSeconds);
