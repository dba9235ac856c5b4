/** Every field that a schema knows, as `needs[].often.times`. */
import type { Shape } from "../../../src/model/schema/shape.ts";

/** Fields in the order of the schema; lists of plain values, tuples and maps are one field each, constants of one value none. */
export function fieldsOf(shape: Shape, path = ""): string[] {
  if (shape.anyOf !== undefined) return ofUnion(shape.anyOf, path);
  if (shape.properties !== undefined)
    return Object.entries(shape.properties).flatMap(([key, inner]) => fieldsOf(inner, path === "" ? key : `${path}.${key}`));
  const items = shape.items;
  if (items !== undefined && !Array.isArray(items) && (items as Shape).properties !== undefined)
    return fieldsOf(items as Shape, `${path}[]`);
  return shape.const === undefined ? [path] : [];
}

/** Which member of a union it is, is a field; so are the fields of those that are objects, but what tells them apart. */
const ofUnion = (members: readonly Shape[], path: string): string[] => [
  ...new Set([
    path,
    ...members
      .flatMap((one) => (one.anyOf === undefined ? [one] : one.anyOf))
      .filter(({ properties }) => properties !== undefined)
      .flatMap((one) => fieldsOf(one, path)),
  ]),
];
