/**
 * Memory that can be rolled back: every write remembers what it replaced, so a move is tried in place and undone in
 * time proportional to what it changed. Nothing here allocates after the logs have grown to the largest move.
 */
export class Trail {
  readonly ints: Int32Array;
  readonly reals: Float64Array;
  private intIndex = new Int32Array(1024);
  private intOld = new Int32Array(1024);
  private intCount = 0;
  private realIndex = new Int32Array(256);
  private realOld = new Float64Array(256);
  private realCount = 0;

  constructor(intCount: number, realCount: number) {
    this.ints = new Int32Array(intCount);
    this.reals = new Float64Array(realCount);
  }

  /** Writes a whole number. */
  put(index: number, value: number): void {
    const old = this.ints[index]!;
    if (old === value) return;
    const k = this.intCount++;
    if (k === this.intIndex.length) this.growInts();
    this.intIndex[k] = index;
    this.intOld[k] = old;
    this.ints[index] = value;
  }

  /** Remembers the real number that is about to be replaced. The caller writes it: a real number passed on may be boxed. */
  saveReal(index: number): void {
    const k = this.realCount++;
    if (k === this.realIndex.length) this.growReals();
    this.realIndex[k] = index;
    this.realOld[k] = this.reals[index]!;
  }

  /** A point to roll whole numbers back to; valid until `commit` or a rollback past it. */
  mark(): number {
    return this.intCount;
  }

  /** Undoes the whole-number writes since `mark`. */
  rollbackInts(mark: number): void {
    let k = this.intCount;
    while (k > mark) {
      k--;
      this.ints[this.intIndex[k]!] = this.intOld[k]!;
    }
    this.intCount = k;
  }

  /** Undoes everything since the last commit. */
  rollback(): void {
    this.rollbackInts(0);
    let k = this.realCount;
    while (k > 0) {
      k--;
      this.reals[this.realIndex[k]!] = this.realOld[k]!;
    }
    this.realCount = 0;
  }

  /** Copies the first whole numbers, as they were at the last commit, into `into`, as many as it holds. */
  copyBefore(into: Int32Array): void {
    into.set(this.ints.subarray(0, into.length));
    for (let k = this.intCount - 1; k >= 0; k--) if (this.intIndex[k]! < into.length) into[this.intIndex[k]!] = this.intOld[k]!;
  }

  /** Forgets how to undo. */
  commit(): void {
    this.intCount = 0;
    this.realCount = 0;
  }

  private growInts(): void {
    const index = new Int32Array(this.intIndex.length * 2);
    const old = new Int32Array(index.length);
    index.set(this.intIndex);
    old.set(this.intOld);
    this.intIndex = index;
    this.intOld = old;
  }

  private growReals(): void {
    const index = new Int32Array(this.realIndex.length * 2);
    const old = new Float64Array(index.length);
    index.set(this.realIndex);
    old.set(this.realOld);
    this.realIndex = index;
    this.realOld = old;
  }
}
