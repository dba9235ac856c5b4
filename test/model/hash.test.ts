import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, hashOf } from "../../src/model/hash.ts";

/** The same data with the keys of every object the other way round. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, inner]) => [key, reversed(inner)] as const)
            .reverse(),
        )
      : value;

const plainData = fc.dictionary(
  fc.string({ maxLength: 4 }).filter((key) => key !== "__proto__"),
  fc.jsonValue({ maxDepth: 3 }),
);

test("canonical JSON is JSON of the same data", () => {
  fc.assert(
    fc.property(plainData, (data) => {
      expect(JSON.parse(canonicalJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
    { seed: 1 },
  );
});

test("the order of keys changes neither canonical JSON nor the hash; another value changes both", () => {
  fc.assert(
    fc.property(plainData, (data) => {
      const other = reversed(data) as object;
      expect(canonicalJson(other)).toBe(canonicalJson(data));
      expect(hashOf(other)).toBe(hashOf(data));
      expect(hashOf({ ...data, "one more": 1 })).not.toBe(hashOf(data));
    }),
    { seed: 2 },
  );
});

test("the hash is SHA-256 of the canonical JSON in UTF-8", () => {
  const data = { b: [1, "å", null], a: { d: 1e21, c: -0 } };
  expect(canonicalJson(data)).toBe('{"a":{"c":0,"d":1e+21},"b":[1,"å",null]}');
  expect(hashOf(data)).toBe(createHash("sha256").update(canonicalJson(data), "utf8").digest("hex"));
  expect(hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

test("keys sort by code unit, and a hostile key is a key like others", () => {
  expect(canonicalJson({ "\ue000": 1, "\u{10000}": 2, B: 3, a: 4 })).toBe('{"B":3,"a":4,"\u{10000}":2,"\ue000":1}');
  expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
});

test("undefined members are left out, and undefined elements are null", () => {
  expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d has no canonical JSON", (value) => {
  expect(() => canonicalJson({ a: value })).toThrow(TypeError);
});
