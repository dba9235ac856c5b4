/** Words as people mean them: case, accents, blanks and signs aside. */

/** `Önskad  tid*` and `onskad_tid` are both `onskad tid`. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
