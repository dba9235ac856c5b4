import { expect, test } from "vitest";
import { checkPlan } from "../../../src/check/plan/checkPlan.ts";
import { formatIssue } from "../../../src/errors.ts";
import { randomPair } from "../../generate/demands.ts";

test("a plan that the demand was drawn around is legal, whatever the demand is made of", () => {
  for (let seed = 0; seed < 600; seed++) {
    const { demand, plan } = randomPair(seed);
    expect(checkPlan(demand, plan).issues.map(formatIssue), `seed ${seed}`).toEqual([]);
  }
});
