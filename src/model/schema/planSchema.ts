/** The Plan as JSON Schema; `plan.ts` says what everything means. */
import { Type } from "@sinclair/typebox";
import { lazy } from "./lazy.ts";
import { id, ids, record, whole } from "./parts.ts";

const plannedTask = () => record({ id: id(), slot: whole(0), start: whole(), end: whole(), at: Type.Optional(whole(0)) });

export const plannedShift = () =>
  record({ shift: id(), option: whole(0), begin: whole(), end: whole(), tasks: Type.Array(plannedTask(), { minItems: 1 }) });

export const planSchema = lazy(() =>
  record({
    version: Type.Literal(1),
    demandHash: Type.String(),
    shifts: Type.Array(plannedShift()),
    unserved: ids(),
    origin: record({
      tool: Type.String(),
      model: Type.Optional(Type.String()),
      seed: Type.Optional(whole()),
      steps: Type.Optional(whole(0)),
      lanes: Type.Optional(whole(1)),
    }),
  }),
);
