/** From bytes or text to plain values, without ever hanging on what is not a document. */
import type { IssueList } from "./issueList.ts";
import { show } from "./show.ts";

/** Documents here are never deeper than about ten. Deeper text is refused before a parser could run out of memory on it. */
const DEEPEST = 64;
/** Text that engines can hold in one string. */
const MOST_BYTES = 2 ** 29 - 25;

/** The value that the input holds: JSON text and bytes (UTF-8, byte order mark or not) are parsed, all else is the value itself. */
export function parse(input: unknown, issues: IssueList): unknown {
  if (typeof input === "string") return parseText(input, issues);
  if (!ArrayBuffer.isView(input)) return input;
  const text = decode(new Uint8Array(input.buffer, input.byteOffset, input.byteLength), issues);
  return text === undefined ? undefined : parseText(text, issues);
}

function decode(bytes: Uint8Array, issues: IssueList): string | undefined {
  if (bytes.length > MOST_BYTES) {
    issues.add("too-large", [], () => [`The file has ${bytes.length} bytes.`, `Split it; at most ${MOST_BYTES} bytes can be read.`]);
    return undefined;
  }
  const start = bytes.subarray(0, 4);
  const hex = [...start].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff) || start.includes(0);
  try {
    if (!wide) return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // told below
  }
  issues.add("wrong-encoding", [], () => [
    `The file is not UTF-8 text: it ${wide ? "looks like UTF-16 or binary data and " : ""}begins with the bytes ${hex}.`,
    "Save it as UTF-8.",
  ]);
  return undefined;
}

function parseText(source: string, issues: IssueList): unknown {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const begin = text.search(/[^ \t\r\n]/);
  if (begin < 0) {
    issues.add("empty-file", [], () => ["The file is empty.", "Give one JSON object."]);
    return undefined;
  }
  if (text[begin] !== "{") {
    issues.add("not-a-document", [], () => [
      `The text begins with ${show(text.slice(begin, begin + 20))}.`,
      'Give one JSON object: it begins with "{".',
    ]);
    return undefined;
  }
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    issues.add("too-deep", [], () => [
      `From character ${deep} on, the text nests more than ${DEEPEST} deep.`,
      "Give a document of this library.",
    ]);
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    issues.add("not-json", [], () => [
      `The text is not JSON: ${(error as Error).message}.`,
      "Write the file again; it may have been cut off.",
    ]);
    return undefined;
  }
}

/** Index of the first bracket that is too deep, or -1. One pass that skips quoted text. */
function tooDeepAt(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 91 || c === 123) {
      if (++depth > DEEPEST) return i;
    } else if (c === 93 || c === 125) depth--;
  }
  return -1;
}
