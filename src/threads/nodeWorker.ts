/** Threads of Node. */
import { Worker } from "node:worker_threads";

/** The built worker lies beside the other built files; run from source, that of the last build is taken. */
const file = new URL(import.meta.url.endsWith(".ts") ? "../../dist/worker.js" : "./worker.js", import.meta.url);

/** Starts a thread. */
export const nodeWorker = (): Worker => new Worker(file);
