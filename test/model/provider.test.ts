import { expect, test } from "vitest";
import type { Case } from "../../src/model/case.ts";
import { payingProviderOf, providerOf } from "../../src/model/provider.ts";

type Of = Pick<Case, "teams" | "providers">;

const teams = [{ id: "norr", base: "b", provider: "firm" }, { id: "natt", base: "b" }];
const two: Of = { teams, providers: [{ id: "firm" }, { id: "kommun" }] };
const one: Of = { teams, providers: [{ id: "firm" }] };

test.each([
  [{ provider: "kommun", team: "norr" }, "kommun", "kommun"],
  [{ team: "norr" }, "firm", "firm"],
  [{ team: "natt" }, undefined, undefined],
  [{ team: "other" }, undefined, undefined],
  [{}, undefined, undefined],
])("of %j among two providers", (who, provider, paying) => {
  expect([providerOf(two, who), payingProviderOf(two, who)]).toEqual([provider, paying]);
});

test("where there is but one provider it pays for all who name none, yet anybody may come to them", () => {
  expect([providerOf(one, {}), payingProviderOf(one, {}), payingProviderOf(one, { team: "natt" })]).toEqual([undefined, "firm", "firm"]);
  expect([providerOf({}, { team: "norr" }), payingProviderOf({}, {})]).toEqual([undefined, undefined]);
});
