/** Changes to one field of a Case. */
import type { Case } from "../../../src/model/case.ts";

/** Where: `needs[shower].gaps[0].minMinutes`; what stands in brackets is an id, a mode or an index. */
export type Path = string;

/** `needs[].gaps[].minMinutes`. */
export const fieldAt = (path: Path): string => path.replace(/\[[^\]]*\]/g, "[]");

type Node = Record<string, unknown>;

/** A copy with another value there; undefined takes the field away. Throws where the path leads nowhere, or nothing changes. */
export function withValue(town: Case, path: Path, value: unknown): Case {
  const copy = structuredClone(town);
  const keys = path.split(/[.[]/).map((key) => key.replace("]", ""));
  const last = keys.pop() as string;
  const node = keys.reduce<Node>((at, key) => step(at, key, path), copy as unknown as Node);
  if (JSON.stringify(node[last]) === JSON.stringify(value)) throw new Error(`${path} is ${JSON.stringify(value)} already.`);
  if (value === undefined) delete node[last];
  else node[last] = value;
  return copy;
}

function step(at: Node, key: string, path: Path): Node {
  const next = Array.isArray(at) ? (at.find((one: Node) => one["id"] === key || one["mode"] === key) ?? at[Number(key)]) : at[key];
  if (typeof next !== "object" || next === null) throw new Error(`${path} leads nowhere at ${key}.`);
  return next as Node;
}

/** What things of a list are called: a way to travel by its mode. */
export const keyOf = (list: Path): "id" | "mode" => (list === "travel" ? "mode" : "id");

/** A copy in which two of a list have each other's name, and nobody else has noticed. */
export function withSwappedNames(town: Case, list: Path, a: string, b: string): Case {
  const other = (one: unknown): unknown => (one === a ? b : one === b ? a : one);
  const copy = structuredClone(town);
  const keys = list.split(/[.[]/).map((key) => key.replace("]", ""));
  const nodes = keys.reduce<Node>((at, key) => step(at, key, list), copy as unknown as Node) as unknown as Node[];
  const name = keyOf(list);
  for (const node of nodes) node[name] = other(node[name]);
  return copy;
}

/** Everywhere in plain data: `a` for `b` and `b` for `a`, also as parts of other names. */
export const swappedIn = (text: string, a: string, b: string): string =>
  text
    .split(a)
    .map((part) => part.split(b).join(a))
    .join(b);

/** Everywhere in plain data: another name. */
export const renamed = <T>(data: T, from: string, to: string): T => JSON.parse(JSON.stringify(data).split(from).join(to)) as T;
