/** The seeded Demands of the comparison: two generators in turn, one that mixes freely, one that hides a legal plan. */
import type { Demand } from "../../src/model/demand.ts";
import { randomDemand } from "../generate/demands.ts";
import { instance } from "./instances.ts";

export const SEEDED_COUNT = 1000;

export function seededDemand(seed: number): Demand {
  if (seed % 2 === 0) return instance(seed / 2).demand;
  return randomDemand(seed, { tasks: [2, 5], shifts: [1, 2], days: [1, 2], dayTicks: 24, fitted: 0.95 });
}

/** What a Demand mixes, for people who look at a miss. */
export function mixtureOf(demand: Demand): string[] {
  const { tasks, shifts, relations, budgets, terms } = demand;
  const mixed = [
    `${tasks.length} tasks`,
    `${shifts.length} shifts`,
    ...relations.map(
      (r) => `${r.soft ? "soft " : ""}${r.kind}${r.kind === "gap" ? ` ${r.clock} ${r.over}${r.eitherOrder ? " either" : ""}` : ""}`,
    ),
    ...budgets.map((b) => `budget ${b.of} ${b.quantity}${b.within ? " within" : ""}${b.cost ? " priced" : ""}`),
    ...terms.map((t) => `${t.measure}/${t.per}/${t.reduce}@${t.level}`),
  ];
  const say = (words: string, holds: boolean): void => void (holds && mixed.push(words));
  say(
    "elastic",
    tasks.some((t) => t.duration.max > t.duration.min),
  );
  say(
    "slots",
    tasks.some((t) => t.slots.length > 1),
  );
  say(
    "wishes",
    tasks.some((t) => t.slots.some((s) => s.wish || s.startCost || s.endCost)),
  );
  say(
    "entry",
    tasks.some((t) => t.stopTicks),
  );
  say(
    "open places",
    tasks.some((t) => typeof t.place !== "number"),
  );
  say(
    "breaks",
    tasks.some((t) => t.kind === "break"),
  );
  say(
    "conditional",
    tasks.some((t) => typeof t.required === "object"),
  );
  say(
    "load",
    tasks.some((t) => t.load),
  );
  say(
    "stretch",
    shifts.some((s) => s.maxStretch !== undefined),
  );
  say(
    "span",
    shifts.some((s) => s.maxSpan !== undefined),
  );
  say(
    "modes",
    shifts.some((s) => s.options.length > 1),
  );
  say(
    "pool",
    shifts.some((s) => s.options.some((o) => o.pool)),
  );
  say(
    "profile",
    demand.travel.some((t) => t.profile),
  );
  say(
    "pace",
    demand.workers.some((w) => w.pace),
  );
  say(
    "rest",
    demand.workers.some((w) => w.rest.length > 0),
  );
  say("days", demand.days.length > 1);
  say("pins", demand.pins.length > 0);
  say("now", demand.now !== undefined);
  return mixed;
}
