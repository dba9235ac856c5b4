/** Every seeded Demand against the optimizer: `tsx test/reference/full.ts [count] [first]`. */
import { instance } from "./instances.ts";
import { solveExactly } from "./solveExactly.ts";

const count = Number(process.argv[2] ?? 1000);
const first = Number(process.argv[3] ?? 0);
const times: [number, number, string][] = [];
let empty = 0;
const rejected = new Map<string, number>();
for (let seed = first; seed < first + count; seed++) {
  const { demand, features } = instance(seed);
  const t0 = performance.now();
  try {
    const r = solveExactly(demand);
    if (r.plan === null) empty++;
    for (const c of r.rejected) rejected.set(c, (rejected.get(c) ?? 0) + 1);
    times.push([performance.now() - t0, seed, `${r.structures} structures ${r.nodes} nodes ${r.evaluated} evaluated; ${demand.tasks.length} tasks ${demand.shifts.length} shifts ${features.join(" ")}`]);
  } catch (error) {
    console.log(seed, features.join(" "), String(error).slice(0, 1500));
  }
}
times.sort((a, b) => b[0] - a[0]);
console.log(times.slice(0, 15).map((t) => `${t[0].toFixed(0)} ms seed ${t[1]}: ${t[2]}`).join("\n"));
console.log(`total ${times.reduce((s, t) => s + t[0], 0).toFixed(0)} ms; no plan: ${empty}; rejected ${JSON.stringify([...rejected])}`);
