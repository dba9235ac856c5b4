/** Where each task of a round is done, and whether it may be done there. */
import type { ShiftOption, Task } from "../../model/demand.ts";
import type { PlannedTask } from "../../model/plan.ts";
import type { Path, Report } from "./facts.ts";

interface Entry {
  readonly task: Task;
  readonly planned: PlannedTask;
  /** The place, where it is a fact. */
  readonly known?: number | null;
  readonly path: Path;
}

/**
 * The place of each entry. Open ones are where `at` says; without it at the place before them, with none the next place
 * known; null where the whole round has none. Reports places that are not allowed. O(entries).
 */
export function placesOf(entries: readonly Entry[], option: ShiftOption, placeCount: number, report: Report): readonly (number | null)[] {
  const places: (number | null)[] = [];
  let before = option.from;
  for (const { task, planned, known } of entries) {
    const place = known ?? givenPlace(task, planned, option, placeCount) ?? before;
    places.push(place);
    before = place;
  }
  let after = option.to;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] ??= after; // only a first stretch without any place is still open
    after = places[i] ?? null;
  }
  for (const [i, entry] of entries.entries()) checkAt(entry, i, places, option, placeCount, report);
  return places;
}

function givenPlace(task: Task, { at }: PlannedTask, option: ShiftOption, placeCount: number): number | null {
  if (typeof task.place === "number") return task.place;
  if (task.place === "shiftEnd") return option.to;
  return at !== undefined && isPlace(at, placeCount) ? at : null;
}

const isPlace = (at: number, placeCount: number): boolean => Number.isSafeInteger(at) && at >= 0 && at < placeCount;

function checkAt(
  entry: Entry,
  i: number,
  places: readonly (number | null)[],
  option: ShiftOption,
  placeCount: number,
  report: Report,
): void {
  const { task, planned, known, path } = entry;
  if (planned.at === undefined || planned.at === known) return;
  const allowed =
    task.place === "anywhere"
      ? isPlace(planned.at, placeCount)
      : task.place === "neighbour"
        ? [places[i - 1], places[i + 1], option.from, option.to].includes(planned.at)
        : planned.at === places[i];
  if (!allowed) {
    const rule = typeof task.place === "number" ? `place ${task.place}` : `"${task.place}"`;
    report(
      "wrong-place",
      [...path, "at"],
      `Task "${task.id}" is done at ${rule}; ${planned.at} is not that.`,
      "Leave `at` out, or move the task.",
    );
  }
}
