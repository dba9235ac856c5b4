/** What is to be said before plans are compared. */
import type { Comparison } from "./arm.ts";
import { STRINGS } from "./strings.ts";

/** That plans are not days; that ramtid is the freer one only where it stands beside minute. Empty over one plan, which is compared with none. O(arms). */
export function cautionOf({ arms, locale }: Pick<Comparison, "arms" | "locale">): string {
  if (arms.length < 2) return "";
  const { notDays, ramtidIsFreer, onTheDay } = STRINGS[locale];
  const has = (model: string): boolean => arms.some(({ demand }) => demand.model === model);
  return `${notDays} ${has("minute") && has("ramtid") ? ramtidIsFreer : onTheDay}`;
}
