/** Finds for one wish a time and lines that do it on all its days. */
import type { Weekday } from "../../model/civil.ts";
import type { Id } from "../../units.ts";
import type { Wish } from "../wishes.ts";
import { type Board, CYCLE, type Group, groupOf, type Position, priceIn, type Seated, startingAt } from "./board.ts";
import type { Piece } from "./round.ts";

/** When a wish comes true. Minutes since midnight of the day it is due. */
export interface Laid {
  readonly wish: Wish;
  readonly weekdays: readonly Weekday[];
  /** 0: in the weeks of the first Monday; 1: in the other ones. */
  readonly phase: 0 | 1;
  /** Start on Mondays to Fridays, and at weekends, where it is due on such days. */
  readonly starts: { readonly [G in Group]?: number };
}

/** Where a client's visits are. */
export interface Home {
  readonly place: number;
  readonly entryMinutes: number;
}

export type MayOpen = "positions" | "days" | "nothing";

/** How far the weekend's start may be from the other days'. */
const APART = 15;
const DAY = 1440;

/** Days of one choice, in one of two weeks or both; a night's early hours belong to the shift of the day before. */
interface Choice {
  readonly weekdays: readonly Weekday[];
  readonly phase: 0 | 1;
  readonly days: { readonly [G in Group]: readonly number[] };
}

/** Lines for all people of a wish at a start, and how many positions must be opened for want of them. */
interface Option {
  readonly start: number;
  readonly seats: readonly Seated[];
  readonly missing: number;
  readonly cost: number;
}

/** What opening a position costs, so that it is done only where no other start will do. */
const OPENED = 1000;
/** A weekend's days, of the others. */
const WEEKEND = 0.4;

export class Placing {
  private readonly people: number;
  private readonly board: Board;
  private readonly wish: Wish;
  private readonly piece: Piece;
  /** The piece by its start. */
  private readonly pieces = new Map<number, Piece>();
  private readonly step: number;
  private readonly laid: ReadonlyMap<Id, Laid>;

  constructor(board: Board, wish: Wish, home: Home, step: number, laid: ReadonlyMap<Id, Laid>) {
    this.board = board;
    this.wish = wish;
    this.step = step;
    this.laid = laid;
    const { need, fromSecondDay: isNextDay } = wish;
    const work = { id: need.id, kind: "visit", start: 0, end: Math.ceil(need.minutes), isNextDay, needsDelegation: need.skills !== undefined } as const;
    this.piece = need.kind === "remote" ? { ...work, entryMinutes: 0 } : { ...work, ...home };
    this.people = wish.need.staffing === undefined || wish.need.staffing === 1 ? 1 : 2;
  }

  /** Takes the cheapest days and starts, weekends together with the days before; undefined, and nothing changed, where there are none. `mayOpen`: positions, days on which nobody works them yet, or neither. */
  lay(mayOpen: MayOpen): Laid | undefined {
    let best: { readonly choice: Choice; readonly weekday?: Option; readonly weekend?: Option; readonly cost: number } | undefined;
    for (const choice of choicesOf(this.wish)) {
      const [weekdays, weekends] = [this.optionsFor("weekday", choice, mayOpen), this.optionsFor("weekend", choice, mayOpen)];
      for (const weekday of weekdays ?? [undefined]) {
        const weekend = weekends && cheapest(weekday === undefined ? weekends : weekends.filter(({ start }) => Math.abs(start - weekday.start) <= APART));
        if (weekends !== undefined && weekend === undefined) continue;
        const cost = (weekday?.cost ?? 0) + (weekend?.cost ?? 0);
        if (cost < (best?.cost ?? Infinity)) best = { choice, cost, ...(weekday && { weekday }), ...(weekend && { weekend }) };
      }
    }
    if (best === undefined) return undefined;
    const options = [best.weekday, best.weekend].flatMap((option) => option ?? []);
    if (mayOpen === "nothing" && options.some(({ seats }) => seats.some(({ unused }) => unused > 0))) return undefined;
    const { choice, weekday, weekend } = best;
    if (weekday !== undefined) this.put("weekday", choice, weekday);
    if (weekend !== undefined) this.put("weekend", choice, weekend);
    const starts = { ...(weekday && { weekday: this.clock(weekday.start) }), ...(weekend && { weekend: this.clock(weekend.start) }) };
    return { wish: this.wish, weekdays: choice.weekdays, phase: choice.phase, starts };
  }

  /** Starts that are possible, in minutes of the shift's day: soon after what it must follow. */
  private partFor(group: Group): readonly [number, number] {
    const { part, after, fromSecondDay } = this.wish;
    const shift = fromSecondDay ? DAY : 0;
    const other = after && this.laid.get(after.need);
    const begun = other?.starts[group];
    if (after === undefined || other === undefined || begun === undefined) return [part[0] + shift, part[1] + shift];
    const ended = begun + other.wish.need.minutes;
    return [ended, ended + after.minutes];
  }

  /** Minutes of the day it is due, of minutes of the shift's day. */
  private clock = (start: number): number => (this.wish.fromSecondDay ? start - DAY : start);

  /** One option per start that is possible; undefined where the choice has no such days. */
  private optionsFor(group: Group, { days }: Choice, mayOpen: MayOpen): Option[] | undefined {
    if (days[group].length === 0) return undefined;
    const [from, to] = this.partFor(group);
    const first = Math.ceil(from / this.step) * this.step;
    const starts = Array.from({ length: Math.max(0, Math.floor((to - first) / this.step) + 1) }, (_, i) => first + i * this.step);
    const opening = mayOpen === "positions" ? this.board.opening(group, days[group], starts.map((start) => this.pieceAt(start)), this.wish.isNight) : undefined;
    return starts.flatMap((start) => this.optionAt(group, days[group], start, opening) ?? []);
  }

  private optionAt(group: Group, days: readonly number[], start: number, opening: Position | undefined): Option | undefined {
    const { seats, missing } = this.seatsAt(group, days, start);
    const price = missing === 0 || opening === undefined ? undefined : priceIn(opening, days, this.pieceAt(start));
    if (missing > 0 && (price === undefined || opening === undefined)) return undefined;
    const cost = seats.reduce((sum, seat) => sum + seat.cost, 0) + missing * (OPENED + (price ?? 0));
    return { start, seats, missing, cost: (group === "weekday" ? 1 : WEEKEND) * cost };
  }

  /** Cheapest lines for one or two people, as far as there are any. */
  private seatsAt(group: Group, days: readonly number[], start: number): Pick<Option, "seats" | "missing"> {
    const { isNight } = this.wish;
    const one = this.board.seat(group, days, this.pieceAt(start), isNight);
    if (one === undefined) return { seats: [], missing: this.people };
    if (this.people === 1) return { seats: [one], missing: 0 };
    const two = this.board.seat(group, days, this.secondAt(start), isNight, one.position);
    return two ? { seats: [one, two], missing: 0 } : { seats: [one], missing: 1 };
  }

  private put(group: Group, { days }: Choice, { start, missing, ...option }: Option): void {
    for (let i = 0; i < missing; i++) {
      const opening = this.board.opening(group, days[group], [this.pieceAt(start)], this.wish.isNight);
      if (opening !== undefined) this.board.open(opening);
    }
    const seats = missing === 0 ? option.seats : this.seatsAt(group, days[group], start).seats;
    if (seats.length < this.people) throw new RangeError(`${this.wish.need.id} has no room in the positions opened for it.`);
    seats.forEach((seat, i) => {
      this.board.put(seat, days[group], i === 0 ? this.pieceAt(start) : this.secondAt(start));
    });
  }

  private pieceAt(start: number): Piece {
    const known = this.pieces.get(start) ?? startingAt(this.piece, start);
    this.pieces.set(start, known);
    return known;
  }

  private secondAt(start: number): Piece {
    const { staffing } = this.wish.need;
    const first: Piece = { ...this.pieceAt(start), kind: "second" };
    if (typeof staffing !== "object") return first;
    const { from, minutes } = staffing.second;
    return { ...first, start: start + from, end: start + from + minutes };
  }
}

const cheapest = (options: readonly Option[]): Option | undefined =>
  options.reduce<Option | undefined>((best, option) => (best !== undefined && best.cost <= option.cost ? best : option), undefined);

function choicesOf({ need, dayChoices, fromSecondDay, dayIsOpen }: Wish): Choice[] {
  const phases: readonly (0 | 1)[] = need.often.everyWeeks === 2 ? [0, 1] : [0];
  const choices = dayIsOpen ? [spread(need.agreedDays ?? [1, 2, 3, 4, 5, 6, 7], need.often.times)] : dayChoices;
  return choices.flatMap((weekdays) =>
    phases.map((phase): Choice => {
      const inWeek = (week: number): number[] => weekdays.map((weekday) => (week * 7 + weekday - 1 + (fromSecondDay ? CYCLE - 1 : 0)) % CYCLE);
      const days = need.often.everyWeeks === 2 ? inWeek(phase) : [...inWeek(0), ...inWeek(1)];
      return { weekdays, phase, days: { weekday: days.filter((day) => groupOf(day) === "weekday"), weekend: days.filter((day) => groupOf(day) === "weekend") } };
    }),
  );
}

/** The days that `Recurrence` calls nominal where none is named: in a cut week, only those are sure to lie in the period. */
const spread = (days: readonly Weekday[], times: number): Weekday[] =>
  Array.from({ length: times }, (_, k) => days[Math.floor(((2 * k + 1) * days.length) / (2 * times))] as Weekday);
