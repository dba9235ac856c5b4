import { describe, expect, test } from "vitest";
import { isInputError } from "../../../src/errors.ts";
import { caseFromTables } from "../../../src/io/import/caseFromTables.ts";
import { formatFault } from "../../../src/io/import/faults.ts";
import { roundsFromTable } from "../../../src/io/import/rounds.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { ENGLISH, windows1252 } from "./sets.ts";

const { case: town } = caseFromTables(ENGLISH);
const demand = demandFor(town, ramtid());

/** K3's shower is by two on Wednesday the 11th. */
const ROUNDS = `Datum;Personal;Kund;Insats;Starttid
2026-03-09;P1;K1;hygiene;8.00
2026-03-09;P1;K1;insulin;07.45
2026-03-10;P2;K2;lunch;11.45
2026-03-11;P1;K3;shower;10.00
2026-03-11;P3;K3;shower;10.00
`;

const faultsOf = (text: string): readonly string[] => {
  try {
    roundsFromTable(text, town, demand);
    return [];
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.issues.map(formatFault);
  }
};

test("a round's own name is passed over where the person stands beside it, and noted", () => {
  const { plan, notes } = roundsFromTable("date;tur;staff;client\n2026-03-10;Slinga 3;P2;K2\n", town, demand);
  expect(plan.shifts.map(({ shift }) => shift)).toEqual(["P2@2026-03-10"]);
  expect(notes[0]).toEqual({ file: "rounds.csv", row: 2, text: 'no shift is named "Slinga 3"; the person\'s own is taken.' });
});

test("rows become rounds: the person's shift of the day, the task of the need, at the time written", () => {
  const { plan, notes } = roundsFromTable(windows1252(ROUNDS), town, demand);
  const at = (day: number, minute: number): number => (day * 1440 + minute) * 60;
  const rounds = Object.fromEntries(plan.shifts.map(({ shift, tasks }) => [shift, tasks.map(({ id, start, end }) => [id, start, (end - start) / 60])]));
  expect(rounds).toEqual({
    "P1@2026-03-09": [["K1-insulin@2026-03-09#1", at(0, 465), 10], ["K1-hygiene@2026-03-09#1", at(0, 480), 25]],
    "P2@2026-03-10": [["K2-lunch@2026-03-10#1", at(1, 705), 20]],
    "P1@2026-03-11": [["K3-shower@2026-W11#1", at(2, 600), 35]],
    "P3@2026-03-11": [["K3-shower@2026-W11#1/second", at(2, 600), 35]],
  });
  expect(plan.unserved).toContain("K1-hygiene@2026-03-10#1");
  expect(notes.map(({ text }) => text)).toEqual(["read as Windows-1252.".replace("Windows-1252", "UTF-8"), "6 visits that are due stand in no round."]);
});

test("without times the order written counts, and the only need that is due need not be named", () => {
  const { plan } = roundsFromTable("date,shift,client,class,order\n2026-03-09,P1@2026-03-09,K1,hygiene,2\n2026-03-09,P1@2026-03-09,K1,insulin,1\n2026-03-10,P2@2026-03-10,K2,,1\n", town, demand);
  expect(plan.shifts[0]?.tasks.map(({ id }) => id)).toEqual(["K1-insulin@2026-03-09#1", "K1-hygiene@2026-03-09#1"]);
  expect(plan.shifts[1]?.tasks[0]).toMatchObject({ id: "K2-lunch@2026-03-10#1", start: (1440 + 690) * 60 });
});

describe("faults are told by row:", () => {
  const change = (from: string, to: string): readonly string[] => {
    expect(ROUNDS).toContain(from);
    return faultsOf(ROUNDS.replace(from, to));
  };

  test("somebody who is not staff, or has no shift then", () => {
    expect(change("P2;K2", "P9;K2")).toEqual(['rounds.csv, row 4, column "Personal": "P9" is not in staff.csv. Add a row for it to staff.csv, or correct it here; if much is missing there, export the whole file again.']);
    expect(change("2026-03-10;P2", "2026-03-10;P1")).toEqual([
      'rounds.csv, row 4, column "Personal": "P1" has no shift on 2026-03-10. Correct person, date or time, or add the shift to shifts.csv.',
    ]);
    expect(change("2026-03-10;P2", "2026-03-10;")).toEqual(['rounds.csv, row 4, column "Personal": Nothing says who comes. Fill in the person, or the shift.']);
    expect(faultsOf("date;shift;client\n2026-03-10;P2@2026-03-11;K2\n")).toEqual([
      'rounds.csv, row 2, column "shift": No shift is named "P2@2026-03-11". Did you mean "P2@2026-03-10"?',
    ]);
  });

  test("a client that is not there, a need that the client lacks, and one that could be several", () => {
    expect(change("P2;K2", "P2;K4")).toEqual(['rounds.csv, row 4, column "Kund": "K4" is not in clients.csv. Add a row for it to clients.csv, or correct it here; if much is missing there, export the whole file again.']);
    expect(change("K2;lunch", "K2;middag")).toEqual(['rounds.csv, row 4, column "Insats": "K2" has no need "middag". Write "lunch".']);
    expect(change("K1;hygiene", "K1;")).toEqual(['rounds.csv, row 2, column "Insats": "K1" has several needs on that day. Say which: "hygiene" or "insulin".']);
  });

  test("a name where an id belongs", () => {
    const [client, person] = [town.clients.find(({ id }) => id === "K2")!, town.staff.find(({ id }) => id === "P2")!];
    expect(change("P2;K2", `P2;${client.name}`)[0]).toContain('is no id in clients.csv. It is a name; write the id "K2".');
    expect(change("P2;K2", `${person.name};K2`)[0]).toContain('is no id in staff.csv. It is a name; write the id "P2".');
  });

  test("a visit more than is due, on another day or by the same person twice", () => {
    const notDue = (row: number, work: string, date: string): string =>
      `rounds.csv, row ${row}, column "Datum": "${work}" is not due on ${date}, or not as often as the rows say. Correct the date, or how often and on which weekdays in needs.csv.`;
    expect(change("K1;hygiene;8.00", "K1;insulin;8.00")).toEqual([notDue(2, "insulin", "2026-03-09")]);
    expect(change("P3;K3", "P1;K3")).toEqual([notDue(6, "shower", "2026-03-11")]);
    expect(change("2026-03-10;P2", "2026-03-13;P2")[0]).toMatch(/"P2" has no shift on 2026-03-13/);
  });

  test("a person with two shifts that day, unless the time says which", () => {
    const split = { ...town, shifts: [...town.shifts, { ...town.shifts[1]!, id: "evening", from: "17:00", to: "21:00", breaks: [] }] };
    const both = demandFor(split, ramtid());
    const read = (start: string) => roundsFromTable(`date;staff;client;start\n2026-03-10;P2;K2;${start}\n`, split, both).plan.shifts[0]?.shift;
    expect(read("11.45")).toBe("P2@2026-03-10");
    expect(read("18.00")).toBe("evening");
    expect(() => read("")).toThrow(/"P2" has several shifts on 2026-03-10\. Say which, by the column shift or start\./);
  });

  test("what every table is told: a date as 3/11, half a file, Swedish where it is asked for", () => {
    expect(change("2026-03-10", "3/11")[0]).toMatch(/^rounds\.csv, row 4, column "Datum": "3\/11" is not written as a date/);
    expect(faultsOf(ROUNDS.slice(0, -12))[0]).toMatch(/^rounds\.csv, row 6: The file breaks off/);
    expect(() => roundsFromTable(ROUNDS.replace("P2;K2", "P2;K4"), town, demand, "sv")).toThrow('rounds.csv, rad 4, kolumn "Kund": "K4" finns inte i clients.csv. Lägg till en rad för det i clients.csv, eller rätta här; saknas mycket där, exportera hela filen igen.');
  });
});
