/** What is planned in Node and in a browser alike; runs in both. */
import { demandFor, type Demand, hashOf, minute, ramtid, solve, solveSync, type ThreadPool } from "../../src/index.ts";
import { vrptw } from "../../src/io/index.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { randomDemand } from "../generate/demands.ts";

/** Solomon's form: eight customers around a depot, two vans. */
const VANS = `vans

VEHICLE
NUMBER     CAPACITY
  3         40

CUSTOMER
CUST NO.  XCOORD.   YCOORD.   DEMAND    READY TIME  DUE DATE   SERVICE TIME

    0      35         35          0          0       230          0
    1      41         49         10          1       204         10
    2      35         17          7         50        90         10
    3      55         45         13         16       146         10
    4      55         20         19        79       160         10
    5      15         30         26         4       189         10
    6      25         30          3         20       109         10
    7      20         50          5         1       198         10
    8      10         43          9         25       125         10
`;

const town = sampleTown({ seed: 4, clients: 12, days: 3 });

const SUBJECTS: readonly { readonly name: string; readonly steps: number; readonly demand: () => Demand }[] = [
  { name: "town, minute", steps: 1500, demand: () => demandFor(town, minute()) },
  { name: "town, ramtid", steps: 1500, demand: () => demandFor(town, ramtid()) },
  { name: "vans", steps: 3000, demand: () => vrptw.read(VANS) },
  { name: "vans, bred", steps: 150_000, demand: () => vrptw.read(VANS.replace(" 230 ", " 240 ")) },
  { name: "mixed, small", steps: 2000, demand: () => randomDemand(21) },
  { name: "mixed, larger", steps: 1000, demand: () => randomDemand(22, { tasks: [12, 20], shifts: [3, 5] }) },
];

export interface Row {
  readonly name: string;
  readonly demand: string;
  readonly plan: string;
  /** The same where each lane ran in a thread of its own. */
  readonly inThreads: string;
}

/** Hashes of every Demand and of its plans. `share` of the steps, for a quick look; without a pool there are no threads. */
export async function planned(share = 1, pool?: ThreadPool): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, steps, demand: make } of SUBJECTS) {
    const demand = make();
    const options = { steps: Math.round(steps * share), seed: 7, lanes: 2 };
    const alone = solveSync(demand, options);
    const inThreads = pool === undefined ? alone : await solve(demand, { ...options, pool }).result;
    rows.push({ name, demand: hashOf(demand), plan: hashOf(alone.plan), inThreads: hashOf(inThreads.plan) });
  }
  return rows;
}
