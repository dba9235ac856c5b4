/** Random terms: any measure, grouped and reduced in any way that it allows. */
import type { Curve } from "../../src/model/curve.ts";
import type { Demand } from "../../src/model/demand.ts";
import { GROUPINGS, type Measure, type Term } from "../../src/model/term.ts";
import type { Random } from "../../src/random.ts";

const ALWAYS: readonly Measure[] = ["unserved"];
const GROWING: readonly Measure[] = [
  "late",
  "overtime",
  "travel",
  "distance",
  "whoCost",
  "usedShift",
  "optionCost",
  "workers",
  "missedBreak",
];
const OTHERS: readonly Measure[] = [
  "slotCost",
  "early",
  "waiting",
  "idle",
  "contactShare",
  "overLevel",
  "durationValue",
  "relation",
  "budget",
  "splitShift",
  "work",
  "moved",
  "reassigned",
  "teamCrossing",
];

/** A convex curve, cheapest at `at`; one in five is capped. */
export function curveIn(random: Random, at: number): Curve {
  const slope = 1 + random.below(3);
  if (random.chance(0.2))
    return {
      points: [
        [at, 0],
        [at + 3, 3 * slope],
      ],
      below: -random.below(2),
    };
  return {
    points: [
      [at, 0],
      [at + 3, 3 * slope],
    ],
    below: -random.below(3),
    above: slope + random.below(3),
  };
}

/** Unserved first (mostly), then three to six other measures on levels 1 to 3. With `growing` costs only grow with time. */
export function termsIn(random: Random, demand: Demand, growing: boolean): Term[] {
  const measures = random.shuffled(growing ? GROWING : [...GROWING, ...OTHERS]).slice(0, 3 + random.below(4));
  if (demand.tasks.some((t) => t.duration.value) && !measures.includes("durationValue")) measures.push("durationValue");
  if (demand.relations.some((r) => r.soft) && !measures.includes("relation")) measures.push("relation");
  if (demand.budgets.some((b) => b.cost) && !measures.includes("budget")) measures.push("budget");
  if (demand.baseline !== undefined && !measures.includes("moved")) measures.push("moved");
  if (!growing && demand.tasks.some((t) => t.slots.some((s) => s.startCost)) && !measures.includes("slotCost")) measures.push("slotCost");
  return [...ALWAYS, ...measures].map((measure, i) => termIn(random, demand, measure, i));
}

function termIn(random: Random, demand: Demand, measure: Measure, i: number): Term {
  const unserved = measure === "unserved";
  const weight = unserved ? 20 : 1 + random.below(4);
  const reduce = random.chance(0.75) ? "sum" : random.chance(0.6) ? "max" : "range";
  const straight = { points: [[0, 0]] as const, below: weight, above: weight };
  const curved = {
    points: [
      [0, 0],
      [3, 3 * weight],
    ] as const,
    below: weight,
    above: random.chance(0.5) ? weight + 2 : 0,
  };
  return {
    name: `${measure} ${i}`,
    level: unserved ? 1 : 1 + random.below(random.chance(0.5) ? 2 : 3),
    measure,
    unit: measure === "distance" ? "km" : "one",
    per: random.chance(0.5) ? "plan" : random.pick(GROUPINGS[measure]),
    reduce: unserved ? "sum" : reduce,
    curve: unserved || random.chance(0.7) ? straight : curved,
    ...(demand.travel.length > 1 && measure === "travel" && random.chance(0.3) ? { where: { modes: ["walk"] } } : {}),
    ...(measure === "late" && random.chance(0.3) ? { where: { classes: ["visit"], minPriority: 2 } } : {}),
  };
}
