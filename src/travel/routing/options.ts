/** How `resolveTravel` is to ask. */
import { UsageError } from "../../errors.ts";
import type { Asking, Fetch } from "./ask.ts";
import type { TravelCache } from "./cache.ts";
import type { Mode } from "./provider.ts";

export interface ResolveOptions {
  /** Which modes of the Case. Default: those with a formula. One named here that has a matrix is asked for anew. */
  readonly modes?: readonly Mode[];
  /** Remembers the service's answers. Default: none. Its entries never grow old: throw them away when the service has a new map. */
  readonly cache?: TravelCache;
  /** Most requests at the same time. At least 1; default 2. */
  readonly concurrency?: number;
  /** How often to ask again where that may help. Default 3. */
  readonly retries?: number;
  /** Before the first retry; before every further one twice as long. Default 0.5. */
  readonly backoffSeconds?: number;
  /** For one answer. Default 30. */
  readonly timeoutSeconds?: number;
  /** Stops everything; the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Default: the platform's. */
  readonly fetch?: Fetch;
}

/** Patience, with defaults. Throws {@link UsageError} on what is none. */
export function patienceOf(options: ResolveOptions): Omit<Asking, "signal"> & { readonly concurrency: number } {
  const { fetch = globalThis.fetch, concurrency = 2, retries = 3, backoffSeconds = 0.5, timeoutSeconds = 30 } = options;
  if (!(Number.isInteger(concurrency) && concurrency >= 1))
    throw new UsageError(`concurrency is ${concurrency}. Give a whole number from 1.`);
  if (!(Number.isInteger(retries) && retries >= 0)) throw new UsageError(`retries is ${retries}. Give a whole number from 0.`);
  if (!(backoffSeconds >= 0 && backoffSeconds <= 3600)) throw new UsageError(`backoffSeconds is ${backoffSeconds}. Give 0 to 3600.`);
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 3600))
    throw new UsageError(`timeoutSeconds is ${timeoutSeconds}. Give more than 0, at most 3600.`);
  return { fetch, concurrency, retries, backoffSeconds, timeoutSeconds };
}
