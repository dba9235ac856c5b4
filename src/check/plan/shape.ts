/** Is it a Plan at all? Wrong values are issues; wrong types are a mistake of the caller. */
import { UsageError } from "../../errors.ts";

/**
 * Throws {@link UsageError}, naming place and value, unless `plan` has the shape of a Plan: objects, lists, strings and
 * numbers where the type says so. NaN and unknown names pass: those are for the judge. O(tasks).
 */
export function assertPlanShape(plan: unknown): void {
  const root = object(plan, "plan");
  string(root, "demandHash", "plan");
  list(root, "shifts", "plan").forEach((entry, s) => {
    const path = `plan.shifts[${s}]`;
    const shift = object(entry, path);
    string(shift, "shift", path);
    for (const key of ["option", "begin", "end"]) number(shift, key, path);
    list(shift, "tasks", path).forEach((item, t) => {
      const taskPath = `${path}.tasks[${t}]`;
      const task = object(item, taskPath);
      string(task, "id", taskPath);
      for (const key of ["slot", "start", "end"]) number(task, key, taskPath);
      if (task["at"] !== undefined) number(task, "at", taskPath);
    });
  });
  list(root, "unserved", "plan").forEach((id, i) => {
    if (typeof id !== "string") broken(`plan.unserved[${i}]`, "a string", id);
  });
}

type Fields = Readonly<Record<string, unknown>>;

function object(value: unknown, path: string): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : broken(path, "an object", value);
}

function list(fields: Fields, key: string, path: string): readonly unknown[] {
  const value = fields[key];
  return Array.isArray(value) ? value : broken(`${path}.${key}`, "a list", value);
}

function string(fields: Fields, key: string, path: string): void {
  if (typeof fields[key] !== "string") broken(`${path}.${key}`, "a string", fields[key]);
}

function number(fields: Fields, key: string, path: string): void {
  if (typeof fields[key] !== "number") broken(`${path}.${key}`, "a number", fields[key]);
}

function broken(path: string, wanted: string, value: unknown): never {
  throw new UsageError(`${path} must be ${wanted}, not ${value === null ? "null" : typeof value}.`);
}
