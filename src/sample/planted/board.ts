/**
 * The lines (*slingor*) of one team: what one shift does, day after day in a cycle of two weeks. Lines are opened where the others have no
 * room, for Mondays to Fridays and for weekends apart. A split shift is two lines that one person works.
 */
import { UsageError } from "../../errors.ts";
import { clockMinutes, windowMinutes } from "../../model/civil.ts";
import type { Id } from "../../units.ts";
import type { TownParameters } from "../parameters.ts";
import type { ShiftKind } from "../staffParameters.ts";
import { type Frame, inserted, type Piece, priceOf, type Round, roundOf } from "./round.ts";

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

export interface Price {
  /** Minutes, on average over the days. */
  readonly cost: number;
  /** Days on which the round had no visits before. */
  readonly unused: number;
}

export interface Seated extends Seat, Price {}

// Prices of this heuristic, which describe no town: they only make rounds full.

/** Opening a line to delegated work is avoided, since few of the hourly staff could take it then. */
const DELEGATED = 15;
/** So is sending somebody out on a day on which nobody went. */
const UNUSED = 30;

export class Board {
  readonly positions: Position[] = [];
  private readonly empty = new Map<string, readonly Position[]>();
  readonly team: Id;
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

  /** The cheapest line in which the piece fits on all the days of one group, of another position than `except`. */
  seat(group: Group, days: readonly number[], piece: Piece, isNight: boolean, except?: Position): Seated | undefined {
    let best: Seated | undefined;
    for (const position of this.positions) {
      if (position.group !== group || (position.kind.isNight === true) !== isNight || position === except) continue;
      const delegated = piece.needsDelegation === true && !position.needsDelegations ? DELEGATED : 0;
      for (const line of position.lines) {
        if (piece.start < line.begin || piece.end > line.end) continue;
        const price = costOf(line, days, piece);
        if (price === undefined) continue;
        const cost = price.cost + UNUSED * price.unused + delegated;
        if (cost < (best?.cost ?? Infinity)) best = { position, line, unused: price.unused, cost };
      }
    }
    return best;
  }

  put({ position, line }: Seat, days: readonly number[], piece: Piece): void {
    const changed = new Map<Round, Round>();
    for (const day of days) {
      const round = line.rounds.get(day) as Round;
      const next = changed.get(round) ?? inserted(line, round, piece);
      if (next === undefined) throw new RangeError(`${piece.id} has no room.`);
      changed.set(round, next);
      line.rounds.set(day, next);
    }
    if (piece.needsDelegation === true) position.needsDelegations = true;
  }

  /** The position to be opened next for a piece that may be any of these, which start at different times; undefined if no kind of shift can take one. */
  opening(group: Group, days: readonly number[], pieces: readonly Piece[], isNight: boolean): Position | undefined {
    const kinds = this.parameters.shifts.filter((kind) => (kind.isNight === true) === isNight);
    const load = (kind: ShiftKind): number => (this.countOf(kind, group) + 1) / kind.weight;
    return kinds
      .sort((a, b) => load(a) - load(b))
      .flatMap((kind) => this.emptyOnes(kind, group))
      .find((position) => pieces.some((piece) => priceIn(position, days, piece) !== undefined));
  }

  open(position: Position): void {
    this.positions.push(position);
    this.empty.clear();
  }

  close(closed: Position): void {
    this.positions.splice(this.positions.indexOf(closed), 1);
    this.empty.clear();
  }

  /** Takes needs out of all rounds. */
  remove(needs: ReadonlySet<Id>): void {
    for (const position of this.positions) {
      for (const line of position.lines) thin(line, needs);
      position.needsDelegations = position.lines.some(({ rounds }) => [...rounds.values()].some(({ pieces }) => pieces.some(({ needsDelegation }) => needsDelegation)));
    }
  }

  /** Remembers everything; gives what puts it back. */
  remember(): () => void {
    const positions = this.positions.map((position) => ({ position, needsDelegations: position.needsDelegations, rounds: position.lines.map(({ rounds }) => [...rounds]) }));
    return () => {
      this.positions.splice(0, this.positions.length, ...positions.map(({ position }) => position));
      this.empty.clear();
      for (const { position, needsDelegations, rounds } of positions) {
        position.needsDelegations = needsDelegations;
        position.lines.forEach((line, i) => {
          for (const [day, round] of rounds[i] ?? []) line.rounds.set(day, round);
        });
      }
    };
  }

  /** The next position of a kind, not opened yet, with its rests at one time or another. */
  private emptyOnes(kind: ShiftKind, group: Group): readonly Position[] {
    const key = `${kind.name} ${group}`;
    const nth = this.countOf(kind, group);
    const known = this.empty.get(key) ?? Array.from({ length: kind.breaks[0]?.starts.length ?? 1 }, (_, turn) => this.positionOf(kind, group, nth + turn));
    this.empty.set(key, known);
    return known;
  }

  private countOf = (kind: ShiftKind, group: Group): number => this.positions.filter((one) => one.kind === kind && one.group === group).length;

  private positionOf(kind: ShiftKind, group: Group, turn: number): Position {
    return { team: this.team, group, kind, lines: kind.parts.map((_, part) => this.lineOf(kind, part, group, turn)), needsDelegations: false };
  }

  private lineOf(kind: ShiftKind, part: number, group: Group, nth: number): Line {
    const { documentationMinutes, meetingMinutes } = this.parameters;
    const [begin, end] = windowMinutes(kind.parts[part] as readonly [string, string]);
    const tail = documentationMinutes + (group === "weekday" ? kind.plannerMinutes : 0);
    const earliest = part < kind.parts.length - 1 ? end : windowMinutes([kind.parts[part]?.[0] ?? "00:00", kind.ends[0] ?? "24:00"])[1];
    const frame: Frame = { ...this.frame, begin, soonBack: earliest - tail, back: end - tail };
    const usual = [report(kind, frame), ...rests(kind, frame, nth, part)].sort((a, b) => a.start - b.start);
    const round = roundOf(frame, usual);
    if (round === undefined) throw new UsageError(`A ${kind.name} shift has no room for its report, rests and documentation.`);
    const from = clockMinutes(this.parameters.meetingAt);
    const meeting: Piece = { id: "meeting", kind: "duty", start: from, end: from + meetingMinutes, place: frame.base, entryMinutes: 0 };
    const meets = meetingMinutes > 0 && group === "weekday" && kind.name === "day" ? inserted(frame, round, meeting) : undefined;
    const rounds = new Map(DAYS[group].map((day) => [day, day === this.meetingDay ? (meets ?? round) : round]));
    return { ...frame, kind, part, end, rounds };
  }
}

function thin(line: Line, needs: ReadonlySet<Id>): void {
  const changed = new Map<Round, Round>();
  for (const [day, round] of line.rounds) {
    const left = round.pieces.filter(({ id }) => !needs.has(id));
    const next = left.length === round.pieces.length ? round : (changed.get(round) ?? roundOf(line, left) ?? round);
    changed.set(round, next);
    line.rounds.set(day, next);
  }
}

export const startingAt = (piece: Piece, start: number): Piece => ({ ...piece, start, end: start + piece.end - piece.start });

/** What the piece would cost in the best of the position's lines. */
export function priceIn({ lines }: Position, days: readonly number[], piece: Piece): number | undefined {
  const costs = lines.flatMap((line) => costOf(line, days, piece)?.cost ?? []);
  return costs.length > 0 ? Math.min(...costs) : undefined;
}

/** What the piece adds on average to the days' rounds; undefined if it does not fit into all of them. */
function costOf(line: Line, days: readonly number[], piece: Piece): Price | undefined {
  let sum = 0;
  let unused = 0;
  let known: Round | undefined;
  let cost = 0;
  for (const day of days) {
    const round = line.rounds.get(day);
    if (round === undefined) return undefined;
    if (round !== known) {
      const price = priceOf(line, round, piece);
      if (price === undefined) return undefined;
      known = round;
      cost = price.cost;
    }
    sum += cost;
    if (!round.isUsed) unused++;
  }
  return { cost: sum / days.length, unused };
}

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
