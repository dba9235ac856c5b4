import { expect, test } from "vitest";
import { formatIssue, formatPath, InputError, type Issue, isInputError, MAX_LISTED_ISSUES, UsageError } from "../src/errors.ts";

const issue = (code: string, ...path: (string | number)[]): Issue => ({ code, path, message: "It is wrong.", fix: "Mend it." });

test.each([
  [[], "(root)"],
  [["staff", 3, "shifts", 0, "to"], "staff[3].shifts[0].to"],
  [[2, "id"], "[2].id"],
])("the path %j reads %s", (path, text) => {
  expect(formatPath(path)).toBe(text);
});

test("an issue is one line", () => {
  expect(formatIssue(issue("unknown-key", "tasks", 0))).toBe("unknown-key at tasks[0]: It is wrong. Mend it.");
});

test("an InputError tells how many issues there are, each of the first twenty, and counts each code", () => {
  const one = new InputError([issue("a", "x")]);
  expect(one.message).toBe("1 issue in the input:\na at x: It is wrong. Mend it.");
  const many = new InputError(Array.from({ length: 25 }, (_, i) => issue(i < 5 ? "a" : "b", i)));
  expect(many.message.split("\n")).toHaveLength(22);
  expect(many.message).toContain("… and 5 more; in all 5 a, 20 b.");
  expect(many.counts).toEqual({ a: 5, b: 20 });
});

test("beyond the most that are listed, issues are counted per code", () => {
  const error = new InputError(
    Array.from({ length: MAX_LISTED_ISSUES + 5 }, () => issue("a")),
    { a: 7000, b: 3 },
  );
  expect(error.issues).toHaveLength(MAX_LISTED_ISSUES);
  expect(error.counts).toEqual({ a: 7000, b: 3 });
  expect(error.message).toContain("7003 issues");
  expect(error.message).toContain("… and 6983 more; in all 7000 a, 3 b.");
});

test("an InputError is recognised whatever copy of the package made it", async () => {
  const path = "../src/errors.ts?another-copy";
  const copy = (await import(/* @vite-ignore */ path)) as typeof import("../src/errors.ts");
  const error = new copy.InputError([issue("a")]);
  expect(error).not.toBeInstanceOf(InputError);
  expect(isInputError(error)).toBe(true);
  expect(isInputError(new InputError([]))).toBe(true);
  for (const other of [new Error("x"), new UsageError("x"), null, undefined, "x", { name: "InputError" }])
    expect(isInputError(other)).toBe(false);
});

test("a caller's mistake is a TypeError", () => {
  expect(new UsageError("x")).toBeInstanceOf(TypeError);
});
