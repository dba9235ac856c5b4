/** A process of its own for one city day, so that its peak memory is its own: takes a {@link TraceSpec}, answers with a Trace. */
import { loadavg } from "node:os";
import { type TraceSpec, traceOf } from "./trace.ts";

process.once("message", (spec) => {
  traceOf(spec as TraceSpec, () => loadavg()[0] ?? 0).then(
    (trace) => process.send?.({ trace }, () => process.exit(0)),
    (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () => process.exit(1)),
  );
});
