/** Lengths of time as people write them: in minutes, or in hours where the cell or its heading says so. */
import { fold } from "./fold.ts";
import { readAmount, type Reading } from "./scalars.ts";

const MINUTES_PER_HOUR = 60;

/** The end of a folded heading that means hours. */
export const HOURS = / (?:i |in )?(?:tim|timmar|h|hours?)$/;

export const saysHours = (label: string): boolean => HOURS.test(fold(label));

const UNIT = /^(.*\d)\s*(?:(min|mins|minuter|minutes?)|(?:t|tim|timmar|timme|h|hrs?|hours?)(?:\/(?:v|vecka|week))?)\.?$/i;

/** Minutes; `inHours`: what has no unit is in hours. */
export function readMinutes(text: string, inHours: boolean): Reading<number> {
  const match = UNIT.exec(text);
  const isHours = match === null ? inHours : match[2] === undefined;
  const reading = readAmount(match?.[1] ?? text);
  return "value" in reading && isHours ? { value: Math.round(reading.value * MINUTES_PER_HOUR) } : reading;
}

/** Hours; minutes are none. */
export function readHours(text: string): Reading<number> {
  const match = UNIT.exec(text);
  return readAmount(match !== null && match[2] === undefined ? (match[1] ?? "") : text);
}
