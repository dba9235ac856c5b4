import { expect, test } from "vitest";
import type { Household, Need } from "../../src/model/case.ts";
import type { WorkersRelation } from "../../src/model/relation.ts";
import { minute } from "../../src/schedule/minute.ts";
import { ramtid } from "../../src/schedule/ramtid.ts";
import { caseWith, demandOf, meal } from "./hand.ts";

const morning: Need = { ...meal, window: ["07:00", "10:00"] };
const noon: Need = { ...meal, id: "noon", window: ["11:00", "13:00"] };
const supper: Need = { ...meal, id: "supper", window: ["16:00", "18:00"] };
const home = (access: NonNullable<Household["access"]>): Household => ({ ...caseWith({}).households[0]!, access });

const shared = (access: NonNullable<Household["access"]>, needs: readonly Need[], practice = {}): string[][] =>
  demandOf({ period: { from: "2026-03-09", days: 1 }, households: [home(access)], needs, practice }, ramtid())
    .relations.filter((r): r is WorkersRelation => r.kind === "workers")
    .map((r) => [`${r.id} ${r.distinct}`, ...r.tasks]);

test("one key is one person's until the keys are back", () => {
  expect(shared({ kind: "key", keyCopies: 1 }, [morning, noon, supper])).toEqual([
    ["h/keys:2026-03-09#0 ,1", "meal@2026-03-09#1", "noon@2026-03-09#1"],
  ]);
});

test("with as many keys as visits nobody waits for one", () => {
  expect(shared({ kind: "key", keyCopies: 2 }, [morning, noon, supper])).toEqual([]);
  expect(shared({ kind: "key" }, [morning, noon])).toEqual([]);
  expect(shared({ kind: "digital", keyCopies: 1 }, [morning, noon])).toEqual([]);
});

test("the practice says when keys are back", () => {
  expect(shared({ kind: "key", keyCopies: 1 }, [morning, noon, supper], { keysBackAt: ["10:30"] })).toEqual([
    ["h/keys:2026-03-09#1 ,1", "noon@2026-03-09#1", "supper@2026-03-09#1"],
  ]);
});

test("whoever comes as the second needs no key, and a call needs none", () => {
  expect(shared({ kind: "key", keyCopies: 1 }, [{ ...morning, staffing: 2 }, { ...noon, kind: "remote" }]).map(([id]) => id)).toEqual([
    "meal@2026-03-09#1/two 2,2",
  ]);
});

test("a visit on either side of the hour is nobody's key yet", () => {
  expect(shared({ kind: "key", keyCopies: 1 }, [morning, { ...noon, window: ["14:00", "16:00"] }])).toEqual([]);
});

test("shifts of a shared team cross no border", () => {
  const teams = [{ id: "t", base: "base" }, { id: "night", base: "base", isShared: true }];
  const staff = [{ id: "nils", team: "night", skills: [] }, { id: "tove", team: "t", skills: [] }];
  const shifts = staff.map(({ id }) => ({ id: `s-${id}`, staff: id, date: "2026-03-09", from: "07:00", to: "15:00", modes: ["walk" as const] }));
  expect(demandOf({ teams, staff, shifts }, minute()).shifts.map(({ id, team }) => [id, team])).toEqual([["s-nils", undefined], ["s-tove", "t"]]);
});
