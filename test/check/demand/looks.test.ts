/** How often the judge looks at what: counted, since time is not the same everywhere. */
import { expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import type { Case, Need } from "../../../src/model/case.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { pooled } from "../../../src/schedule/pooled.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { caseOf, client, need } from "../../kpi/ledger/hand.ts";

/** Four weeks of so many clients, each with a frame, and how often somebody asks with whom their needs are shared. */
function looksAt(clients: number, more: Partial<Case>, model = ramtid()): number {
  let looks = 0;
  const asked = (one: Need): Need => Object.defineProperty({ ...one }, "sharedWith", { enumerable: true, get: () => void looks++ });
  const ids = Array.from({ length: clients }, (_, i) => `c${i}`);
  const town = caseOf(ids.map((id) => client(id, { minutes: 900 })), ids.map((id) => asked(need(`meal-${id}`, id))), { period: { from: "2026-03-09", days: 28 }, ...more });
  const demand = demandFor(town, model);
  const before = looks;
  expect(checkDemand(town, demand).issues).toEqual([]);
  return looks - before;
}

test.each([
  ["frames", {}, ramtid()],
  ["a pool", { providers: [{ id: "firm", pool: { minutes: 20_000, per: "week" } }] } satisfies Partial<Case>, pooled()],
])("twice as many clients with %s are looked at twice as often", (_, more, model) => {
  const [few, many] = [looksAt(10, more, model), looksAt(20, more, model)];
  expect(few).toBeGreaterThan(280);
  expect(many / few).toBeLessThan(2.2);
});
