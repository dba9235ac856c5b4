import { expect, test } from "vitest";
import { jsonSchema } from "../../src/model/jsonSchema.ts";

test.each(["case", "demand", "plan", "score"] as const)("the schema of a %s is plain JSON Schema that allows no other keys", (kind) => {
  const schema = jsonSchema(kind);
  expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  expect(schema["title"]).toBe(kind);
  expect(schema["type"]).toBe("object");
  expect(structuredClone(schema)).toEqual(schema);
  const open = JSON.stringify(schema).match(/\{"(?:additionalProperties":false,")?type":"object","(?:required|properties)/g) ?? [];
  expect(open.length).toBeGreaterThan(0);
  expect(open.filter((text) => !text.includes("additionalProperties"))).toEqual([]);
});

test("every curve of a schema says what its x is in", () => {
  const curves = (["case", "demand"] as const).flatMap((kind) => JSON.stringify(jsonSchema(kind)).match(/\{[^{]*"properties":\{"points"/g) ?? []);
  const units = curves.map((text) => / x is in ([^.]+)\./.exec(text)?.[1]);
  expect(new Set(units)).toEqual(
    new Set(["minutes", "ticks", "the unit of the term", "what the quantity counts: ticks, or members", "what the relation counts: ticks, days, workers, tasks or pairs"]),
  );
});

test("a schema that a caller changes does not change what is read", () => {
  jsonSchema("plan")["required"] = [];
  expect(jsonSchema("plan")["required"]).toEqual(["version", "demandHash", "shifts", "unserved", "origin"]);
});
