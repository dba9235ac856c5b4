/** Households, clients and their needs as JSON Schema; `case.ts` says what everything means. */
import { Type } from "@sinclair/typebox";
import { curve, id, ids, notNegative, oneOf, oneOfNumbers, positive, record, text, weekday, whole } from "./parts.ts";
import { clockWindow } from "./staffSchema.ts";

export const framePeriod = () => oneOf("week", "fourWeeks", "calendarMonth");

export const household = () =>
  record({
    id: id(),
    place: id(),
    access: Type.Optional(record({ kind: oneOf("clientOpens", "key", "digital"), entryMinutes: Type.Optional(notNegative()), keyCopies: Type.Optional(whole(1)) })),
    conditions: Type.Optional(ids()),
  });

const decision = () =>
  record({
    basis: oneOf("SoL", "HSL", "LSS", "alarm"),
    from: Type.Optional(text("date")),
    to: Type.Optional(text("date")),
    grants: Type.Union([
      record({ kind: Type.Literal("interventions") }),
      record({
        kind: Type.Literal("frame"),
        minutes: notNegative(),
        per: framePeriod(),
        policy: Type.Optional(id()),
        usedMinutes: Type.Optional(notNegative()),
      }),
    ]),
  });

const implementationPlan = () =>
  record({
    approvedBy: Type.Optional(Type.String()),
    version: Type.Optional(whole(0)),
    followUp: Type.Optional(text("date")),
    goals: Type.Optional(Type.Array(record({ id: id(), text: Type.String(), lifeArea: Type.Optional(Type.String()) }))),
  });

export const client = () =>
  record({
    id: id(),
    name: Type.Optional(Type.String()),
    household: id(),
    born: Type.Optional(text("date")),
    team: Type.Optional(id()),
    provider: Type.Optional(id()),
    decision: decision(),
    implementationPlan: Type.Optional(implementationPlan()),
    careContact: Type.Optional(id()),
    contactMinutesPerWeek: Type.Optional(notNegative()),
    preferredStaff: Type.Optional(ids()),
    refusedStaff: Type.Optional(ids()),
    requiredTraits: Type.Optional(Type.Array(record({ trait: id(), atClasses: Type.Optional(ids()) }))),
    history: Type.Optional(Type.Array(record({ staff: id(), visits: whole(1), last: text("date") }))),
    away: Type.Optional(Type.Array(record({ from: text("date"), to: text("date"), reason: Type.Optional(Type.String()), kind: Type.Optional(oneOf("planned", "unplanned")) }))),
  });

const recurrence = () =>
  record({
    times: whole(1),
    per: oneOf("day", "week"),
    everyWeeks: Type.Optional(whole(1)),
    weekdays: Type.Optional(Type.Array(weekday(), { minItems: 1 })),
  });

export const need = () =>
  record({
    id: id(),
    client: id(),
    class: id(),
    basis: Type.Optional(oneOf("SoL", "HSL", "LSS", "alarm")),
    kind: Type.Optional(oneOf("visit", "remote", "errand")),
    purpose: Type.Optional(Type.String()),
    goal: Type.Optional(id()),
    lifeArea: Type.Optional(Type.String()),
    minutes: positive(),
    useful: Type.Optional(record({ min: notNegative(), max: notNegative(), cost: Type.Optional(curve("minutes")) })),
    often: recurrence(),
    window: clockWindow(),
    plannedAt: Type.Optional(text("clock-time")),
    timing: oneOf("fixed", "agreed", "free"),
    agreedDays: Type.Optional(Type.Array(weekday(), { minItems: 1 })),
    relativesDo: Type.Optional(Type.Array(weekday(), { minItems: 1 })),
    sharedWith: Type.Optional(ids()),
    staffing: Type.Optional(Type.Union([oneOfNumbers(1, 2), record({ second: record({ from: notNegative(), minutes: positive() }) })])),
    skills: Type.Optional(ids()),
    gaps: Type.Optional(
      Type.Array(record({ to: id(), minMinutes: Type.Optional(notNegative()), maxMinutes: Type.Optional(notNegative()) })),
    ),
    minDaysApart: Type.Optional(whole(0)),
    priority: Type.Optional(oneOfNumbers(1, 2, 3, 4, 5)),
    from: Type.Optional(text("date")),
    to: Type.Optional(text("date")),
  });
