import { describe, expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import { presetTariff, TARIFF_PRESETS, type TariffPreset, type TariffPresetId } from "../../src/kpi/tariffPresets.ts";
import { readCase } from "../../src/model/readCase.ts";
import { validCase } from "../model/validCase.ts";
import { demand, plan, town } from "./town.ts";

const ids = Object.keys(TARIFF_PRESETS) as TariffPresetId[];

describe.each(ids)("%s", (id) => {
  test("says of every rule where it is from, or why it is assumed", () => {
    const { rules }: TariffPreset = TARIFF_PRESETS[id];
    for (const [rule, { told, by }] of Object.entries(rules)) expect(by, rule).toMatch(told === "fact" ? /\d{4}.*: / : /^[A-Z].{20,}\.$/);
  });

  test("is a tariff that a Case may have", () => {
    const areas = ["north", "town", "villa", "rural"].map((area) => ({ id: area }));
    const of = { ...validCase(), areas, tariffs: [presetTariff(id)], providers: [{ id: "kommun", tariff: id }] };
    expect(readCase(of)).toBe(of);
  });
});

test("Solna pays the town's 220 minutes of care 464 an hour, so that 260 a worked hour break even at 56.03 %", () => {
  const { money } = measure({ ...town, tariffs: [presetTariff("solna")] }, demand, plan);
  expect(money.revenue.value).toBeCloseTo((464 * 220) / 60);
  expect(money.breakEven.value).toBeCloseTo(56.03, 2);
  const dearer = measure({ ...town, tariffs: [presetTariff("solna", { costPerWorkedHour: 269 })] }, demand, plan);
  expect(dearer.money.breakEven.value).toBeCloseTo(57.97, 2); // at 58 % brukartid a worked hour may cost 269
});
