/** What distinguishes schedule models: independent switches. A model is a setting of them, not a camp. */
import type { FramePeriod } from "../model/case.ts";

export interface Switches {
  /** When a visit may start: at its planned clock time ± tolerance, or anywhere in its agreed window. */
  readonly clock: "planned" | "window";
  /** On which day a weekly need may fall: the named (or the same) weekday, or any agreed one. */
  readonly day: "fixed" | "agreed";
  /** How long a visit lasts: its template minutes, or any useful length. */
  readonly duration: "template" | "elastic";
  /** May minutes move from one purpose of a client to another? "policy": as the client's frame policy says, else yes. */
  readonly purposeSwap: "no" | "yes" | "policy";
  /**
   * May unused minutes be used another day: never, within the frame period, or also in later periods? "policy": as the
   * client's frame policy says, else within the period.
   */
  readonly save: "none" | "withinPeriod" | "rolling" | "policy";
  /** Whose account the minutes are: each client's, or the provider's clients' together. "policy": as the frame policy says, else the client's. */
  readonly pool: "client" | "provider" | "policy";
  /** Who decides changes on the day. Planning does not read it; see {@link dayPolicyOf}. */
  readonly decides: "planner" | "team";
  /** Period over which template minutes add up to a frame, for clients whose decision names no frame. */
  readonly framePer: FramePeriod;
}

/** The values each switch can take, the first one of the strictest model. */
export const SWITCH_VALUES: { readonly [K in keyof Switches]: readonly Switches[K][] } = {
  clock: ["planned", "window"],
  day: ["fixed", "agreed"],
  duration: ["template", "elastic"],
  purposeSwap: ["no", "yes", "policy"],
  save: ["none", "withinPeriod", "rolling", "policy"],
  pool: ["client", "provider", "policy"],
  decides: ["planner", "team"],
  framePer: ["week", "fourWeeks", "calendarMonth"],
};

/** A schedule model as data: it crosses threads and is written into reports; the code is found by name. */
export interface ModelSpec {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
