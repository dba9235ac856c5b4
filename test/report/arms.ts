/** Two arms of the town worked out by hand: everything staffed, and one visit left out. */
import { measure } from "../../src/kpi/measure.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Arm } from "../../src/report/arm.ts";
import { demand, plan, planOf, town } from "../kpi/town.ts";

const LEFT_OUT = "a-lunch@2026-03-03#1";

export const armOf = (name: string, of: Plan, by: Demand = demand): Arm => ({
  name, demand: by, plan: of, score: { levels: [0, 12.5], terms: [] }, measures: measure(town, by, of),
});

export const full: Arm = armOf("Minute", plan);
export const short: Arm = armOf("Ramtid", planOf(plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter((x) => x.id !== LEFT_OUT) }))));
