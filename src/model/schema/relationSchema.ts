/** Relations as JSON Schema; `relation.ts` says what they mean. */
import { Type } from "@sinclair/typebox";
import { curve, id, ids, oneOf, record, span } from "./parts.ts";

const base = () => ({ id: id(), tasks: ids(), soft: Type.Optional(curve("what the relation counts: ticks, days, workers, tasks or pairs")) });

export const relation = () =>
  Type.Union([
    record({
      ...base(),
      kind: Type.Literal("gap"),
      from: oneOf("start", "end"),
      to: oneOf("start", "end"),
      span: span(),
      clock: oneOf("elapsed", "days", "timeOfDay"),
      over: oneOf("next", "every"),
      eitherOrder: Type.Optional(Type.Literal(true)),
    }),
    record({ ...base(), kind: Type.Literal("workers"), distinct: span() }),
    record({ ...base(), kind: Type.Literal("presence"), count: span(), zeroAllowed: Type.Boolean() }),
    record({ ...base(), kind: Type.Literal("order"), adjacent: Type.Boolean() }),
    record({ ...base(), kind: Type.Literal("duration"), total: span() }),
  ]);
