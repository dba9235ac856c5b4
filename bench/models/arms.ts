/** The models and policies that are compared, each a way to read one town. */
import type { Case } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import { canonicalJson } from "../../src/model/hash.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { pooled } from "../../src/schedule/pooled.ts";
import { PRESETS, type PresetId, presetModel, presetPolicy } from "../../src/schedule/presets.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import type { ModelSpec } from "../../src/schedule/switches.ts";

export interface CompareArm {
  readonly name: string;
  /** The Case as the policy has it: only how frames may be used differs. */
  readonly policy: (town: Case) => Case;
  readonly model: ModelSpec;
  /** Added to the seed of the search. Default 0. */
  readonly seedShift?: number;
  /** No steps: the plan that the search begins with. */
  readonly isFirstPlan?: true;
}

const asIs = (town: Case): Case => town;

/** What all others are compared with. */
export const BASE: CompareArm = { name: "minute", policy: asIs, model: minute() };

/** The base once more with other draws of the search: what differs here is noise. */
export const NULL_ARM: CompareArm = { name: "minute, other draws", policy: asIs, model: minute(), seedShift: 1000 };

/** What searching gives is no difference between models: this arm stands apart from the others. */
export const FIRST_PLAN: CompareArm = { name: "minute, first plan", policy: asIs, model: minute(), isFirstPlan: true };

export const MODEL_ARMS: readonly CompareArm[] = [
  NULL_ARM,
  { name: "ramtid", policy: asIs, model: ramtid() },
  { name: "ramtid, planned clock", policy: asIs, model: ramtid({ clock: "planned" }) },
  { name: "pooled", policy: asIs, model: pooled() },
];

/** Every client with a frame under the municipality's policy. */
const withPolicy = (id: PresetId) => (town: Case): Case => ({
  ...town,
  framePolicies: [...(town.framePolicies ?? []).filter((policy) => policy.id !== id), presetPolicy(id)],
  clients: town.clients.map((client) =>
    client.decision.grants.kind === "frame" ? { ...client, decision: { ...client.decision, grants: { ...client.decision.grants, policy: id } } } : client,
  ),
});

export const PRESET_ARMS: readonly CompareArm[] = (Object.keys(PRESETS) as PresetId[]).map((id) => ({ name: id, policy: withPolicy(id), model: presetModel(id) }));

/** The Demand of an arm, and the Case that it is measured on. */
export function demandOf(town: Case, { policy, model }: CompareArm): { readonly town: Case; readonly demand: Demand } {
  const own = policy(town);
  return { town: own, demand: demandFor(own, model) };
}

/**
 * Throws where two arms of a town are not judged alike, or not given the same: equal terms, staff, shifts, travel, needs, and accounts with a
 * cost. What a model may set is left out: when a task may start, how long it may last, frames and ties.
 */
export function requireEqualMeans(base: Demand, other: Demand): void {
  const means = ({ terms, workers, shifts, pools, travel, days, clients, memory, tasks, budgets }: Demand): unknown => [
    [terms, workers, shifts, pools, travel, days, clients, memory],
    tasks.map(({ slots: _, duration, ...task }) => [task, duration.value ?? null]),
    budgets.filter(({ cost }) => cost !== undefined),
  ];
  if (canonicalJson(means(base)) !== canonicalJson(means(other))) throw new Error(`${base.model} and ${other.model} do not have the same means.`);
}
