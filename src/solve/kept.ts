/** The last plan that was judged while the search went on: an abort is answered with it where there is too much to judge. */
import type { SolveResult } from "./result.ts";

/** Tasks beyond which judging a plan takes long: an abort does not wait until its plan is judged. */
export const MANY = 1000;
/** Share of the time that judging plans to be kept takes at most. */
const SHARE = 0.01;

export class Kept {
  /** null: none. */
  result: SolveResult | null;
  private version = -1;
  private notBefore = 0;

  /** `first`: what there is to begin with. */
  constructor(first: SolveResult | null) {
    this.result = first;
  }

  /** Is it worth while at all? */
  static isFor(taskCount: number, signal: AbortSignal | undefined): boolean {
    return signal !== undefined && taskCount > MANY;
  }

  /** Keeps what `judge` gives, if `version` of the best is new and judging has not taken its share; null: there is nothing to keep now. */
  keep(version: number, judge: () => SolveResult | null): void {
    const from = performance.now();
    if (version === this.version || from < this.notBefore) return;
    const result = judge();
    if (result === null) return;
    this.result = result;
    this.version = version;
    const end = performance.now();
    this.notBefore = end + (end - from) / SHARE;
  }
}
