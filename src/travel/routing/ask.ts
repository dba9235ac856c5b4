/** One request over HTTP: in time, again where that may help, and stopped when nobody wants it any more. */
import type { RoutingReply, RoutingRequest } from "./provider.ts";
import { RoutingError } from "./routingError.ts";
import { unreadable } from "./answer.ts";

/** The part of the platform's `fetch` that is used. */
export type Fetch = (
  url: string,
  init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string; readonly signal: AbortSignal },
) => Promise<{ readonly status: number; readonly headers: { get(name: string): string | null }; text(): Promise<string> }>;

export interface Asking {
  readonly fetch: Fetch;
  /** How often to ask again. */
  readonly retries: number;
  /** Before the first retry; before every further one twice as long. */
  readonly backoffSeconds: number;
  /** For one answer, to its last byte. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** A service that asks for more patience than this is not waited for longer. */
const LONGEST_PAUSE_SECONDS = 60;

/**
 * The reply, if it is neither 429 nor 5xx. Asks again after those, after a broken connection and when the time is up; waits longer where
 * `Retry-After` asks for it (at most a minute). Throws {@link RoutingError}, and what `signal` was aborted with.
 */
export async function ask(service: string, request: RoutingRequest, asking: Asking): Promise<RoutingReply> {
  for (let attempt = 0; ; attempt++) {
    const reply = await once(service, request, asking);
    if (!("failure" in reply)) return reply;
    if (attempt === asking.retries) throw reply.failure;
    const patience = Math.min(LONGEST_PAUSE_SECONDS, Math.max(asking.backoffSeconds * 2 ** attempt, reply.retryAfterSeconds));
    await pause(patience * 1000, asking.signal);
  }
}

/** What another try may mend. */
interface Passing {
  readonly failure: RoutingError;
  readonly retryAfterSeconds: number;
}

async function once(service: string, request: RoutingRequest, { fetch, timeoutSeconds, signal }: Asking): Promise<RoutingReply | Passing> {
  signal.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutSeconds * 1000);
  const { url, method, headers, body } = request;
  try {
    const init = { method, headers: { ...headers }, signal: AbortSignal.any([signal, late.signal]), ...(body !== undefined && { body }) };
    const response = await fetch(url, init);
    const text = await response.text();
    const { status } = response;
    if (status === 429 || status >= 500) {
      const failure = new RoutingError("service-busy", service, `It answered ${status}.`, "Try again later, or with less `concurrency`.");
      return { failure, retryAfterSeconds: Number(response.headers.get("retry-after")) || 0 };
    }
    return { status, body: jsonOf(service, status, text) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RoutingError) throw error;
    const failure = late.signal.aborted
      ? new RoutingError(
          "service-timed-out",
          service,
          `No answer within ${timeoutSeconds} s.`,
          "Raise `timeoutSeconds`, or make the blocks smaller.",
        )
      : new RoutingError(
          "service-unreachable",
          service,
          `Asking it failed: ${reasonOf(error)}.`,
          "Check the address, and that the service runs.",
        );
    return { failure, retryAfterSeconds: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** Only a table has to be JSON; refusals may be written in any form. */
function jsonOf(service: string, status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (status === 200) throw unreadable(service, "Its answer is no JSON.");
    return undefined;
  }
}

/** Node hides the reason in `cause`. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: unknown; message?: unknown }; message?: unknown };
  return String(cause?.code ?? cause?.message ?? message ?? error);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((go, fail) => {
    const stop = (): void => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      go();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
