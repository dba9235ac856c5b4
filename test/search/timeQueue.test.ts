import fc from "fast-check";
import { expect, test } from "vitest";
import { TimeQueue } from "../../src/search/timeQueue.ts";

const SIZE = 20;

test("nodes come out by their times, each as it first went in, and nothing is left behind", () => {
  const pushes = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: -9, max: 9 })), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(pushes, { maxLength: 3 }), (turns) => {
      const queue = new TimeQueue(SIZE);
      for (const turn of turns) {
        const first = new Map<number, number>();
        for (const [node, time] of turn) {
          queue.push(node, time);
          if (!first.has(node)) first.set(node, time);
        }
        const out: number[] = [];
        for (let node = queue.pop(); node >= 0; node = queue.pop()) out.push(node);
        expect(out.toSorted((a, b) => a - b)).toEqual([...first.keys()].toSorted((a, b) => a - b));
        expect(out.map((node) => first.get(node))).toEqual([...first.values()].toSorted((a, b) => a - b));
      }
    }),
    { seed: 11 },
  );
});

test("a node that has come out may go in again, earlier than before", () => {
  const queue = new TimeQueue(3);
  queue.push(2, 50);
  expect(queue.pop()).toBe(2);
  queue.push(1, 20);
  queue.push(2, 10);
  expect([queue.pop(), queue.pop(), queue.pop()]).toEqual([2, 1, -1]);
});
