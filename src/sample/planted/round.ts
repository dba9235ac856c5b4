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

// Prices of this heuristic, which describe no town: they only make rounds full.

/** Price of a minute between the piece and the nearest one, in minutes of travel: rounds should have no holes. */
export const WAITED = 0.4;
/** Price of a minute that makes the shift end later. */
export const LONGER = 0.5;

/**
 * Minutes on the way and when one is back; undefined if somebody would be late. O(pieces).
 */
export function walked(frame: Frame, pieces: readonly Piece[]): Pick<Round, "travelMinutes" | "isBack"> | undefined {
  let at = frame.base;
  let now = frame.begin;
  let travelMinutes = 0;
  for (const [i, piece] of pieces.entries()) {
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

/**
 * What one more piece adds to a round, in minutes, and where it comes; undefined if it does not fit. Times are fixed, so that only the way
 * from the place before and the way to the one after change. O(pieces).
 */
export function priceOf(frame: Frame, { pieces, isBack }: Round, piece: Piece): { readonly nth: number; readonly cost: number } | undefined {
  let nth = 0;
  while (nth < pieces.length && (pieces[nth] as Piece).start < piece.start) nth++;
  const before = pieces[nth - 1];
  const after = pieces[nth];
  if ((before !== undefined && before.end > piece.start) || (after !== undefined && piece.end > after.start)) return undefined;
  const from = placeBefore(frame, pieces, nth);
  const place = piece.place ?? from;
  const there = frame.travel(from, place);
  const free = before?.end ?? frame.begin;
  if (piece.start < free + there + (nth === 0 || place !== from ? piece.entryMinutes : 0)) return undefined;
  let next = nth;
  while (next < pieces.length && (pieces[next] as Piece).place === undefined) next++;
  const left = next === nth ? piece.end : (pieces[next - 1] as Piece).end;
  const following = pieces[next];
  const to = following?.place ?? frame.base;
  const onward = frame.travel(place, to);
  if (following !== undefined && following.start < left + onward + (to !== place ? following.entryMinutes : 0)) return undefined;
  if (following === undefined && left + onward > frame.back) return undefined;
  const waited = Math.min(piece.start - free, after === undefined ? Infinity : after.start - piece.end);
  const longer = following === undefined ? Math.max(0, left + onward - Math.max(isBack, frame.soonBack)) : 0;
  return { nth, cost: there + onward - frame.travel(from, to) + WAITED * waited + LONGER * longer };
}

/** Where one is when piece number `nth` is to come. */
function placeBefore({ base }: Frame, pieces: readonly Piece[], nth: number): number {
  for (let i = nth - 1; i >= 0; i--) {
    const place = (pieces[i] as Piece).place;
    if (place !== undefined) return place;
  }
  return base;
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
