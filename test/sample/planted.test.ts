import { describe, expect, test } from "vitest";
import { checkDemand } from "../../src/check/demand/checkDemand.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { measure } from "../../src/kpi/measure.ts";
import { hashOf } from "../../src/model/hash.ts";
import { plantedTown, sampleTown, type TownOptions } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";

const TOWNS: readonly TownOptions[] = [
  { profile: "middleTown", seed: 1 },
  { profile: "denseCity", seed: 2, clients: 40 },
  { profile: "rural", seed: 3, clients: 40 },
  { profile: "boendestod", seed: 4 },
  { profile: "middleTown", seed: 5, clients: 40, from: "2026-10-22", days: 9 },
  { profile: "denseCity", seed: 6, clients: 7, days: 1 },
  { profile: "denseCity", seed: 3, clients: 14, days: 7 }, // a camera looks in after midnight
  { profile: "rural", seed: 7, clients: 12, days: 30, from: "2026-12-30" },
];

describe.each(TOWNS)("a planted town, %o", (options) => {
  const { case: town, witness } = plantedTown(options);

  test.each([minute(), ramtid()])("can be planned without leaving anything out, under $name", (model) => {
    const demand = demandFor(town, model);
    expect(checkDemand(town, demand).issues).toEqual([]);
    const plan = witness(demand);
    expect(checkPlan(demand, plan).issues).toEqual([]);
    expect(plan.unserved.filter((id) => demand.tasks.find((task) => task.id === id)?.required === false)).toEqual([]);
    const share = measure(town, demand, plan).work.clientTimeShare.value ?? 0;
    if (town.clients.length < 30) return; // a single client fills nobody's day
    expect(share).toBeGreaterThan(45);
    expect(share).toBeLessThan(75);
  });
});

test("is the town that asks for it, and differs from the other only in what is promised", () => {
  const options = { seed: 9, clients: 30, days: 7 };
  const planted = sampleTown({ ...options, planted: true });
  expect(hashOf(planted)).toBe(hashOf(plantedTown(options).case));
  const other = sampleTown(options);
  expect(other.needs).not.toEqual(planted.needs);
  const promises = ({ window: _window, plannedAt: _at, ...need }: (typeof other.needs)[number]) => need;
  expect({ ...other, needs: other.needs.map(promises) }).toEqual({ ...planted, needs: planted.needs.map(promises) });
});
