/** Reading a Demand. */
import type { InputError } from "../errors.ts";
import type { Demand } from "./demand.ts";
import { judgeDemand, judgeMeaning } from "./demandRules/judgeDemand.ts";
import { readDocument, requireDocument } from "./readDocument.ts";
import { demandSchema } from "./schema/demandSchema.ts";
import type { Shape } from "./schema/shape.ts";

const shape = demandSchema as () => Shape;

/**
 * A Demand from parsed values, JSON text or bytes: right in shape, with references that lead somewhere and values that can be.
 * Throws one {@link InputError} with every issue.
 */
export const readDemand = (input: unknown): Demand => readDocument(input, shape, judgeDemand);

/**
 * Is it a Demand that can be worked with: right in shape, with references that lead somewhere? Throws one {@link InputError} with every issue
 * if not. What merely cannot be done, such as a task that nobody has the skill for, is not looked at, nor are keys too many.
 */
export const requireDemand = (demand: Demand): void => requireDocument(demand, shape, judgeMeaning);
