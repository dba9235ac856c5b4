import { costAt } from "../curve.ts";
import { show, showChoices } from "../show.ts";
import { GROUPINGS } from "../term.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Terms group what can be grouped so, cost nothing at 0, and count metres only where there are some. */
export const terms: DemandRule = (demand, _index, issues) => {
  demand.terms.forEach((term, i) => {
    const groupings = GROUPINGS[term.measure];
    if (!groupings.includes(term.per)) {
      issues.add("term-grouping", ["terms", i, "per"], () => [
        `${show(term.measure)} cannot be grouped per ${show(term.per)}.`,
        `Write ${showChoices(groupings)}.`,
      ]);
    }
    const atZero = costAt(term.curve, 0);
    if (atZero !== 0) {
      issues.add("term-not-zero", ["terms", i, "curve"], () => [
        `The curve of ${show(term.name)} is ${atZero} at 0.`,
        "Let it pass through [0, 0].",
      ]);
    }
    if (term.measure !== "distance") return;
    demand.travel.forEach(({ mode, metres, metresPerUnit }, j) => {
      if (metres !== undefined || metresPerUnit !== undefined) return;
      issues.add("distance-without-metres", ["travel", j], () => [
        `${show(term.name)} counts metres, and ${show(mode)} has none.`,
        "Give metres, or with points metresPerUnit.",
      ]);
    });
  });
};
