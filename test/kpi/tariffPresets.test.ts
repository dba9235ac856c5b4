import { describe, expect, test } from "vitest";
import { measure } from "../../src/kpi/measure.ts";
import { presetTariff, TARIFF_PRESETS, type TariffPreset, type TariffPresetId } from "../../src/kpi/tariffPresets.ts";
import type { Case, Need } from "../../src/model/case.ts";
import type { Demand, Task } from "../../src/model/demand.ts";
import { readCase } from "../../src/model/readCase.ts";
import { validCase } from "../model/validCase.ts";
import { demand, plan, planOf, t, town } from "./town.ts";

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

test("Solna pays a declined visit and an unplanned absence by its shares", () => {
  const solna = (declined: readonly string[], away?: "2026-03-02" | "2026-03-01"): number => {
    const clients = town.clients.map((c) => (c.id === "B" && away !== undefined ? { ...c, away: [{ from: away, to: "2026-03-03", kind: "unplanned" as const }] } : c));
    const without = away === undefined ? plan : planOf(plan.shifts.map((s) => ({ ...s, tasks: s.tasks.filter((x) => !x.id.startsWith("b-lift")) })).filter((s) => s.tasks.length > 0));
    return measure({ ...town, clients, tariffs: [presetTariff("solna")] }, demand, without, { declined }).money.revenue.value ?? 0;
  };
  const minute = 464 / 60;
  expect(solna(["c-insulin@2026-03-02#1", "b-lift@2026-03-02#1"])).toBeCloseTo(minute * (220 - 0.5 * (10 + 40)));
  expect(solna([], "2026-03-02")).toBeCloseTo(minute * (140 + 40 * (0.75 + 0.25))); // its first and second day
  expect(solna([], "2026-03-01")).toBeCloseTo(minute * (140 + 40 * (0.25 + 0.25)));
});

test("Stockholm pays each intervention of the night 245, and the month's alarm by its days", () => {
  const night: Case["needs"] = [{ id: "turn", client: "C", class: "transfer", minutes: 15, staffing: 2, often: { times: 1, per: "day" }, window: ["22:00", "23:00"], timing: "agreed" }];
  const task = (day: number, person: string): Task => ({
    ...(demand.tasks[0] as Task), id: `turn@2026-03-0${2 + day}#1/${person}`, serves: [`turn@2026-03-0${2 + day}#1`], client: "C", slots: [{ start: [t(day, "22:00"), t(day, "23:00")] }],
  });
  const nightly: Demand = { ...demand, tasks: [...demand.tasks, task(0, "1"), task(0, "2"), task(1, "1")] };
  const at = (id: string, day: number) => ({ id, slot: 0, start: t(day, "22:10"), end: t(day, "22:25") });
  const done = planOf([
    { shift: "Anna-0", option: 0, begin: t(0, "22:00"), end: t(0, "23:00"), tasks: [at("turn@2026-03-02#1/1", 0)] },
    { shift: "Bo-0", option: 0, begin: t(0, "22:00"), end: t(0, "23:00"), tasks: [at("turn@2026-03-02#1/2", 0)] },
  ]);
  const pay = (needs: Case["needs"]): number => measure({ ...town, needs: [...town.needs, ...needs], tariffs: [presetTariff("stockholm")] }, nightly, done).money.revenue.value ?? 0;
  expect(pay(night)).toBe(245); // two come, once; nobody on Tuesday
  expect(pay([...night, { ...(night[0] as Need), id: "alarm", staffing: 1, basis: "alarm" }])).toBeCloseTo(245 + (185 * 2) / 31);
});
