/** Refusing early what no parser should be given. */
import { Issues } from "./issues.ts";

/** The largest public instance has 1.3 million characters, a matrix of 400 rows in it. */
const MOST_CHARACTERS = 16_000_000;
const MOST_LISTS_AND_OBJECTS = 1_500_000;
const DEEPEST = 100;

/** @throws InputError `too-large` for a text that is longer than any instance by far. */
export function refuseLongText(text: string): void {
  if (text.length > MOST_CHARACTERS) refuse(`The file has ${text.length} characters; at most ${MOST_CHARACTERS} are read.`);
}

/**
 * Parsing JSON takes time per list and object rather than per character; counting them first does not. O(text).
 * @throws InputError `too-large` for too many of them, or too many in each other.
 */
export function refuseTangledJson(text: string): void {
  let [depth, count] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      for (i++; i < text.length && text.charCodeAt(i) !== QUOTE; i++) if (text.charCodeAt(i) === BACKSLASH) i++;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > DEEPEST) refuse(`Lists or objects stand in each other deeper than ${DEEPEST}.`);
      if (++count > MOST_LISTS_AND_OBJECTS) refuse(`The file has more than ${MOST_LISTS_AND_OBJECTS} lists and objects.`);
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

function refuse(message: string): never {
  const issues = new Issues();
  issues.add("too-large", () => [], message, "Give one instance or one solution of a benchmark.");
  issues.throwIfAny();
  throw new Error("unreachable");
}
