/**
 * All seeded Demands against the optimizer: `tsx test/reference/full.ts [count] [first] [steps]`. Prints every miss; exits 1
 * where the search beats the optimum, reaches it on fewer than 99 % at the first seed, or not on all within five.
 */
import { type Comparison, compareWithOptimum, type Outcome } from "./compare.ts";
import { mixtureOf, SEEDED_COUNT, seededDemand } from "./seeded.ts";

const [count = SEEDED_COUNT, first = 0, steps = 2000] = process.argv.slice(2).map(Number);
const all: Comparison[] = [];
for (let seed = first; seed < first + count; seed++) {
  try {
    const comparison = compareWithOptimum(seed, steps, 5);
    all.push(comparison);
    const [outcome] = comparison.outcomes;
    if (outcome !== "optimal" && outcome !== "none") print(comparison);
    if (comparison.exactSeconds > 5) console.log(`seed ${seed}: the optimum took ${comparison.exactSeconds.toFixed(1)} s`);
  } catch (error) {
    all.push({ seed, outcomes: ["wrong"], optimum: null, found: [], exactSeconds: 0 });
    console.log(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function print({ seed, outcomes, optimum, found }: Comparison): void {
  console.log(
    `seed ${seed}: ${outcomes.join(", ")}; optimum ${JSON.stringify(optimum)}, found ${JSON.stringify(found)}; ${mixtureOf(seededDemand(seed)).join(", ")}`,
  );
}

const counted = (outcome: Outcome): number => all.filter((c) => c.outcomes[0] === outcome).length;
const reached = (tries: number): number =>
  all.filter((c) => c.outcomes.slice(0, tries).some((o) => o === "optimal" || o === "none")).length;
const wrong = all.filter((c) => c.outcomes.includes("wrong")).length;
console.log(
  `${all.length} Demands, ${counted("none")} without a plan; at the first seed ${reached(1)} optimal (${((100 * reached(1)) / all.length).toFixed(1)} %), ` +
    `${counted("timing") + counted("blind")} missed by timing (${counted("timing")} its own plan, ${counted("blind")} the optimum), ${counted("missed")} otherwise, ${counted("unplanned")} without finding a plan; ` +
    `within five seeds ${reached(5)}; wrong ${wrong}; exact ${all.reduce((sum, c) => sum + c.exactSeconds, 0).toFixed(0)} s`,
);
if (wrong > 0 || reached(1) < 0.99 * all.length || reached(5) < all.length) process.exitCode = 1;
