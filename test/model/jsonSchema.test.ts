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

test("a schema that a caller changes does not change what is read", () => {
  jsonSchema("plan")["required"] = [];
  expect(jsonSchema("plan")["required"]).toEqual(["version", "demandHash", "shifts", "unserved", "origin"]);
});
