/**
 * The lines (*slingor*) of one team: what one shift does, day after day in a cycle of two weeks. Lines are opened where the others have no
 * room, for Mondays to Fridays and for weekends apart. A split shift is two lines that one person works.
 */
import { clockMinutes, windowMinutes } from "../../model/civil.ts";
import type { Id } from "../../units.ts";
import type { TownParameters } from "../parameters.ts";
import type { ShiftKind } from "../staffParameters.ts";
import { type Frame, inserted, type Piece, type Round, walked } from "./round.ts";

/** Days after which everything comes again: Monday of the first week is 0. */
export const CYCLE = 14;

export type Group = "weekday" | "weekend";

export const groupOf = (day: number): Group => (day % 7 < 5 ? "weekday" : "weekend");

const DAYS: Readonly<Record<Group, readonly number[]>> = {
  weekday: [0, 1, 2, 3, 4, 7, 8, 9, 10, 11],
  weekend: [5, 6, 12, 13],
};

/** One part of a shift, on the days of its group. */
export interface Line extends Frame {
  readonly kind: ShiftKind;
  readonly part: number;
  readonly end: number;
  /** By day of the cycle. Rounds that are alike are one object. */
  readonly rounds: Map<number, Round>;
}

/** What one person works on a day. */
export interface Position {
  readonly id: Id;
  readonly team: Id;
  readonly group: Group;
  readonly kind: ShiftKind;
  readonly lines: readonly Line[];
  /** Does its work need delegations? */
  needsDelegations: boolean;
}

/** Where a piece of work goes. */
export interface Seat {
  readonly position: Position;
  readonly line: Line;
}

export interface Seated extends Seat {
  readonly cost: number;
}

/** Opening a line to delegated work is avoided, since few of the hourly staff could take it then. */
const DELEGATED = 15;

export class Board {
  readonly positions: Position[] = [];
  private readonly team: Id;
  private readonly frame: Pick<Frame, "base" | "travel">;
  private readonly parameters: TownParameters;
  private readonly meetingDay: number;

  /** `nth`: the team's number, so that not all teams meet on the same day. */
  constructor(team: Id, nth: number, frame: Pick<Frame, "base" | "travel">, parameters: TownParameters) {
    this.team = team;
    this.frame = frame;
    this.parameters = parameters;
    this.meetingDay = 7 + (1 + (nth % 3));
  }

  /** Where the piece fits on all the days of one group, cheapest first. */
  seats(group: Group, days: readonly number[], piece: Piece, needsDelegation: boolean, isNight: boolean): Seated[] {
    const found: Seated[] = [];
    for (const position of this.positions) {
      if (position.group !== group || (position.kind.isNight === true) !== isNight) continue;
      for (const line of position.lines) {
        if (piece.start < line.begin || piece.end > line.end) continue;
        const cost = costOf(line, days, piece);
        if (cost !== undefined) found.push({ position, line, cost: cost + (needsDelegation && !position.needsDelegations ? DELEGATED : 0) });
      }
    }
    return found.sort((a, b) => a.cost - b.cost);
  }

  put({ position, line }: Seat, days: readonly number[], piece: Piece, needsDelegation: boolean): void {
    const changed = new Map<Round, Round>();
    for (const day of days) {
      const round = line.rounds.get(day) as Round;
      const next = changed.get(round) ?? inserted(line, round, piece)?.round;
      if (next === undefined) throw new RangeError(`${piece.id} has no room.`);
      changed.set(round, next);
      line.rounds.set(day, next);
    }
    if (needsDelegation) position.needsDelegations = true;
  }

  /** Opens a position whose empty rounds could take the piece at one of these starts; false if no kind of shift can. */
  open(group: Group, days: readonly number[], piece: Piece, starts: readonly number[], isNight: boolean): boolean {
    const fitting = this.parameters.shifts
      .filter((kind) => (kind.isNight === true) === isNight)
      .map((kind) => ({ kind, position: this.positionOf(kind, group) }))
      .filter(({ position }) => position.lines.some((line) => starts.some((start) => costOf(line, days, startingAt(piece, start)) !== undefined)));
    const load = (kind: ShiftKind): number => (this.countOf(kind, group) + 1) / kind.weight;
    const best = fitting.reduce<(typeof fitting)[number] | undefined>((a, b) => (a !== undefined && load(a.kind) <= load(b.kind) ? a : b), undefined);
    if (best !== undefined) this.positions.push(best.position);
    return best !== undefined;
  }

  private countOf = (kind: ShiftKind, group: Group): number => this.positions.filter((one) => one.kind === kind && one.group === group).length;

  private positionOf(kind: ShiftKind, group: Group): Position {
    const nth = this.countOf(kind, group);
    const name = `${this.team}-${kind.name}-${group === "weekend" ? "weekend-" : ""}${nth + 1}`;
    return { id: name, team: this.team, group, kind, lines: kind.parts.map((_, part) => this.lineOf(kind, part, group, nth)), needsDelegations: false };
  }

  private lineOf(kind: ShiftKind, part: number, group: Group, nth: number): Line {
    const { documentationMinutes, meetingMinutes } = this.parameters;
    const [begin, end] = windowMinutes(kind.parts[part] as readonly [string, string]);
    const tail = documentationMinutes + (group === "weekday" ? kind.plannerMinutes : 0);
    const frame: Frame = { ...this.frame, begin, back: end - tail };
    const usual = [report(kind, frame), ...rests(kind, frame, nth, part)].sort((a, b) => a.start - b.start);
    const round = roundOf(frame, usual);
    const from = clockMinutes(this.parameters.meetingAt);
    const meeting: Piece = { id: "meeting", kind: "duty", start: from, end: from + meetingMinutes, place: frame.base, entryMinutes: 0 };
    const meets = meetingMinutes > 0 && group === "weekday" && kind.name === "day" ? inserted(frame, round, meeting)?.round : undefined;
    const rounds = new Map(DAYS[group].map((day) => [day, day === this.meetingDay ? (meets ?? round) : round]));
    return { ...frame, kind, part, end, rounds };
  }
}

/** What the piece adds on average to the days' rounds; undefined if it does not fit into all of them. */
function costOf(line: Line, days: readonly number[], piece: Piece): number | undefined {
  let sum = 0;
  let known: Round | undefined;
  let cost = 0;
  for (const day of days) {
    const round = line.rounds.get(day);
    if (round === undefined) return undefined;
    if (round !== known) {
      const more = inserted(line, round, piece);
      if (more === undefined) return undefined;
      known = round;
      cost = more.cost;
    }
    sum += cost;
  }
  return sum / days.length;
}

export const startingAt = (piece: Piece, start: number): Piece => ({ ...piece, start, end: start + piece.end - piece.start });

const report = ({ reportMinutes }: ShiftKind, { begin, base }: Frame): Piece => ({
  id: "report",
  kind: "duty",
  start: begin,
  end: begin + reportMinutes,
  place: base,
  entryMinutes: 0,
});

/** Rounds take turns resting. A night's rests lie after midnight. */
const rests = ({ breaks, parts }: ShiftKind, { begin }: Frame, nth: number, part: number): Piece[] =>
  part < parts.length - 1
    ? []
    : breaks.map(({ minutes, starts }, i) => {
        const clock = clockMinutes(starts[nth % starts.length] as string);
        const start = clock < begin ? clock + 1440 : clock;
        return { id: `break${i + 1}`, kind: "break", start, end: start + minutes, entryMinutes: 0 };
      });

function roundOf(frame: Frame, pieces: readonly Piece[]): Round {
  const travelMinutes = walked(frame, pieces);
  if (travelMinutes === undefined) throw new RangeError("A shift has no room for its report, rests and documentation.");
  return { pieces, travelMinutes };
}
