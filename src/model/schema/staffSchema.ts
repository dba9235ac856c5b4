/** Staff and their shifts as JSON Schema; `staff.ts` says what everything means. */
import { Type } from "@sinclair/typebox";
import { amount, byName, id, ids, notNegative, oneOf, positive, record, text } from "./parts.ts";

export const mode = () => oneOf("walk", "bike", "eBike", "car", "public");

export const clockWindow = () => Type.Tuple([text("clock-time"), text("clock-time")]);

export const staff = () =>
  record({
    id: id(),
    name: Type.Optional(Type.String()),
    team: Type.Optional(id()),
    provider: Type.Optional(id()),
    employment: Type.Optional(oneOf("permanent", "hourly")),
    skills: Type.Array(
      record({ id: id(), level: Type.Optional(amount()), from: Type.Optional(text("date")), to: Type.Optional(text("date")) }),
    ),
    traits: Type.Optional(ids()),
    cannotMeet: Type.Optional(ids()),
    contract: Type.Optional(record({ minutesPerWeek: notNegative() })),
    home: Type.Optional(id()),
    workedUntil: Type.Optional(text("local-date-time")),
    pace: Type.Optional(byName(positive())),
  });

const rest = () =>
  record({
    minutes: positive(),
    window: clockWindow(),
    paid: Type.Optional(Type.Boolean()),
    at: Type.Optional(oneOf("base", "anywhere")),
    ifShiftExceedsMinutes: Type.Optional(notNegative()),
  });

const duty = () =>
  record({
    id: id(),
    class: id(),
    minutes: positive(),
    window: clockWindow(),
    at: Type.Optional(oneOf("base", "anywhere", "shiftEnd")),
  });

export const caseShift = () =>
  record({
    id: id(),
    staff: Type.Optional(id()),
    team: Type.Optional(id()),
    date: text("date"),
    from: text("clock-time"),
    to: text("clock-time"),
    floatMinutes: Type.Optional(notNegative()),
    base: Type.Optional(id()),
    startsAt: Type.Optional(oneOf("base", "home")),
    modes: Type.Array(mode(), { minItems: 1 }),
    overtimeMinutes: Type.Optional(notNegative()),
    introducedIn: Type.Optional(id()),
    breaks: Type.Optional(Type.Array(rest())),
    duties: Type.Optional(Type.Array(duty())),
  });
