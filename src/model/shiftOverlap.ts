/** One person cannot be in two shifts at once. */
import type { Id } from "../units.ts";
import type { IssueList, Path } from "./issueList.ts";
import { show } from "./show.ts";

/** A shift whose begin and end are known, on any common scale. */
export interface FixedShift {
  readonly id: Id;
  readonly person: Id;
  readonly begin: number;
  readonly end: number;
  readonly path: Path;
}

/** Reports each shift that begins before an earlier one of the same person has ended. O(n log n). */
export function reportOverlaps(shifts: readonly FixedShift[], issues: IssueList): void {
  const latest = new Map<Id, FixedShift>();
  for (const shift of [...shifts].sort((a, b) => a.begin - b.begin || a.end - b.end)) {
    const before = latest.get(shift.person);
    if (before !== undefined && shift.begin < before.end) {
      issues.add("shifts-overlap", shift.path, () => [
        `${show(shift.id)} of ${show(shift.person)} begins before ${show(before.id)} ends.`,
        "Move or shorten one of the two, or give it to somebody else.",
      ]);
    }
    if (before === undefined || shift.end > before.end) latest.set(shift.person, shift);
  }
}
