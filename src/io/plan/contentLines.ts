/** Lines of iCalendar (RFC 5545, section 3.1): escaped, folded, ended by CRLF. */

/** Octets of a line without its end. */
const MOST_OCTETS = 75;

/** A property; a value of undefined or no text leaves it out. */
export type Property = readonly [name: string, value: string | undefined];

/** Lines as one text. Values are taken as they are: escape those of type TEXT by {@link escapeText}. O(length). */
export const contentLines = (properties: readonly Property[]): string =>
  properties.map(([name, value]) => (value === undefined || value === "" ? "" : `${folded(`${name}:${value}`)}\r\n`)).join("");

/** A value of type TEXT (section 3.3.11). Control characters, which it may not hold, become spaces. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");

/** Cut into lines of at most 75 octets of UTF-8, never inside a character; a line that goes on begins with a space, which counts. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) as number);
    if (octets + size > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

const octetsOf = (codePoint: number): number => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);
