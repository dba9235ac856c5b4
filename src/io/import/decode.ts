/** From bytes to text, whatever program wrote them. */

export interface Decoded {
  readonly text: string;
  /** Absent where text was given. */
  readonly encoding?: "UTF-8" | "UTF-16" | "Windows-1252";
}

/** UTF-8 and UTF-16 with or without a byte order mark; bytes that are not UTF-8 are Windows-1252, which every byte sequence is. */
export function decode(content: string | Uint8Array): Decoded {
  if (typeof content === "string") return { text: content.replace(/^\uFEFF/, "") };
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(content), encoding: "UTF-16" };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(content), encoding: "UTF-16" };
  if (isWide(content)) return { text: new TextDecoder("utf-16le").decode(content), encoding: "UTF-16" };
  try {
    // A file that is cut off may end within a letter, which does not make it another encoding.
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(content, { stream: true }), encoding: "UTF-8" };
  } catch {
    const text = new TextDecoder("windows-1252")
      .decode(content)
      .replace(/[\u0080-\u009f]/g, (sign) => UPPER[sign.charCodeAt(0) - 0x80] ?? sign);
    return { text, encoding: "Windows-1252" };
  }
}

/** UTF-16 without a mark: every second byte of Latin letters is 0. */
const isWide = (content: Uint8Array): boolean => {
  const start = content.subarray(0, 64);
  return start.length >= 8 && start.every((byte, i) => (byte === 0) === (i % 2 === 1));
};

/** Windows-1252 from 0x80 to 0x9f. Some engines decode these bytes as Latin-1, that is as control characters. */
const UPPER = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
