/**
 * A small unit with one of everything: each field of a Case is used at least once, and each does something. Wednesday
 * 2026-03-25 and 14 days on, over the clock change on the 29th, the month's end, Good Friday and three ISO weeks.
 */
import type { Case } from "../../../src/model/case.ts";
import { clients, households } from "./clients.ts";
import { needs } from "./needs.ts";
import { PERIOD, shifts, staff } from "./people.ts";

export const richCase: Case = {
  version: 1,
  name: "Björkens hemtjänst",
  timeZone: "Europe/Stockholm",
  period: PERIOD,
  places: [
    { id: "base", latitude: 59.3, longitude: 18, area: "town" },
    { id: "hill", latitude: 59.307, longitude: 18.004, area: "town" },
    { id: "lake", latitude: 59.294, longitude: 18.03, area: "rural" },
    { id: "mill", latitude: 59.311, longitude: 17.98, area: "rural" },
    { id: "depot", latitude: 59.302, longitude: 18.012 },
    { id: "annashome", latitude: 59.305, longitude: 18.02 },
  ],
  travel: [
    {
      mode: "car",
      formula: { kmPerHour: 36, detour: 1.4, fixedSeconds: 120, winterFactor: 1.2 },
      profile: [{ from: "00:00", factor: 1 }, { from: "07:00", factor: 1.4 }, { from: "09:00", factor: 1.1 }],
      co2GramsPerKm: 130,
    },
    {
      mode: "bike",
      matrix: {
        seconds: [[0, 400, 800, 900, 250, 300], [420, 0, 900, 950, 300, 350], [800, 900, 0, 1500, 700, 600], [900, 950, 1500, 0, 1000, 1100], [250, 300, 700, 1000, 0, 200], [300, 350, 600, 1100, 200, 0]],
        metres: [[0, 1300, 2600, 2900, 800, 1000], [1300, 0, 2900, 3000, 1000, 1100], [2600, 2900, 0, 5000, 2300, 2000], [2900, 3000, 5000, 0, 3300, 3600], [800, 1000, 2300, 3300, 0, 700], [1000, 1100, 2000, 3600, 700, 0]],
      },
    },
  ],
  households,
  clients,
  needs,
  staff,
  shifts,
  vehicles: [
    { id: "basecars", mode: "car", base: "base", count: 3 },
    { id: "depotbikes", mode: "bike", base: "depot", count: 1 },
  ],
  teams: [
    { id: "north", name: "Team Nord", base: "base", provider: "kommun" },
    { id: "patrol", name: "Nattpatrullen", base: "depot", provider: "kommun", isShared: true },
    { id: "omsorg", name: "Omsorg AB", base: "depot", provider: "omsorgab" },
  ],
  providers: [
    { id: "kommun", name: "Kommunens hemtjänst", tariff: "byhour", pool: { minutes: 2600, per: "week", usedMinutes: 200 } },
    { id: "omsorgab", name: "Omsorg i Björken AB", tariff: "byvisit" },
  ],
  areas: [
    { id: "town", name: "Tätorten" },
    { id: "rural", name: "Landsbygden" },
  ],
  framePolicies: [
    { id: "strict", scope: "client", carryOver: { mode: "withinPeriod" }, swap: { betweenPurposes: false, betweenDays: true }, cap: 0.95, includesDelegated: false, doubleCounts: 1 },
    { id: "open", scope: "provider", carryOver: { mode: "rolling", maxShare: 0.25 }, swap: { betweenPurposes: true, betweenDays: true }, includesDelegated: true, doubleCounts: 2 },
  ],
  tariffs: [
    {
      id: "byhour",
      basis: "performedHour",
      amount: 460,
      amountByClass: { cleaning: 380 },
      amountByArea: { rural: 510 },
      nightAmount: 245,
      nightHours: ["22:00", "06:00"],
      declinedShares: { hygiene: 0.5 },
      unplannedAbsence: { firstDayShare: 0.75, laterShare: 0.25, lastDay: 3, classes: ["meal", "hygiene"] },
      newClientAmount: 1856,
      alarmPerMonth: 185,
      costPerWorkedHour: 400,
      overtimeFactor: 1.5,
    },
    { id: "byvisit", basis: "visit", amount: 190, costPerWorkedHour: 380 },
  ],
  agreement: { dailyRestHours: 10, weeklyRestHours: 32, maxStretchMinutes: 330 },
  practice: { documentationMinutesPerShift: 10, keysBackAt: ["14:00", "22:00"], toleranceMinutes: 20 },
};
