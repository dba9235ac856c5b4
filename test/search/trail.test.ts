import fc from "fast-check";
import { expect, test } from "vitest";
import { Trail } from "../../src/search/trail.ts";

const SIZE = 5;
const index = fc.nat(SIZE - 1);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("put" as const), index, value: fc.integer({ min: -3, max: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write a real" as const), index, value: fc.constantFrom(0, -0, 1.5, -2, Number.NaN) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("mark" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("back to mark" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("rollback" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("commit" as const) }) },
);

test("any writes, marks, rollbacks and commits leave what copies of the whole memory would", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const trail = new Trail(SIZE, SIZE);
      let ints = Array.from(trail.ints);
      let reals = Array.from(trail.reals);
      let committed = { ints: [...ints], reals: [...reals] };
      let marks: { readonly mark: number; readonly ints: number[] }[] = [];
      for (const s of steps) {
        if (s.do === "put") {
          trail.put(s.index, s.value);
          ints[s.index] = s.value;
        } else if (s.do === "write a real") {
          trail.saveReal(s.index);
          trail.reals[s.index] = s.value;
          reals[s.index] = s.value;
        } else if (s.do === "mark") marks.push({ mark: trail.mark(), ints: [...ints] });
        else if (s.do === "back to mark") {
          const last = marks.pop();
          if (last === undefined) continue;
          trail.rollbackInts(last.mark);
          ints = last.ints;
        } else {
          marks = [];
          if (s.do === "commit") {
            trail.commit();
            committed = { ints: [...ints], reals: [...reals] };
          } else {
            trail.rollback();
            ints = [...committed.ints];
            reals = [...committed.reals];
          }
        }
        expect(Array.from(trail.ints)).toEqual(ints);
        expect(Array.from(trail.reals)).toEqual(reals); // toEqual tells 0 from -0
      }
    }),
    { seed: 1, numRuns: 400 },
  );
});

test("the logs grow with the move", () => {
  const trail = new Trail(3, 3);
  for (let k = 1; k <= 5000; k++) {
    trail.put(k % 3, k);
    trail.saveReal(k % 3);
    trail.reals[k % 3] = k / 2;
  }
  expect(Array.from(trail.ints)).toEqual([4998, 4999, 5000]);
  trail.rollback();
  expect(Array.from(trail.ints)).toEqual([0, 0, 0]);
  expect(Array.from(trail.reals)).toEqual([0, 0, 0]);
});
