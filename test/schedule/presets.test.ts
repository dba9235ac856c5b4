import { describe, expect, test } from "vitest";
import { checkDemand } from "../../src/check/demand/checkDemand.ts";
import type { Case } from "../../src/model/case.ts";
import { readCase } from "../../src/model/readCase.ts";
import { sampleTown } from "../../src/sample/index.ts";
import { demandFor } from "../../src/schedule/demandFor.ts";
import type { Told } from "../../src/model/told.ts";
import { PRESETS, type PresetId, presetModel, presetPolicy } from "../../src/schedule/presets.ts";

const ids = Object.keys(PRESETS) as PresetId[];
const town = sampleTown({ seed: 3, clients: 12, days: 9 });

/** The town whose frames follow the preset. */
const under = (id: PresetId): Case => ({
  ...town,
  framePolicies: [presetPolicy(id)],
  clients: town.clients.map((client) => {
    const { grants } = client.decision;
    return grants.kind === "frame" ? { ...client, decision: { ...client.decision, grants: { ...grants, policy: id } } } : client;
  }),
});

describe.each(ids)("%s", (id) => {
  test("says of every line where it is from, or why it is assumed", () => {
    const { municipality, year, ...lines } = PRESETS[id];
    expect([municipality.length, year.length].every((length) => length > 3)).toBe(true);
    for (const [name, { told, by }] of Object.entries<Told<unknown>>(lines)) {
      expect(["fact", "assumed"], name).toContain(told);
      expect(by.length, name).toBeGreaterThan(10);
      if (told === "fact") expect(by, `${name}: a source has a year or a title`).toMatch(/\d{4}|,/);
    }
  });

  test("is a policy and a model that read a town fairly", () => {
    const of = readCase(under(id));
    expect(checkDemand(of, demandFor(of, presetModel(id))).issues).toEqual([]);
  });
});

test("a provider's pool is one account for all of its clients, of what their templates add up to", () => {
  const of = { ...under("gavle"), clients: town.clients.map((client) => ({ ...client, decision: { basis: "SoL" as const, grants: { kind: "interventions" as const } } })) };
  const frames = demandFor(of, presetModel("gavle")).budgets.filter((budget) => budget.of === "task");
  const months = new Set(demandFor(of, presetModel("gavle")).days.map(({ date }) => date.slice(0, 7)));
  expect(frames).toHaveLength(months.size);
});
