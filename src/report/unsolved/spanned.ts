/** Texts that differ by their numbers alone, told once. */

const NUMBER = /\d+/g;

/** Texts with the same of this differ by their numbers alone. */
export const withoutNumbers = (text: string): string => text.replace(NUMBER, "#");

/** "After that 163–165 visits" from "After that 165 visits" and "After that 163 visits". All must be alike without numbers; at least one. */
export function spanned([first = "", ...more]: readonly string[]): string {
  const columns = [first, ...more].map((text) => (text.match(NUMBER) ?? []).map(Number));
  let at = 0;
  return first.replace(NUMBER, (own) => {
    const all = columns.map((numbers) => numbers[at] ?? Number(own));
    at++;
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return least === most ? own : `${least}–${most}`;
  });
}
