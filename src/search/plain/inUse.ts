/** Which shifts are in use, as a list without gaps. */
import type { Trail } from "../trail.ts";

/** Undone with the trail it lives in; takes `roomFor(shiftCount)` whole numbers of it. */
export class InUse {
  /** All shifts, those in use first. */
  readonly order: Int32Array;
  private readonly trail: Trail;
  private readonly ORDER: number;
  private readonly RANK: number;
  private readonly COUNT: number;

  static roomFor(shiftCount: number): number {
    return 2 * shiftCount + 1;
  }

  /** `at`: where its room in `trail` begins. */
  constructor(trail: Trail, at: number, shiftCount: number) {
    this.trail = trail;
    this.ORDER = at;
    this.RANK = at + shiftCount;
    this.COUNT = at + 2 * shiftCount;
    this.order = trail.ints.subarray(at, at + shiftCount);
    for (let r = 0; r < shiftCount; r++) {
      this.order[r] = r;
      trail.ints[this.RANK + r] = r;
    }
  }

  get count(): number {
    return this.trail.ints[this.COUNT]!;
  }

  add(r: number): void {
    this.exchange(r, this.count);
    this.trail.put(this.COUNT, this.count + 1);
  }

  remove(r: number): void {
    this.exchange(r, this.count - 1);
    this.trail.put(this.COUNT, this.count - 1);
  }

  /** Shift `r` changes places with the one at `to`. */
  private exchange(r: number, to: number): void {
    const at = this.trail.ints[this.RANK + r]!;
    this.place(this.order[to]!, at);
    this.place(r, to);
  }

  private place(r: number, at: number): void {
    this.trail.put(this.ORDER + at, r);
    this.trail.put(this.RANK + r, at);
  }
}
