import { expect, test } from "vitest";
import { costAt, type Curve } from "../../../src/model/curve.ts";
import type { Budget, Demand } from "../../../src/model/demand.ts";
import { Random } from "../../../src/random.ts";
import { type FramesGap, settleFrames } from "../../../src/search/exact/frames.ts";
import { doAll } from "../../../src/search/pieces.ts";
import { demand, shift, slot, task, term, worker } from "../../reference/demand.ts";
import { laneOf } from "../lanes.ts";

interface Frame {
  readonly values: readonly { readonly min: number; readonly max: number; readonly curve: Curve }[];
  readonly limit: Budget["limit"];
  readonly cost: Curve;
}

/** Each visit on a shift of its own, all of them on one frame. */
function visits({ values, limit, cost }: Frame): Demand {
  const names = values.map((_, i) => `${i}`);
  return demand({
    workers: names.map((id) => worker(id)),
    shifts: names.map((id) => shift(id, 0, 200, { worker: id })),
    tasks: values.map(({ min, max, curve }, i) =>
      task(`t${i}`, 0, [min, max], { slots: [slot(0, 0)], duration: { min, max, value: curve }, who: { only: [`${i}`] } }),
    ),
    budgets: [
      { id: "frame", of: "task", members: names.map((id) => `t${id}`), quantity: "serviceTicks", opening: 0, reserved: 0, limit, cost },
    ],
    terms: [term("unserved", 1, 10_000), term("durationValue", 2, 1), term("budget", 2, 1)],
  });
}

/** Least cost over all whole durations. */
function leastOf({ values, limit, cost }: Frame): number {
  let best = Number.POSITIVE_INFINITY;
  const go = (i: number, sum: number, spent: number): void => {
    const value = values[i];
    if (value !== undefined) for (let d = value.min; d <= value.max; d++) go(i + 1, sum + d, spent + costAt(value.curve, d));
    else if (sum >= (limit[0] ?? sum) && sum <= (limit[1] ?? sum)) best = Math.min(best, spent + costAt(cost, sum));
  };
  go(0, 0, 0);
  return best;
}

const settled = (frame: Frame): FramesGap | null => {
  const lane = laneOf(visits(frame));
  lane.tools.draft.price();
  return doAll(settleFrames(lane.tools));
};

test("two visits share a frame where their values allow it, and the bound proves it", () => {
  // Below 20 each tick costs 4 and 1; a tick over 30 in all costs 2: the first has its 20, the second 10.
  const short = (slope: number): Curve => ({ points: [[20, 0]], below: -slope, above: 0 });
  const values = [4, 1].map((slope) => ({ min: 5, max: 25, curve: short(slope) }));
  expect(settled({ values, limit: [null, null], cost: { points: [[30, 0]], below: 0, above: 2 } })).toEqual({
    level: 2,
    cost: 10,
    bound: 10,
    gap: 0,
  });
});

test("the bound is never above the least cost, and the gap holds what is lost", () => {
  let closed = 0;
  let bounded = 0;
  for (let seed = 0; seed < 60; seed++) {
    const random = Random.keyed(seed, "frames");
    const between = (low: number, high: number): number => low + random.below(high - low + 1);
    const values = Array.from({ length: between(2, 3) }, () => {
      const min = between(1, 10);
      const max = min + between(1, 15);
      const middle = between(min, max);
      const curve: Curve = {
        points: [
          [middle, 0],
          [middle + 4, 8],
        ],
        below: -between(1, 6),
        above: 5,
      };
      return { min, max, curve };
    });
    const least = values.reduce((sum, { min }) => sum + min, 0);
    const room = values.reduce((sum, { max }) => sum + max, 0) - least;
    const center = least + between(0, room);
    const cost: Curve = { points: [[center, 0]], below: -between(0, 5), above: between(1, 5) };
    const frame: Frame = { values, limit: random.chance(0.5) ? [null, null] : [null, least + between(Math.ceil(room / 4), room)], cost };
    const result = settled(frame);
    const best = leastOf(frame);
    expect(result, `seed ${seed}`).not.toBeNull();
    if (result === null) continue;
    bounded++;
    expect({ seed, above: result.bound > best + 1e-6, below: result.cost < best - 1e-6 }).toEqual({ seed, above: false, below: false });
    if (result.cost - best < 1e-6) closed++;
  }
  expect(bounded).toBe(60);
  expect(closed).toBeGreaterThan(30);
});

test("a frame that is only a limit: the visits share its minutes by what they are worth, and the bound proves it", () => {
  // 24 ticks in all: the first needs 20 of them at 4 each, the second would pay 1 each and gets the 5 it must have; 1 short of 20, 15 of 20.
  const short = (slope: number): Curve => ({ points: [[20, 0]], below: -slope, above: 0 });
  const frame: Frame = {
    values: [4, 1].map((slope) => ({ min: 5, max: 25, curve: short(slope) })),
    limit: [null, 24],
    cost: { points: [[0, 0]], below: 0, above: 0 },
  };
  expect(settled(frame)).toEqual({ level: 2, cost: 19, bound: 19, gap: 0 });
  expect(leastOf(frame)).toBe(19);
});

test("where nothing prices durations no bound is told", () => {
  const plain = visits({ values: [{ min: 1, max: 2, curve: { points: [[1, 0]] } }], limit: [null, null], cost: { points: [[3, 0]], above: 1 } });
  const lane = laneOf({ ...plain, terms: plain.terms.filter(({ measure }) => measure === "unserved") });
  lane.tools.draft.price();
  expect(doAll(settleFrames(lane.tools))).toBeNull();
});
