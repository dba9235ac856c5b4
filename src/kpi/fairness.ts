/** How evenly work is spread over the staff. */
import type { Demand } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { type Family, family } from "./kpi.ts";
import type { Round } from "./round.ts";

export type FairnessMeasures = Family<"workRange" | "loadRange">;

/** Per worker with a shift: minutes worked, and minutes offered. */
interface Load {
  worked: number;
  offered: number;
}

export function fairnessFamily(demand: Demand, rounds: readonly Round[], comparable: boolean): FairnessMeasures {
  const loads = new Map<Id, Load>();
  const load = (worker: Id): Load => {
    const known = loads.get(worker) ?? { worked: 0, offered: 0 };
    loads.set(worker, known);
    return known;
  };
  for (const shift of demand.shifts) {
    const to = shift.paidTo ?? shift.ends[1];
    if (to !== null && shift.begins[0] !== null) load(shift.worker).offered += (to - shift.begins[0]) / demand.ticksPerMinute;
  }
  for (const { shift, planned, pieces } of rounds) {
    const rest = pieces.reduce((s, p) => s + (p.activity === "rast" ? p.end - p.begin : 0), 0);
    load(shift.worker).worked += (planned.end - planned.begin - rest) / demand.ticksPerMinute;
  }
  const all = [...loads.values()];
  return family("fairness", comparable, {
    workRange: [range(all.map((l) => l.worked)), "min", "Highest minus lowest time worked by one person with shifts in the period, unpaid rest left out. Takes no account of the size of the contract: full time and part time count alike.", "assumed"],
    loadRange: [range(all.filter((l) => l.offered > 0).map((l) => (100 * l.worked) / l.offered)), "points", "Time worked / time of the own shifts: highest less lowest share of one person.", "assumed"],
  });
}

const range = (values: readonly number[]): number | null => (values.length > 0 ? Math.max(...values) - Math.min(...values) : null);
