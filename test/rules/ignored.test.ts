/** A search that ignores a rule is caught: it plans the Demand without it, and is audited by the judge of the whole Demand. */
import { describe, expect, test } from "vitest";
import { GROUPINGS, type Measure, type Term } from "../../src/model/term.ts";
import { compile } from "../../src/problem/compile.ts";
import { Search } from "../../src/search/search.ts";
import { AuditError, auditLane } from "../../src/solve/audit.ts";
import { randomDemand } from "../generate/demands.ts";
import { PLAIN } from "./facts.ts";
import { ROWS, type Row } from "./table.ts";
import { ALWAYS, withoutRule } from "./without.ts";

/** Rules that cannot be ignored in this way, each with the reason. */
const EXCEPT: Readonly<Record<string, string>> = {
  "Several slots": "who knows only the first of them breaks nothing",
  "One shift at a time":
    "without it there are other workers, and columns that do not fit the Demand; `solve/audit.test.ts` ignores a rule over several rounds",
  Levels: "terms are audited one by one; `terms.test.ts` compares the levels",
};

const isMeasure = (name: string): name is Measure => name in GROUPINGS;

/** What the audit says of a search that does not know the rule, on the first Demand where it says anything. */
function caught({ name, mixed, reported }: Row): string | undefined {
  const features = { slots: 0.8, ...Object.fromEntries(mixed.map((feature) => [feature, 1])) };
  const prices = reported.filter(isMeasure).map((measure): Term => ({ ...PLAIN, name: `price of ${measure}`, level: 2, measure }));
  for (let seed = 0; seed < 400; seed++) {
    const drawn = randomDemand(seed, { tasks: [5, 12], shifts: [3, 6], days: seed % 2 === 0 ? [1, 1] : [2, 3], features, fitted: 0.97 });
    const demand = { ...drawn, terms: [...drawn.terms, ...prices] };
    const without = withoutRule(name, demand);
    if (without === undefined) continue;
    const p = { ...compile(without), demand };
    try {
      const search = new Search(p, {
        seed,
        lanes: 1,
        steps: 60,
        warm: null,
        share: null,
        replay: null,
        onLane: (lane) => auditLane(p, lane),
      });
      while (!search.advance().done);
    } catch (error) {
      if (error instanceof AuditError) return error.message;
      throw error;
    }
  }
  return undefined;
}

describe.each(ROWS.filter(({ name }) => !ALWAYS.includes(name) && !(name in EXCEPT)))("$name", (row) => {
  test("cannot be ignored", () => expect(caught(row)).toMatch(/after accepted move/));
});
