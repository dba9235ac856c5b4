/** Reading a Case. */
import type { InputError } from "../errors.ts";
import type { Case } from "./case.ts";
import { judgeCase } from "./caseRules/judgeCase.ts";
import { readDocument } from "./readDocument.ts";
import { caseSchema } from "./schema/caseSchema.ts";
import type { Shape } from "./schema/shape.ts";

/**
 * A Case from parsed values, JSON text or bytes: right in shape, with references that lead somewhere and values that can be.
 * Throws one {@link InputError} with every issue.
 */
export const readCase = (input: unknown): Case => readDocument(input, caseSchema as () => Shape, judgeCase);
