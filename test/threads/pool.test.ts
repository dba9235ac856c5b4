import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demandFor, hashOf, minute, ramtid, solve, solveSync } from "../../src/index.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { makeTown } from "../../bench/town/makeTown.ts";
import { randomDemand } from "../generate/demands.ts";
import { Course } from "../../src/solve/course.ts";
import { runLanesSync } from "../../src/solve/lanes.ts";
import { type Built, buildThreads } from "./built.ts";

const town = sampleTown({ seed: 3, clients: 8, days: 2 });
const demand = demandFor(town, minute());
let built: Built;
beforeAll(async () => {
  built = await buildThreads();
});
afterAll(() => built.remove());

/** A thread that runs `code` instead of lanes. */
const spawnOf = (code: string) => () => new Worker(code, { eval: true });
const silent = spawnOf("require('node:worker_threads').parentPort.on('message', () => {})");

describe("a pool of threads", () => {
  test.each([
    ["a thread per lane", 3, 3],
    ["fewer threads than lanes", 2, 3],
    ["one thread for all lanes", 1, 3],
    ["more threads than lanes", 4, 1],
  ])("finds what the calling thread finds, with %s", async (_, threads, lanes) => {
    const pool = built.node.threadPool({ threads });
    for (const one of [demand, demandFor(town, ramtid()), randomDemand(11)]) {
      const options = { steps: 300, seed: 5, lanes };
      const alone = solveSync(one, options);
      const inThreads = await solve(one, { ...options, pool }).result;
      expect(hashOf(inThreads.plan)).toBe(hashOf(alone.plan));
      expect(inThreads).toEqual({ ...alone, seconds: inThreads.seconds });
    }
    await pool.dispose();
  });

  test.each([1, 2, 3])("finds what the calling thread finds where each lane has a region, with %i threads", async (threads) => {
    const { demand: large } = makeTown({ seed: 1, tasks: 1250 });
    const pool = built.node.threadPool({ threads });
    const options = { steps: 3000, seed: 5, lanes: 2 };
    const alone = solveSync(large, options);
    const inThreads = await solve(large, { ...options, pool }).result;
    expect(inThreads).toEqual({ ...alone, seconds: inThreads.seconds });
    await pool.dispose();
  });

  test("lets searches that share its threads take turns, none of them waiting for ever", async () => {
    const pool = built.node.threadPool({ threads: 3 });
    const runs = [1, 2, 3, 4].map((seed) => solve(demand, { steps: 200, seed, lanes: 2, pool }).result);
    const plans = (await Promise.all(runs)).map(({ plan }) => hashOf(plan));
    expect(plans).toEqual([1, 2, 3, 4].map((seed) => hashOf(solveSync(demand, { steps: 200, seed, lanes: 2 }).plan)));
    await pool.dispose();
  });

  test("gives each lane a different search", async () => {
    const { jobs } = new Course(demand, { steps: 40, lanes: 3, pool: { threads: 3, run: () => Promise.reject(new Error("not asked")) } });
    const watch = { share: () => 0, stopped: () => false, report: () => {}, meet: () => Promise.reject(new Error("not asked")) };
    const levels = jobs.map((job) => runLanesSync({ ...job, lanesInAll: 1 }, watch).levels.join(" "));
    expect(new Set(levels).size).toBe(3);
  });

  test("starts from a plan and never returns a worse one", async () => {
    const pool = built.node.threadPool({ threads: 2 });
    const start = solveSync(demand, { steps: 2000, seed: 2 });
    const { score, status } = await solve(demand, { steps: 20, lanes: 2, start: start.plan, pool }).result;
    expect(status).toBe("feasible");
    expect(score.levels.join() <= start.score.levels.join() || score.levels[1]! <= start.score.levels[1]!).toBe(true);
    await pool.dispose();
  });

  test("shows better and better plans while it runs, the last of them the result", async () => {
    const pool = built.node.threadPool({ threads: 2 });
    const run = solve(demand, { seconds: 0.5, lanes: 2, pool });
    const hashes: string[] = [];
    for await (const { plan, issues } of run.improvements()) {
      expect(issues.filter((issue) => issue.code === "wrong-demand")).toEqual([]);
      hashes.push(hashOf({ ...plan, origin: {} }));
    }
    const { plan } = await run.result;
    expect(hashes.length).toBeGreaterThan(0);
    expect(hashes.at(-1)).toBe(hashOf({ ...plan, origin: {} }));
    await pool.dispose();
  });

  test("does a run under a time budget again, in threads and without", async () => {
    const pool = built.node.threadPool({ threads: 2 });
    const timed = await solve(demand, { seconds: 1, seed: 9, lanes: 3, pool }).result;
    const again = solveSync(demand, { replay: timed.cooling, seed: 9, lanes: 3 });
    const inThreads = await solve(demand, { replay: timed.cooling, seed: 9, lanes: 3, pool }).result;
    expect(again.steps).toBe(timed.steps);
    expect(hashOf(again.plan)).toBe(hashOf(timed.plan));
    expect(hashOf(inThreads.plan)).toBe(hashOf(timed.plan));
    await pool.dispose();
  });

  test("ends on abort with the best so far", async () => {
    const pool = built.node.threadPool({ threads: 2 });
    const abort = new AbortController();
    const run = solve(demand, { seconds: 3600, lanes: 2, pool, signal: abort.signal });
    for await (const improvement of run.improvements()) {
      expect(improvement.plan.demandHash).toBe(hashOf(demand));
      abort.abort();
    }
    expect((await run.result).seconds).toBeLessThan(3600);
    await pool.dispose();
  });
});

describe("a thread that fails", () => {
  test.each([
    ["throws at once", "throw new Error('no such luck')", "A thread failed: Error: no such luck."],
    ["ends", "process.exit(3)", "A thread failed: it ended with status 3."],
    ["throws on the job", "require('node:worker_threads').parentPort.on('message', () => { throw new RangeError('full') })", "RangeError: full"],
  ])("rejects the result when it %s", async (_, code, message) => {
    const pool = built.node.threadPool({ threads: 2, spawn: spawnOf(code) });
    await expect(solve(demand, { seconds: 3600, lanes: 2, pool }).result).rejects.toThrow(message);
    await expect(solve(demand, { seconds: 3600, lanes: 2, pool }).result).rejects.toMatchObject({ name: "ThreadError" });
    await pool.dispose();
  });

  test("ends the other lanes, and the pool can be used again", async () => {
    let spawned = 0;
    const spawn = () => (spawned++ === 0 ? new Worker("throw new Error('first')", { eval: true }) : new Worker(built.worker));
    const pool = built.node.threadPool({ threads: 2, spawn });
    await expect(solve(demand, { seconds: 3600, lanes: 2, pool }).result).rejects.toThrow("first");
    expect((await solve(demand, { steps: 50, lanes: 2, pool }).result).status).toBe("feasible");
    await pool.dispose();
  });

  test("tells an error of the search as what it is", async () => {
    const far = { ...demand, shifts: demand.shifts.map((shift) => ({ ...shift, ends: [0, 2 ** 30] as const })) };
    const pool = built.node.threadPool({ threads: 1 });
    await expect(solve(far, { steps: 1, pool }).result).rejects.toMatchObject({ name: "UsageError", message: expect.stringContaining("coarser ticks") });
    await pool.dispose();
  });

  test("rejects what waits or runs when the pool is disposed of, and what comes later", async () => {
    const pool = built.node.threadPool({ threads: 1, spawn: silent });
    const runs = [1, 2].map(() => solve(demand, { seconds: 3600, pool }).result);
    const ends = Promise.allSettled(runs);
    await new Promise((go) => setTimeout(go, 50));
    await pool.dispose();
    expect((await ends).map((end) => end.status)).toEqual(["rejected", "rejected"]);
    await expect(solve(demand, { pool }).result).rejects.toThrow("disposed of");
  });

  test("is refused where it makes no sense", () => {
    for (const threads of [0, 1.5, Number.NaN]) expect(() => built.node.threadPool({ threads })).toThrow(`threads is ${threads}`);
    expect(() => solveSync(demand, { steps: 1, pool: built.node.threadPool() })).toThrow("use solve with a pool");
  });
});
