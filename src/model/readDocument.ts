/** What the readers share: parse, hold against the schema, then against the rules. */
import { IssueList } from "./issueList.ts";
import { parse } from "./parse.ts";
import { check } from "./schema/check.ts";
import type { Shape } from "./schema/shape.ts";

/**
 * The document, as given or as parsed; nothing is copied. Throws one {@link InputError} with every issue. The rules are only asked once
 * the shape is right (keys too many do not matter), since they would stumble over a text where a list belongs.
 */
export function readDocument<T>(input: unknown, schema: () => Shape, judge: (document: T, issues: IssueList) => void): T {
  const issues = new IssueList();
  const value = parse(input, issues);
  issues.throwIfAny();
  check(schema(), value, [], issues);
  if (issues.only("unknown-key")) judge(value as T, issues);
  issues.throwIfAny();
  return value as T;
}

/** The same for what is there already; keys too many do not matter. O(size of the document). */
export function requireDocument<T>(document: T, schema: () => Shape, judge: (document: T, issues: IssueList) => void): void {
  const issues = new IssueList();
  check(schema(), document, [], issues);
  if (!issues.only("unknown-key")) issues.throwIfAny();
  const found = new IssueList();
  judge(document, found);
  found.throwIfAny();
}
