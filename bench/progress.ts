/** Telling people at the terminal that something is going on. */

/** On a terminal one line that is rewritten every second; elsewhere a line every 30 seconds. Nothing in the first two seconds. */
export class Progress {
  readonly #timer: NodeJS.Timeout;
  readonly #label: () => string;
  readonly #live = process.stderr.isTTY === true;
  #seconds = 0;

  constructor(label: () => string) {
    this.#label = label;
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#timer.unref();
  }

  /** Prints a line that stays. */
  say(line: string): void {
    this.#clear();
    process.stderr.write(`${line}\n`);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  #tick(): void {
    this.#seconds++;
    if (this.#seconds < 2) return;
    if (this.#live) process.stderr.write(`\r\u001b[2K${this.#label()}`);
    else if (this.#seconds % 30 === 2) process.stderr.write(`${this.#label()}\n`);
  }

  #clear(): void {
    if (this.#live) process.stderr.write("\r\u001b[2K");
  }
}
