/** Is no more saved into a frame period than the policy's largest share of it? */
import { framePeriodOf } from "../../calendar/framePeriods.ts";
import type { Case, Client } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Id, Tick } from "../../units.ts";
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import { type Facts, firstTask } from "./facts.ts";

interface Account {
  readonly dues: readonly Due[];
  readonly most: Tick;
}

/** Only where accounts add up several periods can anything be saved; a provider's pool has periods of its own. */
export function checkCarried(facts: Facts, report: Report): void {
  const { of, demand } = facts;
  const byTask = accountsByTask(facts);
  const reported = new Set<string>();
  for (const due of facts.due.values()) {
    const share = policyOf(of, due.client)?.carryOver.maxShare;
    const task = firstTask(facts, due);
    if (share === undefined || task === undefined || hasPool(of, due.client)) continue;
    const period = beginOf(of, due);
    const key = `${due.client.id} ${period}`;
    const own = byTask.get(task.id) ?? [];
    const isOfClient = (other: Due): boolean => other.client === due.client;
    const saves = own.some(({ dues }) => dues.some((other) => isOfClient(other) && beginOf(of, other) < period));
    const isBounded = own.some(
      ({ dues, most }) =>
        dues.every((other) => !isOfClient(other) || beginOf(of, other) === period) && most <= allowedFor(of, dues) * (1 + share),
    );
    if (!saves || isBounded || reported.has(key)) continue;
    reported.add(key);
    report(
      "frame-too-wide",
      ["tasks", demand.tasks.indexOf(task)],
      `More may be saved for ${due.client.id} from before ${period} than ${share} of the frame.`,
      "Add an account of this period alone.",
    );
  }
}

function hasPool({ providers = [], teams = [] }: Case, { provider, team }: Client): boolean {
  const named = provider ?? teams.find(({ id }) => id === team)?.provider;
  return providers.some(({ id, pool }) => pool !== undefined && (id === named || (named === undefined && providers.length === 1)));
}

function accountsByTask({ demand, due }: Facts): ReadonlyMap<Id, readonly Account[]> {
  const duesOf = new Map(demand.tasks.map(({ id, serves = [] }) => [id, serves.flatMap((one) => due.get(one) ?? [])]));
  const accounts = new Map<Id, Account[]>();
  for (const { of, quantity, limit, members } of demand.budgets) {
    if (of !== "task" || quantity !== "serviceTicks" || limit[1] === null) continue;
    const account = { dues: members.flatMap((id) => duesOf.get(id) ?? []), most: limit[1] };
    for (const id of members) accounts.set(id, [...(accounts.get(id) ?? []), account]);
  }
  return accounts;
}

/** Ticks of one period: the frames of the clients, or templates where there is none. */
function allowedFor(of: Case, dues: readonly Due[]): Tick {
  const clients = new Set(dues.map(({ client }) => client));
  return [...clients].reduce((ticks, client) => {
    const { grants } = client.decision;
    const own = dues.filter((due) => due.client === client);
    const minutes =
      grants.kind === "frame" ? grants.minutes * (policyOf(of, client)?.cap ?? 1) : own.reduce((sum, { need }) => sum + need.minutes, 0);
    return ticks + Math.round(minutes * 60);
  }, 0);
}

const beginOf = (of: Case, { client: { decision }, date }: Due): CivilDate =>
  framePeriodOf(decision.grants.kind === "frame" ? decision.grants.per : "week", date, decision.from ?? of.period.from).from;

const policyOf = (of: Case, { decision: { grants } }: Client) =>
  grants.kind === "frame" ? of.framePolicies?.find(({ id }) => id === grants.policy) : undefined;
