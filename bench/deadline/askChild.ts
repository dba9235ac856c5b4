/** A question to a process of its own, which neither shares memory, garbage nor compiled code with another. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const FROM_SOURCE = import.meta.url.endsWith(".ts");
/** Bundled, the child is a bundle beside this one; from source, it needs a loader as this file did. */
const childOf = (suite: "deadline" | "anytime"): string =>
  fileURLToPath(new URL(FROM_SOURCE ? `../${suite}/child.ts` : `${suite}Child.js`, import.meta.url));
const loader = (): string[] => ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];

/** Rejects if the process ends without an answer. */
export function askChild<Question, Answer>(suite: "deadline" | "anytime", question: Question): Promise<Answer> {
  const child = fork(childOf(suite), { execArgv: FROM_SOURCE ? loader() : [], serialization: "advanced" });
  return new Promise((resolve, reject) => {
    child.once("message", (told: { answer?: Answer; error?: string }) => {
      if (told.answer !== undefined) resolve(told.answer);
      else reject(new Error(told.error ?? "The process gave no answer."));
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`The measuring process ended with ${signal ?? `status ${code}`}.`)));
    child.send(question as object);
  });
}
