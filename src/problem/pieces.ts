/** Work that is done in pieces: between two of them a caller may look in, draw breath or leave. */
export type Pieces<Found = void> = Generator<undefined, Found, undefined>;

/** Does all that is left at once. */
export function doAll<Found>(pieces: Pieces<Found>): Found {
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}
