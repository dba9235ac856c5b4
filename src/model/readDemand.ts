/** Reading a Demand. */
import type { InputError } from "../errors.ts";
import type { Demand } from "./demand.ts";
import { judgeDemand } from "./demandRules/judgeDemand.ts";
import { readDocument, requireShape } from "./readDocument.ts";
import { demandSchema } from "./schema/demandSchema.ts";
import type { Shape } from "./schema/shape.ts";

const shape = demandSchema as () => Shape;

/**
 * A Demand from parsed values, JSON text or bytes: right in shape, with references that lead somewhere and values that can be.
 * Throws one {@link InputError} with every issue.
 */
export const readDemand = (input: unknown): Demand => readDocument(input, shape, judgeDemand);

/** The first half of that: is it a Demand at all? Throws one {@link InputError} with every issue of its shape. */
export const requireDemand = (input: unknown): void => requireShape(input, shape);
