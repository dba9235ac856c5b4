/** Whose minutes are counted together, and by which rules: one client's frame, or a provider's pool of them. */
import { framePeriodOf } from "../calendar/framePeriods.ts";
import type { Case, Client, FramePeriod, FramePolicy, Need } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import { payingProviderOf } from "../model/provider.ts";
import type { Id } from "../units.ts";
import type { Switches } from "./switches.ts";

export interface Holder {
  readonly id: Id;
  readonly clients: readonly Client[];
  readonly per: FramePeriod;
  /** First day of the frame period in which planning begins: four-week blocks are counted from it. */
  readonly anchor: CivilDate;
  /** May minutes move between purposes? */
  readonly swap: boolean;
  readonly save: "none" | "withinPeriod" | "rolling";
  /** Largest share of a period's minutes that may come from earlier ones. */
  readonly maxShare?: number;
}

/** Frame policy of a client whose decision names one. */
export const policyOf = (of: Case, { decision }: Client): FramePolicy | undefined => {
  const { grants } = decision;
  return grants.kind === "frame" && grants.policy !== undefined ? of.framePolicies?.find(({ id }) => id === grants.policy) : undefined;
};

/** Alarms are outside the frame; nurse-delegated (HSL) needs are inside only where the policy says so. */
export function isInFrame(of: Case, need: Need, client: Client): boolean {
  const basis = need.basis ?? client.decision.basis;
  return basis !== "alarm" && (basis !== "HSL" || policyOf(of, client)?.includesDelegated === true);
}

/** Are the client's minutes shared with others of the provider? */
export const isPooled = (of: Case, client: Client, { pool }: Switches): boolean =>
  (pool === "policy" ? (policyOf(of, client)?.scope ?? "client") : pool) === "provider";

/** One holder per client; clients of one provider with the same rules and periods are one where their minutes are pooled. In the order of clients. */
export function holdersOf(of: Case, switches: Switches): Holder[] {
  const holders = new Map<Id, Holder>();
  for (const client of of.clients) {
    const policy = policyOf(of, client);
    const rules = rulesFor(of, client, policy, switches);
    const id = isPooled(of, client, switches) ? ["pool", payingProviderOf(of, client) ?? "", ...Object.values(rules)].join(" ") : client.id;
    holders.set(id, { id, ...rules, clients: [...(holders.get(id)?.clients ?? []), client] });
  }
  return [...holders.values()];
}

function rulesFor(of: Case, client: Client, policy: FramePolicy | undefined, switches: Switches): Omit<Holder, "id" | "clients"> {
  const { grants, from = of.period.from } = client.decision;
  const betweenDays = policy?.swap.betweenDays ?? true;
  const maxShare = policy?.carryOver.maxShare;
  const per = grants.kind === "frame" ? grants.per : switches.framePer;
  return {
    per,
    anchor: framePeriodOf(per, of.period.from, from).from,
    swap: switches.purposeSwap === "policy" ? (policy?.swap.betweenPurposes ?? true) : switches.purposeSwap === "yes",
    save: switches.save === "policy" ? (betweenDays ? (policy?.carryOver.mode ?? "withinPeriod") : "none") : switches.save,
    ...(maxShare !== undefined && { maxShare }),
  };
}
