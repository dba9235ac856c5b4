/** Collecting everything that is wrong with a file before saying so. */
import { InputError, type Issue, MAX_LISTED_ISSUES } from "../../errors.ts";

/** Issues of one file. Beyond {@link MAX_LISTED_ISSUES} they are only counted, so a million bad elements cost no memory. */
export class Issues {
  readonly #listed: Issue[] = [];
  readonly #counts = new Map<string, number>();

  /** Path and message are made only if the issue is listed. */
  add(code: string, path: () => Issue["path"], message: string | (() => string), fix: string): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    if (this.#listed.length >= MAX_LISTED_ISSUES) return;
    this.#listed.push({ code, path: path(), message: typeof message === "string" ? message : message(), fix });
  }

  /** @throws InputError if anything was added. */
  throwIfAny(): void {
    if (this.#counts.size > 0) throw new InputError(this.#listed, Object.fromEntries(this.#counts));
  }
}

/** A short form of any value for a message. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
