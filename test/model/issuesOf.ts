import { InputError, type Issue } from "../../src/errors.ts";

/** What reading reports; nothing where it succeeds. */
export function issuesOf(read: () => unknown): readonly Issue[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
}

/** Like T, all the way down, but writable: for breaking a valid document in one place. */
export type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };
