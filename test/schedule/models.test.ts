import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case } from "../../src/model/case.ts";
import type { Demand, Slot, Task } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { MINUTE, minute } from "../../src/schedule/minute.ts";
import { nameOf, switchesOf } from "../../src/schedule/models.ts";
import { RAMTID, ramtid } from "../../src/schedule/ramtid.ts";
import { SWITCH_VALUES, type Switches } from "../../src/schedule/switches.ts";

const towns = fc
  .record({ seed: fc.nat(1e6), clients: fc.integer({ min: 3, max: 14 }), days: fc.integer({ min: 1, max: 15 }), start: fc.nat(20) })
  .map(({ start, ...options }): Case => sampleTown({ ...options, from: `2026-03-${String(10 + start).padStart(2, "0")}` }));
const runs = { seed: 11, numRuns: 12 };

describe("null test: a model is its switches", () => {
  test("ramtid with every switch set as minute is minute to the bit, by name and hash too", () => {
    fc.assert(
      fc.property(towns, (town) => {
        const demand = demandFor(town, ramtid(MINUTE));
        expect(demand).toEqual(demandFor(town, minute()));
        expect(hashOf(demand)).toBe(hashOf(demandFor(town, minute())));
        expect(hashOf(demandFor(town, minute(RAMTID)))).toBe(hashOf(demandFor(town, ramtid())));
      }),
      runs,
    );
  });

  test("a setting of one's own is named by its switches", () => {
    expect(nameOf(switchesOf(minute({ clock: "window" })))).toBe(
      "clock=window day=fixed duration=template purposeSwap=no save=none pool=client decides=planner framePer=week",
    );
  });

  test("unknown models, switches and values are refused by name", () => {
    expect(() => switchesOf({ name: "hour", parameters: {} })).toThrow(/"hour".*minute, ramtid/);
    expect(() => switchesOf({ name: "ramtid", parameters: { clok: "window" } })).toThrow(/"clok"/);
    expect(() => switchesOf({ name: "ramtid", parameters: { clock: "never" } })).toThrow(/clock cannot be "never"/);
    expect(() => switchesOf({ name: "constructor", parameters: {} })).toThrow(/constructor/);
  });
});

describe("minute is embedded in ramtid", () => {
  const shared = ["shifts", "workers", "pools", "travel", "days", "clients", "memory", "terms", "origin"] as const;

  test("both have the same tasks, and everything but slots, lengths, ties and accounts is equal", () => {
    fc.assert(
      fc.property(towns, (town) => {
        const [a, b] = [demandFor(town, minute()), demandFor(town, ramtid())];
        for (const part of shared) expect(a[part]).toEqual(b[part]);
        const fixed = (task: Task): unknown => ({ ...task, slots: undefined, duration: undefined });
        expect(a.tasks.map(fixed)).toEqual(b.tasks.map(fixed));
      }),
      runs,
    );
  });

  test("every start and length that minute allows, ramtid allows", () => {
    let wider = 0;
    const within = (inner: Slot, outer: Slot): boolean => inner.start[0]! >= outer.start[0]! && inner.start[1]! <= outer.start[1]!;
    fc.assert(
      fc.property(towns, (town) => {
        const free = demandFor(town, ramtid()).tasks;
        demandFor(town, minute()).tasks.forEach((task, i) => {
          const wide = free[i]!;
          for (const slot of task.slots) expect(wide.slots.some((outer) => within(slot, outer))).toBe(true);
          expect(wide.duration.min).toBeLessThanOrEqual(task.duration.min);
          expect(wide.duration.max).toBeGreaterThanOrEqual(task.duration.max);
          if (wide.slots.length > task.slots.length || wide.duration.max > task.duration.max) wider++;
        });
      }),
      runs,
    );
    expect(wider).toBeGreaterThan(100);
  });

  test("every relation of ramtid is one of minute's, or only says that two who come together leave together; of keys, of visits whose hours are sure", () => {
    fc.assert(
      fc.property(towns, (town) => {
        const strict = new Map(demandFor(town, minute()).relations.map((relation) => [relation.id, relation]));
        for (const relation of demandFor(town, ramtid()).relations) {
          if (relation.id.endsWith("/end")) expect(relation).toMatchObject({ kind: "gap", from: "end", to: "end" });
          else if (relation.id.includes("/keys:")) {
            const { tasks, ...limit } = strict.get(relation.id)!;
            expect({ ...relation, tasks: undefined }).toEqual({ ...limit, tasks: undefined });
            expect(tasks).toEqual(expect.arrayContaining([...relation.tasks]));
          } else expect(relation).toEqual(strict.get(relation.id));
        }
      }),
      runs,
    );
  });

  test("template minutes fit every account of ramtid where frames cover the templates", () => {
    fc.assert(
      fc.property(towns, (town) => {
        const templates = new Map(demandFor(town, minute()).tasks.map((task) => [task.id, task.duration.max]));
        for (const budget of demandFor(town, ramtid()).budgets.filter(({ of }) => of === "task")) {
          const used = budget.members.reduce((sum, id) => sum + (templates.get(id) as number), budget.opening + budget.reserved);
          expect(used).toBeLessThanOrEqual(budget.limit[1] as number);
        }
      }),
      runs,
    );
  });
});

describe("the ladder: one switch at a time", () => {
  const steps = (Object.keys(SWITCH_VALUES) as (keyof Switches)[]).flatMap((key) =>
    SWITCH_VALUES[key].map((value): Partial<Switches> => ({ [key]: value })),
  );
  const town = sampleTown({ seed: 5, clients: 12, days: 15, from: "2026-03-18" });

  test.each(steps.map((step) => [JSON.stringify(step), step] as const))(
    "minute with %s and ramtid with it are sound Demands",
    (_, step) => {
      for (const model of [minute(step), ramtid(step)]) {
        const demand = demandFor(town, model);
        expect(() => readDemand(JSON.parse(JSON.stringify(demand)))).not.toThrow();
        expectSound(demand);
      }
    },
  );
});

/** Names are unique, spans ordered, members known. */
function expectSound(demand: Demand): void {
  const ids = demand.tasks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const list of [demand.relations, demand.budgets, demand.shifts]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  const known = { task: new Set(ids), shift: new Set(demand.shifts.map(({ id }) => id)) };
  for (const { tasks } of demand.relations) expect(tasks.filter((id) => !known.task.has(id))).toEqual([]);
  for (const { of, members } of demand.budgets) expect(members.filter((id) => !known[of].has(id))).toEqual([]);
  for (const { slots, duration } of demand.tasks) {
    expect(duration.min).toBeLessThanOrEqual(duration.max);
    expect(slots.length).toBeGreaterThan(0);
    for (const { start } of slots) expect(start[0]!).toBeLessThanOrEqual(start[1]!);
  }
  for (const { limit, opening, reserved } of demand.budgets) expect(opening + reserved).toBeLessThanOrEqual(limit[1] ?? Number.POSITIVE_INFINITY);
}
