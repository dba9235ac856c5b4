/** Work that is done in pieces: between two of them a caller may look in, draw breath or leave. */
export type Pieces = Generator<undefined, void, undefined>;

/** Does all that is left at once. */
export function doAll(pieces: Pieces): void {
  while (pieces.next().done !== true);
}
