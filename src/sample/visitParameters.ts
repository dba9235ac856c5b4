/** What clients are granted, as parameters of the generator: daily visits, weekly needs, and how they make up heavier and lighter care. */
import type { Need } from "../model/case.ts";
import type { Weekday } from "../model/civil.ts";
import { assumed, fact } from "../model/told.ts";
import { row } from "./profiles.ts";

/** Kinds of clients, by how much they are granted. */
export const ARCHETYPES = ["service", "light", "daily", "heavy", "extreme", "support"] as const;

export type Archetype = (typeof ARCHETYPES)[number];

/** A visit of the day. */
export interface DailyVisit {
  readonly class: string;
  readonly purpose: string;
  readonly lifeArea: string;
  /** Template minutes, of which one is drawn, by archetype. */
  readonly minutes: { readonly [A in Archetype]?: readonly number[] };
  /** Clock times between which it is to begin. */
  readonly part: readonly [from: string, to: string];
  /** The promise: so many minutes before and after the planned time. */
  readonly spreadMinutes: number;
  readonly priority: 1 | 2 | 3 | 4 | 5;
  /** Share of such visits that need a delegation for medicine. */
  readonly medicineShare?: number;
  readonly isNight?: boolean;
}

/** Something done some times a week or every second week. */
export interface WeeklyNeed {
  readonly name: string;
  readonly class: string;
  readonly purpose: string;
  readonly lifeArea: string;
  readonly minutes: readonly number[];
  readonly times: 1 | 2;
  readonly everyWeeks: 1 | 2;
  readonly part: readonly [from: string, to: string];
  readonly timing: "agreed" | "free";
  readonly kind?: Need["kind"];
  readonly basis?: Need["basis"];
  readonly priority: 1 | 2 | 3 | 4 | 5;
  /** Share of clients who have it, by archetype. */
  readonly shares: { readonly [A in Archetype]?: number };
  /** Do people who live together have it together? */
  readonly isShared?: boolean;
}

/** From the burden before to `upTo` (0 the lightest, 1 the heaviest client of the archetype): these visits, on these days. */
export interface CareStep {
  readonly upTo: number;
  readonly visits: readonly string[];
  /** Days of which one list is chosen. Default: every day. */
  readonly weekdays?: readonly (readonly Weekday[])[];
}

const KRISTIANSTAD = "Kristianstads kommun, Myndighetshandbok, Schablontider (about 2020)";

const VISITS: Readonly<Record<string, DailyVisit>> = {
  morning: {
    class: "hygiene", purpose: "Get up, wash and have breakfast", lifeArea: "d5 self-care", part: ["07:15", "10:15"], spreadMinutes: 45, priority: 4, medicineShare: 0.4,
    minutes: { light: [15, 20], daily: [20, 25], heavy: [30, 35, 40], extreme: [45, 50, 60] },
  },
  forenoon: {
    class: "toilet", purpose: "Toilet and something to drink", lifeArea: "d5 self-care", part: ["10:00", "11:00"], spreadMinutes: 45, priority: 4,
    minutes: { heavy: [15], extreme: [25, 30] },
  },
  lunch: {
    class: "meal", purpose: "Eat at midday", lifeArea: "d6 domestic life", part: ["11:15", "13:15"], spreadMinutes: 45, priority: 4, medicineShare: 0.1,
    minutes: { light: [15], daily: [15, 20, 25], heavy: [20, 25, 30], extreme: [35, 40] },
  },
  afternoon: {
    class: "check", purpose: "Feel safe, a snack", lifeArea: "d5 self-care", part: ["14:00", "15:30"], spreadMinutes: 60, priority: 3,
    minutes: { heavy: [15], extreme: [25, 30] },
  },
  supper: {
    class: "meal", purpose: "Eat in the evening", lifeArea: "d6 domestic life", part: ["16:00", "18:15"], spreadMinutes: 45, priority: 4, medicineShare: 0.1,
    minutes: { daily: [15, 20, 25], heavy: [20, 25, 30], extreme: [35, 40] },
  },
  evening: {
    class: "bedtime", purpose: "Go to bed", lifeArea: "d5 self-care", part: ["18:15", "20:45"], spreadMinutes: 45, priority: 4, medicineShare: 0.3,
    minutes: { light: [15], daily: [15, 20, 25], heavy: [25, 30], extreme: [35, 40] },
  },
  late: {
    class: "toilet", purpose: "Toilet before the night", lifeArea: "d5 self-care", part: ["20:15", "21:00"], spreadMinutes: 30, priority: 4,
    minutes: { heavy: [15, 20], extreme: [25, 30] },
  },
  night: {
    class: "toilet", purpose: "Turned and changed at night", lifeArea: "d5 self-care", part: ["22:20", "00:15"], spreadMinutes: 45, priority: 4, isNight: true,
    minutes: { heavy: [15], extreme: [20] },
  },
  earlyMorning: {
    class: "toilet", purpose: "Turned and changed at night", lifeArea: "d5 self-care", part: ["03:50", "05:45"], spreadMinutes: 30, priority: 4, isNight: true,
    minutes: { heavy: [15], extreme: [20] },
  },
  support: {
    class: "support", purpose: "Structure of the day, and out among people", lifeArea: "d2 general tasks and demands", part: ["08:45", "14:30"], spreadMinutes: 60, priority: 3,
    minutes: { support: [60, 75, 90, 120] },
  },
};

const WEEKLY: readonly WeeklyNeed[] = [
  {
    name: "shower", class: "shower", purpose: "Be clean", lifeArea: "d5 self-care", minutes: [40], times: 1, everyWeeks: 1, part: ["09:30", "13:30"], timing: "agreed", priority: 3,
    shares: { light: 0.5, daily: 0.85 },
  },
  {
    name: "showers", class: "shower", purpose: "Be clean", lifeArea: "d5 self-care", minutes: [40], times: 2, everyWeeks: 1, part: ["09:30", "13:30"], timing: "agreed", priority: 3,
    shares: { heavy: 1, extreme: 1 },
  },
  {
    name: "cleaning", class: "cleaning", purpose: "A home in order", lifeArea: "d6 domestic life", minutes: [70, 90], times: 1, everyWeeks: 2, part: ["09:00", "14:00"], timing: "free", priority: 2,
    shares: { service: 0.85, light: 0.5, daily: 0.5, heavy: 0.4, extreme: 0.4 }, isShared: true,
  },
  {
    name: "laundry", class: "laundry", purpose: "Clean clothes", lifeArea: "d6 domestic life", minutes: [20, 30], times: 1, everyWeeks: 2, part: ["09:00", "14:30"], timing: "free", priority: 2,
    shares: { service: 0.4, light: 0.3, daily: 0.4, heavy: 0.6, extreme: 1 },
  },
  {
    name: "shopping", class: "shopping", purpose: "Food at home", lifeArea: "d6 domestic life", minutes: [45], times: 1, everyWeeks: 1, part: ["09:00", "14:00"], timing: "free", kind: "errand", priority: 2,
    shares: { service: 0.7, light: 0.35, daily: 0.35, heavy: 0.3, extreme: 0.2 }, isShared: true,
  },
  {
    name: "walk", class: "walk", purpose: "Out among people", lifeArea: "d9 community life", minutes: [45], times: 1, everyWeeks: 1, part: ["13:00", "14:45"], timing: "free", priority: 1,
    shares: { daily: 0.15, heavy: 0.25, extreme: 0.3 },
  },
  {
    name: "alarmTest", class: "alarmTest", purpose: "An alarm that works", lifeArea: "safety", minutes: [5], times: 1, everyWeeks: 2, part: ["09:30", "14:45"], timing: "free", kind: "remote", basis: "alarm", priority: 2,
    shares: { light: 0.2, daily: 0.2, heavy: 0.2 },
  },
  {
    name: "call", class: "phoneCall", purpose: "Someone to talk the week over with", lifeArea: "d7 relations", minutes: [15], times: 1, everyWeeks: 1, part: ["08:45", "15:30"], timing: "free", kind: "remote", priority: 2,
    shares: { support: 0.4 },
  },
];

const CARE: { readonly [A in Archetype]?: readonly CareStep[] } = {
  light: [
    { upTo: 0.25, visits: ["morning"], weekdays: [[1, 3, 5], [1, 3, 4], [2, 4, 5]] },
    { upTo: 0.85, visits: ["morning"] },
    { upTo: 0.92, visits: ["morning", "lunch"] },
    { upTo: 1, visits: ["morning", "evening"] },
  ],
  daily: [
    { upTo: 0.18, visits: ["morning", "evening"] },
    { upTo: 0.36, visits: ["morning", "lunch"] },
    { upTo: 0.64, visits: ["morning", "lunch", "supper"] },
    { upTo: 1, visits: ["morning", "lunch", "supper", "evening"] },
  ],
  heavy: [
    { upTo: 0.35, visits: ["morning", "lunch", "afternoon", "supper", "evening"] },
    { upTo: 0.65, visits: ["morning", "forenoon", "lunch", "afternoon", "supper", "evening"] },
    { upTo: 1, visits: ["morning", "forenoon", "lunch", "afternoon", "supper", "evening", "late"] },
  ],
  extreme: [{ upTo: 1, visits: ["morning", "forenoon", "lunch", "afternoon", "supper", "evening", "late", "night", "earlyMorning"] }],
  support: [
    { upTo: 0.35, visits: ["support"], weekdays: [[1], [2], [3], [4], [5]] },
    { upTo: 0.75, visits: ["support"], weekdays: [[1, 4], [2, 5], [1, 3], [3, 5]] },
    { upTo: 1, visits: ["support"], weekdays: [[1, 3, 5], [1, 2, 4], [2, 3, 5]] },
  ],
};

/** What clients are granted. */
export const VISIT_PARAMETERS = {
  archetypes: row<{ readonly [A in Archetype]?: number }>(
    "How many of a hundred clients are of each archetype",
    "%",
    assumed({ service: 25, light: 30, daily: 30, heavy: 12, extreme: 3 }, "Chosen so that granted hours per client and month have mean about 30 and median about 16."),
    { boendestod: assumed({ support: 100 }, "Support in the home, and nothing else.") },
  ),
  care: row("Daily visits by burden", "visits", assumed(CARE, "Chosen so that there are about 2.4 visits per client and day (fact: a unit in Huddinge, planning data 2026).")),
  visits: row(
    "Visits of the day: template minutes, when, how firmly",
    "minutes",
    assumed(VISITS, `Sums of templates (morning, midday and evening help 15 each, bed, dishes, self-care 10 each: ${KRISTIANSTAD}) with a mean of about 25 (a unit in Huddinge, planning data 2026).`),
  ),
  weekly: row(
    "Weekly needs: template minutes and who has them",
    "minutes",
    assumed(WEEKLY, `Minutes: ${KRISTIANSTAD}: shower 40, cleaning 70 or 90, laundry 20 or 30, shopping and walk 45; shares assumed.`),
  ),
  usefulShares: row<readonly [number, number]>("Smallest and largest useful length, of the template", "share", assumed([0.7, 1.5] as const, "Nobody has told.")),
  doubleBurden: row<{ readonly [A in Archetype]?: number }>(
    "Burden from which on two must come in the morning and in the evening",
    "burden",
    assumed({ heavy: 0.75, extreme: 0.5 }, "Makes 4 % of visits double (fact: a unit in Huddinge, planning data 2026), on few clients."),
  ),
  doubleVisits: row("Visits at which two must come; of the last one the middle only", "visits", assumed(["morning", "evening"] as readonly string[], "When people are lifted.")),
  insulinShare: row<{ readonly [A in Archetype]?: number }>("Share with insulin in the morning, delegated by a nurse", "share", assumed({ daily: 0.08, heavy: 0.15, extreme: 0.15 }, "Nobody has told.")),
  insulinMinutes: row("Length of an insulin visit, and how far from its time; when it is", "minutes", assumed({ length: 10, either: 15, part: ["07:15", "09:00"] as readonly [string, string] }, "Tied to a meal.")),
  cameraShare: row<{ readonly [A in Archetype]?: number }>(
    "Share looked at by camera at night instead of visits",
    "share",
    assumed({ daily: 0.08, heavy: 0.3 }, "76 % of municipalities offer it (SKR, Digital tillsyn, 2021); how many clients have it is not told."),
  ),
  cameraMinutes: row("Length of a look", "minutes", fact(0.5, "Kungsbacka kommun, Trygghetskamera (about 2023): about 30 seconds")),
  cameraPart: row<{ readonly withNights: readonly [string, string]; readonly without: readonly [string, string] }>("When the camera looks in", "clock", assumed({ withNights: ["22:30", "00:30"], without: ["20:45", "21:10"] }, "Late, while somebody works.")),
  relativesShare: row<{ readonly [A in Archetype]?: number }>(
    "Share whose relatives do Saturdays and Sundays",
    "share",
    assumed({ light: 0.3, daily: 0.2, heavy: 0.05 }, "Care at weekends is 85 % of weekdays'; assumed too."),
  ),
  openClockShare: row("Share of visits whose clock time the schedule is left to choose", "share", assumed(0.12, "Nobody has told.")),
  openDayShare: row("Share of weekly needs whose weekday the schedule is left to choose", "share", assumed(0.1, "Nobody has told.")),
  wishMinutes: row(
    "How far what is promised may lie from the time that suits the rounds; nothing in a planted town",
    "minutes",
    assumed(15, "Clients say when they want to be helped, and planners can move some."),
  ),
} as const;
