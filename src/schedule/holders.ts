/** Whose minutes are counted together, and by which rules: one client's frame, or a provider's pool of them. */
import type { Case, Client, FramePeriod, FramePolicy, Need, Provider } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Id } from "../units.ts";
import { poolProviderOf } from "./providers.ts";
import type { Switches } from "./switches.ts";

export interface Holder {
  readonly id: Id;
  readonly clients: readonly Client[];
  readonly per: FramePeriod;
  /** A day of the first four-week block. */
  readonly anchor: CivilDate;
  /** May minutes move between purposes? */
  readonly swap: boolean;
  readonly save: "none" | "withinPeriod" | "rolling";
  /** Largest share of a period's minutes that may come from earlier ones. */
  readonly maxShare?: number;
  /** Minutes that the provider's clients have together, in place of their own. */
  readonly pool?: NonNullable<Provider["pool"]>;
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

/**
 * One holder per client. Where minutes are pooled, clients of one provider with the same rules are one, and all of them where the provider
 * has a pool of its own: its period holds, and the strictest of their rules. In the order of clients.
 */
export function holdersOf(of: Case, switches: Switches): Holder[] {
  const holders = new Map<Id, Holder>();
  for (const client of of.clients) {
    const policy = policyOf(of, client);
    const rules = rulesFor(of, client, policy, switches);
    const pooled = (switches.pool === "policy" ? (policy?.scope ?? "client") : switches.pool) === "provider";
    const provider = pooled ? poolProviderOf(of, client) : undefined;
    const id = !pooled ? client.id : ["pool", provider?.id ?? "", ...(provider?.pool === undefined ? Object.values(rules) : [])].join(" ");
    const before = holders.get(id);
    const clients = [...(before?.clients ?? []), client];
    if (provider?.pool === undefined) holders.set(id, { id, ...rules, clients });
    else holders.set(id, { id, ...strictest(rules, before ?? rules), per: provider.pool.per, anchor: of.period.from, clients, pool: provider.pool });
  }
  return [...holders.values()];
}

/** Kinds of saving, the strictest first. */
const SAVINGS = ["none", "withinPeriod", "rolling"] as const satisfies readonly Holder["save"][];

function strictest<T extends Pick<Holder, "swap" | "save" | "maxShare">>(rules: T, others: Pick<Holder, "swap" | "save" | "maxShare">): T {
  const maxShare = Math.min(rules.maxShare ?? Infinity, others.maxShare ?? Infinity);
  return {
    ...rules,
    swap: rules.swap && others.swap,
    save: SAVINGS.find((save) => save === rules.save || save === others.save) ?? rules.save,
    ...(maxShare < Infinity && { maxShare }),
  };
}

function rulesFor(of: Case, client: Client, policy: FramePolicy | undefined, switches: Switches): Omit<Holder, "id" | "clients" | "pool"> {
  const { grants, from = of.period.from } = client.decision;
  const betweenDays = policy?.swap.betweenDays ?? true;
  const maxShare = policy?.carryOver.maxShare;
  return {
    per: grants.kind === "frame" ? grants.per : switches.framePer,
    anchor: from,
    swap: switches.purposeSwap === "policy" ? (policy?.swap.betweenPurposes ?? true) : switches.purposeSwap === "yes",
    save: switches.save === "policy" ? (betweenDays ? (policy?.carryOver.mode ?? "withinPeriod") : "none") : switches.save,
    ...(maxShare !== undefined && { maxShare }),
  };
}
