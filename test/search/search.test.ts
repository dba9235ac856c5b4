import { expect, test } from "vitest";
import { demandFor, minute } from "../../src/index.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { compile } from "../../src/problem/compile.ts";
import type { Problem } from "../../src/problem/problem.ts";
import { compareLevels } from "../../src/search/acceptance.ts";
import type { Cooling } from "../../src/search/laneCourse.ts";
import type { Cooperation, Word } from "../../src/search/meeting.ts";
import { Search, type SearchOptions } from "../../src/search/search.ts";
import { makeTown } from "../../bench/town/makeTown.ts";

const town = compile(demandFor(sampleTown({ seed: 4, clients: 12, days: 2 }), minute()));
const day = compile(makeTown({ seed: 2, tasks: 150, doubles: 0.1 }).demand);

const LANES = 3;
const optionsOf = (cooperation: Cooperation, more: Partial<SearchOptions>): SearchOptions => ({
  seed: 7,
  lanes: LANES,
  lanesInAll: LANES,
  cooperation,
  steps: 4000,
  warm: null,
  share: null,
  replay: null,
  ...more,
});

/** Searches with so many of the lanes each, as threads would run them; how often they met. */
function together(p: Problem, parts: readonly number[], options: SearchOptions): { readonly searches: readonly Search[]; readonly met: number } {
  let firstLane = 0;
  const searches = parts.map((lanes) => {
    const search = new Search(p, { ...options, firstLane, lanes });
    firstLane += lanes;
    return search;
  });
  let met = 0;
  for (let done = false; !done; ) {
    done = true;
    for (const search of searches) while (!search.waits && !search.advance().done) done = false;
    if (!searches.every((search) => search.waits)) continue;
    const words: readonly Word[] = structuredClone(searches.flatMap((search) => search.words()));
    for (const search of searches) search.meet(words);
    met++;
    done = false;
  }
  return { searches, met };
}

/** What all of them arrived at. */
const outcome = ({ searches }: ReturnType<typeof together>) => ({
  best: searches.find((search) => search.hasResult)!.best(),
  results: searches.filter((search) => search.hasResult).length,
  cooling: searches.flatMap((search) => search.cooling),
  steps: searches.reduce((sum, search) => sum + search.steps, 0),
});

test.each<[Cooperation, Problem]>([
  ["together", town],
  ["regions", town],
  ["regions", day],
  ["apart", town],
])("lanes that work %s arrive at the same bits, however many threads run them", (cooperation, p) => {
  const options = optionsOf(cooperation, {});
  const alone = new Search(p, options);
  while (!alone.advance().done);
  const threads = together(p, [1, 1, 1], options);
  expect(threads.met).toBeGreaterThan(cooperation === "apart" ? 0 : 2);
  expect(outcome(threads)).toEqual({ best: alone.best(), results: 1, cooling: alone.cooling, steps: alone.steps });
  expect(outcome(together(p, [2, 1], options))).toEqual(outcome(threads));
  expect(outcome(together(p, [1, 2], options))).toEqual(outcome(threads));
});

test.each<Cooperation>(["together", "regions"])("a search under a time budget, its lanes %s, is done again by its cooling", (cooperation) => {
  let looks = 0;
  const steps = Number.POSITIVE_INFINITY;
  const timed = outcome(together(day, [1, 2], optionsOf(cooperation, { steps, share: () => looks++ / 700 })));
  const replay: readonly Cooling[] = timed.cooling;
  for (let lane = 0; lane < LANES; lane++) expect(replay.filter((point) => point.lane === lane).at(-1)?.at).toBe(1024);
  expect(outcome(together(day, [3], optionsOf(cooperation, { steps, replay })))).toEqual(timed);
  expect(outcome(together(day, [1, 1, 1], optionsOf(cooperation, { steps, replay })))).toEqual(timed);
});

test("lanes in regions are better than each of them alone with as many steps", () => {
  const inRegions = new Search(day, optionsOf("regions", {}));
  while (!inRegions.advance().done);
  for (let firstLane = 0; firstLane < LANES; firstLane++) {
    const alone = new Search(day, optionsOf("apart", { firstLane, lanes: 1, lanesInAll: 1 }));
    while (!alone.advance().done);
    expect(compareLevels(inRegions.bestLevels, alone.bestLevels)).toBeLessThan(0);
  }
});

test("where the others are gone, lanes end with the best they know", () => {
  const search = new Search(day, optionsOf("regions", { lanes: 1 }));
  while (!search.waits) search.advance();
  search.meet(search.words());
  expect(search.waits).toBe(false);
  while (!search.advance().done);
  expect(search.hasResult).toBe(true);
  expect(search.cooling.at(-1)?.at).toBe(1024);
});

test("the best only becomes better while lanes meet", () => {
  const search = new Search(day, optionsOf("regions", {}));
  let before = search.bestLevels.slice();
  for (let done = false; !done; ) {
    done = search.advance().done;
    expect(compareLevels(search.bestLevels, before)).toBeLessThanOrEqual(0);
    before = search.bestLevels.slice();
  }
});

test("lanes that are stopped at any moment come to their end together", () => {
  for (const pieces of [0, 3, 40, 160, 400]) {
    const search = new Search(day, optionsOf("regions", { steps: Number.POSITIVE_INFINITY }));
    for (let k = 0; k < pieces; k++) search.advance();
    search.stop();
    let left = 0;
    while (!search.advance().done) left++;
    expect(left).toBeLessThan(2000);
    expect(search.hasResult).toBe(true);
  }
});
