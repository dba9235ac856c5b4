/** In every plan of every generated case, under every model, paid time and the ledger balance to the tick. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { frameLedger } from "../../src/kpi/ledger/frameLedger.ts";
import { lookUp } from "../../src/kpi/lookup.ts";
import { measure, walkRounds } from "../../src/kpi/measure.ts";
import { imbalance, type TimeUse, timeUses } from "../../src/kpi/timeUse.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { PROFILES, sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { randomPair } from "../generate/demands.ts";
import { imbalances } from "./ledger/imbalances.ts";
import { models } from "./models.ts";

/** Shifts whose account does not balance, or in which tasks take other time than the plan gives them. */
function wrongShifts(demand: Demand, plan: Plan, uses: readonly TimeUse[]): string[] {
  const kinds = new Map(demand.tasks.map(({ id, kind }) => [id, kind]));
  const rounds = new Map(plan.shifts.map((round) => [round.shift, round]));
  const shifts = new Map(demand.shifts.map((shift) => [shift.id, shift]));
  return uses.flatMap((use) => {
    const round = rounds.get(use.shift);
    const tasks = round?.tasks ?? [];
    const planned = (isKind: (kind: string | undefined) => boolean): number => tasks.reduce((sum, { id, start, end }) => sum + (isKind(kinds.get(id)) ? end - start : 0), 0);
    const { begins, paidTo = round?.end } = shifts.get(use.shift)!;
    const paidUntil = round === undefined ? paidTo! : Math.max(paidTo!, round.end);
    const expected = {
      imbalance: 0,
      client: planned((kind) => kind === "care"),
      remote: planned((kind) => kind === "remote"),
      rest: planned((kind) => kind === "break"),
      other: planned((kind) => !["care", "remote", "break"].includes(kind ?? "")),
      paid: paidUntil - (begins[0] ?? round?.begin ?? paidUntil) - planned((kind) => kind === "break"),
    };
    const { client, remote, unpaidRest: rest } = use;
    const found = { imbalance: imbalance(use), client, remote, rest, other: use.documentation + use.duties + use.paidBreak, paid: use.paidSpan + use.overtime };
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`${use.shift}: ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`];
  });
}

/** The plan without some of its tasks: rounds with holes are plans too. */
const without = (plan: Plan, isLeft: (turn: number) => boolean): Plan => {
  let turn = 0;
  const gone = new Set(plan.shifts.flatMap(({ tasks }) => tasks.flatMap(({ id }) => (isLeft(turn++) ? [] : [id]))));
  const shifts = plan.shifts.map((round) => ({ ...round, tasks: round.tasks.filter(({ id }) => !gone.has(id)) })).filter(({ tasks }) => tasks.length > 0);
  return { ...plan, shifts, unserved: [...plan.unserved, ...gone] };
};

test("of towns of every profile, with what was declined and performed", () => {
  const seen = { shifts: 0, rows: 0, own: 0, moves: 0 };
  const town = fc.record({ seed: fc.nat(1e6), profile: fc.constantFrom(...PROFILES), clients: fc.integer({ min: 1, max: 6 }), days: fc.integer({ min: 1, max: 9 }), offset: fc.nat(300), frameShare: fc.constantFrom(0.5, 1) });
  fc.assert(
    fc.property(town, models, fc.array(fc.nat(9), { minLength: 3, maxLength: 20 }), ({ offset, frameShare, ...options }, model, turns) => {
      const of = sampleTown({ ...options, from: new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10), parameters: { frameShare } });
      const demand = demandFor(of, model);
      const turn = (i: number): number => turns[i % turns.length]!;
      const plan = without(solveSync(demand, { steps: 20, seed: 1 }).plan, (i) => turn(i) > 1);
      const served = demand.tasks.flatMap(({ serves = [] }) => serves);
      const performed = { declined: served.filter((_, i) => turn(i) === 2), minutes: Object.fromEntries(served.flatMap((id, i) => (turn(i) < 5 ? [[id, turn(i) * 7.3]] : []))) };
      const { shifts, frame } = measure(of, demand, plan, performed);
      expect(wrongShifts(demand, plan, shifts)).toEqual([]);
      const ledger = frameLedger(of, demand, plan, performed);
      expect(imbalances(ledger)).toEqual([]);
      expect(frame.moved.value ?? 0).toBeGreaterThanOrEqual(0);
      seen.shifts += shifts.length;
      seen.rows += ledger.rows.length;
      seen.own += model.name === "of one's own" ? 1 : 0;
      seen.moves += ledger.rows.reduce((sum, { moves }) => sum + moves.length, 0);
    }),
    { seed: 1609, numRuns: 30 },
  );
  expect(Object.values(seen).every((count) => count >= 12), JSON.stringify(seen)).toBe(true);
});

test("of Demands in which every rule occurs", () => {
  const seen = { used: 0, unused: 0, overtime: 0, rest: 0 };
  for (let seed = 0; seed < 300; seed++) {
    const { demand, plan } = randomPair(seed);
    const part = seed % 3 === 0 ? plan : without(plan, (i) => (i * 7 + seed) % 4 > 0);
    const uses = timeUses(demand, new Map(walkRounds(demand, lookUp({ needs: [], clients: [] }, demand, part), part).map((round) => [round.shift.id, round])));
    expect({ seed, wrong: wrongShifts(demand, part, uses) }).toEqual({ seed, wrong: [] });
    seen.used += uses.filter(({ used }) => used).length;
    seen.unused += uses.filter(({ used }) => !used).length;
    seen.overtime += uses.filter(({ overtime }) => overtime > 0).length;
    seen.rest += uses.filter(({ unpaidRest }) => unpaidRest > 0).length;
  }
  expect(Object.values(seen).every((count) => count > 20), JSON.stringify(seen)).toBe(true);
});
