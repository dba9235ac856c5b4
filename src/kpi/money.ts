/** What a plan brings in and costs under the tariffs of its Case. No number here changes what is planned. */
import type { Case } from "../model/case.ts";
import type { Demand, Shift } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { type Account, accountsOf } from "./accounts.ts";
import { type Family, family } from "./kpi.ts";
import type { Lookup } from "./lookup.ts";
import { occasionsOf } from "./occasions.ts";
import { areasOf } from "./price.ts";
import { type Performed, requireKnown } from "./performed.ts";
import { type Paying, revenueOf } from "./revenue.ts";
import type { TimeUse } from "./timeUse.ts";

export type MoneyMeasures = Family<"revenue" | "cost" | "result" | "revenuePerPaidHour" | "breakEven" | "overBreakEven">;

/** The money of one provider. */
export interface ProviderMoney {
  readonly provider: Id;
  readonly money: MoneyMeasures;
}

/** SEK and hours. */
interface Sums {
  /** null: no tariff says. */
  readonly revenue: number | null;
  readonly cost: number | null;
  readonly paidHours: number;
  readonly clientHours: number;
}

/**
 * Revenue, cost and break-even of the whole and, where there are several, of each provider. The whole is null where one of
 * those that have clients or shifts is: part of a sum compares with nothing.
 * Throws RangeError where `performed` names an occasion that the Demand does not have.
 * Source of the break-even: cost per worked hour / price per performed hour, as SKR (2024) puts the question.
 */
export function moneyFamily(
  town: Case, demand: Demand, look: Lookup, uses: readonly TimeUse[], comparable: boolean, performed: Performed = {},
): { money: MoneyMeasures; providers: ProviderMoney[] } {
  const occasions = occasionsOf(demand, look);
  requireKnown(performed, occasions.map(({ id }) => id));
  const of: Paying = { town, demand, look, occasions, areas: areasOf(town), performed };
  const accounts = accountsOf(town, demand.shifts);
  const sums = accounts.map((account) => sumsOf(of, account, uses));
  const several = (town.providers ?? []).length > 1;
  return {
    money: familyOf("money", comparable, sums.reduce(added)),
    providers: accounts.flatMap(({ provider, name }, i) =>
      several && provider !== undefined ? [{ provider, money: familyOf(`money.${provider}`, comparable, sums[i] as Sums, name) }] : [],
    ),
  };
}

function sumsOf(of: Paying, { tariff, clients, hasShift }: Account, uses: readonly TimeUse[]): Sums {
  const own = uses.filter((use) => hasShift(of.look.shifts.get(use.shift) as Shift));
  const hours = (ticks: (use: TimeUse) => number): number => own.reduce((sum, use) => sum + ticks(use), 0) / of.demand.ticksPerMinute / 60;
  const overtime = hours((use) => use.overtime);
  const planned = hours((use) => use.paidSpan);
  const perHour = tariff?.costPerWorkedHour;
  return {
    revenue: tariff === undefined ? null : revenueOf(of, tariff, clients),
    cost: perHour === undefined ? null : perHour * (planned + overtime * (tariff?.overtimeFactor ?? 1)),
    paidHours: planned + overtime,
    clientHours: hours((use) => use.client),
  };
}

const added = (a: Sums, b: Sums): Sums => ({
  revenue: a.revenue === null || b.revenue === null ? null : a.revenue + b.revenue,
  cost: a.cost === null || b.cost === null ? null : a.cost + b.cost,
  paidHours: a.paidHours + b.paidHours,
  clientHours: a.clientHours + b.clientHours,
});

const TARIFF = "the Case's tariff";
const BREAK_EVEN = "the question as SKR (2024) puts it, answered by the Case's tariff";

/** `about`: whose money it is, where it is one provider's. */
function familyOf(name: string, comparable: boolean, { revenue, cost, paidHours, clientHours }: Sums, about?: string): MoneyMeasures {
  const ending = about === undefined ? "." : `: ${about}.`;
  const both = revenue !== null && cost !== null;
  const share = paidHours > 0 ? (100 * clientHours) / paidHours : null;
  const breakEven = both && revenue > 0 && share !== null && clientHours > 0 ? (share * cost) / revenue : null;
  return family(name, comparable, {
    revenue: [revenue, "SEK", `What the tariff pays for these days. Where it pays by performed hour, and the hours performed are known, those count; all else as if performed as planned${ending}`, TARIFF],
    cost: [cost, "SEK", `Paid working time with overtime, at the tariff's cost per worked hour${ending}`, TARIFF],
    result: [both ? revenue - cost : null, "SEK", `Revenue less cost${ending}`],
    revenuePerPaidHour: [revenue !== null && paidHours > 0 ? revenue / paidHours : null, "SEK/h", `Revenue / paid working time with overtime${ending}`],
    breakEven: [breakEven, "%", `The client-time share (brukartid) at which revenue covers cost: cost per worked hour / revenue per hour with clients${ending}`, BREAK_EVEN],
    overBreakEven: [breakEven === null || share === null ? null : share - breakEven, "points", `Client-time share less the break-even share; below zero the plan costs more than it brings in${ending}`, BREAK_EVEN],
  }, about);
}
