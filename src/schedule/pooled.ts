/**
 * Pooled frame (*samlad ram*): template minutes of all of a provider's clients add up to one frame, out of which it gives each
 * client what the days ask for. As Gävle describes its home care (2022); the month is an assumption.
 */
import type { ModelSpec, Switches } from "./switches.ts";

/** The pooled frame as written. */
export const POOLED: Switches = {
  clock: "window", // start anywhere in the agreed window
  day: "agreed", // weekly needs on any agreed day of the week
  duration: "elastic", // any useful length
  purposeSwap: "yes", // templates guide, they do not bind
  save: "withinPeriod", // until the provider's account is closed
  pool: "provider", // what one client does not need, another may
  decides: "team", // staff and client decide on the day
  framePer: "calendarMonth", // as providers are paid
};

/** The pooled model, with some switches set otherwise. */
export const pooled = (changed: Partial<Switches> = {}): ModelSpec => ({ name: "pooled", parameters: { ...changed } });
