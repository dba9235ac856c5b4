import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import type { InputError } from "../../../src/errors.ts";
import { readVrptw, vrptw } from "../../../src/io/index.ts";
import { small } from "./files.ts";

const demand = readVrptw(small("vrptw/four.txt"));
const plan = vrptw.readSolution(demand, small("vrptw/solutions/four.sol"));

describe("reading an instance", () => {
  test("gives a shift per vehicle and a required task per customer, in tenths", () => {
    expect(demand.shifts.map((s) => [s.id, s.begins, s.ends, s.capacity])).toEqual([
      ["v1", [0, 1000], [null, 1000], { goods: 10 }],
      ["v2", [0, 1000], [null, 1000], { goods: 10 }],
    ]);
    expect(demand.tasks[1]).toMatchObject({
      id: "2",
      place: 2,
      slots: [{ start: [200, 600] }],
      duration: { min: 100, max: 100 },
      load: { goods: 5 },
    });
  });

  test("reads Windows line ends, tabs and a missing last line end", () => {
    const other = small("vrptw/four.txt").trimEnd().replaceAll("\n", "\r\n").replaceAll("    ", "\t");
    expect(readVrptw(other)).toEqual(demand);
  });

  test("reports every bad row with its line", () => {
    const bad = small("vrptw/four.txt")
      .replace("4          4          0         50", "4          4         70         50")
      .replace("    4       1 ", "    4       x ");
    try {
      readVrptw(bad);
      expect.unreachable();
    } catch (error) {
      expect((error as InputError).issues.map((issue) => [issue.code, issue.path])).toEqual([
        ["bad-window", ["line", 11]],
        ["wrong-type", ["line", 14]],
      ]);
    }
  });
});

describe("reading a solution", () => {
  test("gives the cost worked out by hand and a legal plan", () => {
    const { issues, score } = checkPlan(demand, plan);
    expect(issues).toEqual([]);
    expect(vrptw.cost(demand, plan, score)).toBe(30.5);
  });

  test("departs as late as the first customer allows and serves each as early as it can be", () => {
    expect(plan.shifts[0]).toMatchObject({ shift: "v1", begin: 0, end: 400 });
    expect(plan.shifts[0]?.tasks.map((t) => [t.start, t.end])).toEqual([
      [50, 150],
      [200, 300],
    ]);
  });

  test("leaves the judging to the judge: an overloaded route is read as it is", () => {
    const heavy = vrptw.readSolution(demand, "Route #1: 2 3\nRoute #2: 1 4\n");
    expect(checkPlan(demand, heavy).issues.map((issue) => issue.code)).toContain("over-capacity");
  });

  test.each([
    ["no route", "Cost 12\n", "missing"],
    ["a customer of another instance", "Route #1: 1 99\n", "unknown-task"],
    ["more routes than vehicles", "Route #1: 1\nRoute #2: 2\nRoute #3: 3\n", "too-many-routes"],
  ])("refuses %s", (_, text, code) => {
    expect(() => vrptw.readSolution(demand, text)).toThrow(code);
  });
});

test("what is written can be read again as the same plan", () => {
  const order = fc.tuple(fc.shuffledSubarray(["1", "2", "3", "4"], { minLength: 1 }), fc.nat(4));
  fc.assert(
    fc.property(order, ([customers, cut]) => {
      const routes = [customers.slice(0, cut), customers.slice(cut)].filter((route) => route.length > 0);
      const text = routes.map((route, i) => `Route #${i + 1}: ${route.join(" ")}`).join("\n");
      const first = vrptw.readSolution(demand, text);
      const written = vrptw.writeSolution(demand, first);
      expect(vrptw.readSolution(demand, written)).toEqual(first);
      expect(written).toContain(`Cost ${vrptw.cost(demand, first, checkPlan(demand, first).score)}\n`);
    }),
    { seed: 1 },
  );
});
