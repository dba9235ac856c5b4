/** The rounds of one day as a drawing: one row per shift, the clock from left to right. */
import { type Piece, type Round, walkRound } from "../kpi/round.ts";
import type { Demand, Shift } from "../model/demand.ts";
import type { PlannedShift } from "../model/plan.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Id, Tick } from "../units.ts";
import type { Arm, Locale } from "./arm.ts";
import { className } from "./classes.ts";
import { formatClock, formatNumber } from "./format.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { initials, type People } from "./people.ts";
import { STRINGS } from "./strings.ts";

const WIDTH = 1160;
const LABEL = 150;
const AXIS = 20;
const ROW = 24;
const BAR = 16;

/** One shift of a day; without a round it is empty. */
export interface Row {
  readonly shift: Shift;
  readonly round: Round | undefined;
}

/** The shifts of each day, by day index: used ones and those paid all the same; by begin, then as in the Demand. */
export function rowsByDay(arm: Pick<Arm, "demand" | "plan">): Row[][] {
  const { demand, plan } = arm;
  const look = { tasks: new Map(demand.tasks.map((t) => [t.id, t])), shifts: new Map(demand.shifts.map((s) => [s.id, s])) };
  const planned = new Map<Id, PlannedShift>(plan.shifts.map((s) => [s.shift, s]));
  const days: Row[][] = demand.days.map(() => []);
  for (const shift of demand.shifts) {
    const used = planned.get(shift.id);
    if (used === undefined && !shift.idleIfUnused) continue;
    const begin = shift.begins[0] ?? used?.begin ?? 0;
    days[dayIndexAt(demand.days, begin)]?.push({ shift, round: used && walkRound(demand, look, used) });
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
  readonly people: People;
  readonly locale: Locale;
  readonly label: string;
}

export function gantt(demand: Demand, rows: readonly Row[], options: GanttOptions): Html {
  const height = AXIS + rows.length * ROW + 4;
  const begins = demand.days[options.day]?.begins ?? 0;
  const [from, to] = options.hours;
  const x = (tick: Tick): number => LABEL + (((tick - begins) / demand.ticksPerMinute / 60 - from) / (to - from)) * (WIDTH - LABEL - 8);
  const hours = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const axis = hours.map((h) => {
    const at = x(begins + h * 60 * demand.ticksPerMinute).toFixed(1);
    const clock = formatClock(demand, begins + h * 60 * demand.ticksPerMinute).slice(0, 2);
    return html`<path class="hour" d="M${at} ${AXIS}V${height}"/><text class="axis" x="${at}" y="13">${clock}</text>`;
  });
  const bars = rows.map((row, i) => rowOf(demand, row, AXIS + i * ROW, x, options));
  return html`<svg class="gantt" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${options.label}">${axis}${bars}</svg>`;
}

function rowOf(demand: Demand, { shift, round }: Row, y: number, x: (tick: Tick) => number, options: GanttOptions): Html {
  const name = options.people.staff(shift.worker);
  const paid = shift.begins[0] !== null && shift.paidTo !== undefined ? [shift.begins[0], shift.paidTo] as const : undefined;
  const rail = paid === undefined ? NOTHING : html`<rect class="rail" x="${x(paid[0]).toFixed(1)}" y="${y + 1}" width="${width(x, paid[0], paid[1])}" height="${ROW - 2}"><title>${`${name} ${formatClock(demand, paid[0])}–${formatClock(demand, paid[1])}`}</title></rect>`;
  const pieces = (round?.pieces ?? []).map((piece) => pieceOf(demand, piece, y, x, options, round as Round));
  return html`<g><text class="who" x="${LABEL - 8}" y="${y + 16}">${shorten(name)}</text>${rail}${pieces}</g>`;
}

const width = (x: (tick: Tick) => number, from: Tick, to: Tick): string => Math.max(0.5, x(to) - x(from)).toFixed(1);
const shorten = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

function pieceOf(demand: Demand, piece: Piece, y: number, x: (tick: Tick) => number, options: GanttOptions, round: Round): Html {
  const title = html`<title>${describe(demand, piece, round, options)}</title>`;
  const left = x(piece.begin).toFixed(1);
  const wide = width(x, piece.begin, piece.end);
  const top = y + (ROW - BAR) / 2;
  if (piece.activity === "travel") {
    return html`<g class="travel"><path d="M${left} ${y + ROW / 2}H${x(piece.end).toFixed(1)}"/><rect x="${left}" y="${top}" width="${wide}" height="${BAR}">${title}</rect></g>`;
  }
  const colour = piece.task === undefined ? undefined : options.colours.get(piece.task.class);
  const style = piece.task?.client !== undefined && colour !== undefined ? `c${colour}` : "";
  const box = html`<rect class="${`${piece.activity} ${style}`.trim()}" x="${left}" y="${top}" width="${wide}" height="${BAR}">${title}</rect>`;
  const inside = piece.task?.client !== undefined && piece.activity !== "entry" ? initials(options.people.client(piece.task.client)) : "";
  if (inside === "" || Number(wide) < 7 * inside.length) return box;
  return html`${box}<text class="in" x="${(x(piece.begin) + Number(wide) / 2).toFixed(1)}" y="${y + 15.5}">${inside}</text>`;
}

/** `07:30–07:40 Karin Ek: medicine (10 min)`. */
export function describe(demand: Demand, piece: Piece, round: Round, { people, locale }: Pick<GanttOptions, "people" | "locale">): string {
  const words = STRINGS[locale];
  const minutes = (piece.end - piece.begin) / demand.ticksPerMinute;
  const span = `${formatClock(demand, piece.begin)}–${formatClock(demand, piece.end)}`;
  const length = `(${formatNumber(minutes, Number.isInteger(minutes) ? 0 : 1, locale)} min)`;
  if (piece.task?.client !== undefined && piece.activity !== "entry") {
    return `${span} ${people.client(piece.task.client)}: ${className(piece.task.class, locale)} ${length}`;
  }
  if (piece.activity === "travel") {
    const far = piece.metres == null ? "" : `, ${formatNumber(piece.metres / 1000, 1, locale)} km`;
    return `${span} ${words.activities.travel}, ${words.modes[round.option.mode] ?? round.option.mode}${far} ${length}`;
  }
  const what = words.activities[piece.activity as keyof typeof words.activities] ?? piece.activity;
  return `${span} ${what}${piece.activity === "duty" && piece.task !== undefined ? ` (${className(piece.task.class, locale)})` : ""} ${length}`;
}
