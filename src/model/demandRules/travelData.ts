import type { Travel } from "../demand.ts";
import type { IssueList, Path } from "../issueList.ts";
import type { DemandRule } from "./demandIndex.ts";

/** Every way to travel has one complete source of travel times, of the right size. */
export const travelData: DemandRule = (demand, _index, issues) => {
  demand.travel.forEach((travel, i) => {
    source(travel, ["travel", i], issues);
    const { placeCount } = travel;
    size(travel.ticks, placeCount * placeCount, ["travel", i, "ticks"], issues);
    size(travel.metres, placeCount * placeCount, ["travel", i, "metres"], issues);
    size(travel.points, placeCount, ["travel", i, "points"], issues);
    const first = demand.travel[0]?.placeCount;
    if (placeCount !== first) {
      issues.add("place-counts-differ", ["travel", i, "placeCount"], () => [
        `${placeCount} places, but ${first} by "${demand.travel[0]?.mode}".`,
        "All ways to travel join the same places.",
      ]);
    }
  });
};

function source(travel: Travel, path: Path, issues: IssueList): void {
  if ((travel.ticks === undefined) === (travel.points === undefined)) {
    issues.add("travel-source", path, () => [
      `"${travel.mode}" has ${travel.ticks === undefined ? "neither ticks nor points" : "both ticks and points"}.`,
      "Give exactly one of them.",
    ]);
  } else if (travel.points !== undefined && (travel.ticksPerUnit === undefined || travel.rounding === undefined)) {
    issues.add("travel-source", path, () => [`"${travel.mode}" has points alone.`, "Add ticksPerUnit and rounding."]);
  }
}

function size(list: readonly unknown[] | undefined, length: number, path: Path, issues: IssueList): void {
  if (list === undefined || list.length === length) return;
  issues.add("matrix-size", path, () => [`It has ${list.length} elements.`, `Give ${length}, as placeCount says.`]);
}
