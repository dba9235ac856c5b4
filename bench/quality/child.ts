/** A process of its own for one run: takes a {@link RunSpec} as message, answers with an {@link Outcome}. */
import { isInputError } from "../../src/errors.ts";
import { type RunSpec, runOnce } from "./runOnce.ts";

const told = (error: unknown): string =>
  isInputError(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);

process.once("message", (spec) => {
  runOnce(spec as RunSpec).then(
    (outcome) => process.send?.({ outcome }, () => process.exit(0)),
    (error: unknown) => process.send?.({ error: told(error) }, () => process.exit(1)),
  );
});
