/** What people are called: by default nobody can be told by the page alone. */
import { expect, test } from "vitest";
import { comparisonPage, type Names } from "../../src/report/index.ts";
import { peopleOf } from "../../src/report/people.ts";
import { town } from "../kpi/town.ts";
import { full } from "./arms.ts";

const people = (names?: Names) =>
  peopleOf({
    clients: [{ id: "k1", name: "Harriet Isaksson" }, { id: "k2", name: "Hans Ivar" }, { id: "k3", name: "Rut Alm" }, { id: "client-12" }, { id: "k5", name: "—" }].map((c) => ({ ...town.clients[0]!, ...c, name: c.name as string })),
    staff: [{ id: "s1", name: "Anna Lund" }, { id: "s2", name: "Anna Maria Lind" }, { id: "s3", name: "Bo Ek" }, { id: "s4", name: "Cia" }].map((s) => ({ ...s, skills: [] })),
  }, names);
const clients = ["k1", "k2", "k3", "client-12", "k5", "stranger"];
const staff = ["s1", "s2", "s3", "s4", "stranger"];

test("clients go by initials and staff by first name and a letter, numbered where they would be alike", () => {
  expect(clients.map(people().client)).toEqual(["HI1", "HI2", "RA", "client-12", "k5", "stranger"]);
  expect(staff.map(people().staff)).toEqual(["Anna L.1", "Anna L.2", "Bo E.", "Cia", "stranger"]);
  expect(clients.map(people().letters)).toEqual(["HI1", "HI2", "RA", "c12", "k", "s"]);
});

test("initials that are another's id are numbered too", () => {
  const two = peopleOf({ clients: [{ ...town.clients[0]!, id: "A", name: "Bo" }, { ...town.clients[0]!, id: "x", name: "Ada" }], staff: [] });
  expect(["A", "x"].map(two.client)).toEqual(["B", "A1"]);
});

test("full names and ids are written where they are asked for", () => {
  expect(clients.slice(0, 4).map(people("full").client)).toEqual(["Harriet Isaksson", "Hans Ivar", "Rut Alm", "client-12"]);
  expect(staff.map(people("full").staff)).toEqual(["Anna Lund", "Anna Maria Lind", "Bo Ek", "Cia", "stranger"]);
  expect([...clients.map(people("ids").client), ...staff.map(people("ids").staff)]).toEqual([...clients, ...staff]);
});

test("no full name stands anywhere on a page unless it is asked for", () => {
  const named = {
    ...town,
    clients: town.clients.map((c) => ({ ...c, name: `Karin ${c.id}sdotter` })),
    staff: town.staff.map((s) => ({ ...s, name: `${s.id} Bergqvist` })),
  };
  for (const locale of ["sv", "en"] as const) {
    const page = comparisonPage({ case: named, arms: [full], locale });
    expect(page).not.toMatch(/sdotter|Bergqvist/);
    expect(page).toContain("Anna B.");
    expect(comparisonPage({ case: named, arms: [full], locale, names: "full" })).toMatch(/Karin Asdotter[\s\S]*Anna Bergqvist|Anna Bergqvist[\s\S]*Karin Asdotter/);
    expect(comparisonPage({ case: named, arms: [full], locale, names: "ids" })).not.toMatch(/sdotter|Bergqvist|Anna B\./);
  }
});

test("of a town drawn as an example the page says that it is invented, of others not", () => {
  const pageOf = (name: string): string => comparisonPage({ case: { ...town, name }, arms: [full], locale: "sv" });
  expect(pageOf("Exempelort 12")).toContain("plats, personer och ersättning är påhittade");
  expect(pageOf("Norr")).not.toContain("påhittade");
});
