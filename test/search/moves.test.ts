import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { decode } from "../../src/problem/decode.ts";
import { compareLevels } from "../../src/search/acceptance.ts";
import type { Lane } from "../../src/search/lane.ts";
import { movesFor } from "../../src/search/moves/index.ts";
import { retime } from "../../src/search/moves/retime.ts";
import type { Move } from "../../src/search/tools.ts";
import { randomDemand } from "../generate/demands.ts";
import { illTimed } from "./exact/illTimed.ts";
import { differenceOf, laneOf, MIXED, memoryOf } from "./lanes.ts";

const SEEDS = Array.from({ length: 60 }, (_, k) => 100 + k);
/** Per lane: tries, and successes that are enough. */
const TRIES = 60;
const ENOUGH = 8;

const lanes = SEEDS.map((seed) => ({ seed, lane: laneOf(randomDemand(seed, MIXED), seed) }));
const folder = fileURLToPath(new URL("../../src/search/moves", import.meta.url));
const modules = await Promise.all(readdirSync(folder).map((file): Promise<object> => import(`${folder}/${file}`)));
const all = modules.flatMap((module) => Object.values(module).filter((part): part is Move => typeof part?.try === "function"));

/** Tries the move as the search does; false: nothing came of it. */
function tried(move: Move, lane: Lane): boolean {
  const done = move.try(lane.tools);
  if (!done) lane.tools.ruin.clear();
  return done;
}

/** What the search believes, beside what the judge says of the same plan. */
function expectJudged(lane: Lane, where: string): void {
  const { p, objective } = lane.tools;
  const { score, issues } = checkPlan(p.demand, decode(p, lane.now(), { tool: "test" }));
  score.terms.forEach((term, k) => {
    expect(Math.abs(objective.ledgers[k]!.cost() - term.cost), `${term.name} ${where}`).toBeLessThan(
      1e-6 * Math.max(1, Math.abs(term.cost)),
    );
  });
  const broken = issues.filter(({ code }) => code !== "hard-term").map(({ code, message }) => `${code} ${message}`);
  if (objective.violations() === 0) expect(broken, where).toEqual([]);
  else expect(broken.length, `${objective.violations()} hard units ${where}`).toBeGreaterThan(0);
}

test("every move is in the list, and every one in the list supports some Demand drawn", () => {
  const listed = new Set(lanes.flatMap(({ lane }) => movesFor(lane.tools.p).map(({ move }) => move.name)));
  expect(all.map(({ name }) => name).sort()).toEqual([...listed].sort());
  expect(all.length).toBeGreaterThan(15);
});

describe.each(all.map((move) => [move.name, move] as const))("%s", (_, move) => {
  test("undone, leaves not a bit behind; kept, costs what the judge says", () => {
    let undone = 0;
    let kept = 0;
    // First plans seldom leave better times to be found.
    const drawn = move === retime ? SEEDS.map((seed) => ({ seed, lane: illTimed(seed) })) : lanes;
    for (const { seed, lane } of drawn) {
      const { tools } = lane;
      if (!move.supports(tools.p)) continue;
      const { objective, draft } = tools;
      const where = `after ${move.name}, seed ${seed}`;
      draft.price();
      objective.st.trail.commit();
      for (let k = 0, done = 0; k < TRIES && done < ENOUGH; k++) {
        const before = memoryOf(objective.st.trail);
        const levels = objective.levels.slice();
        if (tried(move, lane)) {
          draft.price();
          undone++;
        }
        draft.undo();
        objective.sumLevels();
        expect(differenceOf(before, memoryOf(objective.st.trail)), where).toBeNull();
        expect(objective.levels, where).toEqual(levels);
        if (!tried(move, lane)) {
          draft.undo();
          continue;
        }
        const running = draft.price().slice();
        tools.keep();
        kept++;
        done++;
        expectJudged(lane, where);
        objective.refresh();
        expect(compareLevels(running, objective.levels), where).toBe(0);
        const unserved = Array.from({ length: tools.p.taskCount }, (_, t) => t).filter((t) => objective.st.shiftOf[t] === -1);
        expect(
          [...tools.unserved, ...tools.unservedConditional].sort((a, b) => a - b),
          where,
        ).toEqual(unserved);
      }
    }
    expect(undone).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(0);
  });
});
