import { describe, expect, test, vi } from "vitest";
import type { Demand } from "../../src/model/demand.ts";
import type { Term } from "../../src/model/term.ts";
import { Couplings } from "../../src/search/couplings.ts";
import { Ledger } from "../../src/search/ledger.ts";
import { AuditError } from "../../src/solve/audit.ts";
import { solve, solveSync } from "../../src/solve/solve.ts";
import { demand as hand, shift, task } from "../check/plan/hand.ts";
import { randomDemand } from "../generate/demands.ts";

const term = (name: string, measure: Term["measure"], level: number) =>
  ({ name, level, measure, unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } }) as const;
const demand = {
  ...hand,
  tasks: [task("a", 1), task("b", 2), task("c", 1, { slots: [{ start: [500, 600] }] })],
  terms: [term("left out", "unserved", 1), term("on the way", "travel", 2)],
};

test("an honest search passes over random Demands", () => {
  for (let seed = 0; seed < 8; seed++) {
    const of = randomDemand(seed, { tasks: [6, 12], shifts: [2, 4] });
    expect(() => solveSync(of, { steps: 80, audit: true }), `seed ${seed}`).not.toThrow();
  }
});

describe("rounding breaks no rule", () => {
  test("of loads that are no whole numbers", () => {
    const of: Demand = {
      ...hand,
      shifts: [shift("early", "anna", { capacity: { kg: 0.5 } }), shift("late", "bo", { capacity: { kg: 0.6 } })],
      tasks: [0.1, 0.2, 0.3, 0.7, 1.1, -5].map((kg, i) =>
        task(`t${i}`, 1 + (i % 2), { duration: { min: 10, max: 10 }, slots: [{ start: [500, 900] }], load: { kg } }),
      ),
      terms: demand.terms,
    };
    for (let seed = 1; seed <= 3; seed++) expect(() => solveSync(of, { steps: 2000, seed, audit: true })).not.toThrow();
  });

  test("of a hard term whose slopes are no whole numbers", () => {
    const late: Term = { ...term("late", "late", 0), per: "client", curve: { points: [[0, 0], [3, 0.1], [10, 0.7]], above: 0.3 } };
    const of: Demand = {
      ...hand,
      tasks: Array.from({ length: 6 }, (_, i) =>
        task(`t${i}`, 1 + (i % 2), { duration: { min: 10, max: 10 }, slots: [{ start: [500, 900], due: { start: 520 } }] }),
      ),
      terms: [late, ...demand.terms],
    };
    expect(() => solveSync(of, { steps: 2000, audit: true })).not.toThrow();
  });
});

test("a hard term that earns is broken too", () => {
  const value = { points: [[10, 0], [60, -5]] } as const;
  const of: Demand = {
    ...hand,
    tasks: [task("a", 1, { duration: { min: 10, max: 60, value } })],
    terms: [{ ...term("value", "durationValue", 0), curve: { points: [[0, 0]], below: 1, above: 1 } }, term("left out", "unserved", 1)],
  };
  const { status, plan } = solveSync(of, { steps: 500, audit: true });
  expect(status).toBe("feasible");
  expect(plan.shifts.flatMap(({ tasks }) => tasks.map(({ start, end }) => end - start))).toEqual([10]);
});

describe("a search that deceives itself", () => {
  test("about one term is stopped, the term named", async () => {
    const honest = Ledger.prototype.cost;
    const spy = vi.spyOn(Ledger.prototype, "cost").mockImplementation(function (this: Ledger) {
      return honest.call(this) + (this.term.name === "on the way" ? 1 : 0);
    });
    try {
      expect(() => solveSync(demand, { steps: 300, audit: true })).toThrow(AuditError);
      expect(() => solveSync(demand, { steps: 300, audit: true })).toThrow(
        /^Term on the way after accepted move 1 \(\w+\): the search says \d+, the judge \d+\./,
      );
      await expect(solve(demand, { steps: 300, audit: true }).result).rejects.toThrow(AuditError);
      expect(() => solveSync(demand, { steps: 300 })).not.toThrow();
    } finally {
      spy.mockRestore();
    }
  });

  test("about a hard rule is stopped, the issue named", () => {
    const apart = { id: "two people", kind: "workers", tasks: ["a", "b"], distinct: [2, 2] } as const;
    const alone = {
      ...demand,
      shifts: demand.shifts.slice(0, 1),
      tasks: demand.tasks.map((t) => ({ ...t, required: true })),
      relations: [apart],
    };
    const spy = vi.spyOn(Couplings.prototype, "judgeRelation").mockImplementation(() => {});
    try {
      expect(() => solveSync(alone, { steps: 300, audit: true })).toThrow(
        /^Hard rules after accepted move \d+ \(\w+\): the search counts 0, the judge says: workers-/,
      );
    } finally {
      spy.mockRestore();
    }
  });
});
