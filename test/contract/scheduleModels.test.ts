/** What every schedule model owes, whatever it allows. */
import { describe, expect, test } from "vitest";
import { checkDemand } from "../../src/check/demand/checkDemand.ts";
import { checkPlan } from "../../src/check/plan/checkPlan.ts";
import { formatIssue } from "../../src/errors.ts";
import { canonicalJson, hashOf } from "../../src/model/hash.ts";
import { readCase } from "../../src/model/readCase.ts";
import { readDemand } from "../../src/model/readDemand.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { RAMTID, ramtid } from "../../src/schedule/ramtid.ts";
import { type ModelSpec, SWITCH_VALUES } from "../../src/schedule/switches.ts";
import { solveSync } from "../../src/solve/solve.ts";
import { TOWNS } from "./towns.ts";

const oneSwitchAway = Object.entries(SWITCH_VALUES).flatMap(([name, values]) =>
  values.filter((value) => value !== RAMTID[name as keyof typeof RAMTID]).map((value) => ramtid({ [name]: value })),
);
const MODELS: readonly (readonly [string, ModelSpec])[] = [minute(), ramtid(), ...oneSwitchAway].map((m) => [canonicalJson(m), m]);

/** Read again from its JSON, once for all models. */
const copies = new Map(TOWNS.map(([name, town]) => [name, readCase(JSON.parse(JSON.stringify(town)))]));

describe.each(MODELS)("%s", (_, model) => {
  test.each(TOWNS)("gives a fair and valid Demand, the same each time, of %s", (name, town) => {
    const demand = demandFor(town, model);
    expect(readDemand(JSON.parse(JSON.stringify(demand)))).toEqual(demand);
    expect(checkDemand(town, demand).issues.map(formatIssue)).toEqual([]);
    expect(hashOf(demandFor(copies.get(name)!, model))).toBe(hashOf(demand));
    expect(demand.caseHash).toBe(hashOf(town));
  });
});

test.each([minute(), ramtid()].map((m) => [m.name, m] as const))(
  "%s: what is planned the judge accepts, and counts as the search does",
  (_, model) => {
    for (const [name, town] of TOWNS.slice(0, 2)) {
      const demand = demandFor(town, model);
      const { issues, score, plan } = solveSync(demand, { steps: 60, audit: true });
      expect(issues.map(formatIssue), name).toEqual([]);
      expect(checkPlan(demand, plan).score, name).toEqual(score);
    }
  },
);
