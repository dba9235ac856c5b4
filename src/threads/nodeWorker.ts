/** Threads of Node. */
import { Worker } from "node:worker_threads";

/** Built, the worker lies beside the other built files. */
const built = new URL("./worker.js", import.meta.url);

/** In a clone this folder's own is taken, read by tsx as all of it is: a thread does not take that over from the program. */
const fromSource = `import("tsx/esm/api").then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL("./worker.ts", import.meta.url).href)});
});`;

/** Starts a thread. */
export const nodeWorker = (): Worker => (import.meta.url.endsWith(".ts") ? new Worker(fromSource, { eval: true }) : new Worker(built));
