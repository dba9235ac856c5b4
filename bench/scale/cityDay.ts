/** A day of a city: visits around bases, people on bikes and in cars. Laid round by round, so that everybody can be visited in time. */
import type { Demand, Shift, Task, Worker } from "../../src/model/demand.ts";
import type { Relation } from "../../src/model/relation.ts";
import type { Term } from "../../src/model/term.ts";
import { Random } from "../../src/random.ts";
import type { Id, Tick } from "../../src/units.ts";
import { apart, type Point } from "../town/places.ts";
import { DAY, HOUR, MINUTE } from "../town/town.ts";

/** A tick is a second. Seconds per metre as the crow flies, detours included: 15 and 30 km/h. */
const SPEEDS = { bike: 0.312, car: 0.168 } as const;
/** Seconds of travel that one visit without staff weighs up. */
const UNSERVED = 7200;
const SHIFTS_PER_VISIT = 0.085;
/** Share of visits that take two people. */
const DOUBLES = 0.05;
/** Visits of a district, metres that districts are apart, and how far their homes lie from the middle. */
const DISTRICT = 250;
const SIDE = 1500;
const REACH = 1200;

/** No window opens before. */
const EARLIEST = 7 * HOUR;

/** Hours of work, by how common they are. */
const HOURS: readonly Weighted<readonly [from: number, to: number]>[] = [
  [0.4, [7, 15.5]],
  [0.2, [7, 12]],
  [0.3, [15, 22]],
  [0.1, [16.5, 21]],
];
/** Minutes of a visit, of its window, and the skill it asks for. */
const LENGTHS: readonly Weighted<number>[] = [[0.2, 10], [0.25, 15], [0.25, 25], [0.2, 35], [0.1, 45]];
const WIDTHS: readonly Weighted<number>[] = [[0.1, 15], [0.2, 30], [0.3, 60], [0.25, 120], [0.15, 240]];
const LEVELS: readonly Weighted<number>[] = [[0.7, 1], [0.2, 2], [0.1, 3]];
const STAFF_LEVELS: readonly Weighted<number>[] = [[0.5, 1], [0.3, 2], [0.2, 3]];

type Weighted<T> = readonly [share: number, value: T];

/** A visit that stands where it is. */
interface Appointment {
  readonly start: Tick;
  readonly length: Tick;
  readonly place: number;
}

/** `visits` tasks, each optional at a high price, 0.085 shifts for each; a twentieth of the visits are two tasks that start together. O(visits). */
export function cityDay(visits: number, seed: number): Demand {
  return new City(visits, seed).demand();
}

class City {
  private readonly random: Random;
  /** The middles of the districts, where the bases are, and then homes. */
  private readonly points: Point[] = [];
  private readonly middles: readonly Point[];
  private readonly tasks: Task[] = [];
  private readonly relations: Relation[] = [];
  private readonly workers: Worker[] = [];
  private readonly shifts: Shift[] = [];
  /** Of the round laid last, for the next one to help with. */
  private last: Appointment[] = [];
  private doublesLeft: number;

  constructor(visits: number, seed: number) {
    const random = Random.keyed(seed, "city", visits);
    this.random = random;
    const districts = Math.max(1, Math.round(visits / DISTRICT));
    const side = SIDE * Math.sqrt(districts);
    this.middles = Array.from({ length: districts }, (): Point => [random.below(side), random.below(side)]);
    this.points.push(...this.middles);
    this.doublesLeft = Math.round((visits * DOUBLES) / (1 + DOUBLES));
    const count = Math.round(visits * SHIFTS_PER_VISIT);
    for (let r = 0; this.tasks.length < visits; r++) {
      const district = Math.floor((r * districts) / count) % districts;
      const rest = visits - this.tasks.length;
      const rounds = Math.max(1, count - r);
      this.layRound(district, Math.min(rest, Math.ceil(rest / rounds)), this.doublesLeft / rounds);
    }
  }

  demand(): Demand {
    const { workers, shifts, tasks, relations, points } = this;
    const travel = Object.entries(SPEEDS).map(([mode, ticksPerUnit]) => ({ mode, placeCount: points.length, points, ticksPerUnit, rounding: "nearest" as const }));
    const term = (name: string, measure: Term["measure"]): Term => ({ name, level: 1, measure, unit: "one", per: "plan", reduce: "sum", curve: { points: [[0, 0]], above: 1 } });
    return {
      version: 1, model: "city", origin: "2026-03-02T00:00:00+01:00", ticksPerMinute: 60, days: [{ date: "2026-03-02", begins: 0 }],
      travel, workers, shifts, pools: [], tasks, relations, budgets: [], clients: [], pins: [], memory: [],
      terms: [term("unserved", "unserved"), term("travel", "travel")],
    };
  }

  /** A shift of `count` visits more or less, which helps the round before it `doubles` times, on average. */
  private layRound(district: number, count: number, doubles: number): void {
    const { random, shifts, workers } = this;
    const [from, to] = drawn(HOURS, random).map((hour) => hour * HOUR) as [Tick, Tick];
    const id = String(shifts.length + 1);
    const mode = random.chance(0.5) ? "bike" : "car";
    const level = drawn(STAFF_LEVELS, random);
    workers.push({ id, traits: [], skills: [{ id: "care", level }], rest: [] });
    shifts.push({ id, worker: id, begins: [from, from], ends: [null, to], idleIfUnused: false, fixedDeparture: true, options: [{ mode, from: district, to: district }] });
    const helped = this.toHelp(from, to, doubles);
    const own: Appointment[] = [];
    const lay = (until: Appointment): void => {
      const share = Math.ceil(((count - helped.length) * (until.start - from)) / (to - from)) - own.length;
      own.push(...this.layBetween(before, until, share, district, SPEEDS[mode], level));
      before = until;
    };
    let before: Appointment = { start: from, length: 0, place: district };
    for (const main of helped) {
      lay(main);
      this.double(main);
    }
    lay({ start: to, length: 0, place: district });
    this.last = own;
  }

  /** Visits of the round before that one of these hours can help with, an hour apart at least. */
  private toHelp(from: Tick, to: Tick, doubles: number): readonly Appointment[] {
    const most = Math.floor(2 * doubles * this.random.next() + this.random.next());
    const helped: Appointment[] = [];
    for (const main of this.last) {
      if (helped.length >= Math.min(most, this.doublesLeft)) break;
      const earliest = (helped.at(-1)?.start ?? from) + HOUR;
      if (main.start >= earliest && main.start + main.length + HOUR / 2 <= to) helped.push(main);
    }
    return helped;
  }

  /** Up to `count` visits in a district between two others, with what time is left spread among them. */
  private layBetween(from: Appointment, to: Appointment, count: number, district: number, speed: number, level: number): readonly Appointment[] {
    const { random, points } = this;
    const [x, y] = this.middles[district]!;
    const off = (): number => Math.round((random.next() + random.next() - 1) * REACH);
    const calls: { length: Tick; place: number; travel: Tick }[] = [];
    let left = to.start - from.start - from.length;
    let [here, home] = [from.place, ticks(points[from.place]!, points[to.place]!, speed)];
    left -= home;
    for (let k = 0; k < count; k++) {
      const point: Point = [x + off(), y + off()];
      const length = drawn(LENGTHS, random) * MINUTE;
      const [travel, back] = [ticks(points[here]!, point, speed), ticks(point, points[to.place]!, speed)];
      const takes = travel + length + back - home;
      if (takes > left) break;
      left -= takes;
      home = back;
      here = points.push(point) - 1;
      calls.push({ length, place: here, travel });
    }
    let at = from.start + from.length;
    return calls.map(({ length, place, travel }, k) => {
      const pause = Math.floor((random.next() * 2 * left) / (calls.length - k + 1));
      left -= pause;
      const visit = { start: at + travel + pause, length, place };
      at = visit.start + length;
      this.addTask(visit, Math.min(level, drawn(LEVELS, random)));
      return visit;
    });
  }

  private addTask({ start, length, place }: Appointment, level: number): Id {
    const { random } = this;
    const id = `v${this.tasks.length + 1}`;
    const width = drawn(WIDTHS, random) * MINUTE;
    const grid = 5 * MINUTE;
    const drawnOpening = Math.floor((start - random.next() * width) / grid) * grid;
    const opens = Math.max(drawnOpening, Math.ceil((start - width) / grid) * grid, EARLIEST);
    this.tasks.push({
      id, kind: "care", class: "care", place, slots: [{ start: [opens, Math.min(opens + width, DAY)] }], duration: { min: length, max: length },
      who: { all: ["care"], level }, required: false, priority: 1, unservedCost: UNSERVED,
    });
    return id;
  }

  /** A second task beside the one laid at a place, for anybody. */
  private double(main: Appointment): void {
    this.doublesLeft--;
    const first = this.tasks.find(({ place }) => place === main.place) as Task;
    const id = `${first.id}b`;
    this.tasks.push({ ...first, id, who: { all: ["care"], level: 1 } });
    this.relations.push({ id: `with ${first.id}`, kind: "gap", tasks: [first.id, id], from: "start", to: "start", span: [0, 0], clock: "elapsed", over: "next" });
  }
}

const ticks = (a: Point, b: Point, speed: number): Tick => Math.floor(apart(a, b) * speed + 0.5);

function drawn<T>(table: readonly Weighted<T>[], random: Random): T {
  let at = random.next();
  for (const [share, value] of table) {
    at -= share;
    if (at < 0) return value;
  }
  return table.at(-1)![1];
}
