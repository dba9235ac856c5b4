/** Curves that are functions. */
import type { Curve } from "./curve.ts";
import type { IssueList, Path } from "./issueList.ts";

/** Reports points that are not in strictly increasing x. */
export function requireCurve(curve: Curve | undefined, path: Path, issues: IssueList): void {
  curve?.points.forEach(([x], i) => {
    const before = curve.points[i - 1]?.[0];
    if (before === undefined || x > before) return;
    issues.add("curve-order", [...path, "points", i], () => [`x = ${x} is not after x = ${before}.`, "Sort the points by x, each x once."]);
  });
}
