import { expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { Plan } from "../../src/model/plan.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { settleRounds } from "../../src/whatif/settleRounds.ts";

const town = sampleTown({ seed: 4, clients: 8, days: 2 });
const demand = demandFor(town, ramtid());
const { plan: found } = solveSync(demand, { steps: 2000, seed: 1 });
const isVisit = new Set(demand.tasks.filter(({ serves = [] }) => serves.length > 0).map(({ id }) => id));

/** As a table has them: visits only, without breaks and duties. */
const rounds: Plan = { ...found, shifts: found.shifts.map((shift) => ({ ...shift, tasks: shift.tasks.filter(({ id }) => isVisit.has(id)) })).filter(({ tasks }) => tasks.length > 0), origin: { tool: "table" } };
const shiftsOf = (plan: Plan) => new Map(plan.shifts.flatMap(({ shift, tasks }) => tasks.filter(({ id }) => isVisit.has(id)).map(({ id }) => [id, shift])));

test("breaks and duties are put in, everybody keeps the visits written, and the rules hold", async () => {
  expect(checkPlan(demand, rounds).issues).not.toEqual([]);
  const { plan, left } = await settleRounds(demand, rounds);
  expect(left).toEqual([]);
  expect(checkPlan(demand, plan).issues).toEqual([]);
  expect(plan.demandHash).toBe(hashOf(demand));
  expect(plan.origin).toEqual({ tool: "table" });
  expect(new Map([...shiftsOf(plan)].sort())).toEqual(new Map([...shiftsOf(rounds)].sort()));
});

test("what was possible as written stays near its time: two minutes away in the mean at most", async () => {
  const { plan } = await settleRounds(demand, rounds);
  const written = new Map(rounds.shifts.flatMap(({ tasks }) => tasks.map(({ id, start }) => [id, start])));
  const away = plan.shifts.flatMap(({ tasks }) => tasks.flatMap(({ id, start }) => (written.has(id) ? Math.abs(start - written.get(id)!) / demand.ticksPerMinute : [])));
  expect(away).toHaveLength(written.size);
  expect(away.reduce((a, b) => a + b, 0) / away.length).toBeLessThan(2);
});

test("pins of visits that are in no round are passed over", async () => {
  const [first] = rounds.shifts;
  const pinned = { ...demand, pins: first!.tasks.map(({ id }) => ({ task: id, shift: first!.shift })) };
  const without: Plan = { ...rounds, shifts: rounds.shifts.map((one) => (one === first ? { ...one, tasks: one.tasks.slice(1) } : one)) };
  const { plan, left } = await settleRounds(pinned, without);
  expect([left, plan.unserved]).toEqual([[], expect.arrayContaining([first!.tasks[0]!.id])]);
});

test("a visit that fits in nowhere is named, and a visit of no round stays in none", async () => {
  const [first, ...others] = rounds.shifts;
  const all = rounds.shifts.flatMap(({ tasks }) => tasks).filter(({ start }) => start < (demand.days[1]?.begins ?? Infinity));
  // One person is written to do the whole first day.
  const crowded: Plan = { ...rounds, shifts: [{ ...first!, tasks: [...all].sort((a, b) => a.start - b.start) }, ...others.filter(({ begin }) => begin >= (demand.days[1]?.begins ?? 0))] };
  const { plan, left } = await settleRounds(demand, crowded);
  expect(left.length).toBeGreaterThan(0);
  expect(checkPlan(demand, plan).issues).toEqual([]);
  const dropped = rounds.shifts.at(-1)!;
  const without: Plan = { ...rounds, shifts: rounds.shifts.slice(0, -1) };
  expect((await settleRounds(demand, without)).plan.unserved).toEqual(expect.arrayContaining(dropped.tasks.map(({ id }) => id)));
});

test("how long visits may last together holds, also beside one of no round", async () => {
  const isElastic = new Set(demand.tasks.filter(({ duration, serves = [] }) => serves.length === 1 && duration.max - duration.min >= 1200).map(({ id }) => id));
  const written = rounds.shifts.flatMap(({ tasks }) => tasks).filter(({ id, start, end }) => isElastic.has(id) && end - start > demand.tasks.find((task) => task.id === id)!.duration.min);
  expect(written.length).toBeGreaterThan(2);
  const [a, b, missing] = written as [(typeof written)[0], (typeof written)[0], (typeof written)[0]];
  const least = [a, b].reduce((sum, { id }) => sum + demand.tasks.find((task) => task.id === id)!.duration.min, 0);
  const bound: Demand = { ...demand, relations: [...demand.relations, { id: "short", kind: "duration", tasks: [a.id, missing.id, b.id], total: [null, least] }] };
  const without: Plan = { ...rounds, shifts: rounds.shifts.map((round) => ({ ...round, tasks: round.tasks.filter(({ id }) => id !== missing.id) })) };
  const { plan, left } = await settleRounds(bound, without);
  expect(left).toEqual([]);
  expect(checkPlan(bound, plan).issues).toEqual([]);
  expect(plan.shifts.flatMap(({ tasks }) => tasks).filter(({ id }) => [a.id, b.id].includes(id)).map(({ id }) => id).sort()).toEqual([a.id, b.id].sort());
});
