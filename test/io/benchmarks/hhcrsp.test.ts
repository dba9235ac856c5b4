import { describe, expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import { hhcrsp, readHhcrsp } from "../../../src/io/index.ts";
import { changed, small } from "./files.ts";

const demand = readHhcrsp(small("hhcrsp/three.json"));
const solution = small("hhcrsp/solutions/three.json");

/** Codes of the issues and the cost of a solution. */
function judged(text: string): { codes: string[]; cost: number } {
  const plan = hhcrsp.readSolution(demand, text);
  const { issues, score } = checkPlan(demand, plan);
  return { codes: issues.map((issue) => issue.code), cost: hhcrsp.cost(demand, plan, score) };
}

describe("reading an instance", () => {
  test("gives one required task per service, named by patient and service", () => {
    expect(demand.tasks.map((t) => [t.id, t.class, t.client, t.required])).toEqual([
      ["p1/s1", "s1", "p1", true],
      ["p2/s1", "s1", "p2", true],
      ["p2/s2", "s2", "p2", true],
      ["p3/s1", "s1", "p3", true],
      ["p3/s2", "s2", "p3", true],
    ]);
  });

  test("rounds windows such as 60.00000000000001 to what was meant", () => {
    expect(demand.ticksPerMinute).toBe(1000);
    expect(demand.tasks[1]?.slots).toEqual([{ start: [60_000, null], due: { start: 90_000 } }]);
  });

  test("couples the two services of a patient: so far apart, by two people", () => {
    expect(demand.relations.map((r) => [r.id, r.kind, r.kind === "gap" ? r.span : r.kind === "workers" ? r.distinct : null])).toEqual([
      ["p2/gap", "gap", [0, 0]],
      ["p2/workers", "workers", [2, 2]],
      ["p3/gap", "gap", [15_000, 30_000]],
      ["p3/workers", "workers", [2, 2]],
    ]);
  });

  test("keeps both directions of an asymmetric matrix", () => {
    expect([demand.travel[0]?.ticks?.[3], demand.travel[0]?.ticks?.[12]]).toEqual([8000, 9000]);
  });

  test("takes finer ticks where the file needs them", () => {
    const finer = readHhcrsp(changed("hhcrsp/three.json", [["distances", 0, 1], 10.00005]));
    expect(finer.ticksPerMinute).toBe(100_000);
    expect(finer.travel[0]?.ticks?.[1]).toBe(1_000_005);
  });

  test("understands the newer names", () => {
    const newer = changed(
      "hhcrsp/three.json",
      [["patients", 0, "required_caregivers"], undefined],
      [["patients", 0, "required_services"], [{ service: "s1", duration: 20 }]],
      [["patients", 0, "time_window"], undefined],
      [["patients", 0, "time_windows"], [{ start: 30, end: 60 }]],
      [["patients", 2, "synchronization", "distance"], { min: 15, max: 30 }],
    );
    expect(readHhcrsp(newer)).toEqual(demand);
  });

  test("reads data that is already parsed", () => {
    expect(readHhcrsp(JSON.parse(small("hhcrsp/three.json")))).toEqual(demand);
  });
});

describe("judging a solution", () => {
  test("gives the cost worked out by hand", () => {
    expect(judged(solution)).toEqual({ codes: [], cost: 23.125 });
  });

  test.each([
    [
      "a visit before its window",
      solution.replace('"arrival_time": 30, "departure_time": 50', '"arrival_time": 29, "departure_time": 49'),
      "start-outside-slot",
    ],
    [
      "a departure before time 0",
      solution.replace('"arrival_time": 8, "departure_time": 18', '"arrival_time": 7.999, "departure_time": 17.999'),
      "begin-outside-span",
    ],
    [
      "services too close",
      solution.replace('"arrival_time": 23, "departure_time": 43', '"arrival_time": 22.999, "departure_time": 42.999'),
      "gap-broken",
    ],
    ["a service left out", solution.replace(/\{ "patient": "p1".*\n/, ""), "required-unserved"],
    ["a service cut short", solution.replace('"departure_time": 50', '"departure_time": 49'), "too-short"],
  ])("finds %s", (_, text, code) => {
    expect(text).not.toBe(solution);
    expect(judged(text).codes).toEqual([code]);
  });

  test("finds a visit that starts before the arrival", () => {
    const text = solution.replace('"arrival_time": 30, "departure_time": 50', '"arrival_time": 34, "departure_time": 54');
    expect(judged(text).codes).toEqual(["start-before-arrival"]);
  });

  test("finds both services by one person, who lacks nothing but the other pair of hands", () => {
    const alone = `{"routes": [{"caregiver_id": "c2", "locations": [
      {"patient": "p3", "service": "s1", "arrival_time": 8}, {"patient": "p3", "service": "s2", "arrival_time": 23}]}]}`;
    expect(judged(alone).codes).toContain("workers-broken");
  });
});

describe("reading a solution", () => {
  test.each([
    ["an unknown caregiver", '{"routes": [{"caregiver_id": "c9", "locations": []}]}', "unknown-reference"],
    [
      "an unknown visit",
      '{"routes": [{"caregiver_id": "c1", "locations": [{"patient": "p1", "service": "s2", "arrival_time": 30}]}]}',
      "unknown-task",
    ],
    [
      "a lunch where nobody has one",
      '{"routes": [{"caregiver_id": "c1", "locations": [{"patient": "p1", "service": "lunch_break", "start_time": 3}]}]}',
      "unknown-task",
    ],
    ["two routes of one caregiver", '{"routes": [{"caregiver_id": "c1", "locations": []}, {"caregiver_id": "c1"}]}', "duplicate-id"],
    ["a time between two ticks", solution.replace('"arrival_time": 30', '"arrival_time": 30.0005'), "between-ticks"],
    ["a time that is a text", solution.replace('"arrival_time": 30', '"arrival_time": "30"'), "wrong-type"],
    ["something else", "[]", "wrong-type"],
  ])("refuses %s", (_, text, code) => {
    expect(() => hhcrsp.readSolution(demand, text)).toThrow(code);
  });
});
