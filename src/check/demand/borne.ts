/** What of an occasion a client's frame bears. */
import type { DateSpan } from "../../calendar/framePeriods.ts";
import type { Case, Client, FramePolicy } from "../../model/case.ts";
import type { Id } from "../../units.ts";
import type { Due } from "./due.ts";
import type { Facts } from "./facts.ts";

/** Ticks of one occurrence that fall to this client, 0 where it serves others or is outside the frame. The odd ones fall to the first named. */
export function partOf(facts: Facts, due: Due, client: Client): number {
  const at = bearers(due).indexOf(client.id);
  if (at < 0 || !isCounted(facts.of, { ...due, client })) return 0;
  const ticks = templates(facts, [{ ...due, client }]);
  const odd = ticks % bearers(due).length;
  return (ticks - odd) / bearers(due).length + (at < odd ? 1 : 0);
}

/** Whom it serves. */
export const bearers = ({ need }: Due): readonly Id[] => [need.client, ...(need.sharedWith ?? [])];

export const isIn = ({ from, until }: DateSpan, { date }: Due): boolean => from <= date && date < until;

export function policyOf(of: Case, { decision: { grants } }: Client): FramePolicy | undefined {
  return grants.kind === "frame" ? of.framePolicies?.find(({ id }) => id === grants.policy) : undefined;
}

/** Alarms are outside, and nurse-delegated work unless the policy includes it. */
export function isCounted(of: Case, { need, client }: Due): boolean {
  switch (need.basis ?? client.decision.basis) {
    case "alarm":
      return false;
    case "HSL":
      return policyOf(of, client)?.includesDelegated === true;
    default:
      return true;
  }
}

export const countsTwice = (of: Case, { need, client }: Due): boolean =>
  (need.staffing ?? 1) !== 1 && policyOf(of, client)?.doubleCounts === 2;

export function templates({ of }: Facts, dues: readonly Due[]): number {
  const minutes = dues.map((due) => {
    const { minutes: own, staffing } = due.need;
    const second = typeof staffing === "object" ? staffing.second.minutes : own;
    return own + (countsTwice(of, due) ? second : 0);
  });
  return Math.round(minutes.reduce((sum, value) => sum + value, 0) * 60);
}
