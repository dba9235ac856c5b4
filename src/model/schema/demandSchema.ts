/** The Demand as JSON Schema; `demand.ts` says what everything means. */
import { Type } from "@sinclair/typebox";
import { lazy } from "./lazy.ts";
import { amount, byName, curve, id, ids, notNegative, nullable, oneOf, positive, record, span, text, whole } from "./parts.ts";
import { plannedShift } from "./planSchema.ts";
import { relation } from "./relationSchema.ts";
import { term } from "./termSchema.ts";

const day = () => record({ date: text("date"), begins: whole(), clockChange: Type.Optional(record({ at: whole(), by: whole() })) });

const travel = () =>
  record({
    mode: id(),
    placeCount: whole(0),
    ticks: Type.Optional(Type.Array(whole(0))),
    metres: Type.Optional(Type.Array(whole(0))),
    points: Type.Optional(Type.Array(Type.Tuple([amount(), amount()]))),
    ticksPerUnit: Type.Optional(positive()),
    rounding: Type.Optional(oneOf("truncate", "nearest")),
    metresPerUnit: Type.Optional(positive()),
    profile: Type.Optional(Type.Array(record({ fromTimeOfDay: whole(0), factor: positive() }), { minItems: 1 })),
  });

const worker = () =>
  record({
    id: id(),
    traits: ids(),
    skills: Type.Array(record({ id: id(), level: amount(), days: Type.Optional(span()) })),
    pace: Type.Optional(byName(positive())),
    busyUntil: Type.Optional(whole()),
    rest: Type.Array(record({ window: whole(0), atLeast: whole(0) })),
  });

const shift = () =>
  record({
    id: id(),
    worker: id(),
    team: Type.Optional(id()),
    begins: span(),
    ends: span(),
    maxSpan: Type.Optional(whole(0)),
    maxStretch: Type.Optional(whole(0)),
    paidTo: Type.Optional(whole()),
    idleIfUnused: Type.Boolean(),
    fixedDeparture: Type.Boolean(),
    capacity: Type.Optional(byName(notNegative())),
    options: Type.Array(
      record({
        mode: id(),
        from: nullable(whole(0)),
        to: nullable(whole(0)),
        pool: Type.Optional(id()),
        cost: Type.Optional(amount()),
      }),
      { minItems: 1 },
    ),
  });

const slot = () =>
  record({
    start: span(),
    end: Type.Optional(span()),
    cost: Type.Optional(amount()),
    due: Type.Optional(record({ start: Type.Optional(whole()), end: Type.Optional(whole()) })),
    wish: Type.Optional(record({ start: Type.Optional(whole()) })),
    startCost: Type.Optional(curve("ticks")),
    endCost: Type.Optional(curve("ticks")),
  });

const who = () =>
  record({
    all: Type.Optional(ids()),
    level: Type.Optional(amount()),
    traits: Type.Optional(ids()),
    not: Type.Optional(ids()),
    only: Type.Optional(ids()),
    shifts: Type.Optional(ids()),
    cost: Type.Optional(byName(whole())),
  });

const task = () =>
  record({
    id: id(),
    kind: oneOf("care", "break", "base", "remote", "other"),
    class: id(),
    client: Type.Optional(id()),
    serves: Type.Optional(ids()),
    place: Type.Union([whole(0), Type.Literal("neighbour"), Type.Literal("anywhere"), Type.Literal("shiftEnd")]),
    stopTicks: Type.Optional(whole(0)),
    slots: Type.Array(slot(), { minItems: 1 }),
    duration: record({ min: whole(0), max: whole(0), value: Type.Optional(curve("ticks")) }),
    who: who(),
    load: Type.Optional(byName(amount())),
    required: Type.Union([Type.Boolean(), record({ whenShiftExceeds: whole() })]),
    priority: amount(),
    unservedCost: amount(),
  });

const budget = () =>
  record({
    id: id(),
    of: oneOf("task", "shift"),
    members: ids(),
    quantity: oneOf("serviceTicks", "workTicks", "count"),
    within: Type.Optional(Type.Tuple([whole(), whole()])),
    opening: amount(),
    reserved: amount(),
    limit: span(),
    cost: Type.Optional(curve("what the quantity counts: ticks, or members")),
  });

const pin = () =>
  record({
    task: id(),
    shift: Type.Optional(id()),
    worker: Type.Optional(id()),
    slot: Type.Optional(whole(0)),
    start: Type.Optional(whole()),
    after: Type.Optional(id()),
  });

export const demandSchema = lazy(() =>
  record({
    version: Type.Literal(1),
    model: Type.String(),
    caseHash: Type.Optional(Type.String()),
    origin: text("date-time"),
    ticksPerMinute: whole(1),
    days: Type.Array(day(), { minItems: 1 }),
    now: Type.Optional(whole()),
    travel: Type.Array(travel()),
    workers: Type.Array(worker()),
    shifts: Type.Array(shift()),
    pools: Type.Array(record({ id: id(), count: whole(0) })),
    tasks: Type.Array(task()),
    relations: Type.Array(relation()),
    budgets: Type.Array(budget()),
    clients: Type.Array(record({ id: id(), contact: Type.Optional(id()), team: Type.Optional(id()) })),
    pins: Type.Array(pin()),
    memory: Type.Array(record({ client: id(), worker: id(), at: Type.Integer({ maximum: 0 }), times: whole(1) })),
    terms: Type.Array(term()),
    baseline: Type.Optional(Type.Array(plannedShift())),
  }),
);
