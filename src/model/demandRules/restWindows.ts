import type { DemandRule } from "./demandIndex.ts";

/** A rest fits into the window that must hold it. */
export const restWindows: DemandRule = (demand, _index, issues) => {
  demand.workers.forEach((worker, i) => {
    worker.rest.forEach(({ window, atLeast }, j) => {
      if (atLeast <= window) return;
      issues.add("rest-impossible", ["workers", i, "rest", j], () => [
        `${atLeast} ticks of rest do not fit into ${window}.`,
        "Make the window longer than the rest.",
      ]);
    });
  });
};
