/** A binary heap of rows by key, smallest first, ties by row. Rows may be in it several times. */
export class Heap {
  size = 0;
  private rows = new Int32Array(256);
  private keys = new Float64Array(256);

  clear(): void {
    this.size = 0;
  }

  topKey(): number {
    return this.keys[0]!;
  }

  add(row: number, key: number): void {
    if (this.size === this.rows.length) this.grow();
    let k = this.size++;
    while (k > 0) {
      const parent = (k - 1) >> 1;
      if (!this.isBefore(key, row, parent)) break;
      this.keys[k] = this.keys[parent]!;
      this.rows[k] = this.rows[parent]!;
      k = parent;
    }
    this.keys[k] = key;
    this.rows[k] = row;
  }

  /** Takes out the row with the smallest key. The heap must hold one. */
  pop(): number {
    const top = this.rows[0]!;
    const last = --this.size;
    const key = this.keys[last]!;
    const row = this.rows[last]!;
    let k = 0;
    for (;;) {
      let child = 2 * k + 1;
      if (child >= last) break;
      if (child + 1 < last && this.isBefore(this.keys[child + 1]!, this.rows[child + 1]!, child)) child++;
      if (this.isBefore(key, row, child)) break;
      this.keys[k] = this.keys[child]!;
      this.rows[k] = this.rows[child]!;
      k = child;
    }
    this.keys[k] = key;
    this.rows[k] = row;
    return top;
  }

  private isBefore(key: number, row: number, at: number): boolean {
    return key < this.keys[at]! || (key === this.keys[at]! && row < this.rows[at]!);
  }

  private grow(): void {
    const rows = new Int32Array(2 * this.size);
    const keys = new Float64Array(2 * this.size);
    rows.set(this.rows);
    keys.set(this.keys);
    this.rows = rows;
    this.keys = keys;
  }
}
