/** Who works: three by day, two in the evening, one at night, one of another provider, one being introduced. */
import { dateRange, weekdayOf } from "../../../src/calendar/civil.ts";
import type { CivilDate } from "../../../src/model/civil.ts";
import type { CaseShift, Staff } from "../../../src/model/staff.ts";

export const PERIOD = { from: "2026-03-25", days: 14 } as const;

export const staff: readonly Staff[] = [
  {
    id: "anna", name: "Anna Ask", team: "north", employment: "permanent", skills: [{ id: "insulin", level: 2, from: "2025-04-01", to: "2026-04-02" }], traits: ["woman"],
    contract: { minutesPerWeek: 2220 }, home: "annashome", workedUntil: "2026-03-24T20:30", pace: { cleaning: 1.2 },
  },
  { id: "bo", name: "Bo Dal", team: "north", skills: [{ id: "insulin" }], contract: { minutesPerWeek: 2100 } },
  { id: "eva", name: "Eva Fors", team: "north", skills: [{ id: "insulin", from: "2026-03-01" }], traits: ["woman"] },
  { id: "siv", name: "Siv Holm", team: "north", skills: [{ id: "insulin", level: 1 }, { id: "delegated" }], traits: ["woman", "calm"] },
  { id: "gun", name: "Gun Lind", team: "north", employment: "hourly", skills: [{ id: "insulin" }], traits: ["woman"] },
  { id: "dag", name: "Dag Natt", team: "patrol", skills: [] },
  { id: "cilla", name: "Cilla Vik", provider: "omsorgab", team: "omsorg", employment: "hourly", skills: [], cannotMeet: ["dog"] },
  { id: "tor", name: "Tor Ung", team: "north", employment: "hourly", skills: [], cannotMeet: ["dog"] },
];

const days: readonly CivilDate[] = dateRange(PERIOD.from, PERIOD.days);
const isWeekend = (date: CivilDate): boolean => weekdayOf(date) > 5;
const on = (fits: (date: CivilDate, i: number) => boolean, shift: (date: CivilDate) => CaseShift): CaseShift[] => days.filter(fits).map(shift);

const lunchBreak: CaseShift["breaks"] = [{ minutes: 30, window: ["10:30", "14:00"], at: "anywhere" }];
const dayShift = (who: string) => (date: CivilDate): CaseShift => ({ id: `${who}-${date}`, staff: who, date, from: "07:00", to: "15:30", modes: ["car", "bike"], breaks: lunchBreak });
const eveningShift = (who: string) => (date: CivilDate): CaseShift => ({
  id: `${who}-${date}`, staff: who, date, from: "15:00", to: "21:30", modes: ["car"], overtimeMinutes: 20, floatMinutes: 15,
  breaks: [{ minutes: 20, window: ["17:30", "20:00"], paid: true, at: "base", ifShiftExceedsMinutes: 240 }],
  duties: [{ id: "handover", class: "report", minutes: 10, window: ["15:00", "15:30"], at: "base" }],
});

export const shifts: readonly CaseShift[] = [
  ...on((date) => !isWeekend(date), (date) => ({ ...dayShift("anna")(date), startsAt: "home" })),
  ...on((date) => !isWeekend(date), dayShift("bo")),
  ...on(isWeekend, dayShift("eva")),
  ...on((date) => !isWeekend(date), eveningShift("siv")),
  ...on(isWeekend, eveningShift("gun")),
  ...on((_, i) => i % 2 === 1, (date) => ({
    id: `dag-${date}`, staff: "dag", team: "patrol", date, from: "21:45", to: "07:00", modes: ["car"], base: "base",
    breaks: [{ minutes: 30, window: ["02:00", "05:00"] }],
    duties: [{ id: "morning", class: "report", minutes: 10, window: ["06:30", "07:00"], at: "shiftEnd" }],
  })),
  ...on((date) => date >= "2026-03-30", (date) => ({ id: `cilla-${date}`, staff: "cilla", date, from: "16:30", to: "19:30", base: "depot", modes: ["bike"] })),
  { id: "tor-first", staff: "tor", date: "2026-03-26", from: "08:00", to: "14:30", modes: ["car"], introducedIn: "bo-2026-03-26", breaks: lunchBreak },
  { id: "vacant", date: "2026-03-27", from: "07:00", to: "16:00", modes: ["car"] },
];
