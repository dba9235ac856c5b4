/** Whatever is planned, every account balances to the tick. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { frameLedger } from "../../../src/kpi/ledger/frameLedger.ts";
import type { LedgerRow } from "../../../src/kpi/ledger/ledger.ts";
import type { Case } from "../../../src/model/case.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { cases } from "./cases.ts";
import { planFor } from "./hand.ts";
import { models } from "../models.ts";
import { BETWEEN_ACCOUNTS, BETWEEN_VISITS, imbalances } from "./imbalances.ts";

/** Of every task: nobody does it, or for so long; of every occasion, what is known of it afterwards. */
const fates = fc.array(fc.tuple(fc.constantFrom(0, 5, 20, 31, 60, 12.5), fc.constantFrom(null, null, 0, 14.2, 70)), { minLength: 1, maxLength: 40 });

const total = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);

const seen = { rows: 0, pools: 0, between: 0, lines: 0, missed: 0 };

test("periods, occasions, pools and delegated work balance under every model, and nothing is counted twice", () => {
  fc.assert(
    fc.property(cases, fates, models, (of, fate, model) => {
      const demand = demandFor(of, model);
      const at = (i: number) => fate[i % fate.length]!;
      const plan = planFor(demand, Object.fromEntries(demand.tasks.map(({ id }, i) => [id, at(i)[0]])));
      const known = demand.tasks.flatMap(({ serves = [] }, i) => serves.flatMap((id) => (at(i)[1] === null ? [] : [[id, at(i)[1] as number]])));
      const declined = demand.tasks.flatMap(({ serves = [] }, i) => (i % 5 === 3 ? serves : []));
      const { rows, pools, delegated, ...rest } = frameLedger(of, demand, plan, { minutes: Object.fromEntries(known), declined });
      expect(imbalances({ rows, pools, delegated, ...rest })).toEqual([]);
      const isHsl = (id: string | undefined): boolean => of.needs.some((need) => need.id === id && need.basis === "HSL");
      expect(rows.flatMap(({ moves }) => moves).filter(({ reason, from, to }) => BETWEEN_VISITS.includes(reason) && (isHsl(from.need) || isHsl(to.need)))).toEqual([]);
      expect(total(rows, (row) => row.planned)).toBe(plannedInFrames(of, plan, rows));
      seen.rows += rows.length;
      seen.pools += pools.length;
      seen.between += total(rows, ({ moves }) => moves.filter(({ reason }) => BETWEEN_ACCOUNTS.includes(reason)).length);
      seen.lines += total(rows, ({ lines }) => lines.length);
      seen.missed += total(delegated, ({ missed }) => missed);
    }),
    { seed: 1122, numRuns: 150 },
  );
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(50);
});

/** Counted from the plan: the parts of clients who have rows. */
function plannedInFrames(of: Case, plan: ReturnType<typeof planFor>, rows: readonly LedgerRow[]): number {
  const held = new Set(rows.map((row) => row.client));
  const rules = of.framePolicies?.[0];
  return total(plan.shifts.flatMap(({ tasks }) => tasks), ({ id, start, end }) => {
    const wish = of.needs.find((one) => id.startsWith(`${one.id}@`))!;
    const sharers = [wish.client, ...(wish.sharedWith ?? [])];
    const framed = (who: string): boolean => of.clients.find((one) => one.id === who)?.decision.grants.kind === "frame";
    const counts = (who: string): boolean =>
      held.has(who) && wish.basis !== "alarm" && (wish.basis !== "HSL" || (framed(who) && rules?.includesDelegated === true)) && (!id.endsWith("/second") || (framed(who) && rules?.doubleCounts === 2));
    // Parts of two staff are taken of their sum, so that the odd ticks of each are counted together.
    const both = plan.shifts.flatMap(({ tasks }) => tasks).filter((other) => other.id === id || other.id === `${id}/second` || `${other.id}/second` === id);
    return total(sharers.filter(counts), (who) => {
      const mine = both.filter((other) => !other.id.endsWith("/second") || (framed(who) && rules?.doubleCounts === 2));
      const sum = total(mine, (other) => other.end - other.start);
      const part = Math.floor(sum / sharers.length) + (sharers.indexOf(who) < sum % sharers.length ? 1 : 0);
      return mine[0]?.id === id && mine[0]?.start === start && mine[0]?.end === end ? part : 0;
    });
  });
}
