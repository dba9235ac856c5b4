/**
 * A night worked out by hand, in which the clocks go forward (2026-03-29, 02:00 becomes 03:00). Tick 0 is 2026-03-28 00:00+01:00.
 * Åsa sets out at 23:30, checks on the first client to midnight, rests, and turns her from 01:50 to 03:10, twenty minutes, together
 * with Bo; then she gives medicine there, looks in at a home without coordinates, and is back at 04:00. A morning visit is left out.
 */
import type { Case } from "../../../src/model/case.ts";
import type { Demand, Shift, Task } from "../../../src/model/demand.ts";
import { hashOf } from "../../../src/model/hash.ts";
import type { Plan, PlannedShift } from "../../../src/model/plan.ts";

export const ODD = '=Å,"1"';

export const town: Case = {
  version: 1,
  name: "Nattby",
  period: { from: "2026-03-28", days: 2 },
  places: [{ id: "base", latitude: 59.3, longitude: 18 }, { id: "p1", latitude: 59.31, longitude: 18.0200004 }, { id: "p2" }],
  travel: [{ mode: "car", formula: { kmPerHour: 60, detour: 1, fixedSeconds: 0 } }],
  households: [{ id: "h1", place: "p1" }, { id: "h2", place: "p2" }],
  clients: [
    { id: ODD, name: "Karin Öberg-Ek", household: "h1", decision: { basis: "SoL", grants: { kind: "interventions" } } },
    { id: "c2", name: "Nils Ek", household: "h2", decision: { basis: "SoL", grants: { kind: "interventions" } } },
  ],
  needs: [
    { id: "night", client: ODD, class: "check", purpose: "trygg natt", minutes: 15, often: { times: 1, per: "day" }, window: ["23:30", "00:30"], timing: "agreed" },
    { id: "turn", client: ODD, class: "transfer", purpose: "inga sår; vila", minutes: 20, often: { times: 1, per: "day" }, window: ["01:00", "04:00"], timing: "agreed", staffing: 2 },
    { id: "pill", client: ODD, class: "medicine", minutes: 5, often: { times: 1, per: "day" }, window: ["01:00", "04:00"], timing: "agreed" },
    { id: "look", client: "c2", class: "check", minutes: 10, often: { times: 1, per: "day" }, window: ["03:00", "04:00"], timing: "agreed" },
    { id: "wash", client: "c2", class: "hygiene", minutes: 30, often: { times: 1, per: "day" }, window: ["07:00", "09:00"], timing: "agreed" },
  ],
  staff: [{ id: "åsa", name: "Åsa Lind", skills: [] }, { id: "bo", name: "Bo", skills: [] }],
  shifts: [],
};

const shift = (id: string, worker: string): Shift => ({
  id, worker, begins: [null, null], ends: [null, null], idleIfUnused: false, fixedDeparture: false, options: [{ mode: "car", from: 0, to: 0 }],
});

const task = (id: string, client: string, place: number, type: string, start: Task["slots"][number]["start"], ticks: number): Task => ({
  id, kind: "care", class: type, client, serves: [id.split("/")[0] as string], place, slots: [{ start }], duration: { min: ticks, max: ticks }, who: {},
  required: false, priority: 3, unservedCost: 1,
});

export const demand: Demand = {
  version: 1,
  model: "hand",
  origin: "2026-03-28T00:00:00+01:00",
  ticksPerMinute: 60,
  days: [{ date: "2026-03-28", begins: 0 }, { date: "2026-03-29", begins: 86_400, clockChange: { at: 93_600, by: 3600 } }],
  travel: [{ mode: "car", placeCount: 3, ticks: [0, 300, 420, 300, 0, 240, 420, 240, 0], metres: [0, 5000, 7000, 5000, 0, 4000, 7000, 4000, 0] }],
  workers: ["åsa", "bo"].map((id) => ({ id, traits: [], skills: [], rest: [] })),
  shifts: [shift("bo-night", "bo"), shift("åsa-night", "åsa")],
  pools: [],
  tasks: [
    task("wash@2026-03-29#1", "c2", 2, "hygiene", [108_000, 115_200], 1800),
    task("night@2026-03-28#1", ODD, 1, "check", [84_600, 88_200], 900),
    task("turn@2026-03-29#1", ODD, 1, "transfer", [90_000, 97_200], 1200),
    task("turn@2026-03-29#1/second", ODD, 1, "transfer", [90_000, 97_200], 1200),
    task("pill@2026-03-29#1", ODD, 1, "medicine", [90_000, null], 300),
    task("look@2026-03-29#1", "c2", 2, "check", [null, null], 600),
    {
      id: "åsa-night/break1", kind: "break", class: "break", place: "neighbour", slots: [{ start: [86_400, 88_200] }],
      duration: { min: 1800, max: 1800 }, who: { shifts: ["åsa-night"] }, required: false, priority: 5, unservedCost: 0,
    },
  ],
  relations: [],
  budgets: [],
  clients: [{ id: ODD }, { id: "c2" }],
  pins: [],
  memory: [],
  terms: [],
};

const at = (id: string, start: number, end: number): PlannedShift["tasks"][number] => ({ id, slot: 0, start, end });

export const plan: Plan = {
  version: 1,
  demandHash: hashOf(demand),
  shifts: [
    { shift: "bo-night", option: 0, begin: 92_700, end: 94_500, tasks: [at("turn@2026-03-29#1/second", 93_000, 94_200)] },
    {
      shift: "åsa-night", option: 0, begin: 84_600, end: 97_200,
      tasks: [
        at("night@2026-03-28#1", 85_500, 86_400),
        at("åsa-night/break1", 86_400, 88_200),
        at("turn@2026-03-29#1", 93_000, 94_200),
        at("pill@2026-03-29#1", 94_200, 94_500),
        at("look@2026-03-29#1", 95_000, 95_630),
      ],
    },
  ],
  unserved: ["wash@2026-03-29#1"],
  origin: { tool: "hand" },
};
