import { describe, expect, test } from "vitest";
import { isInputError } from "../../src/errors.ts";
import type { Demand } from "../../src/model/demand.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { solve, solveSync } from "../../src/solve/solve.ts";
import { randomDemand } from "../generate/demands.ts";

const sound = randomDemand(3, { tasks: [4, 6], shifts: [2, 2] });
const [task, ...tasks] = sound.tasks;
const [shift, ...shifts] = sound.shifts;

/** The Demand as it comes from a file that nobody read, with some of it replaced. */
const unread = (changed: object): Demand => JSON.parse(JSON.stringify({ ...sound, ...changed }));

/** Where the issues are that the work ends in. */
async function issuesOf(work: () => unknown): Promise<readonly string[]> {
  try {
    await work();
  } catch (error) {
    if (isInputError(error)) return error.issues.map((issue) => `${issue.code} at ${issue.path.join(".")}`);
    throw error;
  }
  return [];
}

describe("a Demand that was never read", () => {
  test.each<[string, object, readonly string[]]>([
    ["without time", { ticksPerMinute: 0 }, ["out-of-range at ticksPerMinute"]],
    ["without days and tasks", { days: [], tasks: null }, ["wrong-length at days", "wrong-type at tasks"]],
    ["with shifts of nobody", { shifts: [{ ...shift, worker: "nobody" }, ...shifts] }, ["unknown-worker at shifts.0.worker"]],
    ["with a pin of nothing", { pins: [{ task: "nothing" }] }, ["unknown-task at pins.0.task"]],
    ["with tasks twice", { tasks: [task, task, ...tasks] }, ["duplicate-id at tasks.1.id"]],
  ])("and is broken, %s, is refused with every issue", async (_, changed, issues) => {
    const demand = unread(changed);
    expect(await issuesOf(() => solveSync(demand, { steps: 10 }))).toEqual(expect.arrayContaining([...issues]));
    expect(await issuesOf(() => solve(demand, { steps: 10 }).result)).toEqual(expect.arrayContaining([...issues]));
  });

  test("and asks for what nobody can do is planned as far as it goes", () => {
    const demand = unread({ relations: [], pins: [], tasks: [{ ...task, required: false, who: { all: ["juggling"] } }, ...tasks] });
    expect(() => readDemand(demand)).toThrow("skill-nobody-has");
    expect(solveSync(demand, { steps: 10 }).plan.unserved).toContain(task!.id);
  });

  test("leaves what callers throw as it is", () => {
    const fail = (): never => {
      throw new TypeError("a fault of the caller");
    };
    expect(() => solveSync(unread({ note: 1 }), { seconds: 1, clock: fail })).toThrow("a fault of the caller");
  });

  test("and has keys too many is planned", () => {
    expect(solveSync(unread({ note: "from the spreadsheet" }), { steps: 10 }).plan.shifts.length).toBeGreaterThan(0);
  });
});
