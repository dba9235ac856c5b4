/** Where the jobs of a search hear what the lanes of all of them say. */
import type { Word } from "../search/meeting.ts";

type Heard = (words: readonly Word[]) => void;

export class Meeting {
  private readonly said: (readonly Word[] | null)[];
  private waiting: Heard[] = [];
  private isOver = false;

  constructor(jobs: number) {
    this.said = Array.from({ length: jobs }, () => null);
  }

  /** Waits until all jobs have come; answers what was said, in the order of the jobs. */
  async come(job: number, words: readonly Word[]): Promise<readonly Word[]> {
    if (this.isOver) return words;
    this.said[job] = words;
    if (this.said.includes(null)) return new Promise((heard) => this.waiting.push(heard));
    const all = this.said.flatMap((one) => one ?? []);
    this.said.fill(null);
    this.release(all);
    return all;
  }

  /** Nobody waits any more; who waits hears only what was said so far. */
  end(): void {
    this.isOver = true;
    this.release(this.said.flatMap((one) => one ?? []));
  }

  private release(words: readonly Word[]): void {
    const { waiting } = this;
    this.waiting = [];
    for (const heard of waiting) heard(words);
  }
}
