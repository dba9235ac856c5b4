/** How much more work so many busy threads do than one: two virtual cores may be one real one, or be shared with others. */
import { Worker } from "node:worker_threads";

/** Milliseconds of each measurement. */
const TIME = 1000;

const BUSY = `
  const { parentPort } = require("node:worker_threads");
  let x = 1, turns = 0;
  const until = performance.now() + ${TIME};
  while (performance.now() < until) { for (let k = 0; k < 1e5; k++) x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + k | 0; turns++; }
  parentPort.postMessage({ turns, x });
`;

/** Turns of a loop in so many threads at once. */
async function turnsOf(threads: number): Promise<number> {
  const busy = Array.from({ length: threads }, () => new Worker(BUSY, { eval: true }));
  const turns = await Promise.all(busy.map((worker) => new Promise<number>((go, fail) => {
    worker.once("message", (message: { readonly turns: number }) => go(message.turns));
    worker.once("error", fail);
  })));
  return turns.reduce((sum, one) => sum + one, 0);
}

/** The work of `threads` busy threads, in threads that have the machine for themselves: the middle of three tries. */
export async function powerOf(threads: number): Promise<number> {
  const tries: number[] = [];
  for (let k = 0; k < 3; k++) {
    const alone = await turnsOf(1);
    tries.push((await turnsOf(threads)) / alone);
  }
  return tries.sort((a, b) => a - b)[1]!;
}
