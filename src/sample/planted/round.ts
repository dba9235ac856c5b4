/** One person's round from begin to end, in minutes since midnight of its day, and what a further piece of work would cost it. */
import type { Id } from "../../units.ts";

/** Work at a fixed time. Invariant of a round: pieces in order, each begins after the way there. */
export interface Piece {
  /** Need, break or duty. */
  readonly id: Id;
  readonly kind: "visit" | "second" | "break" | "duty" | "contact";
  readonly start: number;
  readonly end: number;
  /** Index of the place; undefined: wherever one is. */
  readonly place?: number;
  /** Minutes from the door in. */
  readonly entryMinutes: number;
}

export interface Round {
  readonly pieces: readonly Piece[];
  /** Minutes on the way. */
  readonly travelMinutes: number;
}

/** What holds for all rounds of one line. */
export interface Frame {
  readonly begin: number;
  /** When one must be back at the base, for what is left to do there. */
  readonly back: number;
  readonly base: number;
  /** Whole minutes, rounded up. */
  readonly travel: (from: number, to: number) => number;
}

/** Price of a minute that is waited before the piece, in minutes of travel: rounds should have no holes. */
const WAITED = 0.4;

/** Minutes on the way; undefined if somebody would be late. O(pieces). */
export function walked({ begin, back, base, travel }: Frame, pieces: readonly Piece[]): number | undefined {
  let at = base;
  let now = begin;
  let sum = 0;
  for (const [i, { start, end, place = at, entryMinutes }] of pieces.entries()) {
    const way = travel(at, place);
    now += way + (i === 0 || place !== at ? entryMinutes : 0);
    if (start < now) return undefined;
    sum += way;
    now = end;
    at = place;
  }
  const home = travel(at, base);
  return now + home <= back ? sum + home : undefined;
}

/** The round with one more piece, and the minutes it adds; undefined if it does not fit. */
export function inserted(frame: Frame, round: Round, piece: Piece): { readonly round: Round; readonly cost: number } | undefined {
  const { pieces } = round;
  let i = 0;
  while (i < pieces.length && (pieces[i] as Piece).start < piece.start) i++;
  const before = pieces[i - 1];
  const after = pieces[i];
  if (before !== undefined && before.end > piece.start) return undefined;
  if (after !== undefined && piece.end > after.start) return undefined;
  const more = [...pieces.slice(0, i), piece, ...pieces.slice(i)];
  const travelMinutes = walked(frame, more);
  if (travelMinutes === undefined) return undefined;
  const waited = piece.start - (before?.end ?? frame.begin);
  return { round: { pieces: more, travelMinutes }, cost: travelMinutes - round.travelMinutes + WAITED * waited };
}
