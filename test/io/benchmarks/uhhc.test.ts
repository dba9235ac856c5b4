import { describe, expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import type { Demand } from "../../../src/model/demand.ts";
import { readUhhc, uhhc } from "../../../src/io/index.ts";
import { changed, small } from "./files.ts";

const demand = readUhhc(small("uhhc/four.json"));

function judged(text: string, of: Demand = demand): { codes: string[]; cost: number; raw: Record<string, number> } {
  const plan = uhhc.readSolution(of, text);
  const { issues, score } = checkPlan(of, plan);
  const raw = Object.fromEntries(score.terms.map((term) => [term.name, term.raw]));
  return { codes: issues.map((issue) => issue.code), cost: uhhc.cost(of, plan, score), raw };
}

describe("judging solutions", () => {
  test("gives each component as worked out by hand", () => {
    expect(judged(small("uhhc/solutions/four.json"))).toEqual({
      codes: [],
      cost: 460,
      raw: {
        travel_time: 100,
        total_tardiness: 0,
        highest_tardiness: 0,
        total_waiting_time: 0,
        total_extra_time: 10,
        max_idle_time: 130,
        optional_patients: 1,
        missed_lunch_break: 0,
        caregiver_preferences: 0,
      },
    });
  });

  test("slides a lunch that opens a round to the first visit, at the same cost", () => {
    const text = small("uhhc/solutions/cp-four.json");
    expect(judged(text)).toMatchObject({
      codes: [],
      cost: 617,
      raw: { total_waiting_time: 30, max_idle_time: 150, caregiver_preferences: 1 },
    });
    const [lunch] = uhhc.readSolution(demand, text).shifts[0]?.tasks ?? [];
    expect(lunch).toEqual({ id: "c1/lunch_break", slot: 0, start: 550, end: 580, at: 3 });
  });

  test("does not count the wait after an opening lunch that cannot slide far enough", () => {
    const early = readUhhc(changed("uhhc/four.json", [["lunch_breaks", "end"], 545]));
    expect(judged(small("uhhc/solutions/cp-four.json"), early)).toMatchObject({ codes: [], cost: 617, raw: { total_waiting_time: 35 } });
  });

  test("leaves where it is a lunch that opens the round of one who must leave when the shift starts", () => {
    const fixed = readUhhc(changed("uhhc/four.json", [["metadata", "origin"], "bazirha"]));
    const { codes, raw, cost } = judged(small("uhhc/solutions/cp-four.json"), fixed);
    // Leaves at 480, is at pb at 500 and waits 40 for lunch; the 10 after it are idle but not counted as waiting. c2 as before.
    expect({ codes, waiting: raw["total_waiting_time"], idle: raw["max_idle_time"], cost }).toEqual({
      codes: [],
      waiting: 80,
      idle: 150,
      cost: 617 + 3 * 40,
    });
  });

  test("lets a lunch at no patient's be eaten where the round starts", () => {
    const text = `{"routes": [{"caregiver_id": "c1", "locations": [{"patient": "d0", "service": "lunch_break", "start_time": 540, "end_time": 570}]}]}`;
    const plan = uhhc.readSolution(demand, text);
    expect(plan.shifts).toEqual([
      { shift: "c1", option: 0, begin: 540, end: 570, tasks: [{ id: "c1/lunch_break", slot: 0, start: 540, end: 570, at: 0 }] },
    ]);
    expect(JSON.parse(uhhc.writeSolution(demand, plan)).routes[0].locations[0].patient).toBe("departing_point");
  });

  test("writes a lunch at the arrival point as eaten at the last home, which costs the same", () => {
    const away = readUhhc(changed("uhhc/four.json", [["caregivers", 0, "arrival_point"], "d1"], [["lunch_breaks", "end"], 700]));
    const read = uhhc.readSolution(away, small("uhhc/solutions/four.json"));
    const [first, second] = read.shifts;
    const visits = [
      { id: "pa/s1", slot: 0, start: 520, end: 540 },
      { id: "pb/s1", slot: 0, start: 580, end: 600 },
      { id: "c1/lunch_break", slot: 0, start: 630, end: 660, at: 1 },
    ];
    const plan = { ...read, shifts: [{ ...first!, end: 660, tasks: visits }, second!] };
    const before = checkPlan(away, plan);
    const after = checkPlan(away, uhhc.readSolution(away, uhhc.writeSolution(away, plan)));
    expect([before.issues, after.issues]).toEqual([[], []]);
    expect(after.score).toEqual(before.score);
  });

  test("reports a lunch that is eaten at a home where the round does not stop", () => {
    const text = small("uhhc/solutions/four.json").replace(
      '"patient": "pa", "service": "lunch_break"',
      '"patient": "pd", "service": "lunch_break"',
    );
    expect(judged(text).codes).toContain("wrong-place");
  });

  test("takes the last window that has opened", () => {
    const text = small("uhhc/solutions/four.json").replace(
      '"arrival_time": 630, "departure_time": 660',
      '"arrival_time": 590, "departure_time": 620',
    );
    const plan = uhhc.readSolution(demand, text);
    expect(plan.shifts[1]?.tasks.map((task) => [task.id, task.slot])).toContainEqual(["pc/s2", 0]);
    const late = uhhc.readSolution(
      demand,
      small("uhhc/solutions/four.json").replace('"arrival_time": 630, "departure_time": 660', '"arrival_time": 640, "departure_time": 670'),
    );
    expect(checkPlan(demand, late).score.terms.find((term) => term.name === "total_tardiness")?.raw).toBe(10);
  });
});

describe("reading weights", () => {
  const weight = (name: string, value: number | "HARD" | undefined) =>
    readUhhc(changed("uhhc/four.json", [["metadata", "cost_components", name], value]));
  const task = (of: Demand, id: string) => of.tasks.find((one) => one.id === id);

  test("puts a hard component on level 0", () => {
    expect(weight("total_tardiness", "HARD").terms.find((term) => term.name === "total_tardiness")).toMatchObject({
      level: 0,
      curve: { above: 1 },
    });
  });

  test("prices optional patients once each, whole or not at all", () => {
    const half = readUhhc(changed("uhhc/four.json", [["patients", 1, "optional"], true]));
    expect(half.relations.find((r) => r.id === "pb/whole")).toMatchObject({ kind: "presence", count: [2, 2], zeroAllowed: true });
    expect(task(half, "pb/s1")?.required).toBe(false);
    expect(task(weight("optional_patients", "HARD"), "pd/s1")?.required).toBe(true);
    expect(task(weight("optional_patients", undefined), "pd/s1")?.required).toBe(true);
  });

  test("charges every caregiver who is not preferred, and all of them where the list is empty", () => {
    expect(task(demand, "pa/s1")?.who).toEqual({ all: ["s1"], cost: { c2: 1 } });
    expect(task(demand, "pd/s1")?.who).toEqual({ all: ["s1"], cost: { c1: 1, c2: 1 } });
    expect(task(demand, "pc/s2")?.who).toEqual({ all: ["s2"], not: ["c1"] });
  });

  test("makes preferences hard where they have no weight but someone is preferred", () => {
    expect(task(weight("caregiver_preferences", "HARD"), "pa/s1")?.who.only).toEqual(["c1"]);
    expect(task(weight("caregiver_preferences", undefined), "pd/s1")?.who.only).toEqual([]);
  });

  test("prices skills and refusals together with preferences in one currency", () => {
    const priced = readUhhc(
      changed(
        "uhhc/four.json",
        [["metadata", "cost_components", "incompabilities"], 2.5],
        [["metadata", "cost_components", "qualification"], 4],
      ),
    );
    expect(task(priced, "pc/s2")?.who).toEqual({ cost: { c1: 65 } });
    expect(priced.terms.find((term) => term.measure === "whoCost")?.curve.above).toBe(0.1);
  });

  test.each([["workload_balance"], ["working_time"], ["max_waiting_time"], ["moonlight"]])("refuses %s by name", (name) => {
    expect(() => weight(name, 3)).toThrow(`The component ${name} cannot be expressed.`);
    expect(() => weight(name, 0)).not.toThrow();
  });

  test("takes a tenth of a minute as tick where the file has tenths, at the same cost", () => {
    const finer = readUhhc(changed("uhhc/four.json", [["lunch_breaks", "start"], 539.5]));
    expect(finer.ticksPerMinute).toBe(10);
    expect(judged(small("uhhc/solutions/four.json"), finer)).toMatchObject({ codes: [], cost: 460 });
  });
});
