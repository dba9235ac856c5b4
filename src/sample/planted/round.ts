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
  readonly needsDelegation?: boolean;
  /** Is it due on the day after the shift's date? */
  readonly isNextDay?: boolean;
}

export interface Round {
  readonly pieces: readonly Piece[];
  /** Minutes on the way. */
  readonly travelMinutes: number;
  /** When one is back at the base. */
  readonly isBack: number;
  /** Has it any visits? */
  readonly isUsed: boolean;
}

/** What holds for all rounds of one line. */
export interface Frame {
  readonly begin: number;
  /** Until then being back later costs nothing, since the shift does not end before. */
  readonly soonBack: number;
  /** When one must be back at the base, for what is left to do there. */
  readonly back: number;
  readonly base: number;
  /** Whole minutes, rounded up. */
  readonly travel: (from: number, to: number) => number;
}

/** Price of a minute between the piece and the nearest one, in minutes of travel: rounds should have no holes. */
const WAITED = 0.4;
/** Price of a minute that makes the shift end later. */
const LONGER = 0.5;

/**
 * Minutes on the way and when one is back; undefined if somebody would be late. `more`: a piece that comes at index `nth` besides.
 * O(pieces).
 */
export function walked(frame: Frame, pieces: readonly Piece[], more?: Piece, nth = -1): Pick<Round, "travelMinutes" | "isBack"> | undefined {
  let at = frame.base;
  let now = frame.begin;
  let travelMinutes = 0;
  const count = pieces.length + (more === undefined ? 0 : 1);
  for (let i = 0; i < count; i++) {
    const piece = (more !== undefined && i === nth ? more : pieces[more !== undefined && i > nth ? i - 1 : i]) as Piece;
    const place = piece.place ?? at;
    const way = at === place ? 0 : frame.travel(at, place);
    now += way + (i === 0 || place !== at ? piece.entryMinutes : 0);
    if (piece.start < now) return undefined;
    travelMinutes += way;
    now = piece.end;
    at = place;
  }
  const home = frame.travel(at, frame.base);
  return now + home <= frame.back ? { travelMinutes: travelMinutes + home, isBack: now + home } : undefined;
}

/** What one more piece adds to a round, in minutes, and where it comes; undefined if it does not fit. O(pieces). */
export function priceOf(frame: Frame, { pieces, travelMinutes, isBack }: Round, piece: Piece): { readonly nth: number; readonly cost: number } | undefined {
  let nth = 0;
  while (nth < pieces.length && (pieces[nth] as Piece).start < piece.start) nth++;
  const before = pieces[nth - 1];
  const after = pieces[nth];
  if ((before !== undefined && before.end > piece.start) || (after !== undefined && piece.end > after.start)) return undefined;
  const way = walked(frame, pieces, piece, nth);
  if (way === undefined) return undefined;
  const waited = Math.min(piece.start - (before?.end ?? frame.begin), after === undefined ? Infinity : after.start - piece.end);
  const longer = Math.max(0, way.isBack - Math.max(isBack, frame.soonBack));
  return { nth, cost: way.travelMinutes - travelMinutes + WAITED * waited + LONGER * longer };
}

/** The round with one more piece; undefined if it does not fit. */
export function inserted(frame: Frame, round: Round, piece: Piece): Round | undefined {
  const price = priceOf(frame, round, piece);
  return price && roundOf(frame, [...round.pieces.slice(0, price.nth), piece, ...round.pieces.slice(price.nth)]);
}

/** The round of these pieces, which are in order; undefined if somebody would be late. */
export function roundOf(frame: Frame, pieces: readonly Piece[]): Round | undefined {
  const way = walked(frame, pieces);
  return way && { pieces, ...way, isUsed: pieces.some(({ kind }) => kind === "visit" || kind === "second") };
}
