import { expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import { caseFromTables } from "../../../src/io/import/caseFromTables.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";
import { ENGLISH, map, SWEDISH, windows1252 } from "./sets.ts";

test("commas in UTF-8 become a Case with everything that the tables say", () => {
  const { case: town } = caseFromTables(ENGLISH);
  expect(town.period).toEqual({ from: "2026-03-09", days: 3 });
  expect(town.clients[0]).toEqual({
    id: "K1",
    name: "Öberg, Åsa",
    household: "K1",
    team: "Norr",
    careContact: "P1",
    decision: { basis: "SoL", grants: { kind: "frame", minutes: 1200, per: "fourWeeks" } },
  });
  expect(town.households).toEqual([
    { id: "K1", place: "home-K1", access: { kind: "key", entryMinutes: 2 } },
    { id: "H2", place: "home-H2", access: { kind: "digital" } },
  ]);
  expect(town.clients.map(({ household }) => household)).toEqual(["K1", "H2", "H2"]);
  expect(town.needs).toEqual([
    {
      id: "K1-hygiene",
      client: "K1",
      class: "hygiene",
      minutes: 25,
      often: { times: 1, per: "day" },
      window: ["07:30", "09:30"],
      plannedAt: "08:00",
      timing: "agreed",
      priority: 4,
    },
    {
      id: "K1-insulin",
      client: "K1",
      class: "insulin",
      minutes: 10,
      often: { times: 1, per: "day" },
      window: ["07:30", "08:15"],
      timing: "agreed",
      skills: ["insulin"],
      priority: 5,
      basis: "HSL",
    },
    {
      id: "K2-lunch",
      client: "K2",
      class: "lunch",
      minutes: 20,
      often: { times: 1, per: "day", weekdays: [1, 2, 3, 4, 5] },
      window: ["11:30", "12:45"],
      timing: "agreed",
    },
    {
      id: "K3-shower",
      client: "K3",
      class: "shower",
      minutes: 35,
      often: { times: 1, per: "week", weekdays: [3] },
      agreedDays: [3],
      window: ["09:00", "13:00"],
      timing: "agreed",
      staffing: 2,
    },
  ]);
  expect(town.staff[1]).toEqual({
    id: "P2",
    name: "Eva",
    team: "Norr",
    skills: [{ id: "insulin" }, { id: "medicine" }],
    employment: "permanent",
    contract: { minutesPerWeek: 1710 },
  });
  expect(town.shifts[2]).toEqual({
    id: "P1@2026-03-11",
    staff: "P1",
    date: "2026-03-11",
    from: "07:00",
    to: "15:30",
    modes: ["eBike"],
    breaks: [{ minutes: 30, window: ["10:30", "13:30"] }],
  });
  expect(town.shifts[4]).toEqual({ id: "vacant@2026-03-11", date: "2026-03-11", from: "15:00", to: "22:00", modes: ["car"] });
});

test("semicolons in Windows-1252 become the same Case, and say how they were read", () => {
  const { case: town, notes } = caseFromTables(map(SWEDISH, windows1252));
  expect(town).toEqual(caseFromTables(ENGLISH).case);
  expect(notes).toContainEqual({ file: "clients.csv", text: "read as Windows-1252." });
});

test("a byte order mark, UTF-16, tabs, sep=; and blank lines change nothing", () => {
  const expected = caseFromTables(ENGLISH).case;
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (sign) => sign.charCodeAt(0)).buffer);
  expect(caseFromTables(map(ENGLISH, (text) => utf8(`\uFEFF${text}`))).case).toEqual(expected);
  expect(caseFromTables(map(SWEDISH, (text) => utf16(text.replaceAll(";", "\t")))).case).toEqual(expected);
  expect(caseFromTables(map(SWEDISH, (text) => utf8(`sep=;\n${text}`))).case).toEqual(expected);
  expect(caseFromTables(map(SWEDISH, (text) => utf8(`sep=,\n${text}`))).case).toEqual(expected);
  expect(caseFromTables(map(SWEDISH, (text) => utf16(text).slice(2))).case).toEqual(expected);
  expect(caseFromTables(map(SWEDISH, (text) => utf8(`\n${text.replaceAll("\n", "\n\n;;\n")}`))).case).toEqual(expected);
});

test.each([
  ["minute", minute()],
  ["ramtid", ramtid()],
] as const)("the Case can be planned under %s, and the judge finds its Demand fair", (_, model) => {
  const { case: town } = caseFromTables(ENGLISH);
  const demand = demandFor(town, model);
  expect(demand.tasks.length).toBeGreaterThan(10);
  expect(checkDemand(town, demand).issues).toEqual([]);
});

test("without a base, rounds start in the middle of the team's clients, which is noted", () => {
  const { case: town, notes } = caseFromTables(ENGLISH);
  expect(town.teams).toEqual([{ id: "Norr", base: "base-Norr" }]);
  expect(town.places.at(-1)).toEqual({ id: "base-Norr", latitude: 59.3324, longitude: 18.06817 });
  expect(notes.some(({ text }) => text.includes("(assumed)"))).toBe(true);
});

test("places.csv gives bases, and homes without degrees", () => {
  const clients = ENGLISH.clients
    .replace("latitude,longitude", "latitude,longitude,place")
    .replaceAll(/^(K\d,(?:"[^"]*"|[^,]*),[^,]*,[^,]*,)/gm, "$1,")
    .replace('K1,"Öberg, Åsa",59.3312,18.0645,,', 'K1,"Öberg, Åsa",,,Eken,');
  const { case: town } = caseFromTables({ ...ENGLISH, clients, places: "plats;lat;lon;team\nEken;59,33;18,06;Norr\n" });
  expect(town.places[0]).toEqual({ id: "Eken", latitude: 59.33, longitude: 18.06 });
  expect(town.teams).toEqual([{ id: "Norr", base: "Eken" }]);
  expect(town.households[0]?.place).toBe("Eken");
});

test("staff and clients without a team start at the one base there is", () => {
  const { case: town } = caseFromTables({
    ...map(ENGLISH, (text) => text.replaceAll(",Norr,", ",,")),
    places: "place,latitude,longitude\nEken,59.33,18.06\n",
  });
  expect(town.teams).toBeUndefined();
  expect(town.shifts.map(({ base }) => base)).toEqual(["Eken", "Eken", "Eken", "Eken", undefined]);
});

test("the period may begin elsewhere and last longer", () => {
  expect(caseFromTables(ENGLISH, { from: "2026-03-10" }).case.period).toEqual({ from: "2026-03-10", days: 2 });
  expect(caseFromTables(ENGLISH, { days: 7 }).case.period).toEqual({ from: "2026-03-09", days: 7 });
});

test("a sign at the end of every row but the header's is forgiven", () => {
  const shifts = ENGLISH.shifts.replaceAll(/(?<=\d{2}:\d{2},.*)$/gm, ",");
  expect(shifts).not.toBe(ENGLISH.shifts);
  expect(caseFromTables({ ...ENGLISH, shifts }).case).toEqual(caseFromTables(ENGLISH).case);
});

test("lines may end in any way, the last one in none, and cells may hold line breaks without upsetting the rows", () => {
  const expected = caseFromTables(ENGLISH).case;
  expect(caseFromTables(map(ENGLISH, (text) => text.replaceAll("\n", "\r\n"))).case).toEqual(expected);
  expect(caseFromTables(map(ENGLISH, (text) => text.trimEnd())).case).toEqual(expected);
  const { case: town } = caseFromTables({ ...ENGLISH, clients: ENGLISH.clients.replace("Öberg, Åsa", "Öberg\nÅsa") });
  expect(town.clients[0]?.name).toBe("Öberg\nÅsa");
});

test("places named as homes and bases would be are no trouble", () => {
  const { case: town } = caseFromTables({ ...ENGLISH, places: "place,latitude,longitude\nbase-Norr,59.3,18.0\nhome-K1,59.3,18.1\n" });
  expect(town.places.map(({ id }) => id)).toEqual(["base-Norr", "home-K1", "home-K1-2", "home-H2", "base-Norr-2"]);
  expect([town.households[0]?.place, town.teams?.[0]?.base]).toEqual(["home-K1-2", "base-Norr-2"]);
});

test("a title or merged cells above the header are passed over, and said to be", () => {
  const expected = caseFromTables(SWEDISH).case;
  const titled = { ...SWEDISH, clients: `Kunduppgifter;;;;;Beslut;;;Tillträde;;\n${SWEDISH.clients}`, shifts: `Schema vecka 11\n\n${SWEDISH.shifts}` };
  const { case: town, notes } = caseFromTables(titled);
  expect(town).toEqual(expected);
  expect(notes.filter(({ text }) => text.includes("header")).map(({ file, row }) => [file, row])).toEqual([["clients.csv", 2], ["shifts.csv", 3]]);
});
