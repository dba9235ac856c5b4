import { expect, test } from "vitest";
import type { Case } from "../../src/model/case.ts";
import type { Demand } from "../../src/model/demand.ts";
import { PROFILES, sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";

const towns = PROFILES.map((profile) => {
  const options = { profile, seed: 4, clients: 24, days: 7, parameters: { awayShare: 0.4 } };
  return { profile, english: sampleTown(options), swedish: sampleTown({ ...options, language: "sv" }) };
});

const textsOf = ({ name, areas = [], needs, clients }: Case): string[] => [
  name,
  ...areas.flatMap((area) => area.name ?? []),
  ...needs.flatMap(({ purpose, lifeArea }) => [purpose ?? [], lifeArea ?? []].flat()),
  ...clients.flatMap(({ implementationPlan, away = [] }) => [...(implementationPlan?.goals ?? []).flatMap(({ text, lifeArea }) => [text, lifeArea ?? []].flat()), ...away.flatMap(({ reason }) => reason ?? [])]),
];

test.each(towns)("every text of a town in $profile is Swedish where that is asked for", ({ english, swedish }) => {
  const [before, after] = [textsOf(english), textsOf(swedish)];
  expect(after).toHaveLength(before.length);
  expect(after.filter((text, i) => text === before[i])).toEqual([]);
});

/** Accounts per purpose have the purpose in their ids. */
const untitled = ({ caseHash: _hash, budgets, ...demand }: Demand) => ({ ...demand, budgets: budgets.map(({ id: _id, ...budget }) => budget) });

test.each(towns)("a town in $profile is otherwise the same: what is to be planned does not depend on the language", ({ english, swedish }) => {
  for (const model of [minute(), ramtid()]) expect(untitled(demandFor(swedish, model))).toEqual(untitled(demandFor(english, model)));
  const ids = ({ clients, needs, staff, shifts }: Case) => [clients, needs, staff, shifts].map((list) => list.map(({ id }) => id));
  expect(ids(swedish)).toEqual(ids(english));
});

test("another language is refused", () => {
  expect(() => sampleTown({ language: "fi" as "sv" })).toThrow(/language is "fi"/);
});
