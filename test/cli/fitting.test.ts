import { expect, test } from "vitest";
import { fittings, fittingText } from "../../src/cli/fitting.ts";
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
  expect([a, b, c].map((one) => [one?.demand.model, one?.by])).toEqual([["minute", "answers"], ["minute", "answers"], ["ramtid", "answers"]]);
  expect(b?.demand).toBe(a?.demand);
});

test("a plan of none is matched to the Demand of the model asked for, and only that one is made where it is asked for alone", () => {
  const elsewhere = { ...planned(), demandHash: "of another Demand" };
  const fittingOf = fittings(town);
  expect(fittingOf(elsewhere, undefined)).toMatchObject({ by: "guessed", demand: { model: "minute" } });
  expect(fittingOf(elsewhere, "ramtid", true)).toMatchObject({ by: "asked", demand: { model: "ramtid" } });
  expect(fittingOf(planned(), "ramtid")).toMatchObject({ by: "asked", demand: { model: "ramtid" } });
  expect(fittingOf(planned(), "ramtid", true)).toMatchObject({ by: "answers", demand: { model: "minute" } });
});

test("a plan of none that says its model is matched to that one, unless another is asked for alone; what was guessed is said", () => {
  const own = planned(ramtid());
  const elsewhere = { ...own, demandHash: "of another Demand", origin: { ...own.origin, model: "ramtid" } };
  const fittingOf = fittings(town);
  const unknown = fittingOf({ ...elsewhere, origin: { ...own.origin, model: "week frame" } }, undefined);
  expect(fittingOf(elsewhere, undefined)).toMatchObject({ by: "said", demand: { model: "ramtid" } });
  expect(fittingOf(elsewhere, "minute", true)).toMatchObject({ by: "said", demand: { model: "ramtid" } });
  expect(fittingOf(elsewhere, "minute")).toMatchObject({ by: "asked", demand: { model: "minute" } });
  expect(unknown).toMatchObject({ by: "guessed", demand: { model: "minute" } });
  expect(fittingText("plan.json", unknown, "sv")).toBe(
    "plan.json är gjord för ett annat underlag och passas in i det här efter id; DEN SÄGER INTE UNDER VILKEN MODELL och läses under minute. Är den gjord under en annan, lägg till --model ramtid eller --model pooled.\n",
  );
  expect(fittingText("plan.json", fittingOf(own, undefined), "sv")).toBe("");
});
