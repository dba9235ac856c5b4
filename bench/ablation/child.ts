/** A process of its own for one run: takes a {@link TrialSpec} as message, answers with a {@link Trial}. */
import { runTrial, type TrialSpec } from "./trial.ts";

process.once("message", (spec) => {
  try {
    process.send?.({ trial: runTrial(spec as TrialSpec) }, () => process.exit(0));
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, () => process.exit(1));
  }
});
