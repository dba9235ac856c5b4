import { expect, test } from "vitest";
import { contactTasks } from "../../src/schedule/contactTime.ts";
import { calendarOf } from "../../src/calendar/calendar.ts";
import type { Case } from "../../src/model/case.ts";
import { anna, caseWith, HOUR, MINUTE } from "./hand.ts";

const tasks = (parts: Partial<Case>) => {
  const town = caseWith({ staff: [{ id: "siv", skills: [] }], clients: [{ ...anna, careContact: "siv", contactMinutesPerWeek: 35 }], ...parts });
  return contactTasks(town, calendarOf(town));
};

test("a care contact has its minutes once a week, from eight to five on a working day", () => {
  const [task, ...more] = tasks({});
  expect(more).toEqual([]);
  expect(task).toMatchObject({ id: "anna/contact@2026-W11", who: { only: ["siv"] }, duration: { min: 35 * MINUTE, max: 35 * MINUTE } });
  expect(task?.slots).toHaveLength(5);
  expect(task?.slots[0]?.start).toEqual([8 * HOUR, 17 * HOUR - 35 * MINUTE]);
});

test("a cut week has its share, and a weekend none", () => {
  const cut = tasks({ period: { from: "2026-03-12", days: 5 } }); // Thursday to Sunday, and a Monday
  expect(cut.map(({ id, duration }) => [id, duration.min / MINUTE])).toEqual([
    ["anna/contact@2026-W11", 20],
    ["anna/contact@2026-W12", 5],
  ]);
  expect(tasks({ period: { from: "2026-03-14", days: 2 } })).toEqual([]);
});

test("without a contact or minutes there is nothing", () => {
  expect(tasks({ clients: [{ ...anna, contactMinutesPerWeek: 35 }] })).toEqual([]);
  expect(tasks({ clients: [{ ...anna, careContact: "siv" }] })).toEqual([]);
});
