import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { measure } from "../../src/kpi/measure.ts";
import { imbalance } from "../../src/kpi/timeUse.ts";
import type { Demand, Task } from "../../src/model/demand.ts";
import type { PlannedShift, PlannedTask } from "../../src/model/plan.ts";
import type { Measure, Term } from "../../src/model/term.ts";
import { demand, planOf, t, town } from "./town.ts";

const MEASURES: readonly Measure[] = ["travel", "distance", "waiting", "idle", "overtime", "work", "splitShift", "missedBreak"];

/** The town with slower mornings, measured by everything that the measures count too. */
const judged: Demand = {
  ...demand,
  travel: demand.travel.map((travel) => ({
    ...travel,
    profile: [{ fromTimeOfDay: 0, factor: 1 }, { fromTimeOfDay: 8 * 3600, factor: 1.5 }, { fromTimeOfDay: 9 * 3600, factor: 0.75 }],
  })),
  shifts: demand.shifts.map((shift) => ({ ...shift, begins: [shift.begins[0], null], ends: [null, null] })),
  tasks: [...demand.tasks, ...["x", "y", "z"].map((id, i): Task => ({ ...(demand.tasks[i] as Task), id, serves: [], place: i }))],
  terms: MEASURES.map((name): Term => ({ name, level: 1, measure: name, unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } })),
};

/** A round in which tasks of any kind follow each other with time to spare or without (then the wait is negative in both accounts). */
const round = (shift: string, day: number, ids: readonly string[]): fc.Arbitrary<PlannedShift> =>
  fc.record({
    begin: fc.integer({ min: t(day, "06:30"), max: t(day, "09:30") }),
    order: fc.shuffledSubarray([...ids], { minLength: 1 }),
    waits: fc.array(fc.nat(5000), { minLength: 12, maxLength: 12 }),
  }).map(({ begin, order, waits }) => {
    let clock = begin;
    const tasks = order.map((id, i): PlannedTask => {
      const start = clock + 1600 + (waits[i] as number);
      clock = start + 600;
      return { id, slot: 0, start, end: clock };
    });
    return { shift, option: 0, begin, end: clock + 1600 + (waits.at(-1) as number), tasks };
  });

const onDay = (day: number): string[] => judged.tasks.filter((x) => (x.slots[0]?.start[0] ?? 0) >= t(day, "00:00") && (x.slots[0]?.start[0] ?? 0) < t(day, "24:00") && x.id.length > 1).map((x) => x.id);

const plans = fc.tuple(
  round("Anna-0", 0, [...onDay(0).slice(0, 3), "rast-0", "notes-0", "x"]),
  fc.option(round("Bo-0", 0, [...onDay(0).slice(3, 5), "y"])),
  fc.option(round("Bo-1", 1, [...onDay(1).filter((id) => !id.startsWith("rast")), "z"])),
).map((rounds) => planOf(rounds.filter((r) => r !== null)));

test("the measures agree with the judge, who walks the rounds in code of its own, and every shift balances", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { time, travel, work, shifts } = measure(town, judged, plan);
      const { score } = checkPlan(judged, plan);
      const raw = Object.fromEntries(score.terms.map((term) => [term.name, term.raw]));
      const ticks = (minutes: number | null): number => Math.round((minutes ?? 0) * 60);
      expect({
        travel: ticks(time.travel.value), distance: Math.round((travel.km.value ?? 0) * 1000), waiting: ticks(time.waiting.value),
        idle: ticks((time.idle.value ?? 0) + (time.waiting.value ?? 0)), overtime: ticks(time.overtime.value),
        work: ticks((time.paidSpan.value ?? 0) + (time.overtime.value ?? 0) - (time.idle.value ?? 0)),
        splitShift: work.splitShifts.value, missedBreak: work.missedBreaks.value,
      }).toEqual(raw);
      expect(shifts.map(imbalance)).toEqual(shifts.map(() => 0));
    }),
    { seed: 2026, numRuns: 300 },
  );
});
