import { expect, test } from "vitest";
import { fittings } from "../../src/cli/fitting.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { solveSync } from "../../src/solve/solve.ts";

const town = sampleTown({ seed: 1, clients: 3, days: 1 });
const planned = (model = minute()) => solveSync(demandFor(town, model), { steps: 0 }).plan;

test("plans are told the Demand that they answer, and those of one Demand the very same", () => {
  const fittingOf = fittings(town);
  const [a, b, c] = [planned(), planned(), planned(ramtid())].map((plan) => fittingOf(plan, undefined));
  expect([a, b, c].map((one) => [one?.demand.model, one?.isAnswer])).toEqual([["minute", true], ["minute", true], ["ramtid", true]]);
  expect(b?.demand).toBe(a?.demand);
});

test("a plan of none is matched to the Demand of the model asked for, and only that one is made where it is asked for alone", () => {
  const elsewhere = { ...planned(), demandHash: "of another Demand" };
  const fittingOf = fittings(town);
  expect(fittingOf(elsewhere, undefined)).toMatchObject({ isAnswer: false, demand: { model: "minute" } });
  expect(fittingOf(elsewhere, "ramtid", true)).toMatchObject({ isAnswer: false, demand: { model: "ramtid" } });
  expect(fittingOf(planned(), "ramtid")).toMatchObject({ isAnswer: false, demand: { model: "ramtid" } });
  expect(fittingOf(planned(), "ramtid", true)).toMatchObject({ isAnswer: true, demand: { model: "minute" } });
});
