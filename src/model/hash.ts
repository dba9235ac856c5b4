/** One name for equal data: canonical JSON and its hash. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * JSON with keys in code-unit order, no white space and `undefined` members left out (RFC 8785 for the values plain
 * data can hold). Throws TypeError on a number that is not finite.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON form; use a finite number.`);
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, v]) => v !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

const known = new WeakMap<object, string>();

/** SHA-256 of the canonical JSON, hex, remembered per object: never change data after it was hashed. */
export function hashOf(value: object): string {
  let hash = known.get(value);
  if (hash === undefined) {
    hash = bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
    known.set(value, hash);
  }
  return hash;
}
