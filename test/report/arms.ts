/** Two arms of the town worked out by hand: everything staffed, and one visit left out. */
import { measure } from "../../src/kpi/measure.ts";
import type { Case } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Arm, Comparison } from "../../src/report/arm.ts";
import type { Html } from "../../src/report/html.ts";
import { mapSection } from "../../src/report/map.ts";
import { plotsSection } from "../../src/report/plots/plotsSection.ts";
import { supplySection } from "../../src/report/plots/supplySection.ts";
import { type View, viewsOf } from "../../src/report/view.ts";
import { demand, plan, planOf, town } from "../kpi/town.ts";

const LEFT_OUT = "a-lunch@2026-03-03#1";

export const armOf = (name: string, of: Plan, by: Demand = demand): Arm => ({
  name, demand: by, plan: of, score: { levels: [0, 12.5], terms: [] }, measures: measure(town, by, of),
});

export const full: Arm = armOf("Minute", plan);
export const short: Arm = armOf("Ramtid", planOf(plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter((x) => x.id !== LEFT_OUT) }))));

/** What a page knows of one plan. */
export const viewOf = (of: Case, by: Demand, answer: Plan): View =>
  viewsOf({ case: of, arms: [{ name: "Plan", demand: by, plan: answer, score: { levels: [], terms: [] }, measures: measure(of, by, answer) }], locale: "en" })[0] as View;

/** Sections of a page by themselves. */
export const mapOf = (comparison: Comparison): Html => mapSection(comparison, viewsOf(comparison));
export const plotsOf = (comparison: Comparison): Html => plotsSection(comparison, viewsOf(comparison));
export const supplyPlotsOf = (comparison: Comparison): Html => supplySection(viewsOf(comparison));
