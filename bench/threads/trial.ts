/** Runs of one case: some lanes in some threads for so many seconds, or in the calling thread for so many steps. */
import type { Demand } from "../../src/model/demand.ts";
import { threadPool } from "../../src/node.ts";
import { compile } from "../../src/problem/compile.ts";
import type { Cooperation } from "../../src/search/meeting.ts";
import { Search } from "../../src/search/search.ts";
import { solve } from "../../src/solve/solve.ts";
import { cpuClock, wallClock } from "../quality/runOnce.ts";

export interface Trial {
  /** As the search counts them. */
  readonly levels: readonly number[];
  /** Of all lanes. */
  readonly steps: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function timed(run: () => Promise<Pick<Trial, "levels" | "steps">>): Promise<Trial> {
  const [wall, cpu] = [wallClock(), cpuClock()];
  const found = await run();
  return { ...found, seconds: wallClock() - wall, cpuSeconds: cpuClock() - cpu };
}

/** A thread per lane, all of them for all the seconds. */
export const inThreads = (demand: Demand, seed: number, threads: number, seconds: number): Promise<Trial> =>
  timed(async () => {
    const pool = threadPool({ threads });
    const { score, steps } = await solve(demand, { seed, seconds, lanes: threads, pool }).result;
    await pool.dispose();
    return { levels: score.levels, steps };
  });

/** Lanes in turn in the calling thread; undefined: they cooperate as suits the problem. */
export const inTurn = (demand: Demand, seed: number, lanes: number, steps: number, cooperation: Cooperation | undefined): Promise<Trial> =>
  timed(async () => {
    const options = { seed, lanes, steps, warm: null, share: null, replay: null, ...(cooperation !== undefined && { cooperation }) };
    const search = new Search(compile(demand), options);
    while (!search.advance().done);
    return { levels: Array.from(search.bestLevels), steps: search.steps };
  });
