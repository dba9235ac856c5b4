/** Lays the rounds of a team: finds for each wish a time and lines that do it on all its days, and opens lines where there is none. */
import { UsageError } from "../../errors.ts";
import type { Weekday } from "../../model/civil.ts";
import type { Id } from "../../units.ts";
import type { Wish } from "../wishes.ts";
import { type Board, CYCLE, type Group, groupOf, type Seated } from "./board.ts";
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

/** How far the weekend's start may be from the other days'. */
const APART = 10;
const DAY = 1440;

/** Lays all wishes of a team on its board, the ones that are hard to place first. In the order of `wishes`. */
export function layAll(board: Board, wishes: readonly Wish[], homeOf: (wish: Wish) => Home, stepMinutes: number): Laid[] {
  const laid = new Map<Id, Laid>();
  for (const wish of [...wishes].sort((a, b) => hardness(a) - hardness(b) || a.part[0] - b.part[0])) {
    laid.set(wish.need.id, new Placing(board, wish, homeOf(wish), stepMinutes, laid).lay());
  }
  return wishes.map(({ need }) => laid.get(need.id) as Laid);
}

/** Daily before weekly work, insulin before what follows it, two people before one, skills before none. */
function hardness({ need, after }: Wish): number {
  const rank = need.timing === "fixed" ? 0 : need.staffing !== undefined ? 1 : after !== undefined ? 2 : need.skills !== undefined ? 3 : 4;
  return need.often.per === "day" ? rank : rank + 5;
}

/** Days of one choice, in one of two weeks or both; a night's early hours belong to the shift of the day before. */
interface Choice {
  readonly weekdays: readonly Weekday[];
  readonly phase: 0 | 1;
  readonly days: { readonly [G in Group]: readonly number[] };
}

interface Found {
  readonly choice: Choice;
  readonly start: number;
  readonly seats: readonly Seated[];
  readonly cost: number;
}

class Placing {
  private readonly people: number;
  private readonly needsDelegation: boolean;
  private readonly board: Board;
  private readonly wish: Wish;
  private readonly home: Home;
  private readonly step: number;
  private readonly laid: ReadonlyMap<Id, Laid>;

  constructor(board: Board, wish: Wish, home: Home, step: number, laid: ReadonlyMap<Id, Laid>) {
    this.board = board;
    this.wish = wish;
    this.home = home;
    this.step = step;
    this.laid = laid;
    this.people = wish.need.staffing === undefined || wish.need.staffing === 1 ? 1 : 2;
    this.needsDelegation = wish.need.skills !== undefined;
  }

  lay(): Laid {
    const choices = choicesOf(this.wish);
    const first: Group = choices.some(({ days }) => days.weekday.length > 0) ? "weekday" : "weekend";
    const found = this.findOrOpen(first, choices, this.partFor(first));
    this.put(found, first);
    const starts: { [G in Group]?: number } = { [first]: this.clock(found.start) };
    if (first === "weekday" && found.choice.days.weekend.length > 0) {
      const [from, to] = this.partFor("weekend");
      const near = [Math.max(from, found.start - APART), Math.min(to, found.start + APART)] as const;
      const weekend = this.findOrOpen("weekend", [found.choice], near[0] <= near[1] ? near : this.partFor("weekend"));
      this.put(weekend, "weekend");
      starts.weekend = this.clock(weekend.start);
    }
    return { wish: this.wish, weekdays: found.choice.weekdays, phase: found.choice.phase, starts };
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

  private findOrOpen(group: Group, choices: readonly Choice[], part: readonly [number, number]): Found {
    for (let opened = 0; opened <= this.people; opened++) {
      const found = this.find(group, choices, part);
      if (found !== undefined) return found;
      const { days } = choices[0] as Choice;
      if (!this.board.open(group, days[group], this.pieceAt(part[0]), this.startsIn(part), this.wish.isNight)) break;
    }
    throw new UsageError(`No shift has room for ${this.wish.need.id}. Let shifts be longer, or homes nearer.`);
  }

  /** The cheapest choice of days and start. */
  private find(group: Group, choices: readonly Choice[], part: readonly [number, number]): Found | undefined {
    let best: Found | undefined;
    for (const choice of choices) {
      for (const start of this.startsIn(part)) {
        const seats = this.seatsAt(group, choice, start);
        const cost = seats?.reduce((sum, seat) => sum + seat.cost, 0) ?? Infinity;
        if (seats !== undefined && cost < (best?.cost ?? Infinity)) best = { choice, start, seats, cost };
      }
    }
    return best;
  }

  private startsIn([from, to]: readonly [number, number]): number[] {
    const first = Math.ceil(from / this.step) * this.step;
    return Array.from({ length: Math.max(0, Math.floor((to - first) / this.step) + 1) }, (_, i) => first + i * this.step);
  }

  /** Cheapest lines for one or two people. */
  private seatsAt(group: Group, { days }: Choice, start: number): readonly Seated[] | undefined {
    const all = this.board.seats(group, days[group], this.pieceAt(start), this.needsDelegation, this.wish.isNight);
    const one = all[0];
    if (one === undefined || this.people === 1) return one && [one];
    const two = this.board.seats(group, days[group], this.secondAt(start), this.needsDelegation, this.wish.isNight).find(({ position }) => position !== one.position);
    return two && [one, two];
  }

  private put({ choice, start, seats }: Found, group: Group): void {
    seats.forEach((seat, i) => {
      this.board.put(seat, choice.days[group], i === 0 ? this.pieceAt(start) : this.secondAt(start), this.needsDelegation);
    });
  }

  private pieceAt(start: number): Piece {
    const { need } = this.wish;
    const isRemote = need.kind === "remote";
    return { id: need.id, kind: "visit", start, end: start + Math.ceil(need.minutes), ...(!isRemote && { place: this.home.place }), entryMinutes: isRemote ? 0 : this.home.entryMinutes };
  }

  private secondAt(start: number): Piece {
    const { staffing } = this.wish.need;
    const first: Piece = { ...this.pieceAt(start), kind: "second" };
    if (typeof staffing !== "object") return first;
    const { from, minutes } = staffing.second;
    return { ...first, start: start + from, end: start + from + minutes };
  }
}

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
