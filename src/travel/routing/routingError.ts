/** What can go wrong with a routing service. */
import { formatPath, type Issue } from "../../errors.ts";

/** Every code that `resolveTravel` may report: the first three in an InputError, the others as a {@link RoutingError}. */
export const ROUTING_CODES = {
  "coordinates-missing": "A routing service needs the coordinates of every place.",
  "mode-not-served": "The routing service has no profile for a way to travel.",
  "unreachable-pair": "No way leads from one place to another.",
  "place-off-road": "There is no road near a place.",
  "service-unreachable": "Nobody answers at the address, also not after retries.",
  "service-timed-out": "The answer takes too long, also after retries.",
  "service-busy": "The service answers that it is busy or out of order, also after retries.",
  "service-refused": "The service refuses the request.",
  "profiles-alike": "The service answers the same for different profiles, so it does not know them.",
  "answer-unreadable": "The answer is not what the service's protocol says.",
} as const;

/** A code of {@link ROUTING_CODES}. */
export type RoutingCode = keyof typeof ROUTING_CODES;

/** The routing service did not give the travel asked for. One request's fault; the others were stopped. */
export class RoutingError extends Error implements Issue {
  override readonly name = "RoutingError";
  readonly code: RoutingCode;
  /** Where in the Case, as in {@link Issue.path}; empty where it is about no place. */
  readonly path: readonly (string | number)[];
  /** Name and address of the service. */
  readonly service: string;
  readonly fix: string;

  constructor(code: RoutingCode, service: string, what: string, fix: string, path: readonly (string | number)[] = []) {
    super(`${code} at ${path.length === 0 ? service : `${formatPath(path)}, ${service}`}: ${what} ${fix}`);
    this.code = code;
    this.service = service;
    this.path = path;
    this.fix = fix;
  }
}
