/** Runs that neither share memory, garbage nor compiled code with each other. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Outcome, RunSpec } from "./runOnce.ts";

/** Bundled, the child is a bundle beside this one; from source, it needs a loader as this file did. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const CHILD = fileURLToPath(new URL(FROM_SOURCE ? "child.ts" : "child.js", import.meta.url));
const loader = (): string[] => ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];

/** Rejects if the process ends without an outcome. */
export function runInChild(spec: RunSpec): Promise<Outcome> {
  const child = fork(CHILD, { execArgv: FROM_SOURCE ? loader() : [], serialization: "advanced" });
  return new Promise((resolve, reject) => {
    child.once("message", (answer: { outcome?: Outcome; error?: string }) => {
      if (answer.outcome !== undefined) resolve(answer.outcome);
      else reject(new Error(answer.error ?? "The run gave no answer."));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`The run ended with ${signal ?? `status ${code}`} and without a plan.`)));
    child.send(spec);
  });
}
