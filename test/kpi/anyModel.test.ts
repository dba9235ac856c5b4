/** Numbers of generated towns: the same whatever the Demand is called and however it is ordered, and balanced to the tick. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adopt } from "../../src/check/adopt.ts";
import { frameLedger } from "../../src/kpi/ledger/frameLedger.ts";
import { measure } from "../../src/kpi/measure.ts";
import { kpiList } from "../../src/kpi/measures.ts";
import type { Performed } from "../../src/kpi/performed.ts";
import { imbalance } from "../../src/kpi/timeUse.ts";
import type { Case, Need } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { sampleTown } from "../../src/sample/town.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { pooled } from "../../src/schedule/pooled.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { imbalances } from "./ledger/imbalances.ts";

/** Doubles, purposes and tariffs, so that every family of numbers has something to count. */
const rich = (town: Case): Case => ({
  ...town,
  needs: town.needs.map((need, i): Need => (need.minutes < 15 || i % 3 > 1 ? need : { ...need, purpose: `p${i % 2}`, staffing: i % 3 === 0 ? 2 : { second: { from: 5, minutes: 5 } } })),
  tariffs: [{ id: "t", basis: "performedHour", amount: 464, costPerWorkedHour: 260, nightAmount: 245, newClientAmount: 1856 }],
  providers: [{ id: "kommun", tariff: "t", pool: { minutes: 9000, per: "week", usedMinutes: 10 } }],
});

const TOWNS = [
  { seed: 1, clients: 6, days: 4, parameters: { frameShare: 1 }, model: minute() },
  { seed: 2, clients: 7, days: 7, parameters: { frameShare: 0.5 }, model: ramtid() },
  { seed: 3, clients: 6, days: 5, parameters: { frameShare: 0.5 }, from: "2026-10-22", model: pooled() },
].map(({ model, ...options }) => {
  const town = rich(sampleTown(options));
  const demand = demandFor(town, model);
  return { name: `${model.name} ${options.seed}`, town, demand, plan: solveSync(demand, { steps: 30, seed: options.seed }).plan };
});

/** The plan without the tasks whose turn in `left` is false. */
const partOf = (plan: Plan, left: readonly boolean[]): Plan => {
  let turn = 0;
  const shifts = plan.shifts.map((shift) => ({ ...shift, tasks: shift.tasks.filter(() => left[turn++ % left.length]) })).filter(({ tasks }) => tasks.length > 0);
  const served = new Set(shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const all = [...plan.unserved, ...plan.shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id))];
  return { ...plan, shifts, unserved: all.filter((id) => !served.has(id)) };
};

const values = (town: Case, demand: Demand, plan: Plan, performed: Performed = {}): Record<string, number | null> =>
  Object.fromEntries(kpiList(measure(town, demand, plan, performed)).map(({ name, value }) => [name, value === null ? null : Number(value.toPrecision(12))]));

const parts = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }).map((list) => [true, ...list]);

describe.each(TOWNS)("$name", ({ town, demand, plan }) => {
  test("is a plan with something in it", () => {
    expect(plan.shifts.length).toBeGreaterThan(5);
    expect(Object.values(values(town, demand, plan)).filter((value) => value !== null).length).toBeGreaterThan(40);
  });

  test("another name of the model, and another order of tasks, shifts, workers and clients, change no number", () => {
    fc.assert(
      fc.property(parts, fc.nat(1e6), (left, seed) => {
        const shuffled = <T>(list: readonly T[]): T[] => [...list].map((one, i) => ({ one, key: ((i + 1) * 7919 * (seed + 1)) % 10007 })).sort((a, b) => a.key - b.key).map(({ one }) => one);
        const other: Demand = { ...demand, model: "another", tasks: shuffled(demand.tasks), shifts: shuffled(demand.shifts), workers: shuffled(demand.workers), clients: shuffled(demand.clients) };
        const part = partOf(plan, left);
        const performed = { minutes: { [demand.tasks[0]?.serves?.[0] ?? ""]: 12 } };
        expect(values(town, other, part, performed)).toEqual(values(town, demand, part, performed));
        expect(frameLedger(town, other, part, performed)).toEqual(frameLedger(town, demand, part, performed));
      }),
      { seed: 31, numRuns: 8 },
    );
  });

  test("paid time and frames balance to the tick in every part of the plan", () => {
    fc.assert(
      fc.property(parts, (left) => {
        const part = partOf(plan, left);
        const { shifts, frame, lifeAreas, granted } = measure(town, demand, part);
        expect(shifts.map(imbalance)).toEqual(shifts.map(() => 0));
        const ledger = frameLedger(town, demand, part);
        expect(imbalances(ledger)).toEqual([]);
        expect(frame.remaining.value).toBeCloseTo(ledger.rows.reduce((sum, { remaining }) => sum + remaining, 0) / 60, 9);
        expect(lifeAreas.reduce((sum, row) => sum + row.planned, 0)).toBeCloseTo(granted.planned.value ?? 0, 6);
      }),
      { seed: 32, numRuns: 8 },
    );
  });
});

test("a plan has the same numbers and the same ledger under the minute Demand it was made for as under ramtid and pooled", () => {
  const [{ town, demand, plan }] = TOWNS as [(typeof TOWNS)[0]];
  for (const model of [ramtid(), pooled()]) {
    const other = demandFor(town, model);
    const same = adopt(plan, other, demand);
    expect(values(town, other, same)).toEqual(values(town, demand, plan));
    expect(frameLedger(town, other, same)).toEqual(frameLedger(town, demand, plan));
  }
});
