/**
 * Time frame (*ramtid*): the client is granted minutes per period. Lengths, times and days flex inside what the client
 * agreed to. Needs with fixed timing keep their windows, and nurse-delegated work outside the frame its minutes.
 */
import type { ModelSpec, Switches } from "./switches.ts";

/** Ramtid as written. */
export const RAMTID: Switches = {
  clock: "window", // start anywhere in the agreed window
  day: "agreed", // weekly needs on any agreed day of the week
  duration: "elastic", // any useful length
  purposeSwap: "policy", // minutes follow today's needs, unless the policy forbids it
  save: "policy", // saved within the period, unless the policy says otherwise
  pool: "policy", // each client's frame, or the provider's pool
  decides: "team", // staff and client decide on the day
  framePer: "week", // template minutes add up per week where no frame is granted
};

/** The ramtid model, with some switches set otherwise: `ramtid({ save: "none" })`. */
export const ramtid = (changed: Partial<Switches> = {}): ModelSpec => ({ name: "ramtid", parameters: { ...changed } });
