/** Minutes granted and planned by what they are for. */
import type { Case, Need } from "../model/case.ts";
import type { Occasion } from "./occasions.ts";
import { templateStaffMinutes } from "./price.ts";

/** Minutes of staff: a visit by two counts twice on both sides. */
export interface MinutesFor {
  /** null: the Case does not say. */
  readonly of: string | null;
  readonly occasions: number;
  readonly granted: number;
  readonly planned: number;
}

/** By ICF life area: the need's, else that of the goal it serves. Names in order, what has none last. */
export function minutesByLifeArea(town: Case, occasions: readonly Occasion[]): MinutesFor[] {
  const goals = new Map(
    town.clients.flatMap(({ id, implementationPlan }) =>
      (implementationPlan?.goals ?? []).map(({ id: goal, lifeArea }) => [JSON.stringify([id, goal]), lifeArea] as const),
    ),
  );
  return minutesBy(occasions, ({ lifeArea, client, goal }) => lifeArea ?? goals.get(JSON.stringify([client, goal])));
}

/** By the purpose of the need. */
export const minutesByPurpose = (occasions: readonly Occasion[]): MinutesFor[] => minutesBy(occasions, ({ purpose }) => purpose);

function minutesBy(occasions: readonly Occasion[], nameOf: (need: Need) => string | undefined): MinutesFor[] {
  const sums = new Map<string | null, MinutesFor>();
  for (const { need, staffMinutes } of occasions) {
    const name = nameOf(need) ?? null;
    const before = sums.get(name) ?? { of: name, occasions: 0, granted: 0, planned: 0 };
    sums.set(name, {
      ...before,
      occasions: before.occasions + 1,
      granted: before.granted + templateStaffMinutes(need),
      planned: before.planned + staffMinutes,
    });
  }
  return [...sums.values()].sort((a, b) => (a.of === null ? 1 : b.of === null ? -1 : a.of < b.of ? -1 : 1));
}
