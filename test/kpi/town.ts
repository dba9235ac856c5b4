/**
 * A town worked out by hand: base 0, homes 1 and 2 (ten minutes apart, five from base, a kilometre per minute), two
 * staff, two days, three clients. Ticks are seconds; `t(day, "08:30")` is a tick.
 */
import type { Case, Client, Need } from "../../src/model/case.ts";
import type { Demand, Shift, Task } from "../../src/model/demand.ts";
import { hashOf } from "../../src/model/hash.ts";
import type { Plan, PlannedShift } from "../../src/model/plan.ts";

export const t = (day: number, clock: string): number => day * 86_400 + Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60;

const client = (id: string, more: Partial<Client> = {}): Client => ({
  id, name: `Client ${id}`, household: `home-${id}`, born: "1940-05-01", decision: { basis: "SoL", grants: { kind: "interventions" } }, ...more,
});

const need = (id: string, of: string, minutes: number, window: readonly [string, string], more: Partial<Need> = {}): Need => ({
  id, client: of, class: "hygiene", minutes, often: { times: 1, per: "day" }, window, timing: "agreed", ...more,
});

export const town: Case = {
  version: 1,
  name: "Testby",
  period: { from: "2026-03-02", days: 2 },
  places: [{ id: "base" }, { id: "p1" }, { id: "p2" }],
  travel: [{ mode: "car", formula: { kmPerHour: 60, detour: 1, fixedSeconds: 0 }, co2GramsPerKm: 120 }],
  households: [
    { id: "home-A", place: "p1" },
    { id: "home-B", place: "p2" },
    { id: "home-C", place: "p2" },
  ],
  clients: [
    client("A", { careContact: "Anna", decision: { basis: "SoL", grants: { kind: "frame", minutes: 525, per: "week" } } }),
    client("B", { careContact: "Bo" }),
    client("C", { born: "1990-01-01" }),
  ],
  needs: [
    need("a-morning", "A", 30, ["08:00", "10:00"]),
    need("a-lunch", "A", 30, ["11:30", "13:00"], { class: "meal" }),
    need("b-lift", "B", 20, ["08:00", "12:00"], { staffing: 2, class: "transfer" }),
    need("c-insulin", "C", 10, ["07:30", "08:30"], { class: "medicine", basis: "HSL", timing: "fixed", skills: ["insulin"] }),
  ],
  staff: [
    { id: "Anna", name: "Anna", skills: [{ id: "insulin" }] },
    { id: "Bo", name: "Bo", skills: [] },
  ],
  shifts: [],
};

const shift = (id: string, worker: string, day: number, from: string, to: string): Shift => ({
  id, worker, begins: [t(day, from), t(day, from) + 3600], ends: [null, t(day, to) + 1800], paidTo: t(day, to), idleIfUnused: true, fixedDeparture: false,
  maxStretch: 5 * 3600, options: [{ mode: "car", from: 0, to: 0 }],
});

const task = (id: string, of: string, place: number, day: number, minutes: number, window: readonly [string, string], more: Partial<Task> = {}): Task => ({
  id, kind: "care", class: "hygiene", client: of, serves: [id.split("/")[0] as string], place, stopTicks: 60,
  slots: [{ start: [t(day, window[0]), t(day, window[1])] }], duration: { min: minutes * 60, max: minutes * 60 }, who: {}, required: true, priority: 3,
  unservedCost: 1, ...more,
});

const dayTasks = (day: number, date: string): Task[] => [
  task(`a-morning@${date}#1`, "A", 1, day, 30, ["08:00", "10:00"]),
  task(`a-lunch@${date}#1`, "A", 1, day, 30, ["11:30", "13:00"], { class: "meal" }),
  task(`b-lift@${date}#1/1`, "B", 2, day, 20, ["08:00", "12:00"], { class: "transfer" }),
  task(`b-lift@${date}#1/2`, "B", 2, day, 20, ["08:00", "12:00"], { class: "transfer" }),
  task(`c-insulin@${date}#1`, "C", 2, day, 10, ["07:30", "08:30"], { class: "medicine", who: { all: ["insulin"] } }),
  {
    id: `rast-${day}`, kind: "break", class: "rast", place: "anywhere", slots: [{ start: [t(day, "11:00"), t(day, "13:00")] }],
    duration: { min: 1800, max: 1800 }, who: { shifts: [`Anna-${day}`] }, required: { whenShiftExceeds: 5 * 3600 }, priority: 5, unservedCost: 1,
  },
  {
    id: `notes-${day}`, kind: "other", class: "documentation", place: "shiftEnd", slots: [{ start: [t(day, "07:00"), t(day, "16:00")] }],
    duration: { min: 600, max: 600 }, who: { shifts: [`Anna-${day}`] }, required: true, priority: 3, unservedCost: 1,
  },
];

/** [from][to] in seconds: five minutes from base, ten between homes. */
const SECONDS = [0, 300, 300, 300, 0, 600, 300, 600, 0];

export const demand: Demand = {
  version: 1,
  model: "hand",
  origin: "2026-03-02T00:00:00+01:00",
  ticksPerMinute: 60,
  days: [
    { date: "2026-03-02", begins: 0 },
    { date: "2026-03-03", begins: 86_400 },
  ],
  travel: [{ mode: "car", placeCount: 3, ticks: SECONDS, metres: SECONDS.map((s) => (s / 60) * 1000) }],
  workers: ["Anna", "Bo"].map((id) => ({
    id, traits: [], skills: id === "Anna" ? [{ id: "insulin", level: 0 }] : [], rest: [{ window: 86_400, atLeast: 11 * 3600 }],
  })),
  shifts: [0, 1].flatMap((day) => [shift(`Anna-${day}`, "Anna", day, "07:00", "15:00"), shift(`Bo-${day}`, "Bo", day, "08:00", "12:00")]),
  pools: [],
  tasks: [...dayTasks(0, "2026-03-02"), ...dayTasks(1, "2026-03-03")],
  relations: [],
  budgets: [],
  clients: [{ id: "A", contact: "Anna" }, { id: "B", contact: "Bo" }, { id: "C" }],
  pins: [],
  memory: [],
  terms: [],
};

const at = (id: string, day: number, from: string, to: string): PlannedShift["tasks"][number] => ({ id, slot: 0, start: t(day, from), end: t(day, to) });

/** Anna: out 07:24, insulin 07:30, morning 08:00, lift 09:00, rast, lunch 11:45, notes, home 13:00. Bo: lift only. */
const rounds = (day: number, date: string): PlannedShift[] => [
  {
    shift: `Anna-${day}`, option: 0, begin: t(day, "07:24"), end: t(day, "13:00"),
    tasks: [
      at(`c-insulin@${date}#1`, day, "07:30", "07:40"),
      at(`a-morning@${date}#1`, day, "08:00", "08:30"),
      at(`b-lift@${date}#1/1`, day, "09:00", "09:20"),
      at(`rast-${day}`, day, "11:00", "11:30"),
      at(`a-lunch@${date}#1`, day, "11:45", "12:15"),
      at(`notes-${day}`, day, "12:50", "13:00"),
    ],
  },
  { shift: `Bo-${day}`, option: 0, begin: t(day, "08:54"), end: t(day, "12:10"), tasks: [at(`b-lift@${date}#1/2`, day, "09:00", "09:20")] },
];

export const planOf = (shifts: readonly PlannedShift[]): Plan => {
  const served = new Set(shifts.flatMap((s) => s.tasks.map((x) => x.id)));
  return { version: 1, demandHash: hashOf(demand), shifts, unserved: demand.tasks.filter((x) => !served.has(x.id)).map((x) => x.id), origin: { tool: "hand" } };
};

export const plan: Plan = planOf([...rounds(0, "2026-03-02"), ...rounds(1, "2026-03-03")]);
