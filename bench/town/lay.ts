/** Lays the plan of a town: who visits whom when, before there is any rule. */
import type { Random } from "../../src/random.ts";
import type { Id, Tick } from "../../src/units.ts";
import { apart, type Point } from "./places.ts";
import { between, DAY, HOUR, MINUTE } from "./town.ts";

/** Car: 22 km/h in a straight line. */
export const TICKS_PER_METRE = 1 / 6;
/** The laid plan takes its time, so that slower modes, rush hours and entry times can be added to it. */
const LEISURE = 1.5;
const AT_THE_DOOR = 2 * MINUTE;
const PAUSE = 30 * MINUTE;

export interface Visit {
  readonly id: Id;
  /** Row of the client; place is one more. */
  readonly client: number;
  readonly class: string;
  readonly start: Tick;
  readonly end: Tick;
  /** The visit that it helps with, which starts `lag` earlier. */
  readonly helps?: { readonly main: Id; readonly lag: Tick };
}

export interface Laid {
  readonly kind: "day" | "evening";
  readonly day: number;
  /** Of the shift. */
  readonly from: Tick;
  readonly to: Tick;
  readonly visits: readonly Visit[];
  readonly pause: { readonly start: Tick; readonly end: Tick; readonly after: Id } | undefined;
  /** Back at the base. */
  readonly home: Tick;
}

/** A visit that has no time yet. */
export interface Call {
  readonly id: Id;
  readonly client: number;
  readonly class: string;
  readonly length: Tick;
}

interface Appointment extends Call {
  readonly start: Tick;
  readonly helps: { readonly main: Id; readonly lag: Tick };
}

/** Calls of one day by the part of the day they belong to; laying takes them out. */
export interface Calls {
  readonly morning: Call[];
  readonly noon: Call[];
  readonly evening: Call[];
}

const HOURS = { day: { from: 7 * HOUR, pause: 11 * HOUR, to: 15.5 * HOUR }, evening: { from: 15 * HOUR, pause: 18 * HOUR, to: 22 * HOUR } };
const SHORT_DAY = 12.5 * HOUR;

/** Rounds that serve all calls of a day. `doubles`: share of visits with a second person. */
export function layDay(day: number, calls: Calls, doubles: number, points: readonly Point[], random: Random): readonly Laid[] {
  const rounds: Laid[] = [];
  let before: Laid | undefined;
  while (calls.morning.length + calls.noon.length > 0) {
    before = layRound("day", day, calls.morning, calls.noon, appointments(before, doubles, random), points, random);
    rounds.push(before);
  }
  before = undefined;
  while (calls.evening.length > 0) {
    before = layRound("evening", day, calls.evening, calls.evening, appointments(before, doubles, random), points, random);
    rounds.push(before);
  }
  return rounds;
}

/** Where the next round may help the round before it. */
function appointments(round: Laid | undefined, doubles: number, random: Random): Appointment[] {
  const mains = (round?.visits ?? []).filter(
    ({ helps, start, end }) => helps === undefined && end - start >= 20 * MINUTE && random.chance(doubles * 1.5),
  );
  return mains.map(({ id, client, start, end }) => {
    const whole = random.chance(0.6);
    const lag = whole ? 0 : between(random, 1, 2) * 5 * MINUTE;
    const length = whole ? end - start : 10 * MINUTE;
    return { id: `${id}/helper`, client, class: "help", length, start: start + lag, helps: { main: id, lag } };
  });
}

function layRound(
  kind: Laid["kind"],
  day: number,
  early: Call[],
  late: Call[],
  helps: Appointment[],
  points: readonly Point[],
  random: Random,
): Laid {
  const hours = HOURS[kind];
  const from = day * DAY + hours.from;
  const short = kind === "day" && late.length === 0;
  const to = day * DAY + (short ? SHORT_DAY : hours.to);
  const visits: Visit[] = [];
  let pause: Laid["pause"];
  let here = 0;
  let time = from;
  const trip = (place: number): Tick =>
    place === here ? 0 : Math.ceil(apart(points[here] as Point, points[place] as Point) * TICKS_PER_METRE * LEISURE) + AT_THE_DOOR;
  const homeFrom = (place: number): Tick => Math.ceil(apart(points[place] as Point, points[0] as Point) * TICKS_PER_METRE * LEISURE);
  const go = (call: Call, start: Tick, helping?: Appointment["helps"]): void => {
    visits.push({
      id: call.id,
      client: call.client,
      class: call.class,
      start,
      end: start + call.length,
      ...(helping && { helps: helping }),
    });
    time = start + call.length;
    here = call.client + 1;
  };
  for (;;) {
    const last = visits.at(-1);
    if (pause === undefined && !short && last !== undefined && time >= day * DAY + hours.pause) {
      pause = { start: time, end: time + PAUSE, after: last.id };
      time = pause.end;
    }
    const appointment = helps[0];
    const queue = time < day * DAY + hours.pause ? (early.length > 0 ? early : late) : short ? early : late;
    const call = queue[0];
    if (call !== undefined && (appointment === undefined || fits(call, appointment))) {
      const start = time + trip(call.client + 1) + (random.chance(0.5) ? between(random, 0, 6) * MINUTE : 0);
      const fitsDay = start + call.length + homeFrom(call.client + 1) <= to;
      if (fitsDay || visits.length === 0) {
        queue.shift();
        go(call, start);
        continue;
      }
    }
    if (appointment === undefined) break;
    helps.shift();
    const inTime = time + trip(appointment.client + 1) <= appointment.start;
    const room = appointment.start + appointment.length + homeFrom(appointment.client + 1) <= to;
    const pauseFirst = pause === undefined && !short && appointment.start > day * DAY + hours.pause + HOUR / 2;
    if (inTime && room && !pauseFirst) go(appointment, appointment.start, appointment.helps);
  }
  return { kind, day, from, to, visits, pause, home: time + homeFrom(here) };

  /** Can the call be served, with six minutes to spare, and the appointment be kept? */
  function fits(call: Call, { client, start }: Appointment): boolean {
    const done = time + trip(call.client + 1) + 6 * MINUTE + call.length;
    const between =
      Math.ceil(apart(points[call.client + 1] as Point, points[client + 1] as Point) * TICKS_PER_METRE * LEISURE) + AT_THE_DOOR;
    const pausing = done >= day * DAY + hours.pause && pause === undefined && !short ? PAUSE : 0;
    return done + between + pausing <= start;
  }
}
