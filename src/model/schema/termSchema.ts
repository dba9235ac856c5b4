/** Terms as JSON Schema; `term.ts` says what they mean. */
import { Type } from "@sinclair/typebox";
import { type Measure, GROUPINGS } from "../term.ts";
import { amount, curve, ids, oneOf, record, whole } from "./parts.ts";

const measure = () => oneOf(...(Object.keys(GROUPINGS) as Measure[]));

export const term = () =>
  record({
    name: Type.String(),
    level: whole(0),
    measure: measure(),
    unit: oneOf("minute", "km", "visit", "person", "one"),
    per: oneOf("task", "relation", "shift", "worker", "client", "budget", "team", "plan"),
    reduce: oneOf("sum", "max", "range"),
    curve: curve("the unit of the term"),
    where: Type.Optional(record({ classes: Type.Optional(ids()), modes: Type.Optional(ids()), minPriority: Type.Optional(amount()) })),
  });
