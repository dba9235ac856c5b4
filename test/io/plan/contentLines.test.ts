import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentLines, escapeText } from "../../../src/io/plan/contentLines.ts";

const lines = (text: string): string[] => text.split("\r\n").slice(0, -1);

describe("Content lines", () => {
  test("of 75 octets stay whole, of 76 are folded", () => {
    expect(contentLines([["SUMMARY", "a".repeat(67)]])).toBe(`SUMMARY:${"a".repeat(67)}\r\n`);
    expect(lines(contentLines([["SUMMARY", "a".repeat(68)]]))).toEqual([`SUMMARY:${"a".repeat(67)}`, " a"]);
  });

  test.each(["å", "ä", "ö", "–", "🚲"])("never cut %s in two: it goes to the next line whole", (letter) => {
    const [first, second] = lines(contentLines([["SUMMARY", `${"a".repeat(66)}${letter}b`]]));
    expect(first).toBe(`SUMMARY:${"a".repeat(66)}`);
    expect(second).toBe(` ${letter}b`);
  });

  test("give back any text, each line at most 75 octets", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "å", "–", "🚲", " "), minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(text, (value) => {
        const written = contentLines([["X-A", value]]);
        for (const line of lines(written)) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(new TextDecoder().decode(new TextEncoder().encode(written))).toBe(written);
        expect(written.replaceAll("\r\n ", "")).toBe(`X-A:${value}\r\n`);
      }),
      { seed: 5 },
    );
  });

  test("leave out what has no value", () => {
    expect(contentLines([["A", ""], ["B", undefined], ["C", "c"]])).toBe("C:c\r\n");
  });

  test("escape what has a meaning, and hold no control characters", () => {
    expect(escapeText('a,b;c\\d\ne\r\nf\rg"h:i\u0007\tj')).toBe('a\\,b\\;c\\\\d\\ne\\nf\\ng"h:i  j');
  });
});
