/** Numbers and texts held against their schema. */
import type { IssueList, Path } from "../issueList.ts";
import { show } from "../show.ts";
import { FORMATS } from "./formats.ts";
import type { Shape } from "./shape.ts";

/** At most one issue per number. */
export function checkNumber(shape: Shape, value: number, path: Path, issues: IssueList): void {
  if (!Number.isFinite(value)) {
    issues.add("not-finite", path, () => [`${value} is not a finite number.`, "Write a number; leave the key out where it is open."]);
  } else if (shape.type === "integer" && !Number.isInteger(value)) {
    issues.add("not-whole", path, () => [`${value} is not a whole number.`, `Round it, for example to ${Math.round(value)}.`]);
  } else if (shape.type === "integer" && !Number.isSafeInteger(value)) {
    issues.add("not-safe", path, () => [`${value} is too large to be exact.`, "Write a whole number between -(2^53 - 1) and 2^53 - 1."]);
  } else if (shape.minimum !== undefined && value < shape.minimum) {
    issues.add("out-of-range", path, () => [`${value} is below ${shape.minimum}.`, `Write at least ${shape.minimum}.`]);
  } else if (shape.exclusiveMinimum !== undefined && value <= shape.exclusiveMinimum) {
    issues.add("out-of-range", path, () => [
      `${value} is not above ${shape.exclusiveMinimum}.`,
      `Write more than ${shape.exclusiveMinimum}.`,
    ]);
  } else if (shape.maximum !== undefined && value > shape.maximum) {
    issues.add("out-of-range", path, () => [`${value} is above ${shape.maximum}.`, `Write at most ${shape.maximum}.`]);
  }
}

/** Texts are judged by their format, if they have one. */
export function checkText(shape: Shape, value: string, path: Path, issues: IssueList): void {
  if (shape.format === undefined) return;
  const format = FORMATS[shape.format];
  if (!format.matches(value)) issues.add(format.code, path, () => [`${show(value)} is not ${format.expected}.`, format.fix]);
}
