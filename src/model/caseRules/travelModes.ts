import { clockMinutes } from "../civil.ts";
import type { IssueList, Path } from "../issueList.ts";
import { show } from "../show.ts";
import type { CaseRule } from "./caseIndex.ts";

/** Every way to travel has one source of times: a matrix over all places, or a formula with coordinates everywhere. */
export const travelModes: CaseRule = (town, _index, issues) => {
  const size = town.places.length;
  town.travel.forEach(({ mode, matrix, formula, profile }, i) => {
    if ((matrix === undefined) === (formula === undefined)) {
      issues.add("travel-source", ["travel", i], () => [
        `${show(mode)} has ${matrix === undefined ? "neither a matrix nor a formula" : "both a matrix and a formula"}.`,
        "Give exactly one of them.",
      ]);
    }
    requireSquare(matrix?.seconds, size, ["travel", i, "matrix", "seconds"], issues);
    requireSquare(matrix?.metres, size, ["travel", i, "matrix", "metres"], issues);
    profile?.forEach(({ from }, j) => {
      const before = profile[j - 1]?.from;
      if (before === undefined ? from === "00:00" : clockMinutes(from) > clockMinutes(before)) return;
      issues.add("profile-order", ["travel", i, "profile", j, "from"], () => [
        before === undefined ? `The first hours begin at ${from}.` : `${from} is not after ${before}.`,
        "Begin at 00:00 and go on in increasing order.",
      ]);
    });
  });
  const formula = town.travel.find((travel) => travel.formula !== undefined);
  if (formula === undefined) return;
  town.places.forEach(({ id, latitude, longitude }, i) => {
    if (latitude !== undefined && longitude !== undefined) return;
    issues.add("coordinates-missing", ["places", i], () => [
      `The formula of ${show(formula.mode)} needs to know where ${show(id)} is.`,
      "Add latitude and longitude.",
    ]);
  });
};

function requireSquare(matrix: readonly (readonly number[])[] | undefined, size: number, path: Path, issues: IssueList): void {
  if (matrix === undefined) return;
  if (matrix.length !== size) issues.add("matrix-size", path, () => [`It has ${matrix.length} rows.`, `Give ${size}, one for each place.`]);
  matrix.forEach((row, i) => {
    if (row.length === size) return;
    issues.add("matrix-size", [...path, i], () => [`The row has ${row.length} elements.`, `Give ${size}, one for each place.`]);
  });
}
