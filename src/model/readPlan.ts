/** Reading a Plan. */
import type { InputError } from "../errors.ts";
import type { Plan } from "./plan.ts";
import { readDocument } from "./readDocument.ts";
import { planSchema } from "./schema/planSchema.ts";
import type { Shape } from "./schema/shape.ts";

/**
 * A Plan from parsed values, JSON text or bytes. Only its shape is judged here: whether it answers a Demand is for `checkPlan`.
 * Throws one {@link InputError} with every issue. O(size).
 */
export const readPlan = (input: unknown): Plan => readDocument(input, planSchema as () => Shape, () => {});
