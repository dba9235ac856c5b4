import { expect, test } from "vitest";
import { Linear } from "../../src/bound/linear.ts";
import { Random } from "../../src/random.ts";
import { solveLinear } from "../reference/lp.ts";

/** Rows of at least one, columns that cover some of them; a start that covers one row for 1000 each. */
function covering(random: Random): { rows: number; columns: { cost: number; rows: number[]; values: number[] }[] } {
  const rows = 3 + random.below(6);
  const columns = Array.from({ length: 4 + random.below(25) }, () => {
    const own = Array.from({ length: rows }, (_, r) => r).filter(() => random.chance(0.4));
    return { cost: 1 + random.below(40), rows: own, values: own.map(() => 1 + random.below(2)) };
  });
  return { rows, columns };
}

test("its optimum is that of a solver from a package, also when columns and rows come later", () => {
  for (let seed = 0; seed < 60; seed++) {
    const random = Random.keyed(seed, "linear");
    const { rows, columns } = covering(random);
    const linear = new Linear();
    for (let r = 0; r < rows; r++) {
      linear.addRow(1, { rows: [], values: [] }, linear.addColumn(1000, { rows: [r], values: [1] }));
      linear.addColumn(0, { rows: [r], values: [-1] });
    }
    const at: number[] = [];
    for (const [i, column] of columns.entries()) {
      at.push(linear.addColumn(column.cost, column));
      if (i % 5 === 0) expect(linear.solve(1000)).toBe(true);
    }
    expect(linear.solve(1000)).toBe(true);
    // At most half of the columns in all, which the optimum so far may break.
    const most = columns.length / 20;
    const slack = linear.addColumn(0, { rows: [rows], values: [1] });
    expect(slack).toBeGreaterThan(0);
    linear.addRow(most, { rows: at, values: at.map(() => 1) }, linear.addColumn(1e5, { rows: [rows], values: [-1] }));
    const broken = linear.solution().reduce((sum, [column, value]) => (at.includes(column) ? sum + value : sum), 0) > most + 1e-6;
    if (!broken) continue;
    expect(linear.solve(5000)).toBe(true);
    const oracle = solveLinear({
      cost: new Map([...columns.map((c, i) => [`x${i}`, c.cost] as const), ...Array.from({ length: rows }, (_, r) => [`a${r}`, 1000] as const), ["over", 1e5]]),
      rows: [
        ...Array.from({ length: rows }, (_, r) => ({
          sum: [...columns.flatMap((c, i) => (c.rows.includes(r) ? [[`x${i}`, c.values[c.rows.indexOf(r)]!] as const] : [])), [`a${r}`, 1] as const],
          min: 1,
          max: null,
        })),
        { sum: [...columns.map((_, i) => [`x${i}`, 1] as const), ["over", -1] as const], min: null, max: most },
      ],
      free: [],
    });
    expect({ seed, cost: linear.objective() }).toEqual({ seed, cost: expect.closeTo(oracle!.cost, 1) });
  }
});

test("a row that leaves room can go, and the solution stays", () => {
  const linear = new Linear();
  const start = (): number => linear.addColumn(1000, { rows: [linear.rowCount], values: [1] });
  linear.addRow(4, { rows: [], values: [] }, start());
  const x = linear.addColumn(2, { rows: [0], values: [1] });
  const slack = linear.addColumn(0, { rows: [1], values: [1] });
  linear.addRow(9, { rows: [x], values: [1] }, slack);
  linear.addRow(3, { rows: [x], values: [1] }, linear.addColumn(0, { rows: [2], values: [1] }));
  const y = linear.addColumn(5, { rows: [0], values: [1] });
  expect(linear.solve(100)).toBe(true);
  expect(linear.objective()).toBeCloseTo(11, 4);
  linear.removeRows([{ row: 1, slack }]);
  expect(linear.rowCount).toBe(2);
  expect(linear.objective()).toBeCloseTo(11, 4);
  linear.setCost(y, 3);
  expect(linear.solve(100)).toBe(true);
  expect(linear.objective()).toBeCloseTo(9, 4);
  const shares = new Map(linear.solution());
  expect([shares.get(x), shares.get(y)].map((share) => Math.round(share!))).toEqual([3, 1]);
});
