/**
 * All seeded Demands against the optimizer: `tsx test/reference/full.ts [count] [first] [steps]`. Prints every miss; exits 1
 * where the search beats the optimum, misses it on more than 1 % at the first seed, or on any within five; misses by
 * approximate timing are counted apart.
 */
import { type Comparison, compareWithOptimum, missedByTiming, reached } from "./compare.ts";
import { mixtureOf, SEEDED_COUNT, seededDemand } from "./seeded.ts";

const [count = SEEDED_COUNT, first = 0, steps = 50_000] = process.argv.slice(2).map(Number);
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

const missed = (tries: number): Comparison[] => all.filter((c) => !reached(c, tries));
const timing = (tries: number): number => missed(tries).filter((c) => missedByTiming(c, tries)).length;
const wrong = all.filter((c) => c.outcomes.includes("wrong")).length;
for (const tries of [1, 5]) {
  const [misses, apart] = [missed(tries).length, timing(tries)];
  console.log(`${tries === 1 ? "first seed" : "five seeds"}: ${all.length - misses} of ${all.length} reached; ${apart} missed by timing, ${misses - apart} otherwise`);
}
const none = all.filter((c) => c.optimum === null).length;
console.log(`${none} have no plan; ${wrong} wrong; the optima took ${all.reduce((sum, c) => sum + c.exactSeconds, 0).toFixed(0)} s`);
if (wrong > 0 || missed(1).length - timing(1) > 0.01 * all.length || missed(5).length > timing(5)) process.exitCode = 1;
