/** What is known of the days afterwards, beside the plan. */
import type { Need } from "../model/case.ts";
import type { Id } from "../units.ts";

export interface Performed {
  /** Occasions (`need@date#k`) that the client declined when staff came or were on their way: performed with 0 minutes. */
  readonly declined?: readonly Id[];
  /** Occasion -> minutes that the visit lasted. Of an occasion that is not named nothing is known. */
  readonly minutes?: Readonly<Record<Id, number>>;
}

/** Minutes that the visit lasted; null: nothing is known. */
export function performedMinutes({ declined, minutes }: Performed, occasion: Id): number | null {
  const known = minutes !== undefined && Object.hasOwn(minutes, occasion) ? minutes[occasion] : undefined;
  return known ?? (declined?.includes(occasion) === true ? 0 : null);
}

/** Minutes of staff in a visit that lasted so long: a second person as the need has one. */
export function staffMinutesOf({ staffing = 1 }: Need, minutes: number): number {
  return minutes === 0 || staffing === 1 ? minutes : minutes + (staffing === 2 ? minutes : staffing.second.minutes);
}

/** Throws RangeError where it names an occasion that is not among these. */
export function requireKnown({ declined = [], minutes = {} }: Performed, occasions: readonly Id[]): void {
  const known = new Set(occasions);
  const unknown = declined.find((id) => !known.has(id));
  if (unknown !== undefined) throw new RangeError(`Occasion ${unknown} was declined, but the Demand does not have it.`);
  const other = Object.keys(minutes).find((id) => !known.has(id));
  if (other !== undefined) throw new RangeError(`Occasion ${other} was performed, but the Demand does not have it.`);
}
