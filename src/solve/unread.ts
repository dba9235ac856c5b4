/** Demands from outside that were not read with `readDemand`. */
import { UsageError } from "../errors.ts";
import type { Demand } from "../model/demand.ts";
import { readDemand } from "../model/readDemand.ts";

/** What the work gives; see {@link explain} for what it throws. */
export function explained<T>(demand: Demand, work: () => T): T {
  try {
    return work();
  } catch (error) {
    return explain(demand, error);
  }
}

/** Throws the error; where names of the Demand lead nowhere and something stumbled over them, the InputError that lists them. */
export function explain(demand: Demand, error: unknown): never {
  if (error instanceof TypeError && !(error instanceof UsageError)) readDemand(demand);
  throw error;
}
