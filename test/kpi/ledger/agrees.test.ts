/** The ledger and the accounts that planning is bound by are written apart from each other, and reckon the same. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { frameLedger } from "../../../src/kpi/ledger/frameLedger.ts";
import type { Balance, LedgerLine } from "../../../src/kpi/ledger/ledger.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { cases } from "./cases.ts";
import { planFor } from "./hand.ts";

test("what a frame or a pool leaves to planning is the room of its account", () => {
  const compared = { frames: 0, pools: 0 };
  fc.assert(
    fc.property(cases, (of) => {
      const demand = demandFor(of, ramtid({ save: "withinPeriod" }));
      const { rows, pools } = frameLedger(of, demand, planFor(demand, Object.fromEntries(demand.tasks.map(({ id }) => [id, 0]))));
      const roomOf = (name: string): number | undefined => {
        const budget = demand.budgets.find(({ id }) => id === name);
        return budget === undefined ? undefined : budget.limit[1]! - budget.opening - budget.reserved;
      };
      const isShared = ({ need }: LedgerLine): boolean => (of.needs.find(({ id }) => id === need)?.sharedWith ?? []).length > 0;
      const left = (row: Balance, lines: readonly LedgerLine[]): number =>
        Math.max(0, row.granted - row.held - row.usedBefore - row.reserved - lines.filter(isShared).reduce((sum, { template }) => sum + template, 0));
      for (const row of rows) {
        const room = roomOf(`frame ${row.client} ${row.period.from}`);
        if (room === undefined || of.clients.find(({ id }) => id === row.client)?.decision.grants.kind !== "frame") continue;
        expect(room).toBe(left(row, row.lines));
        compared.frames++;
      }
      for (const row of of.providers?.[0]?.pool === undefined ? [] : pools) {
        const room = roomOf(`pool firm ${row.period.from}`);
        if (room === undefined) continue;
        const lines = rows.flatMap(({ lines: own, client }) => (row.clients.includes(client) ? own : []));
        expect(room).toBe(left(row, lines.filter(({ date }) => row.period.from <= date && date < row.period.until)));
        compared.pools++;
      }
    }),
    { seed: 8, numRuns: 150 },
  );
  for (const count of Object.values(compared)) expect(count).toBeGreaterThan(12);
});
