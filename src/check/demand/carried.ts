/** Is no more saved into a frame period than the policy's largest share of it? */
import { framePeriodOf } from "../../calendar/framePeriods.ts";
import type { Case, Client } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Id, Tick } from "../../units.ts";
import { policyOf } from "./borne.ts";
import type { Report } from "./codes.ts";
import type { Due } from "./due.ts";
import { type Facts, firstTask } from "./facts.ts";
import { poolOf } from "./pools.ts";

interface Account {
  /** Client -> first days of the frame periods of which it counts visits. */
  readonly periods: ReadonlyMap<Client, ReadonlySet<CivilDate>>;
  readonly most: Tick;
  /** Ticks granted for one period of each of the clients. */
  readonly allowed: Tick;
}

/** Only where accounts add up several periods can anything be saved; a provider's pool has periods of its own. */
export function checkCarried(facts: Facts, report: Report): void {
  const { of, demand } = facts;
  const byTask = accountsByTask(facts);
  const reported = new Set<string>();
  for (const due of facts.due.values()) {
    const share = policyOf(of, due.client)?.carryOver.maxShare;
    const task = firstTask(facts, due);
    if (share === undefined || task === undefined || poolOf(of, due.client) !== undefined) continue;
    const period = beginOf(of, due);
    const key = `${due.client.id} ${period}`;
    const own = byTask.get(task.id) ?? [];
    const begun = ({ periods }: Account): readonly CivilDate[] => [...(periods.get(due.client) ?? [])];
    const saves = own.some((account) => begun(account).some((other) => other < period));
    const isBounded = own.some((account) => begun(account).every((other) => other === period) && account.most <= account.allowed * (1 + share));
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

function accountsByTask({ of, demand, due }: Facts): ReadonlyMap<Id, readonly Account[]> {
  const duesOf = new Map(demand.tasks.map(({ id, serves = [] }) => [id, serves.flatMap((one) => due.get(one) ?? [])]));
  const accounts = new Map<Id, Account[]>();
  for (const budget of demand.budgets) {
    const { quantity, limit, members } = budget;
    if (budget.of !== "task" || quantity !== "serviceTicks" || limit[1] === null) continue;
    const dues = new Map<Client, Due[]>();
    for (const one of members.flatMap((id) => duesOf.get(id) ?? [])) {
      const own = dues.get(one.client);
      if (own === undefined) dues.set(one.client, [one]);
      else own.push(one);
    }
    const periods = new Map([...dues].map(([client, own]) => [client, new Set(own.map((one) => beginOf(of, one)))]));
    const account: Account = { periods, most: limit[1], allowed: [...dues].reduce((ticks, [client, own]) => ticks + allowedFor(of, client, own), 0) };
    for (const id of members) accounts.set(id, [...(accounts.get(id) ?? []), account]);
  }
  return accounts;
}

/** Ticks of one period: the client's frame, or templates where there is none. */
function allowedFor(of: Case, client: Client, own: readonly Due[]): Tick {
  const { grants } = client.decision;
  const minutes =
    grants.kind === "frame" ? grants.minutes * (policyOf(of, client)?.cap ?? 1) : own.reduce((sum, { need }) => sum + need.minutes, 0);
  return Math.round(minutes * 60);
}

const beginOf = (of: Case, { client: { decision }, date }: Due): CivilDate =>
  framePeriodOf(decision.grants.kind === "frame" ? decision.grants.per : "week", date, decision.from ?? of.period.from).from;
