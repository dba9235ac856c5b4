import { describe, expect, test } from "vitest";
import type { Demand, Shift, Slot, Task, Worker } from "../../src/model/demand.ts";
import { compile } from "../../src/problem/compile.ts";
import { eligibleIn } from "../../src/problem/problem.ts";
import { demand, shift, task } from "../check/plan/hand.ts";
import { randomDemand } from "../generate/demands.ts";

/**
 * Every rule about who, said as slowly as in the Demand; null: not at any time, else the starts it may have. A shift
 * whose begin is open begins no earlier than its worker's last shift ended.
 */
function startsFor(of: Demand, t: Task, k: number, s: Shift): readonly [number, number] | null {
  const worker = of.workers.find(({ id }) => id === s.worker)!;
  const { who } = t;
  const slot = t.slots[k] as Slot;
  if (who.only?.includes(worker.id) === false || who.shifts?.includes(s.id) === false) return null;
  if ([worker.id, ...worker.traits].some((name) => who.not?.includes(name))) return null;
  if ((who.traits ?? []).some((trait) => !worker.traits.includes(trait))) return null;
  let from = Math.max(slot.start[0] ?? -Infinity, s.begins[0] ?? worker.busyUntil ?? -Infinity, of.now ?? -Infinity);
  let to = Math.min(slot.start[1] ?? Infinity, slot.end?.[1] ?? Infinity, s.ends[1] ?? Infinity);
  for (const pin of of.pins.filter((other) => other.task === t.id)) {
    if ((pin.shift ?? s.id) !== s.id || (pin.worker ?? worker.id) !== worker.id || (pin.slot ?? k) !== k) return null;
    from = Math.max(from, pin.start ?? from);
    to = Math.min(to, pin.start ?? to);
  }
  const asked = who.all ?? [];
  if (from > to) return null;
  const days = of.days.map((_, day) => day).filter((day) => day >= dayAt(of, from) && day <= dayAt(of, to));
  return asked.length === 0 || days.some((day) => holdsAll(worker, t, day)) ? [from, to] : null;
}

const dayAt = ({ days }: Demand, tick: number): number =>
  Math.max(
    0,
    days.findLastIndex(({ begins }) => begins <= tick),
  );

const holdsAll = ({ skills }: Worker, { who }: Task, day: number): boolean =>
  (who.all ?? []).every((id) =>
    skills.some((s) => s.id === id && s.level >= (who.level ?? 0) && (s.days?.[0] ?? 0) <= day && day <= (s.days?.[1] ?? Infinity)),
  );

test("a bit is set exactly where the rules about who, pins and windows leave some start", () => {
  let [set, unset, byDay] = [0, 0, 0];
  for (let seed = 0; seed < 300; seed++) {
    const of = randomDemand(seed, { tasks: [2, 10], shifts: [2, 5], features: { now: 0, skills: 0.8, traits: 0.8, pins: 0.8 } });
    const p = compile(of);
    let row = 0;
    of.tasks.forEach((t, i) => {
      const some = new Set<number>();
      t.slots.forEach((_, k) => {
        of.shifts.forEach((s, r) => {
          const starts = startsFor(of, t, k, s);
          expect(eligibleIn(p.slots, row, r), `seed ${seed}, task ${t.id}, slot ${k}, shift ${s.id}`).toBe(starts !== null);
          if (starts === null) {
            unset++;
            return;
          }
          set++;
          some.add(r);
          const worker = of.workers.find(({ id }) => id === s.worker)!;
          const always = of.days.every((_, day) => day < dayAt(of, starts[0]) || day > dayAt(of, starts[1]) || holdsAll(worker, t, day));
          if (always) return;
          byDay++;
          expect(p.slots.skillsByDay[row], `seed ${seed}, task ${t.id}, slot ${k}: must look at the day`).toBe(1);
        });
        row++;
      });
      const list = Array.from(p.tasks.shiftList.subarray(p.tasks.shiftFrom[i], p.tasks.shiftFrom[i + 1]));
      expect(list, `seed ${seed}, task ${t.id}`).toEqual([...some].sort((a, b) => a - b));
    });
  }
  expect(Math.min(set, unset)).toBeGreaterThan(500);
  expect(byDay).toBeGreaterThan(5);
});

test("the 33rd shift has a word of its own", () => {
  const shifts = Array.from({ length: 70 }, (_, r) => shift(`s${r}`, r % 32 === 0 ? "anna" : "bo"));
  const p = compile({ ...demand, shifts, tasks: [task("a", 1, { who: { only: ["anna"] } })] });
  expect(p.slots.words).toBe(3);
  expect(Array.from(p.tasks.shiftList)).toEqual([0, 32, 64]);
  expect(shifts.map((_, r) => r).filter((r) => eligibleIn(p.slots, 0, r))).toEqual([0, 32, 64]);
});

describe("a delegation until the first day", () => {
  const worker = (days: readonly [number | null, number | null]): Worker => ({
    id: "anna",
    traits: [],
    skills: [{ id: "insulin", level: 2, days }],
    rest: [],
  });
  const withSlot = (start: readonly [number, number], days: readonly [number | null, number | null] = [null, 0]) =>
    compile({
      ...demand,
      workers: [worker(days), demand.workers[1]!],
      tasks: [task("a", 1, { who: { all: ["insulin"], level: 2 }, slots: [{ start }] })],
    });

  test("serves a slot of that day, without asking the day", () => {
    const { slots } = withSlot([600, 1439]);
    expect([eligibleIn(slots, 0, 0), eligibleIn(slots, 0, 1), slots.skillsByDay[0]]).toEqual([true, false, 0]);
  });
  test("serves a slot over midnight, but the day must be looked at", () => {
    const { slots } = withSlot([600, 1440]);
    expect([eligibleIn(slots, 0, 0), slots.skillsByDay[0]]).toEqual([true, 1]);
  });
  test("does not serve a slot of the second day", () => expect(eligibleIn(withSlot([1440, 1500]).slots, 0, 0)).toBe(false));
  test("that begins on the second does", () => expect(eligibleIn(withSlot([1440, 1500], [1, null]).slots, 0, 0)).toBe(true));
});
