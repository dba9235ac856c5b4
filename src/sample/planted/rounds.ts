/** The rounds of a period: who works which line on which date, and when it is over. */
import type { CivilDate } from "../../model/civil.ts";
import type { Id } from "../../units.ts";
import type { Group, Line, Position } from "./board.ts";
import { type Frame, type Round, walked } from "./round.ts";

/** What somebody does on a date; the piece of work the shift is made for. */
export interface DatedRound {
  readonly date: CivilDate;
  readonly group: Group;
  readonly position: Position;
  readonly line: Line;
  readonly frame: Frame;
  /** Minutes since midnight. */
  readonly end: number;
  round: Round;
}

/** A round with the earliest end of its kind of shift that leaves time for it. */
export function datedRound(position: Position, line: Line, day: number, date: CivilDate, endsOf: (line: Line) => readonly number[]): DatedRound | undefined {
  const round = line.rounds.get(day);
  if (round === undefined || !round.isUsed) return undefined;
  const tail = line.end - line.back;
  const fits = (end: number): boolean => walked({ ...line, back: end - tail }, round.pieces) !== undefined;
  const end = endsOf(line).find(fits) ?? line.end;
  return { date, group: position.group, position, line, frame: { ...line, back: end - tail }, end, round };
}

/** Ids of shifts: one a day, of a split one the second part with a mark. */
export const shiftId = (person: Id, { date, line }: Pick<DatedRound, "date" | "line">): Id => `${person}@${date}${line.part === 0 ? "" : `-${line.part + 1}`}`;
