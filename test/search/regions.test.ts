import { expect, test } from "vitest";
import { checkPlan } from "../../src/index.ts";
import { compile } from "../../src/problem/compile.ts";
import { decode } from "../../src/problem/decode.ts";
import type { Problem } from "../../src/problem/problem.ts";
import { Random } from "../../src/random.ts";
import { Lane } from "../../src/search/lane.ts";
import type { LaneState } from "../../src/search/laneLike.ts";
import { neighboursOf } from "../../src/search/neighbours.ts";
import { cutProblem } from "../../src/search/parts.ts";
import { type Cut, cutRegions } from "../../src/search/regions.ts";
import { auditLane } from "../../src/solve/audit.ts";
import { randomDemand } from "../generate/demands.ts";

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const demandOf = (seed: number) => randomDemand(seed, { tasks: [20, 40], shifts: [6, 10], days: seed % 2 === 0 ? [1, 1] : [2, 3], fitted: 0.9 });

const builtLane = (p: Problem, seed: number): Lane => {
  const lane = new Lane(p, neighboursOf(p, 64), seed, null);
  while (!lane.build());
  return lane;
};

/** By shift: all that is planned there. */
const roundsOf = (lane: Lane, state: LaneState) => new Map(lane.read(state).rounds.map((round) => [round.shift, round]));

/** Two lanes that went on from the same plan, each in its region. */
function parted(seed: number, steps: number, audited: boolean) {
  const p = compile(demandOf(seed));
  const lanes = [builtLane(p, seed), builtLane(p, seed + 1000)] as const;
  lanes[0].run(100);
  const base = lanes[0].present();
  const cut = cutRegions(p, lanes[0].read(base), 2, neighboursOf(p, 64), new Random(seed));
  lanes.forEach((lane, row) => {
    expect(lane.adopt(base)).toBe(true);
    lane.confine(cut, row);
    if (audited) auditLane(p, lane);
    lane.run(steps);
  });
  return { p, lanes, base, cut };
}

test("a cut gives every task to the region of its round, and fixes what a hard relation ties across", () => {
  let fixed = 0;
  for (const seed of SEEDS) {
    const p = compile(demandOf(seed));
    const lane = builtLane(p, seed);
    const { rounds } = lane.best();
    const cut = cutRegions(p, lane.best(), 3, neighboursOf(p, 64), new Random(seed));
    for (const { shift, tasks } of rounds) for (const task of tasks) expect(cut.ofTask[task]).toBe(cut.ofShift[shift]);
    for (let k = 0; k < p.relations.count; k++) {
      const members = Array.from(p.relations.members.subarray(p.relations.memberFrom[k]!, p.relations.memberFrom[k + 1]!));
      if (p.relations.soft[k]! >= 0 || new Set(members.map((task) => cut.ofTask[task])).size === 1) continue;
      for (const task of members) expect(cut.fixed[task], `seed ${seed}`).toBe(1);
    }
    fixed += cut.fixed.reduce((sum, one) => sum + one, 0);
  }
  expect(fixed).toBeGreaterThan(0);
});

test("a cut of a problem without a plan gives each lane about as many tasks and people, those of one person together", () => {
  for (const seed of SEEDS) {
    const p = compile(demandOf(seed));
    const cut = cutProblem(p, 2, new Random(seed));
    for (let r = 0; r < p.shiftCount; r++) for (let q = 0; q < r; q++) if (p.shifts.worker[r] === p.shifts.worker[q]) expect(cut.ofShift[r]).toBe(cut.ofShift[q]);
    const [first, second] = [0, 1].map((lane) => Array.from(cut.ofTask).filter((of) => of === lane).length) as [number, number];
    expect(Math.abs(first - second), `seed ${seed}`).toBeLessThan(p.taskCount);
  }
});

test("a confined lane changes nothing outside its region, and its sums stay true", () => {
  let changed = 0;
  for (const seed of SEEDS) {
    const { lanes, base, cut } = parted(seed, 150, true);
    const before = roundsOf(lanes[0], base);
    for (const [row, lane] of lanes.entries()) {
      const after = roundsOf(lane, lane.present());
      for (let shift = 0; shift < cut.ofShift.length; shift++) {
        if (cut.ofShift[shift] !== row) expect(after.get(shift), `seed ${seed}`).toEqual(before.get(shift));
        else if (JSON.stringify(after.get(shift)) !== JSON.stringify(before.get(shift))) changed++;
      }
    }
  }
  expect(changed).toBeGreaterThan(100);
});

test("what lanes did in their regions becomes one plan, which the judge sees as the search does", () => {
  let merged = 0;
  for (const seed of SEEDS) {
    const { p, lanes, base, cut } = parted(seed, 150, false);
    const states = lanes.map((lane) => lane.present());
    const whole = lanes[0].merge(base, states, cut);
    if (!lanes[0].adopt(whole)) continue;
    const after = roundsOf(lanes[0], lanes[0].present());
    for (const [row, lane] of lanes.entries()) {
      for (const [shift, round] of roundsOf(lane, states[row]!)) if (cut.ofShift[shift] === row) expect(after.get(shift)?.tasks, `seed ${seed}`).toEqual(round.tasks);
    }
    const { score, issues } = checkPlan(p.demand, decode(p, lanes[0].now(), { tool: "test" }));
    score.levels.forEach((cost, level) => {
      if (level > 0) expect(lanes[0].bestLevels[level], `seed ${seed}`).toBeCloseTo(cost, 4);
    });
    expect(lanes[0].bestLevels[0]! > 0, `seed ${seed}`).toBe(issues.length > 0);
    merged++;
  }
  expect(merged).toBeGreaterThan(SEEDS.length / 2);
});

test("a lane that adopts another's state goes on as the other would with its draws", () => {
  for (const seed of SEEDS.slice(0, 10)) {
    const p = compile(demandOf(seed));
    const [one, other] = [builtLane(p, seed), builtLane(p, seed + 1)];
    one.run(200);
    expect(other.adopt(one.present())).toBe(true);
    expect(other.now()).toEqual(one.now());
    expect(other.best()).toEqual(one.now());
    auditLane(p, other);
    other.run(200);
  }
});

test("regions of more lanes than there are rounds leave some lanes without any", () => {
  const p = compile(randomDemand(3, { tasks: [4, 6], shifts: [2, 2], fitted: 0.9 }));
  const lane = builtLane(p, 1);
  const cut: Cut = cutRegions(p, lane.best(), 5, neighboursOf(p, 64), new Random(1));
  for (const row of [0, 1, 2, 3, 4]) {
    lane.adopt(lane.bestState());
    lane.confine(cut, row);
    lane.run(50);
  }
  expect(Math.max(...cut.ofShift)).toBeLessThan(5);
});
