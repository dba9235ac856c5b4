/** Lays the rounds of a team: opens positions where there is no room, then closes those that the others can do without. */
import { UsageError } from "../../errors.ts";
import type { Id } from "../../units.ts";
import type { Wish } from "../wishes.ts";
import type { Board, Position } from "./board.ts";
import type { Piece } from "./round.ts";
import { type Home, type Laid, type MayOpen, Placing } from "./placing.ts";

/** Positions whose work is laid anew together with that of one that is to be closed. */
const TRIED = 2;

/** Lays all wishes of a team on its board, the ones that are hard to place first. In the order of `wishes`. Throws {@link UsageError} where no shift can take one. */
export function layAll(board: Board, wishes: readonly Wish[], homeOf: (wish: Wish) => Home, stepMinutes: number): Laid[] {
  const laid = new Map<Id, Laid>();
  const lay = (wish: Wish, mayOpen: MayOpen): boolean => {
    const found = new Placing(board, wish, homeOf(wish), stepMinutes, laid).lay(mayOpen);
    if (found !== undefined) laid.set(wish.need.id, found);
    return found !== undefined;
  };
  const inOrder = [...wishes].sort(hardestFirst);
  const closes = (position: Position): boolean => {
    const others = byMinutes(board.positions).filter((other) => other !== position && other.group === position.group);
    return [[], ...others.slice(0, TRIED).map((other) => [other])].some((more) => moved([position, ...more].flatMap((one) => piecesOf(one)), board, inOrder, laid, lay, position));
  };
  for (const isDaily of [true, false]) {
    for (const wish of inOrder.filter(({ need }) => (need.often.per === "day") === isDaily)) {
      if (!lay(wish, "positions")) throw new UsageError(`No shift has room for ${wish.need.id}. Let shifts be longer, or homes nearer.`);
    }
    for (let closed = Infinity; closed > board.positions.length; ) {
      closed = board.positions.length;
      for (const position of byMinutes(board.positions)) closes(position);
    }
  }
  for (const position of byMinutes(board.positions)) for (const day of [0, 1, 2, 3, 4]) moved(piecesOf(position, [day, day + 7]), board, inOrder, laid, lay);
  return wishes.map(({ need }) => laid.get(need.id) as Laid);
}

/** Does all that these pieces are part of elsewhere, without anybody sent out for it; false, and nothing changed, where that cannot be. */
function moved(pieces: readonly Piece[], board: Board, wishes: readonly Wish[], laid: Map<Id, Laid>, lay: (wish: Wish, mayOpen: MayOpen) => boolean, closing?: Position): boolean {
  const ids = new Set(pieces.map(({ id }) => id));
  const own = wishes.filter(({ need, after }) => laid.has(need.id) && (ids.has(need.id) || (after !== undefined && ids.has(after.need))));
  const [restore, before] = [board.remember(), own.map(({ need }) => laid.get(need.id) as Laid)];
  board.remove(new Set(own.map(({ need }) => need.id)));
  if (closing !== undefined) board.close(closing);
  if (own.every((wish) => lay(wish, closing === undefined ? "nothing" : "days"))) return true;
  restore();
  for (const one of before) laid.set(one.wish.need.id, one);
  return false;
}

/** What comes every day first, so that weekends and other days are alike; then daily before weekly work, insulin before what follows it, two people before one, little choice before much, skills before none. */
const hardestFirst = (a: Wish, b: Wish): number => hardness(a) - hardness(b) || width(a) - width(b) || a.part[0] - b.part[0];

function hardness({ need, after, dayChoices }: Wish): number {
  const rank = need.timing === "fixed" ? 0 : need.staffing !== undefined ? 1 : after !== undefined ? 2 : need.skills !== undefined ? 3 : 4;
  return rank + (need.often.per !== "day" ? 10 : dayChoices[0]?.length === 7 ? 0 : 5);
}

/** How much choice there is. */
const width = ({ part }: Wish): number => part[1] - part[0];

/** Visits of a position, on all days or on some. */
const piecesOf = ({ lines }: Position, days?: readonly number[]): Piece[] =>
  lines.flatMap(({ rounds }) =>
    [...rounds].flatMap(([day, { pieces }]) => (days?.includes(day) === false ? [] : pieces.filter(({ kind }) => kind === "visit" || kind === "second"))),
  );

/** Those with the fewest minutes first. */
function byMinutes(positions: readonly Position[]): Position[] {
  const minutes = new Map(positions.map((position) => [position, piecesOf(position).reduce((sum, { start, end }) => sum + end - start, 0)]));
  return [...positions].sort((a, b) => (minutes.get(a) ?? 0) - (minutes.get(b) ?? 0));
}
