/** All cases, each in processes of its own; those of a group take turns, so that a busy minute hits all alike. */
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Answer, Question } from "./child.ts";
import type { MoveSpeed, Sample } from "./measure.ts";
import type { Case } from "./shapes.ts";
import { type CaseSpeed, caseSpeed } from "./speeds.ts";

const FROM_SOURCE = import.meta.url.endsWith(".ts");
const CHILD = fileURLToPath(new URL(FROM_SOURCE ? "child.ts" : "speedChild.js", import.meta.url));
const loader = (): string[] => ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];

export interface Settings {
  readonly steps: number;
  readonly warmUp: number;
  /** Of each process. */
  readonly repetitions: number;
  /** Of each case: what the compiler makes of the same code differs from process to process. */
  readonly processes: number;
}

interface Found {
  readonly built: { readonly tasks: number; readonly building: number };
  readonly samples: Sample[];
  readonly moves: { readonly moves: readonly MoveSpeed[]; readonly loop: number; readonly bytesPerStep: number };
}

/** Measures the cases of one group. Rejects where one fails. */
export async function measureGroup(cases: readonly Case[], settings: Settings): Promise<Readonly<Record<string, CaseSpeed>>> {
  const rounds: Found[][] = [];
  for (let k = 0; k < settings.processes; k++) rounds.push(await measureOnce(cases, settings));
  const samplesOf = (i: number): Sample[] => rounds.flatMap((round) => round[i]?.samples ?? []);
  const plain = samplesOf(cases.findIndex(({ rule }) => rule === undefined));
  return Object.fromEntries(
    cases.map(({ name, rule }, i) => {
      const found = rounds.flatMap((round) => round[i] ?? []);
      return [name, caseSpeed(found, samplesOf(i), rule === undefined ? undefined : plain)];
    }),
  );
}

/** One process per case; their repetitions take turns. */
async function measureOnce(cases: readonly Case[], { steps, warmUp, repetitions }: Settings): Promise<Found[]> {
  const children = cases.map(() => fork(CHILD, { execArgv: FROM_SOURCE ? loader() : [] }));
  try {
    const built: Found["built"][] = [];
    for (const [i, one] of cases.entries()) built.push(await ask(children[i] as ChildProcess, { case: one, warmUp }));
    const samples: Sample[][] = cases.map(() => []);
    for (let k = 0; k < repetitions; k++) {
      for (const [i, child] of children.entries()) samples[i]?.push((await ask<{ sample: Sample }>(child, { steps })).sample);
    }
    const found: Found[] = [];
    for (const [i, child] of children.entries()) found.push({ built: built[i]!, samples: samples[i]!, moves: await ask(child, "moves") });
    return found;
  } finally {
    for (const child of children) child.kill();
  }
}

function ask<T extends object>(child: ChildProcess, question: Question): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null): void =>
      reject(new Error(`The measuring process ended with ${signal ?? `status ${code}`}.`));
    child.once("exit", ended);
    child.once("message", (told) => {
      child.off("exit", ended);
      const answer = told as Answer;
      if ("error" in answer) reject(new Error(answer.error));
      else resolve(answer as unknown as T);
    });
    child.send(question);
  });
}
