/** What the five need: daily and weekly, alone and by two, fixed and free. */
import type { Need } from "../../../src/model/case.ts";

export const needs: readonly Need[] = [
  {
    id: "breakfast", client: "elsa", class: "meal", purpose: "food", goal: "stay", lifeArea: "d5 self-care", minutes: 20,
    useful: { min: 15, max: 35, cost: { points: [[15, 8], [20, 0], [35, -3]], below: -2, above: 0.5 } },
    often: { times: 1, per: "day" }, window: ["07:30", "09:30"], plannedAt: "08:00", timing: "agreed",
    gaps: [{ to: "lunch", minMinutes: 120, maxMinutes: 300 }], priority: 4,
  },
  { id: "lunch", client: "elsa", class: "meal", purpose: "food", minutes: 31, often: { times: 1, per: "day" }, window: ["11:30", "13:30"], timing: "agreed", sharedWith: ["sven"], relativesDo: [7] },
  { id: "visits", client: "vera", class: "check", minutes: 10, often: { times: 2, per: "day" }, window: ["08:00", "20:00"], timing: "agreed" },
  {
    id: "shower", client: "elsa", class: "hygiene", purpose: "clean", minutes: 40, useful: { min: 30, max: 50 },
    often: { times: 2, per: "week", weekdays: [1, 4] }, agreedDays: [1, 2, 4, 5], minDaysApart: 2,
    window: ["09:00", "11:00"], timing: "free", staffing: { second: { from: 5, minutes: 20 } },
  },
  { id: "walk", client: "elsa", class: "walk", goal: "getout", minutes: 45, useful: { min: 20, max: 60 }, often: { times: 1, per: "week" }, agreedDays: [2, 3, 6], window: ["13:00", "16:00"], timing: "agreed", priority: 2 },
  { id: "lift", client: "sven", class: "hygiene", minutes: 25, useful: { min: 20, max: 35 }, often: { times: 1, per: "day", weekdays: [1, 2, 3, 4, 5] }, window: ["07:00", "10:00"], timing: "agreed", staffing: 2 },
  { id: "insulin", client: "sven", class: "medicine", basis: "HSL", minutes: 10, often: { times: 2, per: "day" }, window: ["07:00", "21:00"], plannedAt: "07:30", timing: "fixed", skills: ["insulin"], priority: 5, from: "2026-03-26", to: "2026-04-06" },
  { id: "care", client: "ragna", class: "hygiene", minutes: 20, often: { times: 2, per: "day" }, window: ["07:00", "21:00"], timing: "agreed" },
  { id: "meals", client: "ragna", class: "meal", minutes: 15, often: { times: 1, per: "day" }, window: ["16:30", "19:00"], timing: "free" },
  { id: "cleaning", client: "ragna", class: "cleaning", minutes: 60, often: { times: 1, per: "week", everyWeeks: 2 }, agreedDays: [2, 4], window: ["09:00", "15:00"], timing: "agreed", from: "2026-03-16", priority: 1 },
  { id: "turning", client: "ragna", class: "turning", minutes: 20, often: { times: 2, per: "week", weekdays: [3, 6] }, window: ["23:00", "01:00"], timing: "agreed" },
  { id: "camera", client: "ragna", class: "cameraCheck", kind: "remote", minutes: 5, often: { times: 1, per: "day", weekdays: [7] }, window: ["01:30", "04:00"], timing: "fixed" },
  { id: "chat", client: "olof", class: "company", minutes: 40, useful: { min: 20, max: 60 }, often: { times: 1, per: "week" }, agreedDays: [1, 3, 5], window: ["10:00", "15:00"], timing: "agreed" },
  { id: "tablets", client: "olof", class: "medicine", minutes: 5, often: { times: 2, per: "day" }, window: ["08:00", "20:00"], timing: "agreed" },
  { id: "alarmtest", client: "olof", class: "alarm", basis: "alarm", minutes: 10, often: { times: 1, per: "week", weekdays: [4] }, window: ["08:00", "16:00"], timing: "agreed" },
  { id: "injection", client: "olof", class: "medicine", basis: "HSL", minutes: 15, often: { times: 1, per: "week", weekdays: [2] }, window: ["08:00", "11:00"], timing: "fixed", skills: ["insulin"] },
  { id: "shopping", client: "olof", class: "shopping", kind: "errand", minutes: 45, often: { times: 1, per: "week", weekdays: [5] }, window: ["09:00", "16:00"], timing: "agreed" },
  { id: "supper", client: "nils", class: "meal", minutes: 20, often: { times: 1, per: "day" }, window: ["17:00", "19:00"], timing: "agreed" },
];
