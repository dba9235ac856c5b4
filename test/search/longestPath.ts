/** Earliest starts by Bellman and Ford: all bounds, again and again, until none moves. Slow and obvious. */
import type { Demand, Task } from "../../src/model/demand.ts";

interface Bound {
  /** start(to) >= start(from) + length. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

const lasts = (t: Task): number => t.duration.min;

/**
 * Starts of the tasks (null: in no round) in rounds of task rows, one per shift, each starting and ending as the
 * shift's first option says. Fixed places, one slot and one duration per task, gaps by elapsed time. Null: no such times.
 */
export function longestPath(demand: Demand, rounds: readonly (readonly number[])[]): readonly (number | null)[] | null {
  const { tasks, travel, shifts } = demand;
  const trip = (from: number, to: number): number => (from === to ? 0 : travel[0]!.ticks![from * travel[0]!.placeCount + to]!);
  const place = (t: number): number => tasks[t]!.place as number;
  const entry = (t: number, there: number | null): number => (there === place(t) ? 0 : (tasks[t]!.stopTicks ?? 0));
  const starts: (number | null)[] = tasks.map(() => null);
  const bounds: Bound[] = [];
  rounds.forEach((round, r) => {
    round.forEach((t, i) => {
      starts[t] = tasks[t]!.slots[0]!.start[0]!;
      const before = round[i - 1];
      const { begins, options } = shifts[r]!;
      if (before === undefined) starts[t] = Math.max(starts[t], begins[0]! + trip(options[0]!.from!, place(t)) + entry(t, null));
      else bounds.push({ from: before, to: t, length: lasts(tasks[before]!) + trip(place(before), place(t)) + entry(t, place(before)) });
    });
  });
  for (const relation of demand.relations) {
    if (relation.kind !== "gap") continue;
    const served = relation.tasks.map((id) => tasks.findIndex((t) => t.id === id)).filter((t) => starts[t] !== null);
    served.forEach((a, i) => {
      for (const b of relation.over === "every" ? served.slice(i + 1) : served.slice(i + 1, i + 2)) {
        const ends = (relation.from === "end" ? lasts(tasks[a]!) : 0) - (relation.to === "end" ? lasts(tasks[b]!) : 0);
        const [min, max] = relation.span;
        if (min !== null) bounds.push({ from: a, to: b, length: min + ends });
        if (max !== null) bounds.push({ from: b, to: a, length: -max - ends });
      }
    });
  }
  for (let pass = 0, moved = true; moved; pass++) {
    if (pass > tasks.length) return null; // a cycle of positive length
    moved = false;
    for (const { from, to, length } of bounds) {
      if (starts[to]! >= starts[from]! + length) continue;
      starts[to] = starts[from]! + length;
      moved = true;
    }
  }
  const inTime = rounds.every((round, r) => {
    const last = round.at(-1);
    const end = last === undefined ? 0 : starts[last]! + lasts(tasks[last]!) + trip(place(last), shifts[r]!.options[0]!.to!);
    return end <= (shifts[r]!.ends[1] ?? Infinity);
  });
  return inTime && starts.every((start, t) => start === null || start <= (tasks[t]!.slots[0]!.start[1] ?? Infinity)) ? starts : null;
}
