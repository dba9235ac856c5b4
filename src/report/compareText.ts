/** By code units, the same in every engine; å, ä and ö come last. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
