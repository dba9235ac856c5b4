/** Terms: every measure, grouping, reduction and unit; hard ones that the hidden plan keeps. */
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { GROUPINGS, type Measure, type Term } from "../../src/model/term.ts";
import { between, curve, type Draw, near, on, share, some } from "./draw.ts";
import { CLASSES, list } from "./world.ts";

const MEASURES = Object.keys(GROUPINGS) as Measure[];
const COUNTED: readonly Measure[] = [
  "missedBreak",
  "overLevel",
  "reassigned",
  "teamCrossing",
  "usedShift",
  "splitShift",
  "workers",
  "contactShare",
  "whoCost",
  "optionCost",
];

/** The first term is always what tasks left out cost. */
export function drawTerms(draw: Draw, demand: Omit<Demand, "terms">, plan: Plan["shifts"]): readonly Term[] {
  const left: Term = {
    name: "unserved",
    level: 1,
    measure: "unserved",
    unit: "one",
    per: "plan",
    reduce: "sum",
    curve: { points: [[0, 0]], above: between(draw, 1, 50) },
  };
  const others = list(between(draw, 0, 6), (i) => drawTerm(draw, demand, i));
  return [left, ...others, ...drawHard(draw, demand, plan), ...drawPrices(draw, demand, others)];
}

/** Terms for what could be priced and is not: soft relations, accounts with a curve, changes against the baseline. */
function drawPrices(usual: Draw, demand: Omit<Demand, "terms">, others: readonly Term[]): readonly Term[] {
  if (!usual.features.has("priced")) return [];
  const draw = usual.aside("priced");
  const unpriced = [
    ...(demand.relations.some(({ soft }) => soft !== undefined) ? (["relation"] as const) : []),
    ...(demand.budgets.some(({ cost }) => cost !== undefined) ? (["budget"] as const) : []),
    ...(demand.baseline === undefined ? [] : (["moved", "reassigned"] as const)),
  ].filter((measure) => !others.some((term) => term.measure === measure));
  return some(draw, unpriced).map((measure) => drawTerm(draw, demand, others.length, measure));
}

function drawTerm(draw: Draw, { travel }: Omit<Demand, "terms">, i: number, measure = draw.random.pick(MEASURES)): Term {
  const per = draw.random.pick(GROUPINGS[measure]);
  const counted = COUNTED.includes(measure);
  const unit = counted
    ? draw.random.pick(["one", "visit", "person"] as const)
    : measure === "distance"
      ? "km"
      : draw.random.pick(["minute", "one"] as const);
  const reduce = draw.random.pick(["sum", "sum", "max", "range"] as const);
  const ofTasks = GROUPINGS[measure].includes("task");
  const byMode = ofTasks ? measure !== "unserved" && measure !== "missedBreak" : GROUPINGS[measure].includes("shift");
  const where = {
    ...(ofTasks && draw.random.chance(0.2) ? { classes: some(draw, CLASSES, 0.6) } : {}),
    ...(ofTasks && draw.random.chance(0.2) ? { minPriority: between(draw, 1, 5) } : {}),
    ...(byMode && draw.random.chance(0.2)
      ? {
          modes: some(
            draw,
            travel.map(({ mode }) => mode),
            0.6,
          ),
        }
      : {}),
  };
  const reach = counted ? 2 : unit === "km" ? 3 : unit === "minute" ? share(draw, 1 / 24) / draw.ticksPerMinute : share(draw, 1 / 24);
  return {
    name: `${measure} ${i}`,
    level: between(draw, 1, 3),
    measure,
    unit,
    per,
    reduce,
    curve: curve(draw, Math.ceil(reach)),
    ...(Object.keys(where).length > 0 ? { where } : {}),
  };
}

/** Hard caps on faces, overtime and lateness, at what the hidden plan has. */
function drawHard(draw: Draw, { clients, shifts, tasks, memory }: Omit<Demand, "terms">, plan: Plan["shifts"]): readonly Term[] {
  const workerOf = (shift: string): string => shifts.find(({ id }) => id === shift)?.worker ?? "";
  const faces = clients.map(({ id }) => {
    const own = new Set(tasks.filter(({ client, kind }) => client === id && kind === "care").map((task) => task.id));
    const met = memory.filter(({ client }) => client === id).map(({ worker }) => worker);
    return new Set([...plan.filter((s) => s.tasks.some((task) => own.has(task.id))).map((s) => workerOf(s.shift)), ...met]).size;
  });
  const overtime = plan.map((s) => s.end - (shifts.find(({ id }) => id === s.shift)?.paidTo ?? s.end));
  const cap = (measure: Measure, per: Term["per"], most: number): Term => {
    const limit = Math.max(0, near(draw, Math.max(0, most), 1));
    return { name: `hard ${measure}`, level: 0, measure, unit: "one", per, reduce: "max", curve: { points: [[limit, 0]], above: 1 } };
  };
  return [
    ...(on(draw, "hardTerms") ? [cap("workers", "client", Math.max(...faces))] : []),
    ...(on(draw, "hardTerms") ? [cap("overtime", "shift", Math.max(0, ...overtime))] : []),
  ];
}
