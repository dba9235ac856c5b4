/** Ramtid allows whatever minute planning allows: a comparison of the two is fair only if the freer one may always do the same. */
import { describe, expect, test } from "vitest";
import { adopt } from "../../src/check/adopt.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { formatIssue } from "../../src/errors.ts";
import { hashOf } from "../../src/model/hash.ts";
import { compareScores } from "../../src/model/score.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { MINUTE, minute } from "../../src/schedule/minute.ts";
import { RAMTID, ramtid } from "../../src/schedule/ramtid.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { TOWNS } from "./towns.ts";

const words = (issues: Parameters<typeof formatIssue>[0][]): readonly string[] => issues.map(formatIssue);

describe.each(TOWNS)("in the town %s", (_, town) => {
  const strict = demandFor(town, minute());
  const free = demandFor(town, ramtid());
  const planned = solveSync(strict, { steps: 400, seed: 1 });
  const adopted = adopt(planned.plan, free, strict);
  const given = checkPlan(free, adopted);

  test("a minute plan is a legal ramtid plan, task for task", () => {
    expect(words([...planned.issues])).toEqual([]);
    expect(words([...given.issues])).toEqual([]);
    expect(adopted.shifts.flatMap(({ tasks }) => tasks)).toHaveLength(planned.plan.shifts.flatMap(({ tasks }) => tasks).length);
    expect(adopted.unserved).toHaveLength(planned.plan.unserved.length);
  });

  test("ramtid beginning with it is never worse", () => {
    const { score, status, plan } = solveSync(free, { start: adopted, steps: 150 });
    expect(status).toBe("feasible");
    expect(compareScores(score, given.score)).toBeLessThanOrEqual(0);
    expect(plan.demandHash).toBe(hashOf(free));
  });

  test("ramtid with every switch set as in minute planning is minute planning, and the other way round", () => {
    expect(hashOf(demandFor(town, ramtid(MINUTE)))).toBe(hashOf(strict));
    expect(hashOf(demandFor(town, minute(RAMTID)))).toBe(hashOf(free));
    expect(hashOf(strict)).not.toBe(hashOf(free));
  });
});

test.each(["clock", "day", "duration"] as const)("ramtid is freer by its %s", (name) => {
  const differs = TOWNS.filter(
    ([, town]) => hashOf(demandFor(town, ramtid({ [name]: MINUTE[name] }))) !== hashOf(demandFor(town, ramtid())),
  );
  expect(differs.length).toBeGreaterThan(0);
});
