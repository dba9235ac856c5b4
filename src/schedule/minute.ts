/**
 * Minute planning (*minutplanering*, *schablontid*): a granted intervention has template minutes and a planned clock time.
 * Where the Case leaves day or clock open, the schedule chooses one and keeps it: the same clock time within the
 * tolerance from day to day, the same weekday from week to week.
 */
import type { ModelSpec, Switches } from "./switches.ts";

/** Minute planning as written. */
export const MINUTE: Switches = {
  clock: "planned", // start within Practice.toleranceMinutes of the planned time
  day: "fixed", // the named weekday
  duration: "template", // exactly the template minutes
  purposeSwap: "no", // a minute for the shower is no minute for a walk
  save: "none", // what is not used today is gone
  pool: "client", // each client's minutes are its own
  decides: "planner", // changes on the day go through the planner
  framePer: "week", // no frame but where the decision grants one
};

/** The minute model, with some switches set otherwise. */
export const minute = (changed: Partial<Switches> = {}): ModelSpec => ({ name: "minute", parameters: { ...changed } });
