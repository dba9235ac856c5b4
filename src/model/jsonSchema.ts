/** The published JSON Schema of the documents. */
import type { TSchema } from "@sinclair/typebox";
import { caseSchema } from "./schema/caseSchema.ts";
import { demandSchema } from "./schema/demandSchema.ts";
import { planSchema } from "./schema/planSchema.ts";
import { scoreSchema } from "./schema/scoreSchema.ts";

/** The documents that have a schema. */
export type DocumentKind = "case" | "demand" | "plan" | "score";

const schemas: Readonly<Record<DocumentKind, () => TSchema>> = {
  case: caseSchema,
  demand: demandSchema,
  plan: planSchema,
  score: scoreSchema,
};

/**
 * JSON Schema (draft 07) of a document, as a fresh plain object. It says everything about the shape; `id`, `clock-time`,
 * `local-date-time` and `time-zone` are formats of this library, and references between parts are beyond JSON Schema.
 */
export function jsonSchema(kind: DocumentKind): Record<string, unknown> {
  const schema: Record<string, unknown> = JSON.parse(JSON.stringify(schemas[kind]()));
  return { $schema: "http://json-schema.org/draft-07/schema#", title: kind, ...schema };
}
