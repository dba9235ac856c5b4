/** One thing of a random town misread at random: whatever it is, the judge says something fitting. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDemand } from "../../../src/check/demand/checkDemand.ts";
import type { DemandIssueCode } from "../../../src/check/demand/codes.ts";
import type { Demand, Task } from "../../../src/model/demand.ts";
import type { Span } from "../../../src/units.ts";
import { sampleTown } from "../../../src/sample/index.ts";
import { demandFor } from "../../../src/schedule/demandFor.ts";
import { minute } from "../../../src/schedule/minute.ts";
import { ramtid } from "../../../src/schedule/ramtid.ts";

/** Changes one of the things that fit, picked by `pick`; undefined where there is none. */
type Mutation = (demand: Demand, pick: number) => Demand | undefined;

const visits = (demand: Demand): readonly Task[] => demand.tasks.filter(({ serves = [] }) => serves.length > 0);
const own = (demand: Demand): readonly Task[] => demand.tasks.filter(({ serves = [] }) => serves.length === 0);

/** One task that fits gets other properties. */
const task =
  (fits: (task: Task, demand: Demand) => boolean, change: (task: Task, demand: Demand) => Partial<Task>): Mutation =>
  (demand, pick) => {
    const fitting = demand.tasks.filter((one) => fits(one, demand));
    const chosen = fitting[pick % Math.max(1, fitting.length)];
    return chosen && { ...demand, tasks: demand.tasks.map((one) => (one === chosen ? { ...one, ...change(one, demand) } : one)) };
  };
/** One of a list is gone. */
const without =
  <K extends "shifts" | "workers" | "relations" | "travel" | "pools" | "clients" | "memory" | "days">(key: K, fits: (one: Demand[K][number]) => boolean = () => true): Mutation =>
  (demand, pick) => {
    const fitting = (demand[key] as readonly Demand[K][number][]).filter(fits);
    const chosen = fitting[pick % Math.max(1, fitting.length)];
    return chosen && { ...demand, [key]: (demand[key] as readonly Demand[K][number][]).filter((one) => one !== chosen) };
  };
const one =
  <K extends "shifts" | "workers" | "budgets" | "travel">(key: K, change: (one: Demand[K][number]) => Partial<Demand[K][number]>, fits: (one: Demand[K][number]) => boolean = () => true): Mutation =>
  (demand, pick) => {
    const list = demand[key] as readonly Demand[K][number][];
    const fitting = list.filter(fits);
    const chosen = fitting[pick % Math.max(1, fitting.length)];
    return chosen && { ...demand, [key]: list.map((other) => (other === chosen ? { ...other, ...change(other) } : other)) };
  };
const moved = ({ slots }: Task, by: number): Pick<Task, "slots"> => ({ slots: slots.map(({ start }) => ({ start: [start[0]! + by, start[1]! + by] })) });
const span = (from: number | null, to: number | null): Span => [from, to];
const isVisit = ({ serves = [] }: Task): boolean => serves.length > 0;
const isFrame = ({ id }: { readonly id: string }): boolean => id.startsWith("frame");

/** Each always means something else. */
const MUTATIONS: Readonly<Record<string, readonly [code: DemandIssueCode | readonly DemandIssueCode[], mutation: Mutation]>> = {
  "a visit dropped": [["lost-occurrence", "lost-person"], (demand, pick) => ({ ...demand, tasks: demand.tasks.filter((other) => other !== visits(demand)[pick % visits(demand).length]) })],
  "a visit twice": ["extra-person", (demand, pick) => ({ ...demand, tasks: [...demand.tasks, { ...visits(demand)[pick % visits(demand).length]!, id: "again" }] })],
  "work of the shift dropped": ["lost-duty", (demand, pick) => ({ ...demand, tasks: demand.tasks.filter((other) => other !== own(demand)[pick % own(demand).length]) })],
  "eight hours later": [["outside-promise", "day-not-agreed", "promise-too-narrow"], task(isVisit, (t) => moved(t, 8 * 3600))],
  "a fortnight later": [["outside-promise", "day-not-agreed"], task(isVisit, (t) => moved(t, 14 * 86400))],
  "open at the end": ["outside-promise", task(isVisit, ({ slots }) => ({ slots: slots.map(({ start }) => ({ start: [start[0], null] })) }))],
  "the first second only": ["promise-too-narrow", task(({ slots, serves }) => serves !== undefined && slots.every(({ start }) => start[1]! > start[0]!), ({ slots }) => ({ slots: slots.map(({ start }) => ({ start: span(start[0], start[0]) })) }))],
  "a minute longer": [["longer-than-useful", "template-impossible"], task(isVisit, ({ duration }) => ({ duration: { ...duration, max: duration.max + 60, min: duration.min + 60 } }))],
  "a minute shorter": [["shorter-than-useful", "template-impossible"], task(isVisit, ({ duration }) => ({ duration: { ...duration, max: duration.max - 60, min: duration.min - 60 } }))],
  "another priority": ["wrong-work", task(isVisit, ({ priority }) => ({ priority: (priority % 5) + 1 }))],
  "another class": ["wrong-work", task(isVisit, () => ({ class: "juggling" }))],
  "another client": ["wrong-client", task(isVisit, ({ client }, { clients }) => ({ client: clients.find(({ id }) => id !== client)!.id }))],
  "another place": ["wrong-place", task(({ place, serves }) => serves !== undefined && typeof place === "number", ({ place }) => ({ place: (place as number) === 0 ? 1 : 0 }))],
  "no entry": ["entry-too-short", task(({ stopTicks }) => (stopTicks ?? 0) > 0, () => ({ stopTicks: 0 }))],
  "a skill dropped": ["wrong-skill", task(({ who, serves }) => serves !== undefined && (who.all ?? []).length > 0, ({ who }) => ({ who: { ...who, all: [] } }))],
  "a skill added": ["wrong-skill", task(({ who, serves }) => serves !== undefined && who.all === undefined, ({ who }) => ({ who: { ...who, all: ["juggling"] } }))],
  "nobody but one": ["suited-shut-out", task(isVisit, ({ who }, { workers }) => ({ who: { ...who, only: [workers[0]!.id] } }))],
  "traits of nobody": ["suited-shut-out", task(isVisit, ({ who }) => ({ who: { ...who, traits: ["juggler"] } }))],
  "left out for nothing": ["free-to-leave-out", task(isVisit, () => ({ unservedCost: 0 }))],
  "a break that moves": ["wrong-duty-time", task(({ kind }) => kind === "break", (t) => moved(t, -4 * 3600))],
  "a break of a minute": ["lost-duty", task(({ kind }) => kind === "break", () => ({ duration: { min: 60, max: 60 } }))],
  "a shift dropped": ["lost-shift", without("shifts")],
  "a shift an hour longer": ["wrong-shift", one("shifts", ({ ends }) => ({ ends: span(ends[0], ends[1]! + 3600) }))],
  "a shift that begins before": ["wrong-shift", one("shifts", ({ begins }) => ({ begins: span(begins[0]! - 1800, begins[1]) }))],
  "another way to travel": ["wrong-shift", one("shifts", ({ options }) => ({ options: options.map((option) => ({ ...option, mode: "public" })) }))],
  "a person dropped": ["lost-worker", without("workers")],
  "a skill for life": ["wrong-worker", one("workers", ({ skills }) => ({ skills: [...skills, { id: "juggling", level: 0 }] }))],
  "half the rest": ["wrong-worker", one("workers", ({ rest }) => ({ rest: rest.map((rule) => ({ ...rule, atLeast: rule.atLeast / 2 })) }))],
  "one rest of two": ["wrong-worker", one("workers", ({ rest }) => ({ rest: rest.slice(1) }))],
  "a relation dropped": [
    ["both-or-none-missing", "two-people-missing", "start-together-missing", "gap-missing", "days-apart-missing", "keys-clash"],
    without("relations", ({ id }) => /\/(both|two|start|before:.*|apart|keys:.*)$/.test(id)),
  ],
  "a client dropped": ["lost-client", without("clients")],
  "a meeting forgotten": ["wrong-memory", without("memory")],
  "a day dropped": ["wrong-calendar", without("days")],
  "a way to travel dropped": ["wrong-travel", without("travel")],
  "a twentieth off every trip": ["wrong-travel", one("travel", ({ ticks = [] }) => ({ ticks: ticks.map((t) => Math.floor(t * 0.95)) }))],
  "an hour more in the frame": ["frame-too-wide", one("budgets", ({ limit }) => ({ limit: span(null, limit[1]! + 3600) }), isFrame)],
  "no frame left": ["frame-too-narrow", one("budgets", ({ opening, reserved }) => ({ limit: span(null, opening + reserved) }), (budget) => isFrame(budget) && budget.limit[1]! - budget.opening - budget.reserved > 3600)],
  "a visit not charged": ["frame-too-wide", one("budgets", ({ members }) => ({ members: members.slice(1) }), (budget) => isFrame(budget) && budget.members.length > 1)],
};

test("random misreadings of random towns are found, each under a fitting code", () => {
  const found = new Map<string, number>();
  fc.assert(
    fc.property(fc.nat(11), fc.boolean(), fc.array(fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat(1e6)), { minLength: 8, maxLength: 14 }), (seed, isMinute, tries) => {
      const town = sampleTown({ clients: 12, days: 7, seed });
      const demand = demandFor(town, isMinute ? minute() : ramtid());
      for (const [name, pick] of tries) {
        const [codes, mutation] = MUTATIONS[name]!;
        const mutated = mutation(demand, pick);
        if (mutated === undefined) continue;
        found.set(name, (found.get(name) ?? 0) + 1);
        const said = checkDemand(town, mutated).issues.map(({ code }) => code);
        expect(said.some((code) => [codes].flat().includes(code as DemandIssueCode)), `${name}: ${[...new Set(said)]}`).toBe(true);
      }
    }),
    { seed: 2026, numRuns: 16 },
  );
  expect(Object.keys(MUTATIONS).filter((name) => !found.has(name))).toEqual([]);
});
