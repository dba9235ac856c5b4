import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import type { Benchmark } from "../../../src/io/index.ts";
import { hhcrsp, uhhc } from "../../../src/io/index.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { changed, type Json, small } from "./files.ts";
import { costByRule, type Visit } from "./uhhcRule.ts";

interface Stop {
  patient: string;
  service: string;
  minutes: number;
  place: number;
}

/** Any assignment in any order, each visit as early as it can be after a random rest; legal or not. */
function rounds(stops: readonly Stop[], caregivers: readonly string[], lunchOf: readonly string[]) {
  const where = fc.array(fc.record({ who: fc.integer({ min: -1, max: caregivers.length - 1 }), rest: fc.nat(40) }), {
    minLength: stops.length,
    maxLength: stops.length,
  });
  return fc
    .tuple(fc.shuffledSubarray([...stops], { minLength: stops.length }), where, fc.array(fc.nat(3), { minLength: 2, maxLength: 2 }))
    .map(([order, choices, lunchAt]) =>
      caregivers.map((caregiver, c) => {
        const own = order.map((stop, i) => ({ ...stop, ...choices[i]! })).filter((stop) => stop.who === c);
        if (lunchOf.includes(caregiver) && own.length > 0) {
          const at = Math.min(lunchAt[c]!, own.length);
          const host = own[at] ?? own[at - 1]!;
          own.splice(at, 0, { ...host, service: "lunch_break", minutes: 30 });
        }
        return { caregiver, own };
      }),
    );
}

type Rounds = { caregiver: string; own: (Stop & { rest: number })[] }[];

function timed(all: Rounds, file: string, opens: (stop: Stop) => number): Map<string, Visit[]> {
  const { distances } = JSON.parse(file) as { distances: number[][] };
  return new Map(
    all.map(({ caregiver, own }) => {
      let [clock, here] = [caregiver === "c2" ? 480 : 520, own[0]?.place ?? 0];
      const visits = own.map((stop) => {
        const start = Math.max(clock + distances[here]![stop.place]!, opens(stop)) + stop.rest;
        [clock, here] = [start + stop.minutes, stop.place];
        return { patient: stop.patient, service: stop.service, start, end: clock };
      });
      return [caregiver, visits];
    }),
  );
}

const solutionText = (visits: ReadonlyMap<string, readonly Visit[]>): string =>
  JSON.stringify({
    routes: [...visits].map(([caregiver_id, list]) => ({
      caregiver_id,
      locations: list.map(({ patient, service, start, end }) => ({ patient, service, arrival_time: start, departure_time: end })),
    })),
  });

function expectSameAgain(benchmark: Benchmark, demand: Demand, text: string): number {
  const plan = benchmark.readSolution(demand, text);
  const again = benchmark.readSolution(demand, benchmark.writeSolution(demand, plan));
  expect(again).toEqual(plan);
  return benchmark.cost(demand, plan, checkPlan(demand, plan).score);
}

describe("UHHC", () => {
  const stops: Stop[] = [
    { patient: "pa", service: "s1", minutes: 20, place: 2 },
    { patient: "pb", service: "s1", minutes: 20, place: 3 },
    { patient: "pb", service: "s2", minutes: 30, place: 3 },
    { patient: "pc", service: "s2", minutes: 30, place: 4 },
    { patient: "pd", service: "s1", minutes: 15, place: 5 },
  ];
  const opens = (stop: Stop) => (stop.service === "lunch_break" ? 540 : { pa: 500, pb: 560, pc: 480, pd: 640 }[stop.patient]!);
  const variants: [string, Json][] = [
    ["at the end of service", "at_service_end"],
    ["at the start of service", "at_service_start"],
  ];

  test.each(variants)("any rounds cost what the published rules say, windows met %s, and survive writing and reading", (_, met) => {
    const file = changed("uhhc/four.json", [["metadata", "time_window_met"], met]);
    const demand = uhhc.read(file);
    fc.assert(
      fc.property(rounds(stops, ["c1", "c2"], ["c1"]), (all) => {
        const visits = timed(all, file, opens);
        expect(expectSameAgain(uhhc, demand, solutionText(visits))).toBeCloseTo(costByRule(file, visits), 9);
      }),
      { seed: 2, numRuns: 400 },
    );
  });
});

test("HHCRSP: any rounds cost a third of distance and tardiness, and survive writing and reading", () => {
  const file = small("hhcrsp/three.json");
  const { distances } = JSON.parse(file) as { distances: number[][] };
  const demand = hhcrsp.read(file);
  const due: Record<string, number> = { p1: 60, p2: 90, p3: 20 };
  const stops: Stop[] = [
    { patient: "p1", service: "s1", minutes: 20, place: 1 },
    { patient: "p2", service: "s1", minutes: 15, place: 2 },
    { patient: "p2", service: "s2", minutes: 15, place: 2 },
    { patient: "p3", service: "s1", minutes: 10, place: 3 },
    { patient: "p3", service: "s2", minutes: 20, place: 3 },
  ];
  fc.assert(
    fc.property(rounds(stops, ["c1", "c2"], []), (all) => {
      const visits = timed(all, file, () => 60);
      const place = (patient: string) => stops.find((stop) => stop.patient === patient)!.place;
      const late = [...visits.values()].flat().map((visit) => Math.max(0, visit.start - due[visit.patient]!));
      let distance = 0;
      for (const list of visits.values()) {
        const places = [0, ...list.map((visit) => place(visit.patient)), 0];
        for (let i = 1; i < places.length; i++) distance += distances[places[i - 1]!]![places[i]!]!;
      }
      const cost = (distance + late.reduce((a, b) => a + b, 0) + Math.max(0, ...late)) / 3;
      expect(expectSameAgain(hhcrsp, demand, solutionText(visits))).toBeCloseTo(cost, 9);
    }),
    { seed: 3, numRuns: 400 },
  );
});
