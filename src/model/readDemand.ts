/** Reading a Demand. */
import type { InputError } from "../errors.ts";
import type { Demand } from "./demand.ts";
import { judgeDemand } from "./demandRules/judgeDemand.ts";
import { readDocument } from "./readDocument.ts";
import { demandSchema } from "./schema/demandSchema.ts";
import type { Shape } from "./schema/shape.ts";

/**
 * A Demand from parsed values, JSON text or bytes: right in shape, with references that lead somewhere and values that can be.
 * Throws one {@link InputError} with every issue.
 */
export const readDemand = (input: unknown): Demand => readDocument(input, demandSchema as () => Shape, judgeDemand);
