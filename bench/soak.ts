/**
 * `npm run soak -- --minutes 10 --seed 1`: plans random Demands in debug mode, where after every accepted move the search's running score is
 * compared with the judge's. Prints every failing seed with the first term that differs; exit status 1 if there is one.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkPlan } from "../src/check/plan/checkPlan.ts";
import { compareScores } from "../src/model/score.ts";
import { solveSync } from "../src/solve/solve.ts";
import { type DemandOptions, randomDemand } from "../test/generate/demands.ts";

/** The kinds of Demands, taken in turn. Larger ones get fewer steps: the judge looks at everything each time. */
const KINDS: readonly { readonly name: string; readonly steps: number; readonly options: DemandOptions }[] = [
  { name: "small", steps: 300, options: {} },
  { name: "tight", steps: 300, options: { tasks: [1, 5], shifts: [1, 2], dayTicks: 48, widest: 6, fitted: 0.7 } },
  { name: "plain", steps: 300, options: { otherFeatures: 0.2 } },
  { name: "large", steps: 200, options: { tasks: [10, 30], shifts: [2, 8], days: [1, 4] } },
  { name: "long", steps: 1500, options: { tasks: [4, 10], features: { relations: 1, elastic: 1, slots: 1 } } },
];
/** Failures listed in full; more of them rarely tell more. */
const MOST_TOLD = 20;

const { seconds, firstSeed, failuresFile } = options();

const from = performance.now();
const elapsed = (): number => (performance.now() - from) / 1000;
const failures: { readonly kind: string; readonly seed: number; readonly message: string }[] = [];
let steps = 0;
let told = 0;
let seed = firstSeed;
for (; elapsed() < seconds; seed++) {
  const { name, steps: most, options } = KINDS[seed % KINDS.length]!;
  try {
    steps += trial(seed, options, most);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    failures.push({ kind: name, seed, message });
    if (failures.length <= MOST_TOLD) console.log(`FAILED seed ${seed} (${name}): ${message.split("\n")[0]}`);
  }
  if (elapsed() - told >= 10) {
    told = elapsed();
    process.stderr.write(`${Math.round(told)} of ${seconds} s: ${seed - firstSeed + 1} Demands, ${steps} steps, ${failures.length} failures\n`);
  }
}
if (failuresFile !== undefined) writeFileSync(failuresFile, JSON.stringify(failures, null, 1));
console.log(`${seed - firstSeed} Demands from seed ${firstSeed}, ${steps} steps, ${failures.length} failures.`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Plans one Demand, cold and then warm; throws at the first difference. Returns the steps done. */
function trial(of: number, options: DemandOptions, most: number): number {
  const demand = randomDemand(of, options);
  const cold = solveSync(demand, { steps: most, seed: of, audit: true });
  const warm = solveSync(demand, { steps: most >> 1, seed: of + 1, audit: true, start: cold.plan });
  if (cold.status === "feasible" && (warm.status !== "feasible" || compareScores(warm.score, cold.score) > 0)) {
    throw new Error(`a search that begins with a plan ends worse: ${warm.score.levels} after ${cold.score.levels}`);
  }
  const again = checkPlan(demand, warm.plan);
  if (again.issues.length !== warm.issues.length) throw new Error("the judge says two different things of one plan");
  return cold.steps + warm.steps;
}

/** What the command line asks for; where that makes no sense, ends the program with a line of help. */
function options(): { readonly seconds: number; readonly firstSeed: number; readonly failuresFile: string | undefined } {
  try {
    const { values } = parseArgs({ options: { minutes: { type: "string", default: "10" }, seed: { type: "string", default: "1" }, failures: { type: "string" } } });
    const [seconds, firstSeed] = [60 * Number(values.minutes), Number(values.seed)];
    if (!(seconds > 0)) throw new RangeError(`--minutes ${values.minutes}: give a number above 0.`);
    if (!Number.isInteger(firstSeed)) throw new RangeError(`--seed ${values.seed}: give a whole number.`);
    return { seconds, firstSeed, failuresFile: values.failures };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nnpm run soak -- [--minutes M] [--seed N] [--failures FILE]`);
    process.exit(2);
  }
}
