import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLAN_CSV_COLUMNS, planCsv } from "../../../src/io/index.ts";
import { csvText } from "../../../src/io/plan/csvCells.ts";
import { hashOf } from "../../../src/model/hash.ts";
import { csvRecords, readCsv } from "./readers.ts";
import { demand, ODD, plan, town } from "./town.ts";

const rows = csvRecords(planCsv(town, demand, plan));
const row = (task: string, of = rows): Record<string, string> => of.find((one) => one["task"] === task) ?? {};

describe("A night in which the clocks go forward, as CSV", () => {
  test("has round after round by begin, each in its order, then what nobody does", () => {
    expect(rows.map((one) => `${one["shift"]} ${one["nth"]} ${one["task"]}`)).toEqual([
      "åsa-night 1 night@2026-03-28#1",
      "åsa-night 2 åsa-night/break1",
      "åsa-night 3 turn@2026-03-29#1",
      "åsa-night 4 pill@2026-03-29#1",
      "åsa-night 5 look@2026-03-29#1",
      "bo-night 1 turn@2026-03-29#1/second",
      "  wash@2026-03-29#1",
    ]);
  });

  test("shows the first visit in full, its client harmless in a spreadsheet", () => {
    expect(row("night@2026-03-28#1")).toEqual({
      date: "2026-03-28", shift: "åsa-night", staff: "åsa", nth: "1", kind: "care", class: "check", client: `'${ODD}`, start: "23:45", end: "00:00",
      startIso: "2026-03-28T23:45:00+01:00", endIso: "2026-03-29T00:00:00+01:00", minutes: "15", travelSeconds: "300", place: "p1",
      latitude: "59.31", longitude: "18.02", need: "night", purpose: "trygg natt", partner: "", task: "night@2026-03-28#1",
    });
  });

  test("tells the hour left out by the offset: 01:50 to 03:10 are twenty minutes", () => {
    expect(row("turn@2026-03-29#1")).toMatchObject({
      date: "2026-03-29", start: "01:50", end: "03:10", startIso: "2026-03-29T01:50:00+01:00", endIso: "2026-03-29T03:10:00+02:00", minutes: "20", travelSeconds: "0", partner: "bo",
    });
    expect(row("turn@2026-03-29#1/second")).toMatchObject({ staff: "bo", partner: "åsa", travelSeconds: "300" });
  });

  test("leaves empty what a place without coordinates and an unserved visit do not have", () => {
    expect(row("look@2026-03-29#1")).toMatchObject({ minutes: "10.5", travelSeconds: "240", place: "p2", latitude: "", longitude: "", purpose: "", start: "03:23", end: "03:33", endIso: "2026-03-29T03:33:50+02:00" });
    expect(row("wash@2026-03-29#1")).toMatchObject({ date: "2026-03-29", shift: "", staff: "", nth: "", start: "", startIso: "", minutes: "30", travelSeconds: "", client: "c2", place: "p2" });
    expect(row("åsa-night/break1")).toMatchObject({ client: "", need: "", kind: "break", place: "p1" });
  });

  test("puts what nobody does in order of when it could begin, what is open last", () => {
    const nobody = { ...plan, shifts: [], unserved: demand.tasks.map(({ id }) => id) };
    expect(csvRecords(planCsv(town, demand, nobody)).map((one) => `${one["date"]} ${one["task"]}`)).toEqual([
      "2026-03-28 night@2026-03-28#1",
      "2026-03-29 åsa-night/break1",
      "2026-03-29 turn@2026-03-29#1",
      "2026-03-29 turn@2026-03-29#1/second",
      "2026-03-29 pill@2026-03-29#1",
      "2026-03-29 wash@2026-03-29#1",
      " look@2026-03-29#1",
    ]);
  });

  test("has the columns of the table and holds no name unless asked", () => {
    const text = planCsv(town, demand, plan);
    expect(readCsv(text, ",")[0]).toEqual(PLAN_CSV_COLUMNS.filter((column) => !("isName" in column)).map(({ name }) => name));
    expect(text).not.toMatch(/Karin|Nils|Lind/);
    const named = csvRecords(planCsv(town, demand, plan, { names: "full" }));
    expect(Object.keys(named[0] ?? {})).toEqual(PLAN_CSV_COLUMNS.map(({ name }) => name));
    expect(row("night@2026-03-28#1", named)).toMatchObject({ staff: "åsa", staffName: "Åsa Lind", client: `'${ODD}`, clientName: "Karin Öberg-Ek" });
    const short = csvRecords(planCsv(town, demand, plan, { names: "initials" }));
    expect(row("night@2026-03-28#1", short)).toMatchObject({ staffName: "ÅL", clientName: "KÖE" });
  });

  test("opens in a Swedish Excel: byte order mark, semicolons, decimal commas", () => {
    const text = planCsv(town, demand, plan, { locale: "sv" });
    expect(text.startsWith("\uFEFFdate;shift;staff;")).toBe(true);
    const swedish = csvRecords(text.slice(1), ";");
    expect(row("look@2026-03-29#1", swedish)).toMatchObject({ minutes: "10,5" });
    expect(row("night@2026-03-28#1", swedish)).toMatchObject({ latitude: "59,31", client: `'${ODD}` });
    expect(planCsv(town, demand, plan, { locale: "sv", byteOrderMark: false, decimalMark: ".", separator: "," })).toBe(planCsv(town, demand, plan));
  });
});

describe("The three must belong together:", () => {
  test("a plan of another Demand is refused", () => {
    expect(() => planCsv(town, { ...demand, model: "other" }, plan)).toThrow(/another Demand/);
  });
  test("a Demand of another Case is refused", () => {
    const made = { ...demand, caseHash: hashOf({ ...town, name: "other" }) };
    expect(() => planCsv(town, made, { ...plan, demandHash: hashOf(made) })).toThrow(/another Case/);
    const own = { ...demand, caseHash: hashOf(town) };
    expect(() => planCsv(town, own, { ...plan, demandHash: hashOf(own) })).not.toThrow();
  });
  test("a plan that names an unknown task or shift is refused", () => {
    expect(() => planCsv(town, demand, { ...plan, unserved: ["nobody"] })).toThrow(/"nobody"/);
    expect(() => planCsv(town, demand, { ...plan, shifts: [{ shift: "none", option: 0, begin: 0, end: 1, tasks: [] }] })).toThrow(/"none"/);
  });
});

describe("CSV cells", () => {
  const cells = (texts: readonly (string | number)[], separator: "," | ";" = ","): string =>
    csvText([texts], { separator, decimalMark: ",", byteOrderMark: false });

  test.each(["=1+1", "+46", "-x", "@sum", "\tx", "\rx", "\nx", "  =1+1"])("make %j harmless", (text) => {
    expect(readCsv(cells([text]), ",")).toEqual([[`'${text}`]]);
  });

  test("leave negative numbers numbers, and quote a decimal comma among commas", () => {
    expect(cells([-3.5, 7])).toBe('"-3,5",7\r\n');
    expect(cells([-3.5, "a-b"], ";")).toBe("-3,5;a-b\r\n");
  });

  test("come back as they were, but for the apostrophe before formulas", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom('"', ",", ";", "\r", "\n", "\t", "=", "a", "å", " ") }));
    const table = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t"), (texts, separator) => {
        const read = readCsv(csvText(texts, { separator, decimalMark: ".", byteOrderMark: false }), separator);
        expect(read.map((r) => r.length)).toEqual(texts.map((r) => r.length));
        read.forEach((r, i) => {
          r.forEach((cell, j) => {
            const was = texts[i]?.[j];
            expect(cell === was || cell === `'${was}`).toBe(true);
            expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
          });
        });
      }),
      { seed: 4 },
    );
  });
});
