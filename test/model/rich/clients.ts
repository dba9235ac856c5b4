/** A couple at home on the hill, and three who live alone. */
import type { Client, Household } from "../../../src/model/case.ts";

export const households: readonly Household[] = [
  { id: "hillhouse", place: "hill", access: { kind: "key", entryMinutes: 2, keyCopies: 2 }, conditions: ["dog"] },
  { id: "lakehouse", place: "lake", access: { kind: "digital", entryMinutes: 0.5 } },
  { id: "millhouse", place: "mill", access: { kind: "clientOpens" } },
  { id: "newhouse", place: "lake" },
];

export const clients: readonly Client[] = [
  {
    id: "elsa",
    name: "Elsa Berg",
    household: "hillhouse",
    born: "1940-02-29",
    team: "north",
    decision: { basis: "SoL", from: "2026-01-12", to: "2026-04-05", grants: { kind: "frame", minutes: 3600, per: "calendarMonth", policy: "strict", usedMinutes: 2400 } },
    implementationPlan: {
      approvedBy: "Ulla",
      version: 2,
      followUp: "2026-03-20",
      goals: [{ id: "getout", text: "Gå till affären själv", lifeArea: "d4 mobility" }, { id: "stay", text: "Bo kvar hemma" }],
    },
    careContact: "anna",
    contactMinutesPerWeek: 30,
    preferredStaff: ["bo", "siv"],
    refusedStaff: ["gun"],
    requiredTraits: [{ trait: "woman", atClasses: ["hygiene"] }],
    history: [{ staff: "anna", visits: 12, last: "2026-03-24" }, { staff: "eva", visits: 3, last: "2026-03-22" }],
  },
  {
    id: "sven",
    name: "Sven Berg",
    household: "hillhouse",
    born: "1938-07-01",
    team: "north",
    provider: "kommun",
    decision: { basis: "SoL", from: "2026-03-25", grants: { kind: "frame", minutes: 900, per: "week", policy: "open", usedMinutes: 100 } },
    careContact: "bo",
  },
  {
    id: "ragna",
    name: "Ragna Ek",
    household: "lakehouse",
    born: "1945-11-11",
    team: "north",
    decision: { basis: "LSS", grants: { kind: "interventions" } },
    away: [{ from: "2026-03-31", to: "2026-04-01", reason: "Akuten", kind: "unplanned" }],
  },
  {
    id: "olof",
    name: "Olof Alm",
    household: "millhouse",
    born: "1950-05-05",
    team: "north",
    decision: { basis: "SoL", from: "2026-03-16", grants: { kind: "frame", minutes: 1000, per: "fourWeeks", policy: "strict", usedMinutes: 350 } },
    implementationPlan: { goals: [{ id: "talk", text: "Träffa folk" }] },
  },
  {
    id: "vera",
    name: "Vera Ask",
    household: "millhouse",
    born: "1939-03-03",
    team: "north",
    decision: { basis: "SoL", grants: { kind: "interventions" } },
  },
  {
    id: "nils",
    name: "Nils Ny",
    household: "newhouse",
    born: "1948-08-08",
    provider: "omsorgab",
    decision: { basis: "SoL", from: "2026-03-30", grants: { kind: "interventions" } },
  },
];
