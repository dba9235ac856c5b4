/** What counts against a client's frame, by the Case alone. */
import { daysBetween } from "../calendar/civil.ts";
import { framePeriodOf } from "../calendar/framePeriods.ts";
import type { Case, Client, FramePeriod, FramePolicy } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Id } from "../units.ts";
import { type Lookup, needOf } from "./lookup.ts";

/** Is the occurrence (or need) inside the client's frame? Alarms are outside; nurse-delegated work (HSL) is inside only where the frame's policy says so. */
export function isInFrame(town: Case, client: Client, look: Pick<Lookup, "needs">, occurrence: Id): boolean {
  const need = needOf(look, occurrence);
  const basis = need?.basis ?? client.decision.basis;
  return need !== undefined && basis !== "alarm" && (basis !== "HSL" || policyOf(town, client)?.includesDelegated === true);
}

/** Does the second person's time count in the client's frame? */
export const countsTwice = (town: Case, client: Client): boolean => policyOf(town, client)?.doubleCounts === 2;

/** The frame policy of a client's decision, where it names one. */
export function policyOf(town: Case, { decision: { grants } }: Client): FramePolicy | undefined {
  return grants.kind === "frame" ? town.framePolicies?.find((p) => p.id === grants.policy) : undefined;
}

/** Days of the frame period that holds `date`. */
export function daysIn(per: FramePeriod, date: CivilDate): number {
  const { from, until } = framePeriodOf(per, date, date);
  return daysBetween(from, until);
}
