/** A pool of threads that run lanes. Knows no platform: who makes the pool says how a thread is started. */
import { UsageError } from "../errors.ts";
import { AuditError } from "../solve/audit.ts";
import type { LanePool, LanesFound, LanesJob, LanesWatch } from "../solve/pool.ts";
import { type NodeWorkerLike, Thread, type WebWorkerLike } from "./thread.ts";

export interface ThreadPoolOptions {
  /** Most threads at the same time; they are started when first needed. At least 1. */
  readonly threads: number;
  /** Starts a thread on the file `hemtur/worker`, for example `() => new Worker(address, { type: "module" })`. */
  readonly spawn: () => WebWorkerLike | NodeWorkerLike;
}

/** Pass it to `solve`; several searches may use it at the same time, and then wait for each other. */
export interface ThreadPool extends LanePool {
  /** Ends all threads; searches under way reject. Idle threads do not hold a Node program open. */
  dispose(): Promise<void>;
}

/** A thread of a pool failed: it could not be started, ran out of memory, or was ended. */
export class ThreadError extends Error {
  override readonly name = "ThreadError";
}

/** Milliseconds between two words to a thread about the time budget. */
const TELL_EVERY = 10;

/**
 * A pool of threads. The calling thread keeps the time: block it, and searches end late. Starting a thread takes some 50 ms, counted in the budget.
 * Throws UsageError where `threads` is no whole number of at least 1.
 */
export function threadPool(options: ThreadPoolOptions): ThreadPool {
  const { threads, spawn } = options;
  if (!(Number.isInteger(threads) && threads >= 1)) throw new UsageError(`threads is ${threads}; give a whole number of at least 1.`);
  return new Threads(threads, spawn);
}

class Threads implements ThreadPool {
  readonly threads: number;
  private readonly spawn: ThreadPoolOptions["spawn"];
  private readonly all = new Set<Thread>();
  private readonly idle: Thread[] = [];
  /** Jobs without a thread, first come, first served. */
  private readonly waiting: (() => void)[] = [];
  private disposed = false;

  constructor(threads: number, spawn: ThreadPoolOptions["spawn"]) {
    this.threads = threads;
    this.spawn = spawn;
  }

  async run(job: LanesJob, watch: LanesWatch): Promise<LanesFound> {
    const thread = await this.take();
    try {
      return await runOn(thread, job, watch);
    } finally {
      this.giveBack(thread);
    }
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    for (const go of this.waiting.splice(0)) go();
    await Promise.all([...this.all].map((thread) => thread.end("the pool was disposed of")));
  }

  private async take(): Promise<Thread> {
    for (;;) {
      if (this.disposed) throw new ThreadError("The pool was disposed of.");
      const idle = this.idle.pop();
      if (idle !== undefined && idle.broken === null) return idle;
      if (idle !== undefined) this.all.delete(idle);
      else if (this.all.size < this.threads) {
        const thread = new Thread(this.spawn());
        this.all.add(thread);
        return thread;
      } else await new Promise<void>((go) => this.waiting.push(go));
    }
  }

  private giveBack(thread: Thread): void {
    if (thread.broken === null) this.idle.push(thread);
    else this.all.delete(thread);
    this.waiting.shift()?.();
  }
}

function runOn(thread: Thread, job: LanesJob, watch: LanesWatch): Promise<LanesFound> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const told = { share: 0, stopped: false };
  const tell = (): void => {
    if (told.stopped) return;
    told.stopped = watch.stopped();
    if (told.stopped) thread.say({ kind: "stop" });
    else if (job.timed) thread.say({ kind: "share", share: watch.share() });
  };
  const found = new Promise<LanesFound>((resolve, reject) => {
    let plan: LanesFound["plan"] | undefined;
    thread.listener = {
      heard(message) {
        if (message.kind === "found") resolve(message.found);
        else if (message.kind === "failed") reject(errorFrom(message));
        else {
          const latest = message.plan ?? plan;
          plan = latest;
          if (latest !== undefined) watch.report({ steps: message.steps, levels: message.levels, plan: () => latest });
        }
      },
      broke: (reason) => reject(new ThreadError(`A thread failed: ${reason}.`)),
    };
    if (thread.broken !== null) thread.listener.broke(thread.broken);
    thread.say({ kind: "run", job, share: job.timed ? watch.share() : 0 });
    timer = setInterval(tell, TELL_EVERY);
    watch.whenStopped?.(tell);
    tell();
  });
  return found.finally(() => {
    clearInterval(timer);
    told.stopped = true; // whoever has the thread next is not meant
    thread.listener = null;
  });
}

/** Errors cross as text; those that callers know come back as what they were. */
function errorFrom({ name, message }: { readonly name: string; readonly message: string }): Error {
  if (name === "UsageError") return new UsageError(message);
  if (name === "AuditError") return new AuditError(message);
  return new ThreadError(`A thread failed: ${name}: ${message}`);
}
