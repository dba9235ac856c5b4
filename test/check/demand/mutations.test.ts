import { describe, expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import { DEMAND_ISSUE_CODES, type DemandIssueCode } from "../../../src/check/demand/codes.ts";
import type { Case } from "../../../src/model/case.ts";
import type { Budget, Demand, Shift, Task, Worker } from "../../../src/model/demand.ts";
import type { Relation } from "../../../src/model/relation.ts";
import { sampleTown } from "../../../src/sample/index.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";

const town = sampleTown({ seed: 2, clients: 20, days: 8, parameters: { hasNights: false, doubleBurden: { daily: 0.7, heavy: 0, extreme: 0 } } });
const withHistory = {
  ...town,
  needs: town.needs.map((need) => (need.id.endsWith("-shopping") ? { ...need, often: { times: 2, per: "week" as const } } : need)),
};
const newcomer = withHistory.shifts.find(({ breaks }) => breaks !== undefined)!;
const followed = withHistory.shifts.find(({ date, staff }) => date === newcomer.date && staff !== newcomer.staff)!.id;
const staffed: Case = {
  ...withHistory,
  clients: withHistory.clients.map((client) =>
    client.id === "c1-3"
      ? {
          ...client,
          contactMinutesPerWeek: 30,
          refusedStaff: withHistory.staff
            .filter(({ id }) => id !== client.careContact)
            .slice(4, 5)
            .map(({ id }) => id),
        }
      : client,
  ),
  households: withHistory.households.map((household) => ({ ...household, access: { kind: "key", keyCopies: 1 } })),
  shifts: withHistory.shifts.map((shift) => (shift.id === newcomer.id ? { ...shift, introducedIn: followed } : shift)),
  teams: (withHistory.teams ?? []).map((team) => ({ ...team, isShared: true })),
  staff: withHistory.staff.map((staff, i) => (i === 0 ? { ...staff, provider: "other" } : staff)),
};
const demand = demandFor(staffed, ramtid());

const isVisit = ({ kind, stopTicks }: Task): boolean => kind === "care" && stopTicks !== undefined;
const isElastic = ({ duration }: Task): boolean => duration.max > duration.min;
const isPair = ({ id }: Task): boolean => demand.tasks.some((other) => other.id === `${id}/second`);

/** Changes the first task that fits. */
const task = (fits: (task: Task) => boolean, change: (task: Task) => Partial<Task>): Demand => {
  const found = demand.tasks.find(fits);
  if (found === undefined) throw new Error("no such task");
  return { ...demand, tasks: demand.tasks.map((other) => (other === found ? { ...other, ...change(other) } : other)) };
};
const without = (fits: (task: Task) => boolean): Demand => {
  const found = demand.tasks.find(fits);
  if (found === undefined) throw new Error("no such task");
  return {
    ...demand,
    tasks: demand.tasks.filter((other) => other !== found),
    relations: demand.relations.filter(({ tasks }) => !tasks.includes(found.id)),
    budgets: demand.budgets.map((budget) => ({ ...budget, members: budget.members.filter((id) => id !== found.id) })),
  };
};
const withoutRelations = (fits: (relation: Relation) => boolean): Demand => {
  const relations = demand.relations.filter((relation) => !fits(relation));
  if (relations.length === demand.relations.length) throw new Error("no such relation");
  return { ...demand, relations };
};
const shift = (change: (shift: Shift) => Partial<Shift>): Demand => ({
  ...demand,
  shifts: demand.shifts.map((other, i) => (i === 3 ? { ...other, ...change(other) } : other)),
});
const worker = (change: (worker: Worker) => Partial<Worker>): Demand => ({
  ...demand,
  workers: demand.workers.map((other, i) => (i === 1 ? { ...other, ...change(other) } : other)),
});
const budget = (change: (budget: Budget) => Partial<Budget>): Demand => ({
  ...demand,
  budgets: demand.budgets.map((other, i) => (i === 0 ? { ...other, ...change(other) } : other)),
});
const moved = ({ slots }: Task, ticks: number): Pick<Task, "slots"> => ({
  slots: slots.map(({ start }) => ({ start: [start[0]! + ticks, start[1]! + ticks] })),
});
const refusing = staffed.clients.find(({ id }) => id === "c1-3")!;

/** Each breaks one rule; what else must then be wrong too is named. */
const mutations: readonly (readonly [DemandIssueCode, string, Demand, also?: readonly DemandIssueCode[]])[] = [
  ["wrong-case", "a hash of something else", { ...demand, caseHash: "0".repeat(64) }],
  [
    "wrong-calendar",
    "days of 24 hours across the clock change",
    { ...demand, days: demand.days.map(({ date }, i) => ({ date, begins: i * 86400 })) },
  ],
  ["wrong-calendar", "an origin in another zone", { ...demand, origin: "2026-03-23T00:00:00Z" }],
  ["wrong-travel", "no travel by car", { ...demand, travel: demand.travel.filter(({ mode }) => mode !== "car") }],
  ["lost-occurrence", "a lost visit", without((t) => isVisit(t) && !isPair(t) && !t.id.endsWith("/second")), ["frame-too-wide"]],
  [
    "extra-occurrence",
    "a visit that is not due",
    { ...demand, tasks: [...demand.tasks, { ...demand.tasks.find(isVisit)!, id: "more", serves: ["c1-1-morning@2027-01-01#1"] }] },
  ],
  ["lost-person", "a lost second person", without(({ id }) => id.endsWith("/second"))],
  [
    "extra-person",
    "a second person where one is enough",
    {
      ...demand,
      tasks: [...demand.tasks, { ...demand.tasks.find((t) => isVisit(t) && !isPair(t) && t.who.all !== undefined)!, id: "more" }],
    },
  ],
  [
    "extra-task",
    "work for a client without a need",
    { ...demand, tasks: [...demand.tasks, { ...demand.tasks.find(isVisit)!, id: "more", serves: [] }] },
  ],
  [
    "extra-task",
    "a third break",
    { ...demand, tasks: [...demand.tasks, { ...demand.tasks.find(({ kind }) => kind === "break")!, id: "more" }] },
  ],
  ["wrong-client", "a visit to somebody else", task(isVisit, () => ({ client: "c1-2x" }))],
  [
    "wrong-work",
    "cleaning called a chat",
    task(
      ({ class: work }) => work === "cleaning",
      () => ({ class: "chat" }),
    ),
  ],
  [
    "wrong-work",
    "a vital need made less so",
    task(
      ({ priority, kind }) => priority === 5 && kind === "care",
      () => ({ priority: 1 }),
    ),
  ],
  ["wrong-place", "a visit at the neighbour's", task(isVisit, (t) => ({ place: (t.place as number) + 1 }))],
  ["entry-too-short", "walking through the door", task(isVisit, () => ({ stopTicks: 0 }))],
  ["entry-too-long", "a long way up", task(isVisit, () => ({ stopTicks: 600 }))],
  ["longer-than-useful", "longer than useful", task(isElastic, (t) => ({ duration: { ...t.duration, max: t.duration.max + 60 } }))],
  ["shorter-than-useful", "shorter than useful", task(isElastic, (t) => ({ duration: { ...t.duration, min: t.duration.min - 60 } }))],
  ["template-impossible", "never the template minutes", task(isElastic, (t) => ({ duration: { ...t.duration, max: t.duration.min } }))],
  [
    "outside-promise",
    "a window an hour later",
    task(
      (t) => isVisit(t) && t.class === "hygiene",
      (t) => moved(t, 3600),
    ),
    ["promise-too-narrow"],
  ],
  [
    "promise-too-narrow",
    "half of the window",
    task(
      (t) => isVisit(t) && t.class === "hygiene",
      ({ slots }) => ({ slots: slots.map(({ start: [from, to] }) => ({ start: [from, (from! + to!) / 2] })) }),
    ),
  ],
  ["wrong-worth", "minutes worth nothing", task(isElastic, ({ duration }) => ({ duration: { min: duration.min, max: duration.max } }))],
  ["free-to-leave-out", "a visit that nobody misses", task(isVisit, () => ({ unservedCost: 0 }))],
  ["free-to-leave-out", "nobody counts what is left out", { ...demand, terms: demand.terms.filter(({ measure }) => measure !== "unserved") }],
  ["outside-promise", "a start left open", task(isVisit, (t) => ({ slots: t.slots.map(() => ({ start: [null, null] })) }))],
  [
    "day-not-agreed",
    "a daily visit on the next day",
    task(
      (t) => t.class === "meal" && t.id.includes("2026-03-24"),
      (t) => moved(t, 86400),
    ),
    ["gap-missing", "keys-clash", "promise-too-narrow", "extra-rule"],
  ],
  [
    "day-not-agreed",
    "cleaning on Saturday",
    task(
      (t) => t.class === "cleaning",
      (t) => ({
        slots: [...t.slots, ...moved({ ...t, slots: [t.slots[0]!] }, 0).slots, ...moved({ ...t, slots: [t.slots.at(-1)!] }, 86400).slots],
      }),
    ),
  ],
  [
    "wrong-skill",
    "insulin by anyone",
    task(
      ({ who }) => who.all?.includes("insulin") === true,
      (t) => ({ who: { ...t.who, all: [] } }),
    ),
  ],
  [
    "wrong-skill",
    "a skill nobody asked for",
    task(
      (t) => t.class === "meal",
      (t) => ({ who: { ...t.who, all: ["medicine"] } }),
    ),
  ],
  [
    "not-suited-allowed",
    "a refusal forgotten",
    task(
      (t) => t.client === refusing.id,
      (t) => ({ who: { ...t.who, not: (t.who.not ?? []).filter((name) => name !== refusing.refusedStaff?.[0]) } }),
    ),
  ],
  [
    "suited-shut-out",
    "one person only",
    task(
      (t) => t.class === "meal",
      (t) => ({ who: { ...t.who, only: [demand.workers[2]!.id] } }),
    ),
  ],
  [
    "wrong-preference",
    "somebody less welcome than others",
    task(isVisit, ({ who }) => ({ who: { ...who, cost: { ...who.cost, [demand.workers.find(({ id }) => who.cost?.[id] === undefined)!.id]: 1 } } })),
  ],
  [
    "extra-rule",
    "the same person each day",
    { ...demand, relations: [...demand.relations, { id: "same", kind: "workers", tasks: demand.tasks.filter(isVisit).slice(0, 2).map(({ id }) => id), distinct: [1, 1] }] },
  ],
  [
    "extra-rule",
    "one right after the other",
    { ...demand, relations: [...demand.relations, { id: "order", kind: "order", tasks: demand.tasks.filter(isVisit).slice(0, 2).map(({ id }) => id), adjacent: true }] },
  ],
  [
    "extra-rule",
    "the second stays an hour longer",
    {
      ...demand,
      relations: demand.relations.flatMap((one): Relation[] =>
        one.kind === "gap" && one.id.endsWith("/start") ? [one, { ...one, id: `${one.id}/longer`, from: "end", to: "end", span: [3600, 7200] }] : [one],
      ),
    },
  ],
  ["extra-rule", "so many visits and no more", { ...demand, budgets: [...demand.budgets, { ...demand.budgets[0]!, id: "count", quantity: "count", limit: [null, 9] }] }],
  ["extra-rule", "at least so many minutes", budget(({ limit }) => ({ limit: [60, limit[1]] }))],
  ["extra-rule", "a price on the frame", budget(() => ({ cost: { points: [[0, 0]], above: 1 } }))],
  ["extra-rule", "something to carry", task(isVisit, () => ({ load: { meals: 1 } }))],
  ["promise-too-narrow", "an end that comes too soon", task(isVisit, ({ slots, duration }) => ({ slots: slots.map((slot) => ({ ...slot, end: [null, slot.start[0]! + duration.max] })) }))],
  [
    "suited-shut-out",
    "one shift only",
    task(isVisit, ({ who }) => ({ who: { ...who, shifts: demand.workers.flatMap(({ id }) => demand.shifts.find((one) => one.worker === id)?.id ?? []) } })),
  ],
  [
    "extra-rule",
    "both must come",
    { ...demand, relations: demand.relations.map((r) => (r.kind === "presence" ? { ...r, zeroAllowed: false } : r)) },
  ],
  ["both-or-none-missing", "one of two may come alone", withoutRelations(({ kind }) => kind === "presence")],
  ["two-people-missing", "one person twice", withoutRelations(({ id }) => id.endsWith("/two"))],
  ["start-together-missing", "the second whenever", withoutRelations(({ id }) => id.endsWith("/start"))],
  ["gap-missing", "lunch right before supper", withoutRelations(({ id }) => id.includes("/before:"))],
  [
    "gap-missing",
    "a gap that only costs something",
    { ...demand, relations: demand.relations.map((r) => (r.id.includes("/before:") ? { ...r, soft: { points: [[0, 0]], above: 1 } } : r)) },
  ],
  ["days-apart-missing", "twice a week on one day", withoutRelations(({ id }) => id.endsWith("/apart"))],
  ["keys-clash", "one key for two", withoutRelations(({ id }) => id.includes("/keys:"))],
  [
    "keys-clash",
    "a key more than there is",
    {
      ...demand,
      relations: demand.relations.map((r) => (r.kind === "workers" && r.id.includes("/keys:") ? { ...r, distinct: [null, 2] } : r)),
    },
  ],
  ["contract-missing", "overtime for nothing", { ...demand, budgets: demand.budgets.filter(({ of }) => of === "task") }],
  [
    "contract-missing",
    "an hour more a week",
    {
      ...demand,
      budgets: demand.budgets.map((b) =>
        b.of === "shift" && b.cost !== undefined ? { ...b, cost: { ...b.cost, points: [[b.cost.points[0]![0] + 3600, 0]] } } : b,
      ),
    },
  ],
  ["frame-missing", "no accounts", { ...demand, budgets: demand.budgets.filter(({ of }) => of === "shift") }],
  ["frame-too-wide", "an hour more than granted", budget((b) => ({ limit: [null, b.limit[1]! + 3600] }))],
  ["frame-too-wide", "what is owed later forgotten", { ...demand, budgets: demand.budgets.map((b) => ({ ...b, reserved: 0 })) }],
  ["frame-too-narrow", "a frame already used", budget((b) => ({ opening: b.limit[1]! - b.reserved }))],
  ["lost-shift", "a lost shift", { ...demand, shifts: demand.shifts.slice(1) }],
  ["extra-shift", "an extra shift", { ...demand, shifts: [...demand.shifts, { ...demand.shifts[0]!, id: "more" }] }],
  ["wrong-shift", "somebody else's shift", shift(() => ({ worker: demand.workers[4]!.id }))],
  ["wrong-shift", "a border that the shared team does not have", shift(() => ({ team: "team-1" }))],
  ["wrong-shift", "an hour more", shift((s) => ({ ends: [null, s.ends[1]! + 3600] }))],
  ["wrong-shift", "no limit between breaks", shift(({ maxStretch, ...rest }) => ({ ...rest, maxStretch: maxStretch! * 2 }))],
  ["wrong-shift", "a car of its own", shift((s) => ({ options: s.options.map(({ pool, ...option }) => option) }))],
  ["wrong-shift", "more cars", { ...demand, pools: demand.pools.map((pool) => ({ ...pool, count: 9 })) }],
  ["lost-duty", "no break", without(({ kind }) => kind === "break")],
  [
    "lost-duty",
    "a shorter break",
    task(
      ({ kind }) => kind === "break",
      () => ({ duration: { min: 600, max: 600 } }),
    ),
    ["extra-task"],
  ],
  ["lost-duty", "no documentation", without(({ class: work }) => work === "documentation")],
  [
    "lost-duty",
    "half an introduction",
    task(
      ({ class: work }) => work === "introduction",
      ({ duration }) => ({ duration: { min: duration.min / 2, max: duration.max } }),
    ),
    ["extra-task"],
  ],
  ["lost-contact-time", "no time for the care contact", without(({ class: work }) => work === "contactTime")],
  [
    "lost-contact-time",
    "somebody else's time for the client",
    task(
      ({ class: work }) => work === "contactTime",
      ({ who }) => ({ who: { only: [demand.workers.find(({ id }) => who.only?.[0] !== id)!.id] } }),
    ),
  ],
  [
    "lost-contact-time",
    "calls at night",
    task(
      ({ class: work }) => work === "contactTime",
      (t) => moved(t, 10 * 3600),
    ),
  ],
  [
    "wrong-duty-time",
    "a break at the start of the shift",
    task(
      ({ kind }) => kind === "break",
      (t) => moved(t, -7200),
    ),
  ],
  [
    "wrong-duty-time",
    "a break that may be left out",
    task(
      ({ kind }) => kind === "break",
      () => ({ required: false }),
    ),
  ],
  ["lost-worker", "somebody missing", { ...demand, workers: demand.workers.slice(0, -1) }],
  ["extra-worker", "somebody hired", { ...demand, workers: [...demand.workers, { ...demand.workers[0]!, id: "new" }] }],
  [
    "wrong-worker",
    "a delegation that lasts longer",
    worker((w) => ({ skills: w.skills.map(({ id, level }) => ({ id, level })).concat({ id: "stoma", level: 0 }) })),
  ],
  ["wrong-worker", "no weekly rest", worker((w) => ({ rest: w.rest.slice(0, 1) }))],
  ["wrong-worker", "faster than they are", worker(() => ({ pace: { hygiene: 0.8 } }))],
  [
    "lost-client",
    "another care contact",
    { ...demand, clients: demand.clients.map((client, i) => (i === 0 ? { ...client, contact: "nobody" } : client)) },
  ],
  ["wrong-memory", "a forgotten visit", { ...demand, memory: demand.memory.slice(1) }],
  [
    "wrong-memory",
    "an invented visit",
    { ...demand, memory: [...demand.memory, { client: demand.clients[0]!.id, worker: "nobody", at: -9, times: 1 }] },
  ],
];

test("the town that is mutated is read fairly to begin with", () => {
  expect(checkDemand(staffed, demand).issues).toEqual([]);
  expect(checkDemand(staffed, demandFor(staffed, minute())).issues).toEqual([]);
});

describe("each mutation is reported under its code, and no other", () => {
  test.each(mutations.map(([code, name, mutated, also = []]) => ({ code, name, mutated, also })))(
    "$code: $name",
    ({ code, mutated, also }) => {
      const codes = new Set(checkDemand(staffed, mutated).issues.map((issue) => issue.code));
      expect(codes).toContain(code);
      expect([...codes].filter((other) => other !== code && !also.some((extra) => extra === other))).toEqual([]);
    },
  );

  test("every code has a mutation", () => {
    const tried = new Set(mutations.map(([code]) => code));
    expect(Object.keys(DEMAND_ISSUE_CODES).filter((code) => !tried.has(code as DemandIssueCode))).toEqual([]);
  });
});

test("issues lead to the place in the Demand and say what to do", () => {
  const { issues } = checkDemand(
    staffed,
    task(isElastic, (t) => ({ duration: { ...t.duration, max: t.duration.max + 60 } })),
  );
  const at = demand.tasks.findIndex(isElastic);
  expect(issues[0]?.path).toEqual(["tasks", at, "duration", "max"]);
  expect(issues[0]?.fix).toMatch(/^Write \d+/);
});
