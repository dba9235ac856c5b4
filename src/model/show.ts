/** Values as they appear in messages: short, whatever was in the file. */

/** Characters of a text that a message quotes. */
const MOST_CHARACTERS = 60;

/** A value in at most about 60 characters. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value));
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The text, cut where it is too long for a message. */
export const shorten = (text: string): string => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text);

/** `"a", "b" or "c"`, each shown. */
export function showChoices(values: readonly unknown[], lastWord: "or" | "and" = "or"): string {
  const shown = values.map(show);
  const last = shown.pop();
  return shown.length === 0 ? (last ?? "nothing") : `${shown.join(", ")} ${lastWord} ${last}`;
}
