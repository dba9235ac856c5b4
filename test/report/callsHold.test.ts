import { expect, test } from "vitest";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { measure } from "../../src/kpi/measure.ts";
import type { Case } from "../../src/model/case.ts";
import type { Demand, Shift } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan } from "../../src/model/plan.ts";
import { callPlanOf } from "../../src/report/unsolved/calls.ts";
import type { Booking } from "../../src/report/unsolved/callIn.ts";
import { lackingVisits } from "../../src/report/unsolved/lacking.ts";
import { type View, viewsOf } from "../../src/report/view.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { solveSync } from "../../src/solve/solve.ts";

/** A town where every third round fell away, so that much is to be called for. */
function shortOf(seed: number, model: ReturnType<typeof minute>): View {
  const town: Case = sampleTown({ seed, clients: 14, days: 5 });
  const demand = demandFor(town, model);
  const { plan } = solveSync(demand, { steps: 300, seed });
  const shifts = plan.shifts.filter((_, i) => i % 3 > 0);
  const served = new Set(shifts.flatMap(({ tasks }) => tasks.map(({ id }) => id)));
  const answer = { ...plan, shifts, unserved: demand.tasks.filter(({ id }) => !served.has(id)).map(({ id }) => id) };
  return viewsOf({ case: town, arms: [{ name: "Plan", demand, plan: answer, score: { levels: [], terms: [] }, measures: measure(town, demand, answer) }], locale: "en" })[0] as View;
}

/** The Demand with a shift for each call-in, and the plan with its round: what the unit would have if everybody named first said yes. */
function accepted({ demand, arm: { plan } }: View, bookings: readonly Booking[]): { readonly demand: Demand; readonly plan: Plan } {
  const byCall = new Map<string, Booking[]>();
  for (const one of bookings) if (one.task !== undefined) byCall.set(`${one.day} ${one.worker}`, [...(byCall.get(`${one.day} ${one.worker}`) ?? []), one]);
  const rounds = [...byCall].map(([key, list]) => {
    const sorted = [...list].sort((a, b) => a.begin - b.begin);
    const [begin, end] = [(sorted[0] as Booking).begin - (sorted[0]?.task?.stopTicks ?? 0), (sorted.at(-1) as Booking).end];
    const shift: Shift = {
      id: `call ${key}`, worker: (sorted[0] as Booking).worker, begins: [begin, begin], ends: [null, null], idleIfUnused: false, fixedDeparture: false,
      options: [{ mode: demand.travel[0]?.mode ?? "", from: null, to: null }],
    };
    const tasks = sorted.flatMap(({ task, begin: start, end: until }) => {
      const slot = task?.slots.findIndex(({ start: [from, to] }) => start >= (from ?? -Infinity) && start <= (to ?? Infinity)) ?? -1;
      return task === undefined ? [] : [{ id: task.id, slot, start, end: until }];
    });
    return { shift, planned: { shift: shift.id, option: 0, begin, end, tasks } };
  });
  const served = new Set(rounds.flatMap(({ planned }) => planned.tasks.map(({ id }) => id)));
  const more = { ...demand, shifts: [...demand.shifts, ...rounds.map(({ shift }) => shift)] };
  return { demand: more, plan: { ...plan, demandHash: hashOf(more), shifts: [...plan.shifts, ...rounds.map(({ planned }) => planned)], unserved: plan.unserved.filter((id) => !served.has(id)) } };
}

test.each([1, 2, 3])("if everybody named first says yes, the judge finds no one late, unable, unrested or in two places (town %i)", (seed) => {
  let [proposed, several] = [0, 0];
  for (const model of [minute(), ramtid()]) {
    const view = shortOf(seed, model);
    const { bookings, visits } = callPlanOf(view);
    const codes = (of: { readonly demand: Demand; readonly plan: Plan }): string[] => checkPlan(of.demand, of.plan).issues.map(({ code, message }) => `${code} ${message}`);
    const before = new Set(codes({ demand: view.demand, plan: view.arm.plan }));
    const after = codes(accepted(view, bookings)).filter((one) => !before.has(one));
    expect(after).toEqual([]);
    expect(visits.size).toBeLessThanOrEqual(lackingVisits(view).length);
    proposed += visits.size;
    several += bookings.length - new Set(bookings.map(({ worker, day }) => `${worker} ${day}`)).size;
  }
  expect([proposed > 20, several > 5]).toEqual([true, true]);
});
