import type { DemandRule } from "./demandIndex.ts";

/** A travel profile begins at midnight, and its hours increase. */
export const travelProfiles: DemandRule = (demand, _index, issues) => {
  demand.travel.forEach(({ profile }, i) => {
    profile?.forEach(({ fromTimeOfDay }, j) => {
      const before = profile[j - 1]?.fromTimeOfDay;
      if (before === undefined ? fromTimeOfDay === 0 : fromTimeOfDay > before) return;
      issues.add("profile-order", ["travel", i, "profile", j, "fromTimeOfDay"], () => [
        before === undefined ? `The first hours begin at ${fromTimeOfDay}.` : `${fromTimeOfDay} is not after ${before}.`,
        "Begin at 0 and go on in increasing order.",
      ]);
    });
  });
};
