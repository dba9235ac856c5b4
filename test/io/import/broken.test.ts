import { describe, expect, test } from "vitest";
import { type Issue, isInputError } from "../../../src/errors.ts";
import { caseFromTables, type Tables } from "../../../src/io/import/caseFromTables.ts";
import { IMPORT_ISSUE_CODES } from "../../../src/io/import/codes.ts";
import { faultFormat, formatFault } from "../../../src/io/import/faults.ts";
import { ENGLISH, map, spoiled, SWEDISH, windows1252 } from "./sets.ts";

/** Every fault of the tables as a planner reads it. */
function faultsOf(tables: Tables): readonly string[] {
  try {
    caseFromTables(tables);
  } catch (error) {
    if (isInputError(error)) return error.issues.map(formatFault);
    throw error;
  }
  return [];
}

describe("sets broken as people break them give one message that says where it is and what to do:", () => {
  test("a column renamed", () => {
    expect(faultsOf(spoiled(SWEDISH, "needs", "Minuter", "Minuterna"))).toEqual([
      'needs.csv, row 1, column "Minuterna": The column "Minuterna" has no meaning here. Did you mean "minuter"? Rename or remove it.',
      'needs.csv, row 1: There is no column "minutes". Add it (it may also be called minuter, min, schablontid) with values such as 25.',
    ]);
  });

  test("a column renamed beyond recognition, beside one of the planner's own", () => {
    expect(faultsOf(spoiled(SWEDISH, "needs", "Minuter", "Besökslängden"))).toEqual([
      'needs.csv, row 1: There is no column "minutes". Add it (it may also be called minuter, min, schablontid) with values such as 25. ' +
        'Or is it "Besökslängden"? Then rename that.',
    ]);
  });

  test("two columns that mean the same", () => {
    expect(faultsOf(spoiled(SWEDISH, "needs", "Prioritet", "Min"))).toEqual([
      'needs.csv, row 1, column "Min": The columns "Minuter" and "Min" mean the same. Remove one of them.',
    ]);
  });

  test("a workbook that was only renamed", () => {
    const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0xff]);
    expect(faultsOf({ ...ENGLISH, staff: workbook })).toEqual([
      "staff.csv: The file is no text; perhaps it is a workbook (.xlsx) under another name. Open it in the spreadsheet and save it as CSV.",
    ]);
  });

  test("times the wrong way round, or twice the same", () => {
    expect(faultsOf(spoiled(SWEDISH, "needs", "11.30;12.45", "12.45;11.30"))).toEqual([
      'needs.csv, row 4, column "Senast": 11:30 is not after 12:45. Write a time after Tidigast; only what passes midnight may end earlier on the clock.',
    ]);
    expect(faultsOf(spoiled(SWEDISH, "needs", "11.30;12.45", "11.30;11.30"))).toHaveLength(1);
    expect(faultsOf(spoiled(SWEDISH, "shifts", "07.00;13.00", "13.00;07.00"))[0]).toMatch(
      /^shifts\.csv, row 5, column "Till": 07:00 is not after 13:00\. /,
    );
    expect(faultsOf(spoiled(SWEDISH, "shifts", "15.00;22.00", "21.00;07.00"))).toEqual([]);
  });

  test("a way to travel without travel times", () => {
    expect(faultsOf(spoiled(SWEDISH, "shifts", "gång", "buss"))).toEqual([
      'shifts.csv, row 5, column "Färdsätt": No travel times are known for public. Write "walk", "bike", "eBike" or "car", or ask whoever runs hemtur for you to add travel times.',
    ]);
  });

  test("a household in two places", () => {
    expect(faultsOf(spoiled(ENGLISH, "clients", "Siv Ärla,,", "Siv Ärla,59.4,18.07"))).toEqual([
      'clients.csv, row 4, column "household": The household "H2" lives elsewhere in row 3. Write the same latitude and longitude, or another household.',
    ]);
  });

  test("a date as 3/11, 11.3.2026 or 11/3-26, which could be read in two ways", () => {
    for (const date of ["3/11", "11.3.2026", "11/3-26", "260311", "11 mars"]) {
      expect(faultsOf(spoiled(SWEDISH, "shifts", "2026-03-10", date))).toEqual([
        `shifts.csv, row 3, column "Datum": "${date}" is not written as a date here, since days and months could be mixed up. ` +
          "Write year-month-day, for example 2026-03-11 for 11 March 2026; in a spreadsheet choose the date format 2012-03-14 for the column.",
      ]);
    }
    expect(faultsOf(spoiled(SWEDISH, "shifts", "2026-03-10", "2026-02-30"))).toEqual([
      'shifts.csv, row 3, column "Datum": There is no day 2026-02-30. Write a day of the calendar, year-month-day, for example 2026-03-11.',
    ]);
  });

  test("half a file, broken off within a row", () => {
    const half = ENGLISH.needs.slice(0, ENGLISH.needs.indexOf("11:30,12:45"));
    expect(faultsOf({ ...ENGLISH, needs: half })).toEqual([
      'needs.csv, row 4: The file breaks off in this row, after "". Export or copy the whole file again.',
    ]);
  });

  test("half a file of clients: nothing is said of needs whose client may stand in the other half", () => {
    const half = ENGLISH.clients.slice(0, ENGLISH.clients.indexOf("59.3330"));
    expect(faultsOf({ ...ENGLISH, clients: half })).toEqual([
      'clients.csv, row 3: The file breaks off in this row, after "". Export or copy the whole file again.',
    ]);
  });

  test("a missing and an empty file", () => {
    const { staff: _, ...rest } = ENGLISH;
    expect(faultsOf({ ...rest, shifts: "\n" })).toEqual([
      "staff.csv: The file is missing. Put it beside the others, with a first row with the columns staff.",
      "shifts.csv: The file is empty. Export it again; it has a first row with the columns date, from, to, modes.",
    ]);
  });

  test("quotes unbalanced", () => {
    expect(faultsOf(spoiled(ENGLISH, "clients", 'Åsa"', "Åsa"))).toEqual([
      "clients.csv, row 2: A quotation mark opens a text here that never ends properly, so the rest of the file cannot be read. " +
        'Remove the mark, or close the text with another "; write a mark inside a text twice.',
    ]);
  });

  test("a decimal comma in a file of commas", () => {
    for (const [degrees, cells] of [
      ["59,3312,18,0645", 13],
      ["59.3312,18,0645", 12],
    ] as const) {
      expect(faultsOf(spoiled(ENGLISH, "clients", "59.3312,18.0645", degrees))).toEqual([
        `clients.csv, row 2: The row has ${cells} cells, the header 11. Look for a "," too much. ` +
          'A decimal comma splits a number: write 59.33, or "59,33" in quotes, or save the file with semicolons.',
      ]);
    }
  });

  test("an id that comes twice", () => {
    expect(faultsOf(spoiled(ENGLISH, "staff", "P3,Ali", "P2,Ali"))).toEqual([
      'staff.csv, row 4, column "staff": "P2" stands in row 3 already. Give each row an id of its own, or remove one of the rows.',
      'shifts.csv, row 5, column "staff": "P3" is not in staff.csv. Add a row for it to staff.csv, or correct it here; if much is missing there, export the whole file again.',
    ]);
  });

  test("an unknown client in the needs, also where only the capitals differ", () => {
    expect(faultsOf(spoiled(ENGLISH, "needs", "K2,lunch", "k2,lunch"))).toEqual([
      'needs.csv, row 4, column "client": "k2" is not in clients.csv. Did you mean "K2"?',
    ]);
    expect(faultsOf(spoiled(ENGLISH, "needs", "K2,lunch", "Karlsson,lunch"))).toEqual([
      'needs.csv, row 4, column "client": "Karlsson" is not in clients.csv. Add a row for it to clients.csv, or correct it here; if much is missing there, export the whole file again.',
    ]);
  });

  test("names where ids belong, whichever name comes first, and of two of a name both ids", () => {
    expect(faultsOf(spoiled(SWEDISH, "shifts", "P2;", "eva;"))).toEqual(['shifts.csv, row 3, column "Personal": "eva" is no id in staff.csv. It is a name; write the id "P2".']);
    expect(faultsOf(spoiled(SWEDISH, "needs", "K1;hygiene", "Åsa Öberg;hygiene"))).toEqual([
      'needs.csv, row 2, column "Brukare": "Åsa Öberg" is no id in clients.csv. It is a name; write the id "K1".',
    ]);
    const two = spoiled(SWEDISH, "staff", "P3;Ali", "P3;Eva");
    expect(faultsOf({ ...two, ...spoiled(SWEDISH, "shifts", "P2;", "Eva;"), staff: two.staff })[0]).toContain('It is a name; write the id "P2" or "P3".');
  });

  test("letters that a program before took for others", () => {
    expect(faultsOf({ ...SWEDISH, needs: SWEDISH.needs.replaceAll("Ö", "Ã–").replaceAll("å", "Ã¥").replaceAll("–f", "â€“f") })).toEqual([
      'needs.csv: Letters such as å, ä and ö have become other signs, as in "Ã–nskad". ' +
        "Export the table again from where it comes, as CSV UTF-8. If you open it in a spreadsheet in between, choose UTF-8 when it is opened.",
    ]);
    expect(faultsOf(spoiled(SWEDISH, "clients", "Åsa", "\uFFFDsa"))[0]).toContain('as in "\uFFFDsa"');
  });

  test("a row of totals below the others", () => {
    expect(faultsOf({ ...SWEDISH, needs: `${SWEDISH.needs}Summa;;90;;;;;;;;;\n` })).toEqual(['needs.csv, row 6: The row looks like one of totals: "Summa". Remove it.']);
  });

  test("decimal commas between commas, without what follows for others of the household", () => {
    expect(faultsOf(spoiled(ENGLISH, "clients", "59.3330,18.0700", "59,3330,18,0700"))).toEqual([expect.stringMatching(/^clients\.csv, row 3: The row has 13 cells, the header 11\. .* A decimal comma splits a number/)]);
  });

  test("half a file, cut within a letter", () => {
    const bytes = new TextEncoder().encode(SWEDISH.clients);
    const cut = bytes.slice(0, bytes.lastIndexOf(0xc3) + 1);
    expect(faultsOf({ ...SWEDISH, clients: cut })).toEqual([expect.stringMatching(/^clients\.csv, row 4: The file breaks off in this row/)]);
  });

  test("clock times that are none", () => {
    for (const time of ["25:00", "7:5", "0,3125", "12:75", "morgon"]) {
      const [fault, ...others] = faultsOf(spoiled(SWEDISH, "needs", "11.30", time));
      expect(fault).toMatch(
        new RegExp(`^needs\\.csv, row 4, column "Tidigast": "${time}" is .* (Write hours and minutes|Choose the time format)`),
      );
      expect(others).toEqual([]);
    }
  });

  test("a spreadsheet's own errors", () => {
    for (const error of ["#REF!", "#N/A", "#SAKNAS!", "#DIVISION/0!", "########"]) {
      expect(faultsOf(spoiled(SWEDISH, "needs", ";35;", `;${error};`))).toEqual([
        `needs.csv, row 5, column "Minuter": ${error} is a spreadsheet's own error. Repair the formula or type the value, then export again.`,
      ]);
    }
  });

  test("latitude and longitude swapped", () => {
    expect(faultsOf(spoiled(SWEDISH, "clients", "59,3312;18,0645", "18,0645;59,3312"))).toEqual([
      'clients.csv, row 2, column "Latitud": Latitude 18.0645 and longitude 59.3312 have changed places: Sweden lies at latitude 55 to 70 and longitude 10 to 25. ' +
        "Swap the values of the two columns, or their names in the header.",
    ]);
  });

  test("metres instead of degrees, and a decimal sign that got lost", () => {
    for (const [here, there] of [
      ["6580822", "674032"],
      ["593312", "180645"],
    ] as const) {
      const faults = faultsOf(spoiled(SWEDISH, "clients", "59,3312;18,0645", `${here};${there}`));
      expect(
        faults.map(
          (fault) => /^clients\.csv, row 2, column "(Latitud|Longitud)": .* is no number of degrees\. Write WGS 84/.exec(fault)?.[1],
        ),
      ).toEqual(["Latitud", "Longitud"]);
    }
  });

  test("a year mistyped", () => {
    expect(faultsOf(spoiled(ENGLISH, "shifts", "2026-03-10", "2062-03-10"))).toEqual([
      'shifts.csv, row 3, column "date": 2062-03-10 lies 13148 days from most other shifts. Correct the date, perhaps its year.',
    ]);
  });

  test("a number that could be a thousand, and one with a unit of something else", () => {
    expect(faultsOf(spoiled(ENGLISH, "clients", "1200", "1.200"))).toEqual([
      'clients.csv, row 2, column "frame minutes": "1.200" could be 1200 or a fraction. Write 1200 without a sign between the digits, or fewer decimals.',
    ]);
    expect(faultsOf(spoiled(ENGLISH, "needs", ",25,", ",25 kr,"))).toEqual([
      'needs.csv, row 2, column "minutes": "25 kr" is not a number. Write digits only, without a unit, for example 25 or 37,5.',
    ]);
  });

  test("a required cell left empty", () => {
    expect(faultsOf(spoiled(ENGLISH, "needs", "K2,lunch,20", "K2,lunch,"))).toEqual([
      'needs.csv, row 4, column "minutes": The cell is empty. Fill it in, for example 25.',
    ]);
  });

  test("cells merged over several rows, which leave all but the first blank", () => {
    expect(faultsOf(spoiled(SWEDISH, "needs", "K1;insulin", ";insulin"))).toEqual([
      'needs.csv, row 3, column "Brukare": The cell is empty. Fill it in, for example K1. If it was merged with the cell above, write "K1" in both.',
    ]);
  });

  test("Excel's own numbers of days", () => {
    for (const number of ["46092", "46092,0", "46092.00"]) {
      expect(faultsOf(spoiled(SWEDISH, "shifts", "2026-03-10", number))).toEqual([
        `shifts.csv, row 3, column "Datum": "${number}" is a spreadsheet's number of a day, perhaps 2026-03-11. ` +
          "Choose the date format 2012-03-14 for the column in the spreadsheet and export it again.",
      ]);
    }
  });

  test("an id that comes twice, once in capitals", () => {
    expect(faultsOf(spoiled(ENGLISH, "clients", "K2,Nils", "k1,Nils"))[0]).toBe(
      'clients.csv, row 3, column "client": "k1" differs from "K1" in row 2 in capitals only. ' +
        "Remove one of the rows if they are the same, or give them ids that nobody takes for each other.",
    );
  });

  test("a team that nobody works in", () => {
    expect(faultsOf(spoiled(ENGLISH, "clients", "18.0700,Norr", "18.0700,Nor"))).toEqual([
      'clients.csv, row 3, column "team": Nobody in staff.csv is in the team "Nor". Did you mean "Norr"?',
    ]);
  });

  test("words that mean nothing", () => {
    expect(faultsOf(spoiled(SWEDISH, "shifts", "gång", "tåg"))[0]).toMatch(
      /^shifts\.csv, row 5, column "Färdsätt": "tåg" is none of the words known here\. /,
    );
    expect(faultsOf(spoiled(SWEDISH, "needs", "dagligen", "ofta"))[0]).toMatch(
      /^needs\.csv, row 3, column "Frekvens": "ofta" does not say how often\. Write for example daily/,
    );
    expect(faultsOf(spoiled(SWEDISH, "needs", "onsdag", "onsdan"))[0]).toMatch(
      /^needs\.csv, row 5, column "Veckodagar": "onsdan" names no weekday\. Write/,
    );
  });
});

test("empty rows, rows of separators and the header once more, as pasted together, are passed over", () => {
  const [head = "", first = "", ...rest] = SWEDISH.needs.split("\n");
  const pasted = [head, first, "", ";;;;;;;;;;;", head, ...rest, "", ""].join("\n");
  const { case: town, notes } = caseFromTables({ ...SWEDISH, needs: pasted });
  expect(town).toEqual(caseFromTables(SWEDISH).case);
  expect(notes).toContainEqual({ file: "needs.csv", row: 5, text: "the header stands here again; the row is passed over." });
});

test("clock times as 7.30, 0730, 730 and 07:30:00 are one", () => {
  for (const time of ["7.30", "0730", "730", "07:30:00", "7:30"]) {
    expect(caseFromTables(spoiled(SWEDISH, "needs", "07.30;09.30", `${time};09.30`)).case).toEqual(caseFromTables(SWEDISH).case);
  }
});

test("an id with a trailing blank is forgiven and noted, whichever blank it is", () => {
  for (const blank of [" ", "\u00a0", "\t"]) {
    const { case: town, notes } = caseFromTables(spoiled(ENGLISH, "needs", "K2,lunch", `K2${blank},lunch`));
    expect(town).toEqual(caseFromTables(ENGLISH).case);
    expect(notes).toContainEqual({
      file: "needs.csv",
      row: 4,
      text: `${JSON.stringify(`K2${blank}`)} is read as "K2", without the blanks around it.`,
    });
  }
});

test("what the Case's own rules find is said of the row it comes from", () => {
  expect(faultsOf(spoiled(SWEDISH, "needs", "8.00", "10.00"))[0]).toMatch(/^needs\.csv, row 2, column "Önskad tid": /);
  expect(faultsOf(spoiled(SWEDISH, "needs", "insulin;5", "insullin;5"))[0]).toMatch(/^needs\.csv, row 3, column "Kompetens": .*insullin/);
  expect(faultsOf(spoiled(ENGLISH, "shifts", "10:30,13:30", "10:30,10:40"))[0]).toMatch(/^shifts\.csv, row 2, column "break minutes": /);
  expect(faultsOf(spoiled(SWEDISH, "shifts", "P2;2026-03-10", "P1;2026-03-09"))[0]).toMatch(/^shifts\.csv, row [23].*P1/);
});

test("faults of all files come at once, file by file and row by row, and blame nothing on each other", () => {
  const tables = spoiled(
    spoiled(spoiled(SWEDISH, "shifts", "2026-03-10", "3/11"), "clients", "59,3312", "#REF!"),
    "needs",
    "11.30",
    "25:00",
  );
  expect(faultsOf(tables).map((fault) => fault.slice(0, fault.indexOf(",", 15)))).toHaveLength(3);
  expect(faultsOf(map(tables as typeof SWEDISH, windows1252)).map((fault) => /^\S+, row \d+, column "[^"]+"/.exec(fault)?.[0])).toEqual([
    'clients.csv, row 2, column "Latitud"',
    'needs.csv, row 4, column "Tidigast"',
    'shifts.csv, row 3, column "Datum"',
  ]);
});

test("the error says all of it, with paths of file, row and column", () => {
  const broken = spoiled(SWEDISH, "shifts", "2026-03-10", "3/11");
  expect(() => caseFromTables(broken)).toThrow('shifts.csv, row 3, column "Datum": "3/11"');
  try {
    caseFromTables(broken);
  } catch (error) {
    expect(isInputError(error) && error.issues[0]).toMatchObject({ code: "bad-date", path: ["shifts.csv", 3, "Datum"] });
  }
});

test("every code of the import is a sentence, and reported by a spoiled set", () => {
  const sets: readonly Tables[] = [
    {
      ...ENGLISH,
      staff: spoiled(ENGLISH, "staff", "staff", "who").staff,
      clients: spoiled(ENGLISH, "clients", "household", "hushål").clients,
    },
    spoiled(SWEDISH, "needs", "Prioritet", "Min"),
    spoiled(ENGLISH, "clients", 'Åsa"', "Åsa"),
    spoiled(ENGLISH, "clients", "59.3312,", "59,3312,"),
    { ...ENGLISH, needs: ENGLISH.needs.slice(0, -12) },
    spoiled(ENGLISH, "needs", ",20,", ",,"),
    spoiled(ENGLISH, "needs", ",20,", ",#REF!,"),
    spoiled(ENGLISH, "needs", ",20,", ",twenty,"),
    spoiled(ENGLISH, "needs", "daily", "often"),
    spoiled(ENGLISH, "needs", "mon-fri", "some"),
    spoiled(SWEDISH, "clients", "59,3312;18,0645", "18,0645;59,3312"),
    spoiled(ENGLISH, "clients", "Siv Ärla,,", "Siv Ärla,59.4,18.07"),
    spoiled(ENGLISH, "shifts", "2026-03-10", "2062-03-10"),
    { clients: ENGLISH.clients, needs: "PK\u0003\u0004" },
    spoiled(SWEDISH, "clients", "Öberg", "Ã–berg"),
    { ...SWEDISH, needs: `${SWEDISH.needs}Summa;;90;;;;;;;;;\n` },
  ];
  const issuesOf = (tables: Tables, lang: "en" | "sv"): readonly Issue[] => {
    try {
      return caseFromTables(tables, { lang }) && [];
    } catch (error) {
      return isInputError(error) ? error.issues : [];
    }
  };
  const reported = new Set(sets.flatMap((tables) => issuesOf(tables, "en").map(({ code }) => code)));
  const ofRounds = ["no-shift", "not-due", "unclear-need"];
  expect(Object.keys(IMPORT_ISSUE_CODES).filter((code) => !reported.has(code))).toEqual(ofRounds);
  for (const sentence of Object.values(IMPORT_ISSUE_CODES)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  for (const tables of sets) {
    const [english, swedish] = [issuesOf(tables, "en"), issuesOf(tables, "sv")];
    expect(swedish.map(({ code, path }) => [code, path])).toEqual(english.map(({ code, path }) => [code, path]));
    swedish.forEach(({ message, fix }, i) => {
      expect(message).not.toBe(english[i]?.message);
      expect(fix).not.toBe(english[i]?.fix);
      expect(`${message} ${fix}`).not.toMatch(/ (the|is|or|write|row) /i);
    });
  }
});

test("in Swedish columns and examples have their Swedish names, and what the Case's rules find names the value", () => {
  const said = (tables: Tables): string => {
    try {
      caseFromTables(tables, { lang: "sv" });
    } catch (error) {
      if (isInputError(error)) return error.issues.map(faultFormat("sv")).join("\n");
    }
    return "";
  };
  expect(said(spoiled(SWEDISH, "shifts", "Färdsätt", "Hur"))).toBe(
    'shifts.csv, rad 1: Kolumnen "färdsätt" saknas. Lägg till den (den får också heta färdmedel, mode, travel) med värden som elcykel. Eller är det "Hur"? Döp då om den.',
  );
  expect(said({ ...SWEDISH, shifts: "" })).toContain("med kolumnerna datum, från, till, färdsätt.");
  expect(said(spoiled(SWEDISH, "shifts", "07.00;13.00;gång", "07.00;13.00;"))).toContain("Fyll i den, till exempel elcykel.");
  expect(said(spoiled(SWEDISH, "needs", "insulin;5", "Insulin delegering;5"))).toBe(
    'needs.csv, rad 3, kolumn "Kompetens": "Insulin": Insatsen kräver en kompetens som ingen i personalen har. Menar du "insulin"?\n' +
      'needs.csv, rad 3, kolumn "Kompetens": "delegering": Insatsen kräver en kompetens som ingen i personalen har. Rätta stavningen, eller lägg till kompetensen i staff.csv.',
  );
});

test("in Swedish a fault says file, rad and kolumn, and what the Case's own rules find too", () => {
  const said = (tables: Tables): readonly string[] => {
    try {
      return caseFromTables(tables, { lang: "sv" }).notes.map(({ text }) => text);
    } catch (error) {
      return isInputError(error) ? error.issues.map(faultFormat("sv")) : [];
    }
  };
  expect(said(spoiled(SWEDISH, "shifts", "2026-03-10", "3/11"))).toEqual([
    'shifts.csv, rad 3, kolumn "Datum": "3/11" går inte att läsa som datum här, för dag och månad kan förväxlas. ' +
      "Skriv år-månad-dag, till exempel 2026-03-11 för 11 mars 2026; välj i kalkylprogrammet datumformatet 2012-03-14 för kolumnen.",
  ]);
  expect(said(spoiled(SWEDISH, "needs", "8.00", "10.00"))[0]).toMatch(/^needs\.csv, rad 2, kolumn "Önskad tid": Klockslaget ligger utanför/);
  expect(said(spoiled(SWEDISH, "shifts", "gång", "promnad"))[0]).toMatch(/"promnad" är inget av de ord som går att skriva här\. Menar du "promenad"\?$/);
  expect(said(spoiled(SWEDISH, "shifts", "gång", "tåg"))[0]).toMatch(/Skriv "gång", "cykel", "elcykel", "bil" eller "kollektivt"\.$/);
  expect(said(SWEDISH)).toEqual(['ingen bas anges för gruppen "Norr": turerna utgår från mitten av brukarna (antaget).']);
});
