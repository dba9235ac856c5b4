/** Walking JSON of unknown shape: every reading gives a usable value, and what was wrong goes into the issues. */
import { Issues, shown } from "./issues.ts";
import { refuseLongText, refuseTangledJson } from "./text.ts";

/** One value of a JSON document together with where it stands. */
export interface Node {
  readonly value: unknown;
  readonly issues: Issues;
  readonly parent?: Node;
  readonly key?: string | number;
}

/**
 * The root of a document: JSON text, or data already parsed.
 * @throws InputError `not-json` if the text is not JSON, `too-large` if it is far from any instance.
 */
export function rootOf(input: unknown): Node {
  const issues = new Issues();
  if (typeof input !== "string") return { value: input, issues };
  refuseLongText(input);
  refuseTangledJson(input);
  try {
    return { value: JSON.parse(input.startsWith("\uFEFF") ? input.slice(1) : input), issues };
  } catch (error) {
    const empty = input.trim() === "";
    issues.add(
      "not-json",
      () => [],
      empty ? "The file is empty." : `The file is not JSON: ${reasonOf(error)}.`,
      "Give the benchmark's JSON file, complete and in UTF-8.",
    );
    issues.throwIfAny();
    throw error;
  }
}

/** Keys and indices from the root. */
export function pathOf(node: Node): (string | number)[] {
  const path: (string | number)[] = [];
  for (let n: Node | undefined = node; n?.key !== undefined; n = n.parent) path.unshift(n.key);
  return path;
}

export function complain(node: Node, code: string, message: string | (() => string), fix: string): void {
  node.issues.add(code, () => pathOf(node), message, fix);
}

/** The member of the first name that is there; else an absent one under the first name. */
export function field(node: Node, ...names: readonly [string, ...string[]]): Node {
  const object = typeof node.value === "object" && node.value !== null ? (node.value as Readonly<Record<string, unknown>>) : {};
  const key = names.find((name) => Object.hasOwn(object, name)) ?? names[0];
  return { value: Object.hasOwn(object, key) ? object[key] : undefined, issues: node.issues, parent: node, key };
}

export const isAbsent = (node: Node): boolean => node.value === undefined || node.value === null;

/** The elements of a list; none, with an issue, if it is not one. */
export function elements(node: Node): Node[] {
  if (Array.isArray(node.value)) return node.value.map((value: unknown, key) => ({ value, issues: node.issues, parent: node, key }));
  complain(node, isAbsent(node) ? "missing" : "wrong-type", () => `${shown(node.value)} is not a list.`, "Give a list.");
  return [];
}

/** True for an object; else false, with an issue. */
export function isObject(node: Node): boolean {
  if (typeof node.value === "object" && node.value !== null && !Array.isArray(node.value)) return true;
  complain(node, isAbsent(node) ? "missing" : "wrong-type", () => `${shown(node.value)} is not an object.`, "Give an object.");
  return false;
}

/** A finite number of at least `least`; 0, with an issue, if it is not one. */
export function numberIn(node: Node, least = Number.NEGATIVE_INFINITY): number {
  const { value } = node;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    complain(node, isAbsent(node) ? "missing" : "wrong-type", () => `${shown(value)} is not a number.`, "Give a finite number.");
    return 0;
  }
  if (value < least) complain(node, "out-of-range", () => `${value} is below ${least}.`, `Give at least ${least}.`);
  if (Math.abs(value) > LARGEST) complain(node, "out-of-range", () => `${value} is beyond ${LARGEST}.`, "Give minutes.");
  return value;
}

/** Largest number that is still exact in the finest ticks. */
const LARGEST = 1e9;

/** A name; empty, with an issue, if it is not one. Names that every object inherits are refused. */
export function idIn(node: Node): string {
  const { value } = node;
  if (typeof value !== "string" || value === "") {
    complain(node, isAbsent(node) ? "missing" : "wrong-type", () => `${shown(value)} is not a name.`, "Give a text that is not empty.");
    return "";
  }
  if (value in Object.prototype) complain(node, "reserved-name", () => `${shown(value)} cannot be a name.`, "Rename it.");
  return value;
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return shown(message.replace(/[\p{Cc}\ufffd]+/gu, " ")).slice(1, -1);
}
