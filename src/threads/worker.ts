/** The entry of a thread: runs lanes for a pool. Becomes one self-contained file that Node's worker threads and Web Workers start alike. */
import { runLanes } from "../solve/lanes.ts";
import type { Word } from "../search/meeting.ts";
import type { LanesJob, LanesNow, LanesWatch } from "../solve/pool.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** Milliseconds between two words about how far a job is. */
const TELL_EVERY = 50;

/** The thread's end of the line: Node's parent port, or the global scope of a Web Worker. */
interface Port {
  postMessage(message: FromWorker): void;
  on?(event: "message", listener: (message: ToWorker) => void): void;
  addEventListener?(event: "message", listener: (event: { readonly data: ToWorker }) => void): void;
}

/** Not imported, since browsers do not have the module. */
const parentPort = globalThis.process?.getBuiltinModule?.("node:worker_threads").parentPort;
const port = (parentPort ?? globalThis) as unknown as Port;

let share = 0;
let stopped = false;
/** Who waits at a meeting. */
let hear: (words: readonly Word[]) => void = () => {};

function obey(message: ToWorker): void {
  if (message.kind === "stop") stopped = true;
  else if (message.kind === "met") hear(message.words);
  else share = message.share;
  if (message.kind === "run") {
    stopped = false;
    void run(message.job);
  }
}

async function run(job: LanesJob): Promise<void> {
  try {
    port.postMessage({ kind: "found", found: await runLanes(job, watchOf()) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ kind: "failed", name, message });
  }
}

function watchOf(): LanesWatch {
  let toldAt = Number.NEGATIVE_INFINITY;
  let told = "";
  const report = (now: LanesNow): void => {
    if (performance.now() - toldAt < TELL_EVERY) return;
    toldAt = performance.now();
    const { steps, levels } = now;
    const isNew = told !== levels.join();
    told = levels.join();
    port.postMessage({ kind: "now", steps, levels, ...(isNew ? { plan: now.plan() } : {}) });
  };
  const meet = (words: readonly Word[]): Promise<readonly Word[]> => {
    port.postMessage({ kind: "meets", words });
    return new Promise((heard) => {
      hear = heard;
    });
  };
  return { share: () => share, stopped: () => stopped, report, meet };
}

if (port.on !== undefined) port.on("message", obey);
else port.addEventListener?.("message", ({ data }) => obey(data));
