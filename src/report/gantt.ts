/** The rounds of one day as a drawing: one row per shift, the clock from left to right. Lean: what is alike in a row is one path. */
import type { Activity, Piece, Round } from "../kpi/round.ts";
import type { Demand, Shift } from "../model/demand.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Tick } from "../units.ts";
import { formatClock } from "./format.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { STRINGS } from "./strings.ts";
import { shiftAnchor, type View } from "./view.ts";

const WIDTH = 1160;
/** Room for names at most; less where all are short. */
const LABEL = 150;
/** Units that a letter of a name takes. */
const NAME_LETTER = 7;
const AXIS = 20;
const ROW = 26;
const BAR = 20;
const TOP = (ROW - BAR) / 2;

/** One shift of a day; without a round it is empty. */
export interface Row {
  readonly shift: Shift;
  readonly round: Round | undefined;
}

/** The shifts of each day, by day index: used ones and those paid all the same; by begin, then as in the Demand. */
export function rowsByDay({ demand, rounds }: Pick<View, "demand" | "rounds">): Row[][] {
  const days: Row[][] = demand.days.map(() => []);
  for (const shift of demand.shifts) {
    const round = rounds.get(shift.id);
    if (round === undefined && !shift.idleIfUnused) continue;
    days[dayIndexAt(demand.days, shift.begins[0] ?? round?.planned.begin ?? 0)]?.push({ shift, round });
  }
  const key = ({ shift, round }: Row): Tick => shift.begins[0] ?? round?.planned.begin ?? 0;
  return days.map((rows) => rows.sort((a, b) => key(a) - key(b)));
}

/** First and last whole hour, as ticks after the day's begin, that hold the rows of all arms. */
export function hoursOf(demand: Demand, day: number, rows: readonly Row[]): readonly [from: number, to: number] {
  const begins = demand.days[day]?.begins ?? 0;
  const hour = 60 * demand.ticksPerMinute;
  const ends = rows.flatMap(({ shift, round }) => [shift.begins[0], shift.paidTo, round?.planned.begin, round?.planned.end].filter((x) => x != null));
  if (ends.length === 0) return [7, 22];
  return [Math.floor((Math.min(...ends) - begins) / hour), Math.ceil((Math.max(...ends) - begins) / hour)];
}

export interface GanttOptions {
  readonly day: number;
  /** Hours after local midnight, from {@link hoursOf}. */
  readonly hours: readonly [from: number, to: number];
  readonly colours: ReadonlyMap<string, number>;
  readonly label: string;
}

/** Where a tick stands, in whole units: about a minute each. */
type Scale = (tick: Tick) => number;

export function gantt(view: View, rows: readonly Row[], options: GanttOptions): Html {
  const { demand } = view;
  const height = AXIS + rows.length * ROW + 4;
  const begins = demand.days[options.day]?.begins ?? 0;
  const [from, to] = options.hours;
  const label = Math.min(LABEL, 14 + NAME_LETTER * Math.max(8, ...rows.map(({ shift }) => view.people.staff(shift.worker).length)));
  const x: Scale = (tick) => Math.round(label + (((tick - begins) / demand.ticksPerMinute / 60 - from) / (to - from)) * (WIDTH - label - 8));
  const hours = Array.from({ length: to - from + 1 }, (_, i) => begins + (from + i) * 60 * demand.ticksPerMinute);
  const lines = hours.map((tick) => `M${x(tick)} ${AXIS}V${height}`).join("");
  const axis = hours.map((tick) => html`<text class="axis" x="${x(tick)}" y="13">${formatClock(demand, tick).slice(0, 2)}</text>`);
  const bars = rows.map((row, i) => html`<g transform="translate(0 ${AXIS + i * ROW})">${rowOf(view, row, x, label, options.colours)}</g>`);
  return html`<svg class="gantt" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="${options.label}"><path class="hour" d="${lines}"/>${axis}${bars}</svg>`;
}

/** What a row shows of each activity beside visits and travel; getting in is too short to be seen. */
const UNDER = ["waiting", "documentation", "duty", "pause", "rast"] as const satisfies readonly Activity[];

/** Drawn in one link to the sheet, where the row has a round: who points or presses anywhere gets there. */
function rowOf(view: View, { shift, round }: Row, x: Scale, room: number, colours: ReadonlyMap<string, number>): Html {
  const name = view.people.staff(shift.worker);
  const isPaid = shift.begins[0] !== null && shift.paidTo !== undefined;
  const rail = isPaid ? html`<path class=rail d="${boxOf(x, { begin: shift.begins[0] as Tick, end: shift.paidTo as Tick }, [1, ROW - 2])}"/>` : NOTHING;
  const label = html`<text class=who x=${room - 8} y=17>${shorten(name)}</text>`;
  if (round === undefined) return html`${label}${rail}${shift.begins[0] === null ? NOTHING : html`<text class=unused x=${x(shift.begins[0] as Tick) + 8} y=17>${STRINGS[view.locale].unused}</text>`}`;
  const pieces = round.pieces;
  const under = UNDER.map((activity) => pathOf(activity, pieces.filter((p) => p.activity === activity).map((p) => boxOf(x, p))));
  const ways = pathOf("travel", pieces.filter((p) => p.activity === "travel").map((p) => `M${x(p.begin)} ${ROW / 2}H${x(p.end)}`));
  const visits = pieces.filter((p) => p.activity === "client" || p.activity === "remote");
  const styles = visits.map(({ activity, task }) => `${activity === "remote" ? "remote " : ""}c${colours.get(task?.class ?? "") ?? 0}`);
  const boxes = [...new Set(styles)].map((style) => pathOf(style, visits.filter((_, i) => styles[i] === style).map((p) => boxOf(x, p))));
  return html`<a href=#${shiftAnchor(view, shift.id)}>${label}${rail}${under}${ways}${boxes}${lettersOf(view, visits, x)}</a>`;
}

/** All of a kind in a row: one path. */
const pathOf = (style: string, shapes: readonly string[]): Html => (shapes.length === 0 ? NOTHING : html`<path class="${style}" d="${shapes.join("")}"/>`);

const wide = (x: Scale, from: Tick, to: Tick): number => Math.max(1, x(to) - x(from));
const shorten = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

const boxOf = (x: Scale, { begin, end }: Pick<Piece, "begin" | "end">, [top, height]: readonly [number, number] = [TOP, BAR]): string =>
  `M${x(begin)} ${top}h${wide(x, begin, end)}v${height}h-${wide(x, begin, end)}z`;

/** Units from one letter to the next, and from a letter to the one below it. */
const LETTER = 7;
const LINE = 9;

/**
 * The clients' initials where the boxes have room for them, beside each other or else in two lines: one text each, every letter with its
 * place. They stand on the sheet as well.
 */
function lettersOf({ people }: View, visits: readonly Piece[], x: Scale): Html {
  const beside: Letter[] = [];
  const below: Letter[] = [];
  for (const { begin, end, task } of visits) {
    const all = [...people.letters(task?.client)];
    const room = wide(x, begin, end);
    const [columns, into] = LETTER * all.length <= room ? [all.length, beside] as const : [Math.ceil(all.length / 2), below] as const;
    if (LETTER * columns > room) continue;
    all.forEach((letter, i) => {
      const line = Math.floor(i / columns);
      const inLine = Math.min(columns, all.length - line * columns);
      into.push({ letter, line, at: Math.round((x(begin) + x(end) + (2 * (i % columns) + 1 - inLine) * LETTER) / 2) });
    });
  }
  const text = (letters: readonly Letter[], y: string): Html =>
    letters.length === 0 ? NOTHING : html`<text class=in aria-hidden=true y="${y}" x="${letters.map(({ at }) => at).join(" ")}">${letters.map(({ letter }) => letter).join("")}</text>`;
  return html`${text(beside, String(TOP + 14))}${text(below, below.map(({ line }) => TOP + LINE * (line + 1)).join(" "))}`;
}

interface Letter {
  readonly letter: string;
  readonly line: number;
  readonly at: number;
}
