/**
 * Exact timing against linear programs: `tsx test/search/exact/full.ts [count] [first]`. Half of the cases are coupled rounds of small Demands,
 * half are networks. Prints every mismatch and the counts; exits 1 where there is one.
 */
import { compareTimes } from "./coupled.ts";
import { compareWithLinear } from "./networks.ts";

const [count = 10_000, first = 0] = process.argv.slice(2).map(Number);
const counts = { cases: 0, mismatches: 0, unknown: 0 };
for (let k = first; k < first + count; k++) {
  const seed = k >> 1;
  const of = k % 2 === 0 ? "rounds" : "network";
  const result = of === "rounds" ? compareTimes(seed) : compareWithLinear(seed);
  counts.cases++;
  if ("verdict" in result && result.verdict === "unknown") counts.unknown++;
  else if ("verdict" in result ? result.verdict === "different" : !result.same) {
    counts.mismatches++;
    console.log(`${of} ${JSON.stringify(result)}`);
  }
}
console.log(`${counts.cases} cases, ${counts.mismatches} mismatches, ${counts.unknown} without a plan or an answer`);
if (counts.mismatches > 0) process.exitCode = 1;
