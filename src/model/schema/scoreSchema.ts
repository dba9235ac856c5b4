/** The Score as JSON Schema; `score.ts` says what everything means. */
import { Type } from "@sinclair/typebox";
import { lazy } from "./lazy.ts";
import { amount, record } from "./parts.ts";

const group = () => record({ id: Type.String(), raw: amount(), cost: amount() });

export const scoreSchema = lazy(() =>
  record({
    levels: Type.Array(amount(), { minItems: 1 }),
    terms: Type.Array(record({ name: Type.String(), raw: amount(), cost: amount(), groups: Type.Array(group()) })),
  }),
);
