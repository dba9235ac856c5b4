/** Whatever is planned, every account balances to the tick. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { frameLedger } from "../../../src/kpi/ledger/frameLedger.ts";
import type { Balance, LedgerLine, LedgerRow, Move } from "../../../src/kpi/ledger/ledger.ts";
import type { Case } from "../../../src/model/case.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { pooled } from "../../../src/schedule/pooled.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { cases } from "./cases.ts";
import { planFor } from "./hand.ts";

/** Of every task: nobody does it, or for so long; of every occasion, what is known of it afterwards. */
const fates = fc.array(fc.tuple(fc.constantFrom(0, 5, 20, 31, 60, 12.5), fc.constantFrom(null, null, 0, 14.2, 70)), { minLength: 1, maxLength: 40 });

const imbalance = (row: Balance): number =>
  row.granted + row.movedIn - row.usedBefore - row.owed - row.used - row.reserved - row.held - row.movedOut - row.remaining;
const total = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);
const isBetween = ({ reason }: Move): boolean => ["saved", "borrowed", "pool"].includes(reason);
const here = ({ client: who, period }: LedgerRow, side: Move["from"]): boolean => side.client === who && side.period === period.from;

function lineImbalance({ moves }: LedgerRow, { occurrence, template, used }: LedgerLine): number {
  const inside = moves.filter(({ reason }) => reason !== "otherDay");
  const [into, outOf] = (["to", "from"] as const).map((end) => total(inside.filter((move) => move[end].occurrence === occurrence), ({ ticks }) => ticks));
  return template + into! - outOf! - used;
}

const seen = { rows: 0, pools: 0, between: 0, lines: 0, missed: 0 };

test("periods, occasions, pools and delegated work balance under every model, and nothing is counted twice", () => {
  fc.assert(
    fc.property(cases, fates, fc.constantFrom(minute(), ramtid(), pooled()), (of, fate, model) => {
      const demand = demandFor(of, model);
      const at = (i: number) => fate[i % fate.length]!;
      const plan = planFor(demand, Object.fromEntries(demand.tasks.map(({ id }, i) => [id, at(i)[0]])));
      const known = demand.tasks.flatMap(({ serves = [] }, i) => serves.flatMap((id) => (at(i)[1] === null ? [] : [[id, at(i)[1] as number]])));
      const { rows, pools, delegated } = frameLedger(of, demand, plan, { minutes: Object.fromEntries(known) });
      expect([...rows, ...pools].map(imbalance)).toEqual([...rows, ...pools].map(() => 0));
      for (const row of rows) {
        expect(row.lines.map((line) => lineImbalance(row, line))).toEqual(row.lines.map(() => 0));
        const between = row.moves.filter(isBetween);
        const sum = (moves: readonly Move[]): number => total(moves, ({ ticks }) => ticks);
        const out = between.filter(({ from }) => here(row, from));
        expect(sum(between.filter(({ to }) => here(row, to)))).toBe(row.movedIn);
        expect(sum(out.filter(({ reason }) => reason !== "borrowed"))).toBe(row.movedOut);
        expect(sum(out.filter(({ reason }) => reason === "borrowed"))).toBe(row.owed);
        expect(row.moves.every(({ ticks }) => ticks > 0 && Number.isInteger(ticks))).toBe(true);
        expect(row.planned).toBe(total(row.lines, (line) => line.planned));
        expect(row.used).toBe(total(row.lines, (line) => line.used));
        expect(row.moves.filter(({ reason }) => ["visit", "purpose", "day", "purposeAndDay"].includes(reason)).some(({ from, to }) => [from, to].some((side) => of.needs.find(({ id }) => id === side.need)?.basis === "HSL"))).toBe(false);
      }
      for (const row of delegated) expect(row.due).toBe(row.planned - row.over + row.missedTicks);
      expect(total(rows, (row) => row.planned)).toBe(plannedInFrames(of, plan, rows));
      seen.rows += rows.length;
      seen.pools += pools.length;
      seen.between += total(rows, ({ moves }) => moves.filter(isBetween).length);
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
