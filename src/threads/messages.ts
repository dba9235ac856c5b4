/** What a pool and its threads say to each other: plain data, one job at a time. */
import type { Word } from "../search/meeting.ts";
import type { LanesFound, LanesJob } from "../solve/pool.ts";
import type { Plan } from "../model/plan.ts";

export type ToWorker =
  | { readonly kind: "run"; readonly job: LanesJob; readonly share: number }
  /** Share of the job's time budget used. */
  | { readonly kind: "share"; readonly share: number }
  /** What the lanes of all jobs say at a meeting. */
  | { readonly kind: "met"; readonly words: readonly Word[] }
  /** End the job now with the best so far. */
  | { readonly kind: "stop" };

export type FromWorker =
  /** How far the job is, a few times a second; `plan` only where it is better than the last one told. */
  | { readonly kind: "now"; readonly steps: number; readonly levels: readonly number[]; readonly plan?: Plan }
  /** What the lanes of the job say at a meeting; the thread waits for the others. */
  | { readonly kind: "meets"; readonly words: readonly Word[] }
  | { readonly kind: "found"; readonly found: LanesFound }
  | { readonly kind: "failed"; readonly name: string; readonly message: string };
