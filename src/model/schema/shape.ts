/** The part of JSON Schema that the schemas here use. */
import type { Format } from "./formats.ts";

export interface Shape {
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
  readonly const?: string | number | boolean;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** Of a map by name: one pattern, which every key matches. */
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  /** Of a list: the shape of all; of a tuple: of each. */
  readonly items?: Shape | readonly Shape[];
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: Format;
}

/** An object such as JSON has, and not a Date or a Map. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The object's own value, never one that all objects inherit. */
export const ownValue = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? (object as Readonly<Record<string, unknown>>)[key] : undefined;

/** Is the value meant for this member of a union? Its content may still be wrong. */
export function isMeantFor(member: Shape, value: unknown): boolean {
  if (member.anyOf !== undefined) return member.anyOf.some((inner) => isMeantFor(inner, value));
  if (member.const !== undefined) return member.const === value;
  return isOfKind(member, value) && (!isPlainObject(value) || tagsOf(member).every(([key, tag]) => ownValue(value, key) === tag.const));
}

/** Is the value of the JSON type? */
export function isOfKind(shape: Shape, value: unknown): boolean {
  if (shape.type === "object") return isPlainObject(value);
  if (shape.type === "array") return Array.isArray(value);
  if (shape.type === "null") return value === null;
  return typeof value === (shape.type === "integer" ? "number" : shape.type);
}

/** The keys by which the members of a union are told apart, such as `kind: "gap"`: required, with one possible value. */
export const tagsOf = (shape: Shape): readonly (readonly [string, Shape])[] =>
  Object.entries(shape.properties ?? {}).filter(([key, property]) => property.const !== undefined && shape.required?.includes(key));
