/** Numbers of things, in English. */

/** "1 visit", "2 visits". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
