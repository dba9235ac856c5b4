import { expect, test } from "vitest";
import { hashOf } from "../../src/model/hash.ts";
import { compareScores } from "../../src/model/score.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ownModel } from "../../src/schedule/ownModel.ts";
import { pooled } from "../../src/schedule/pooled.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import type { LanePool } from "../../src/solve/pool.ts";
import { callingThread } from "../../src/solve/lanes.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { compareModels } from "../../src/whatif/compareModels.ts";

const town = sampleTown({ seed: 3, clients: 6, days: 2 });

test("each model has an arm whose plan answers it, judged and measured; ramtid is never the worse one", async () => {
  for (const steps of [0, 50, 800]) {
    const [asMinute, asRamtid] = await compareModels(town, { steps });
    expect([asMinute?.name, asRamtid?.name]).toEqual(["minute", "ramtid"]);
    for (const arm of [asMinute!, asRamtid!]) {
      expect(arm.plan.demandHash).toBe(hashOf(arm.demand));
      expect(arm.issues).toEqual([]);
      expect(arm.measures.missing.length).toBe(arm.plan.unserved.filter((id) => arm.demand.tasks.find((task) => task.id === id)?.client !== undefined).length);
    }
    expect(compareScores(asRamtid!.score, asMinute!.score)).toBeLessThanOrEqual(0);
  }
});

test("steps give the same arms again, side by side or one after the other", async () => {
  let atOnce = 0;
  let most = 0;
  const pool: LanePool = {
    threads: 2,
    run: async (job, watch) => {
      most = Math.max(most, ++atOnce);
      return callingThread.run(job, watch).finally(() => atOnce--);
    },
  };
  const [alone, together] = [await compareModels(town, { steps: 200, seed: 5 }), await compareModels(town, { steps: 200, seed: 5, pool })];
  expect(together).toEqual(alone);
  expect(most).toBe(2);
});

test("Demands of one's own stand beside named models, and are told by name as they are searched", async () => {
  const own = { ...demandFor(town, minute()), model: "mine" };
  const searches: string[] = [];
  const arms = await compareModels(town, { models: [pooled(), own], steps: 100, onProgress: (search) => searches.push(search) });
  expect(arms.map(({ name }) => name)).toEqual(["pooled", "mine"]);
  for (const search of searches) expect(["draft", "pooled", "mine"]).toContain(search);
  expect(await compareModels(town, { models: [] })).toEqual([]);
});

test("a start is where all begin, so that none ends worse", async () => {
  const demand = demandFor(town, minute());
  const good = solveSync(demand, { steps: 3000, seed: 2 });
  const [arm] = await compareModels(town, { models: [minute()], start: good.plan, steps: 0 });
  expect(compareScores(arm!.score, good.score)).toBeLessThanOrEqual(0);
});

test("a model of one's own has a name, and is the setting it was made like", () => {
  const mine = ownModel("mine", ramtid({ clock: "planned" }));
  const [own, same] = [demandFor(town, mine), demandFor(town, ramtid({ clock: "planned" }))];
  expect(own).toEqual({ ...same, model: "mine" });
  expect(demandFor(town, JSON.parse(JSON.stringify(mine)))).toEqual(own);
  for (const name of ["ramtid", "minute", " "]) expect(() => ownModel(name, minute())).toThrow(/cannot be named/);
  expect(() => demandFor(town, { name: "mine", parameters: { clock: "planned" } })).toThrow(/"mine".*minute, ramtid, pooled/);
});
