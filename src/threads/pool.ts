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

/** Pass it to `solve`; several searches may use it at the same time, and then wait for each other, first come, first served. */
export interface ThreadPool extends LanePool {
  /** Ends all threads; searches under way reject. Idle threads do not hold a Node program open. */
  dispose(): Promise<void>;
}

/** A thread of a pool failed: it could not be started, ran out of memory, or was ended. */
export class ThreadError extends Error {
  override readonly name = "ThreadError";
}

const DISPOSED = "The pool was disposed of.";

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
  /** Jobs without a thread. In the order they came, or two searches could wait for each other for ever, each for a thread of the other. */
  private readonly waiting: { readonly take: (thread: Thread) => void; readonly fail: (why: unknown) => void }[] = [];
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
    for (const { fail } of this.waiting.splice(0)) fail(new ThreadError(DISPOSED));
    await Promise.all([...this.all].map((thread) => thread.end("the pool was disposed of")));
  }

  private async take(): Promise<Thread> {
    if (this.disposed) throw new ThreadError(DISPOSED);
    return this.free() ?? new Promise<Thread>((take, fail) => this.waiting.push({ take, fail }));
  }

  /** An idle thread, or a new one; null: there are as many as may be, and all are at work. */
  private free(): Thread | null {
    for (let idle = this.idle.pop(); idle !== undefined; idle = this.idle.pop()) {
      if (idle.broken === null) return idle;
      this.all.delete(idle);
    }
    if (this.all.size >= this.threads) return null;
    const thread = new Thread(this.spawn());
    this.all.add(thread);
    return thread;
  }

  private giveBack(thread: Thread): void {
    if (thread.broken === null) this.idle.push(thread);
    else this.all.delete(thread);
    const next = this.disposed ? undefined : this.waiting.shift();
    if (next === undefined) return;
    try {
      next.take(this.free()!);
    } catch (error) {
      next.fail(error);
    }
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
        else if (message.kind === "meets") void watch.meet(message.words).then((words) => thread.say({ kind: "met", words }));
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
