/** Reading what a stranger sent. */
import { show } from "../../model/show.ts";
import { RoutingError } from "./routingError.ts";
import type { RoutingBlock, RoutingReply } from "./provider.ts";

/** A member of what may be an object. */
export const memberOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

/** `count` elements, each as `read` has it; undefined where it is no such list. */
export function listOf<T>(value: unknown, count: number, read: (element: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length !== count) return undefined;
  const list: T[] = [];
  for (const element of value) {
    const one = read(element);
    if (one === undefined) return undefined;
    list.push(one);
  }
  return list;
}

/** A finite number of 0 or more, or null; undefined is neither. */
export const amountOrNull = (value: unknown): number | null | undefined =>
  value === null || (typeof value === "number" && Number.isFinite(value) && value >= 0) ? value : undefined;

/** Rows by source, columns by target; undefined where it is no such table. */
export const tableOf = (value: unknown, { sources, targets }: RoutingBlock): (number | null)[][] | undefined =>
  listOf(value, sources.length, (row) => listOf(row, targets.length, amountOrNull));

/** For an answer of the right status that is no table. */
export const unreadable = (service: string, what: string): RoutingError =>
  new RoutingError("answer-unreadable", service, what, "Check that the address is that of such a service, and its version.");

/** For any other status; `said`: the service's own words. */
export const refused = (service: string, { status }: RoutingReply, said: unknown, fix: string): RoutingError =>
  new RoutingError("service-refused", service, `It answered ${status}${typeof said === "string" ? ` and said ${show(said)}` : ""}.`, fix);
