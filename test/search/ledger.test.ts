import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Curve, costAt } from "../../src/model/curve.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Term } from "../../src/model/term.ts";
import { compile } from "../../src/problem/compile.ts";
import { NONE } from "../../src/problem/problem.ts";
import { Ledger, ledgerRoom } from "../../src/search/ledger.ts";
import { Trail } from "../../src/search/trail.ts";
import { demand, nobodys, shift, task } from "../check/plan/hand.ts";

const line: Curve = { points: [[0, 0]], above: 3 };
const steps: Curve = {
  points: [
    [0, 0],
    [2, 1],
    [5, 10],
  ],
  below: -1,
  above: 4,
};

/** Two teams, three shifts of two workers (one in no team), five tasks of three clients (one in no team) and of nobody. */
const world: Demand = {
  ...demand,
  ticksPerMinute: 2,
  workers: [...demand.workers, { id: "cia", traits: [], skills: [], rest: [] }],
  shifts: [shift("s0", "anna", { team: "north" }), shift("s1", "bo", { team: "south" }), shift("s2", "anna")],
  clients: [{ id: "klara", team: "north" }, { id: "lars", team: "south" }, { id: "mia" }],
  tasks: [task("t0", 1), task("t1", 1, { client: "lars" }), task("t2", 2, { client: "mia" }), nobodys(task("t3", 2)), task("t4", 1)],
};

const term = (measure: Term["measure"], per: Term["per"], reduce: Term["reduce"], curve: Curve): Term => ({
  name: `${reduce} of ${measure} per ${per}, ${curve === line ? "a line" : "steps"}`,
  level: 1,
  measure,
  unit: "minute",
  per,
  reduce,
  curve,
});

const terms = [line, steps].flatMap((curve) =>
  (["sum", "max", "range"] as const).flatMap((reduce) => [
    ...(["task", "client", "shift", "worker", "team", "plan"] as const).map((per) => term("late", per, reduce, curve)),
    ...(["shift", "worker", "team", "plan"] as const).map((per) => term("work", per, reduce, curve)),
    term("workers", "team", reduce, curve),
  ]),
);

/** The group as the rule says it: of what serves the task, else its client's, else its own. */
function groupOf({ measure, per }: Term, entity: number, shiftRow: number): string {
  if (per === "plan") return "plan";
  const own = `own ${entity}`;
  if (measure === "workers") return world.clients[entity]!.team ?? own;
  const served = world.shifts[measure === "work" ? entity : shiftRow];
  if (per === "shift") return served?.id ?? own;
  if (per === "worker") return served?.worker ?? own;
  if (measure === "work") return served?.team ?? own;
  const { client } = world.tasks[entity]!;
  if (per === "client") return client ?? own;
  if (per === "team") return world.clients.find(({ id }) => id === client)?.team ?? served?.team ?? own;
  return own;
}

interface Atom {
  readonly value: number;
  readonly shift: number;
}

function costFromScratch(of: Term, atoms: readonly Atom[]): number {
  const groups = new Map<string, number[]>();
  atoms.forEach(({ value, shift: row }, entity) => {
    if (Number.isNaN(value)) return;
    const group = groupOf(of, entity, row);
    groups.set(group, [...(groups.get(group) ?? []), value]);
  });
  let cost = 0;
  for (const values of groups.values()) {
    const [low, high, sum] = [Math.min(...values), Math.max(...values), values.reduce((a, b) => a + b)];
    cost += costAt(of.curve, (of.reduce === "sum" ? sum : of.reduce === "max" ? high : high - low) / 2);
  }
  return cost;
}

const change = fc.record({
  entity: fc.nat(4),
  value: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 14 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
  shift: fc.integer({ min: NONE, max: 2 }),
});
const move = fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 4 }), kept: fc.boolean() });

describe.each(terms.map((t) => [t.name, t] as const))("%s", (_, of) => {
  const p = compile({ ...world, terms: [of] });
  const compiled = p.terms[0]!;
  const count = compiled.entityCount;

  test("the running cost is the sum over the groups, after every move and after every rollback", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const room = ledgerRoom(compiled);
        const trail = new Trail(room.ints, room.reals);
        const ledger = new Ledger(p, compiled, trail, 0, 0);
        let atoms: readonly Atom[] = Array.from({ length: count }, () => ({ value: Number.NaN, shift: NONE }));
        expect(ledger.cost()).toBe(0);
        for (const { changes, kept } of moves) {
          const next = [...atoms];
          for (const { entity, value, shift: row } of changes) {
            if (entity >= count) continue;
            next[entity] = { value, shift: row };
            ledger.set(entity, value, row);
          }
          ledger.close();
          expect(ledger.cost()).toBeCloseTo(costFromScratch(of, next), 8);
          if (kept) {
            trail.commit();
            atoms = next;
          } else {
            trail.rollback();
            expect(ledger.cost()).toBeCloseTo(costFromScratch(of, atoms), 8);
          }
          atoms.forEach(({ value }, entity) => {
            expect(ledger.atom(entity)).toBe(Number.isNaN(value) ? 0 : value);
          });
        }
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});
