/** Addresses of services. */
import { UsageError } from "../../errors.ts";

export interface Address {
  /** Origin and path without a slash at the end. */
  readonly base: string;
  /** `&name=value...` as the caller wrote it behind `?`, or nothing. May hold a key, so it never goes into messages. */
  readonly query: string;
}

/** The parts of a service's address. Throws {@link UsageError} where it is none of http or https, or names a user. */
export function addressOf(url: string): Address {
  const parts = URL.canParse(url) ? new URL(url) : undefined;
  if (parts === undefined || !/^https?:$/.test(parts.protocol) || parts.username !== "" || parts.password !== "") {
    throw new UsageError("url is no address of a service. Give one like http://localhost:5000, and secrets as headers.");
  }
  return { base: parts.origin + parts.pathname.replace(/\/+$/, ""), query: parts.search.replace(/^\?(?=.)/, "&") };
}
