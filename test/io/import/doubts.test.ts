/** What tables may say but seldom mean, and how lengths, days and names are read. */
import { describe, expect, test } from "vitest";
import { isInputError } from "../../../src/errors.ts";
import { caseFromTables, type Tables } from "../../../src/io/import/caseFromTables.ts";
import { faultLines, noteLines, rowsText } from "../../../src/io/import/alike.ts";
import { summaryOf } from "../../../src/io/import/summary.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { ENGLISH, spoiled, SWEDISH } from "./sets.ts";

const notesOf = (tables: Tables): string[] => noteLines(caseFromTables(tables, { lang: "sv" }).notes, "sv").filter((line) => !line.startsWith("places.csv"));
const needs = (...rows: readonly string[]): Tables => ({ ...SWEDISH, needs: ["Kund;Insats;Minuter;Frekvens;Veckodagar;Andra dagar;Tidigast;Senast;Delegering;Lagrum", ...rows, ""].join("\n") });

describe("notes", () => {
  test("say nothing of tables without doubts", () => {
    for (const set of [ENGLISH, SWEDISH]) expect(notesOf(set)).toEqual([]);
  });

  test("delegated work that is no dose", () => {
    expect(notesOf(spoiled(SWEDISH, "needs", "insulin;5;HSL", "insulin;5;"))).toEqual([
      'needs.csv, rad 3: "insulin" kräver delegering men har lagrum SoL; räknas inte som dos när ingen kommer. Skriv HSL i kolumnen Lagrum.',
    ]);
    expect(notesOf(needs("K1;stomi;10;dagligen;;;8.00;9.00;medicine;"))).toEqual([expect.stringMatching(/^needs\.csv, rad 2: "stomi" kräver delegering men/)]);
    expect(notesOf(needs("K1;stomi;10;dagligen;;;8.00;9.00;medicine;HSL"))).toEqual([]);
  });

  test("doses that may come right after each other, in one row and in two", () => {
    expect(notesOf(needs("K1;insulin;10;2/dag;;;7.00;8.30;insulin;HSL"))).toEqual([
      "needs.csv, rad 2: 2 gånger om dagen mellan 07:00 och 08:30: spannet delas i 2 lika delar, så den ena kan komma direkt efter den andra. Skriv en rad för varje gång, med egna tider.",
    ]);
    expect(notesOf(needs("K1;tillsyn;10;2/dag;;;7.00;19.00;;"))).toEqual([]);
    const two = (from: string, days = ""): string[] => notesOf(needs(`K1;insulin;10;dagligen;${days};;7.00;8.30;insulin;HSL`, `K1;insulin;10;dagligen;lör-sön;;${from};18.00;insulin;HSL`));
    expect(two("8.00")).toEqual(['needs.csv, rad 3: "insulin" för "K1" står också på rad 2 och får komma på samma tider, den ena direkt efter den andra. Flytta isär tiderna.']);
    expect(two("16.00")).toEqual([]);
    expect(two("8.00", "mån-fre")).toEqual([]);
  });

  test("a visit of more than 8 hours", () => {
    expect(notesOf(needs("K3;vak;481;dagligen;;;8.00;9.00;;", "K2;vak;480;dagligen;;;8.00;9.00;;"))).toEqual(["needs.csv, rad 2: 481 minuter är över 8 timmar; är det meningen?"]);
  });

  test("a frame far below the needs, which may be in hours", () => {
    const framed = (minutes: string): Tables => ({ ...needs("K1;hjälp;75;dagligen;;;8.00;9.00;;", "K1;insulin;90;dagligen;;;8.00;9.00;insulin;HSL"), clients: SWEDISH.clients.replace("1200;4 veckor", `${minutes};vecka`) });
    expect(notesOf(framed("10,5"))).toEqual(["clients.csv, rad 2: behov 525 minuter per vecka, men ram 10,5 minuter. Är ramen i timmar, skriv 10,5 tim (630 minuter)."]);
    expect(notesOf(framed("340"))).toEqual(["clients.csv, rad 2: behov 525 minuter per vecka, men ram 340 minuter."]);
    expect(notesOf(framed("350"))).toEqual([]);
    expect(notesOf(framed("10,5 tim"))).toEqual(['clients.csv, rad 2: "10,5 tim" läses som 630 minuter.']);
  });

  test("nights shorter than the daily rest, once per person, and not the hours within a split shift", () => {
    const shifts = (...rows: readonly string[]): Tables => ({ ...SWEDISH, shifts: ["Personal;Datum;Från;Till;Färdsätt", ...rows, ""].join("\n") });
    expect(notesOf(shifts("P1;2026-03-09;13.00;22.00;bil", "P1;2026-03-10;7.00;15.00;bil", "P1;2026-03-11;1.30;9.00;bil"))).toEqual([
      'shifts.csv: "P1" har mindre än 11 timmars dygnsvila mellan pass 2 gånger, först 9 timmar från 2026-03-09 22:00 till 2026-03-10 07:00.',
    ]);
    expect(notesOf(shifts("P1;2026-03-09;21.00;7.00;bil", "P1;2026-03-10;17.00;22.00;bil"))).toEqual([
      'shifts.csv: "P1" har mindre än 11 timmars dygnsvila mellan pass 1 gång: 10 timmar från 2026-03-10 07:00 till 2026-03-10 17:00.',
    ]);
    expect(notesOf(shifts("P1;2026-03-09;7.00;11.00;bil", "P1;2026-03-09;16.00;20.00;bil", "P1;2026-03-10;7.00;15.00;bil", "P2;2026-03-10;20.00;22.00;bil"))).toEqual([]);
  });

  test("a date in another month", () => {
    const days = Array.from({ length: 14 }, (_, i) => `P1;2026-03-${String(9 + i).padStart(2, "0")};7.00;15.00;bil`);
    const shifts = (date: string): Tables => ({ ...SWEDISH, shifts: ["Personal;Datum;Från;Till;Färdsätt", ...days, `P2;${date};7.00;15.00;bil`, ""].join("\n") });
    expect(notesOf(shifts("2026-04-11"))).toEqual(["shifts.csv, rad 16: 2026-04-11 ligger 20 dagar från närmaste andra pass, och perioden sträcker sig dit; stämmer månaden?"]);
    expect(notesOf(shifts("2026-03-24"))).toEqual([]);
  });

  test("a heading in hours", () => {
    const clients = SWEDISH.clients.replace("Ramtid;", "Ramtid (tim);").replace("1200;", "10,5;");
    expect(notesOf({ ...SWEDISH, clients })).toEqual(['clients.csv, rad 1: kolumnen "Ramtid (tim)" läses som timmar.']);
    expect(caseFromTables({ ...SWEDISH, clients }).case.clients[0]?.decision.grants).toMatchObject({ minutes: 630 });
  });
});

describe("weekdays", () => {
  const weekendsOf = (row: string): number => {
    const { case: town } = caseFromTables(needs(row), { from: "2026-03-09", days: 14 });
    const demand = demandFor(town, ramtid());
    const isWeekend = (tick: number): boolean => ["2026-03-14", "2026-03-15", "2026-03-21", "2026-03-22"].includes(demand.days.findLast(({ begins }) => begins <= tick)?.date ?? "");
    return demand.tasks.flatMap(({ slots }) => slots.filter(({ start: [from] }) => isWeekend(from ?? 0))).length;
  };

  test.each([["K1;lunch;20;5 ggr/vecka;vardagar;;11.30;13.00;;"], ["K1;lunch;20;vardagar;;;11.30;13.00;;"], ["K1;dusch;20;2/vecka;mån o tors;ti;9.00;13.00;;"]])("never named are never used under ramtid: %s", (row) => {
    expect(weekendsOf(row)).toBe(0);
  });

  test("may be others where the row says so, or names none", () => {
    expect(weekendsOf("K1;dusch;20;1/vecka;mån;lör;9.00;13.00;;")).toBeGreaterThan(0);
    expect(weekendsOf("K1;dusch;20;1/vecka;;;9.00;13.00;;")).toBeGreaterThan(0);
  });

  test("fewer than the times a week are a fault, and so are days that contradict the frequency", () => {
    const faults = (row: string): string[] => {
      try {
        caseFromTables(needs(row), { lang: "sv" });
      } catch (error) {
        if (isInputError(error)) return faultLines(error.issues, "sv");
        throw error;
      }
      return [];
    };
    expect(faults("K1;dusch;20;3 ggr/vecka;ti, fr;;9.00;13.00;;")).toEqual(['needs.csv, rad 2, kolumn "Frekvens": "K1-dusch": Det ska ske fler gånger i veckan än det finns dagar för. Skriv färre gånger, eller fler veckodagar.']);
    expect(faults("K1;dusch;20;torsdagar;fre;;9.00;13.00;;")).toEqual(['needs.csv, rad 2, kolumn "Veckodagar": fre stämmer inte med "torsdagar". Skriv det i en av de två kolumnerna.']);
    expect(faults("K1;dusch;20;1 gång/månad;;;9.00;13.00;;")).toEqual([
      'needs.csv, rad 2, kolumn "Frekvens": "1 gång/månad" räknar i månader, men insatser räknas per dag eller vecka. Skriv var 4:e vecka (eller varannan vecka, 1/vecka).',
    ]);
  });
});

test("rows are told as spans", () => {
  expect(rowsText([4], "sv")).toBe("rad 4");
  expect(rowsText([5, 2, 6, 7, 2], "sv")).toBe("rad 2, 5–7 (4 rader)");
  expect(rowsText([2, 3], "en")).toBe("rows 2–3 (2 rows)");
});

test("many cells of one column with the same kind of fault are cut short, and others never", () => {
  const issue = (row: number, column: string, message: string) => ({ code: "bad-date", path: ["shifts.csv", row, column], message, fix: "Fix." });
  const issues = [...Array.from({ length: 8 }, (_, i) => issue(i + 2, "Datum", `${i}`)), issue(2, "Slut", "x")];
  const lines = faultLines(issues, "sv");
  expect(lines.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((i) => `shifts.csv, rad ${i + 2}, kolumn "Datum": ${i} Fix.`));
  expect(lines.slice(5)).toEqual(["shifts.csv: och samma slags fel på rad 7–9 (3 rader)", 'shifts.csv, rad 2, kolumn "Slut": x Fix.']);
});

test("what was read is told in one line", () => {
  const { case: town } = caseFromTables(SWEDISH);
  const during = (from: string, days: number, lang: "sv" | "en" = "sv"): string => summaryOf({ ...town, period: { from, days } }, lang);
  expect(during("2026-03-09", 14)).toBe("3 brukare, 4 insatser, 3 personer, 5 pass, 9–22 mars 2026 (14 dagar)");
  expect(during("2026-03-28", 14, "en")).toBe("3 clients, 4 needs, 3 people, 5 shifts, 28 March – 10 April 2026 (14 days)");
  expect(during("2026-12-31", 2)).toContain("31 december 2026 – 1 januari 2027 (2 dagar)");
  expect(during("2026-03-09", 1)).toContain("9 mars 2026 (1 dag)");
});
