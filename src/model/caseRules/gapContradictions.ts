import type { Need } from "../case.ts";
import type { Weekday } from "../civil.ts";
import { clockMinutes, windowMinutes } from "../civil.ts";
import { contradictions, type Difference } from "../differences.ts";
import type { IssueList } from "../issueList.ts";
import { show, showChoices } from "../show.ts";
import type { CaseIndex, CaseRule } from "./caseIndex.ts";

/** Hours within which a need of `timing: "free"` may start under some model. */
const FREE = { from: clockMinutes("07:00"), to: clockMinutes("22:00") };
/** Occurrences of one day that are looked at. */
const MOST_PER_DAY = 48;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * The gaps, windows and minutes of a client's daily needs can all hold on each weekday. Needs that are not in force all the time, or not
 * every week, are left out, since they may never meet.
 */
export const gapContradictions: CaseRule = (town, index, issues) => {
  const reported = new Set<number>();
  for (const weekday of WEEKDAYS) {
    const present = town.needs.filter((need) => comesOn(need, weekday));
    if (present.some((need) => need.gaps !== undefined)) report(contradictionsAmong(present, index), reported, issues, town.needs);
  }
};

/** One issue per group of needs, at the first of them, however many weekdays it concerns. */
function report(found: readonly (readonly Need[])[], reported: Set<number>, issues: IssueList, needs: readonly Need[]): void {
  for (const group of found) {
    const first = needs.indexOf(group[0] as Need);
    if (reported.has(first)) continue;
    reported.add(first);
    issues.add("gaps-contradict", ["needs", first, "gaps"], () => [
      `The gaps of ${showChoices(
        group.map((need) => need.id),
        "and",
      )} cannot hold together with the windows and minutes of the needs.`,
      `Widen a gap or a window; ${show(group[0]?.id)} is one place to begin.`,
    ]);
  }
}

const comesOn = ({ often, from, to }: Need, weekday: Weekday): boolean =>
  often.per === "day" &&
  (often.everyWeeks ?? 1) === 1 &&
  from === undefined &&
  to === undefined &&
  (often.weekdays?.includes(weekday) ?? true);

/** Nodes 2n and 2n + 1 are the start and end, in minutes, of the n-th occurrence of the day. */
function contradictionsAmong(present: readonly Need[], { needs }: CaseIndex): readonly (readonly Need[])[] {
  const differences: Difference[] = [];
  const lower: (number | null)[] = [];
  const upper: (number | null)[] = [];
  const firstNode = new Map<Need, number>();
  for (const need of present) {
    firstNode.set(need, lower.length);
    const { min, max } = need.useful ?? { min: need.minutes, max: need.minutes };
    for (const [from, to] of startSpans(need)) {
      const start = lower.length;
      lower.push(from, null);
      upper.push(to, null);
      differences.push({ from: start, to: start + 1, atLeast: min, reason: -1 }, { from: start + 1, to: start, atLeast: -max, reason: -1 });
    }
  }
  present.forEach((need, reason) => {
    for (const { to, minMinutes, maxMinutes } of need.gaps ?? []) {
      const other = needs.get(to);
      const node = other && firstNode.get(other);
      if (other === undefined || node === undefined || other === need || other.client !== need.client) continue;
      for (let k = 0; k < Math.min(need.often.times, other.often.times, MOST_PER_DAY); k++) {
        const end = (firstNode.get(need) ?? 0) + 2 * k + 1;
        const start = node + 2 * k;
        if (minMinutes !== undefined) differences.push({ from: end, to: start, atLeast: minMinutes, reason });
        if (maxMinutes !== undefined) differences.push({ from: start, to: end, atLeast: -maxMinutes, reason });
      }
    }
  });
  const found = contradictions(differences, lower, upper).filter((reasons) => reasons.length > 0);
  return found.map((reasons) => reasons.map((i) => present[i] as Need));
}

/** When each occurrence of the day may start: the window in equal parts, or any free hour besides. */
function startSpans({ window, often, timing }: Need): readonly (readonly [number, number])[] {
  const [from, to] = windowMinutes(window);
  const times = Math.min(often.times, MOST_PER_DAY);
  const part = (to - from) / often.times;
  return Array.from({ length: times }, (_, k) => {
    const [begin, end] = [from + k * part, from + (k + 1) * part];
    return timing === "free" ? [Math.min(begin, FREE.from), Math.max(end, FREE.to)] : [begin, end];
  });
}
