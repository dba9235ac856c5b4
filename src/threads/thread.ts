/** One line to a thread, whichever kind of worker it is. */
import type { FromWorker, ToWorker } from "./messages.ts";

/** What a pool needs of a Web Worker. */
export interface WebWorkerLike {
  postMessage(message: unknown): void;
  addEventListener(event: string, listener: (event: unknown) => void): void;
  terminate(): void;
}

/** What a pool needs of a worker of Node. */
export interface NodeWorkerLike {
  postMessage(message: unknown): void;
  on(event: string, listener: (value: unknown) => void): unknown;
  terminate(): Promise<unknown>;
  unref(): void;
}

/** Who is told what a thread says, or why it says nothing any more. */
export interface Listener {
  heard(message: FromWorker): void;
  broke(reason: string): void;
}

export class Thread {
  /** Of the job under way. */
  listener: Listener | null = null;
  /** Why it can no longer be used; null while it can. */
  broken: string | null = null;
  private readonly worker: WebWorkerLike | NodeWorkerLike;

  constructor(worker: WebWorkerLike | NodeWorkerLike) {
    this.worker = worker;
    const hear = (message: unknown) => this.listener?.heard(message as FromWorker);
    if ("on" in worker) {
      worker.on("message", hear);
      worker.on("error", (error) => this.fail(String(error)));
      worker.on("exit", (code) => this.fail(`it ended with status ${code}`));
      worker.unref(); // after the listeners, since listening holds the program open
    } else {
      worker.addEventListener("message", (event) => hear((event as { data: unknown }).data));
      worker.addEventListener("error", (event) => this.fail((event as { message?: string }).message ?? "its file cannot be loaded"));
      worker.addEventListener("messageerror", () => this.fail("a message cannot be read"));
    }
  }

  /** Throws where the message is not plain data. */
  say(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  /** Ends it at once; a job under way fails. */
  async end(reason: string): Promise<void> {
    this.fail(reason);
    await this.worker.terminate();
  }

  private fail(reason: string): void {
    this.broken ??= reason;
    this.listener?.broke(this.broken);
  }
}
