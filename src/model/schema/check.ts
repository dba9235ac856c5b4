/**
 * Holds a value against a schema and lists everything that differs. The schemas are not recursive, so neither deep nor
 * cyclic data can exhaust the stack. O(size of the value); nothing is copied.
 */
import type { IssueList } from "../issueList.ts";
import { show, showChoices } from "../show.ts";
import { didYouMean } from "../suggest.ts";
import { checkNumber, checkText } from "./checkScalar.ts";
import { alternatives, expected } from "./expected.ts";
import { isMeantFor, isOfKind, isPlainObject, ownValue, type Shape, tagsOf } from "./shape.ts";

/** `path` is extended while walking and is the same again afterwards. */
export function check(shape: Shape, value: unknown, path: (string | number)[], issues: IssueList): void {
  if (shape.anyOf !== undefined) checkUnion(shape, value, path, issues);
  else if (shape.const !== undefined) {
    if (shape.const !== value) notInList(() => [shape.const], value, path, issues);
  } else if (!isOfKind(shape, value)) {
    issues.add("wrong-type", path, () => [`${show(value)} is not ${expected(shape)}.`, `Write ${expected(shape)}.`]);
  } else if (typeof value === "number") checkNumber(shape, value, path, issues);
  else if (typeof value === "string") checkText(shape, value, path, issues);
  else if (Array.isArray(value)) checkList(shape, value, path, issues);
  else if (isPlainObject(value)) {
    if (shape.patternProperties !== undefined) checkMap(shape.patternProperties, value, path, issues);
    else checkObject(shape, value, path, issues);
  }
}

function checkUnion(shape: Shape, value: unknown, path: (string | number)[], issues: IssueList): void {
  const branch = shape.anyOf?.find((candidate) => isMeantFor(candidate, value));
  if (branch !== undefined) check(branch, value, path, issues);
  else noneFits(shape, value, path, issues);
}

function noneFits(shape: Shape, value: unknown, path: (string | number)[], issues: IssueList): void {
  const tag = isPlainObject(value) ? alternatives(shape).flatMap(tagsOf)[0]?.[0] : undefined;
  if (tag !== undefined) {
    path.push(tag);
    notInList(() => alternatives(shape).map((member) => member.properties?.[tag]?.const), ownValue(value as object, tag), path, issues);
    path.pop();
  } else if (hasConstantLike(shape, value)) {
    notInList(() => alternatives(shape).map((member) => member.const ?? expected(member)), value, path, issues);
  } else {
    issues.add("wrong-type", path, () => [`${show(value)} is not ${expected(shape)}.`, `Write ${expected(shape)}.`]);
  }
}

/** Is one of the union's members a constant of the value's type? */
const hasConstantLike = (shape: Shape, value: unknown): boolean =>
  shape.anyOf?.some((member) => hasConstantLike(member, value)) ?? (shape.const !== undefined && typeof shape.const === typeof value);

function notInList(choicesOf: () => readonly unknown[], value: unknown, path: (string | number)[], issues: IssueList): void {
  issues.add("not-in-list", path, () => {
    const choices = choicesOf();
    const advice = `Write ${showChoices(choices)}.`;
    const words = choices.filter((choice) => typeof choice === "string");
    return [`${show(value)} is none of the values possible here.`, typeof value === "string" ? didYouMean(value, words, advice) : advice];
  });
}

function checkList(shape: Shape, list: readonly unknown[], path: (string | number)[], issues: IssueList): void {
  const items = shape.items;
  const tuple = Array.isArray(items) ? (items as readonly Shape[]) : undefined;
  if (tuple !== undefined && list.length !== tuple.length) {
    issues.add("wrong-length", path, () => [`The list has ${list.length} elements.`, `Give exactly ${tuple.length}.`]);
    return;
  }
  if (tuple === undefined && list.length < (shape.minItems ?? 0)) {
    issues.add("wrong-length", path, () => [`The list has ${list.length} elements.`, `Give at least ${shape.minItems}.`]);
  }
  const depth = path.length;
  for (let i = 0; i < list.length; i++) {
    path[depth] = i;
    check(tuple === undefined ? (items as Shape) : (tuple[i] as Shape), list[i], path, issues);
  }
  path.length = depth;
}

function checkObject(shape: Shape, object: Readonly<Record<string, unknown>>, path: (string | number)[], issues: IssueList): void {
  const properties = shape.properties ?? {};
  const depth = path.length;
  for (const key of Object.keys(object)) {
    const value = object[key];
    path[depth] = key;
    if (!Object.hasOwn(properties, key)) unknownKey(key, properties, path, issues);
    else if (value !== undefined) check(properties[key] as Shape, value, path, issues);
  }
  for (const key of shape.required ?? []) {
    if (ownValue(object, key) !== undefined) continue;
    path[depth] = key;
    issues.add("missing-key", path, () => [`${show(key)} is missing.`, `Add it: ${expected(properties[key] as Shape)}.`]);
  }
  path.length = depth;
}

function unknownKey(key: string, properties: Readonly<Record<string, Shape>>, path: (string | number)[], issues: IssueList): void {
  issues.add("unknown-key", path, () => {
    const known = Object.keys(properties);
    return [`${show(key)} is not a key here.`, didYouMean(key, known, `Remove it; known are ${known.join(", ")}.`)];
  });
}

function checkMap(
  patterns: Readonly<Record<string, Shape>>,
  map: Readonly<Record<string, unknown>>,
  path: (string | number)[],
  issues: IssueList,
): void {
  const value = Object.values(patterns)[0] as Shape;
  const depth = path.length;
  for (const key of Object.keys(map)) {
    path[depth] = key;
    checkText({ format: "id" }, key, path, issues);
    check(value, map[key], path, issues);
  }
  path.length = depth;
}
