/** Shapes in words. */
import { show } from "../show.ts";
import { FORMATS } from "./formats.ts";
import type { Shape } from "./shape.ts";

/** What belongs here: `a whole number`, `"care", "break" or null`. */
export function expected(shape: Shape): string {
  const choices = [...new Set(alternatives(shape).map(describe))];
  const last = choices.pop();
  return choices.length === 0 ? (last ?? "nothing") : `${choices.join(", ")} or ${last}`;
}

/** The shape itself, or the members of a union of unions. */
export const alternatives = (shape: Shape): readonly Shape[] => shape.anyOf?.flatMap(alternatives) ?? [shape];

function describe(shape: Shape): string {
  if (shape.const !== undefined) return show(shape.const);
  switch (shape.type) {
    case "object":
      return "an object";
    case "array":
      return Array.isArray(shape.items) ? `a list of exactly ${shape.items.length}` : "a list";
    case "integer":
      return "a whole number";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "string":
      return shape.format === undefined ? "a text" : FORMATS[shape.format].expected;
    default:
      return "null";
  }
}
