/**
 * A linear program that grows: least cost of `sum of columns = right-hand sides`, all variables at least 0, solved by the revised
 * simplex method from the last basis. Packages that solve programs from scratch were tried and left out: column generation needs
 * prices of rows and a warm start after every few columns. Nothing relies on its answers being exact: bounds are computed
 * from the prices alone, whatever they are.
 */

const ZERO = 1e-9;
/** Columns that are looked at before one is taken. */
const AT_LEAST = 800;

export interface Sparse {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

export class Linear {
  /** [row] prices at the last solution. */
  prices: Float64Array = new Float64Array(0);
  pivots = 0;
  private readonly right: number[] = [];
  /** [row] what is added to the right-hand side, so that no basic column is below 0. Small: it makes up for rounding. */
  private shift: Float64Array = new Float64Array(0);
  private readonly cost: number[] = [];
  private readonly entryRows: number[][] = [];
  private readonly entryValues: number[][] = [];
  /** [row] basic column; its value. */
  private basis: number[] = [];
  private value: Float64Array = new Float64Array(0);
  private inverse: Float64Array = new Float64Array(0);
  private readonly basic: boolean[] = [];
  /** Where looking for a column goes on. */
  private next = 0;

  get rowCount(): number {
    return this.right.length;
  }

  /** Adds a column; its number. */
  addColumn(cost: number, { rows, values }: Sparse): number {
    this.cost.push(cost);
    this.entryRows.push([...rows]);
    this.entryValues.push([...values]);
    this.basic.push(false);
    return this.cost.length - 1;
  }

  setCost(column: number, cost: number): void {
    this.cost[column] = cost;
  }

  /**
   * Adds a row `sum = right` with its coefficients in known columns, and the column that starts it: `start` with coefficient 1 or -1,
   * so that its value is not negative. Slightly moved right-hand sides keep degenerate pivots apart; the prices stay right.
   */
  addRow(right: number, entries: Sparse, start: number): void {
    const row = this.right.length;
    this.right.push(right);
    entries.rows.forEach((column, k) => {
      this.entryRows[column]!.push(row);
      this.entryValues[column]!.push(entries.values[k]!);
    });
    this.basis.push(start);
    this.basic[start] = true;
  }

  /** Takes out rows, each with a basic column that has an entry in it alone. The solution stays, the rows after them move up. O(entries). */
  removeRows(rows: readonly { readonly row: number; readonly slack: number }[]): void {
    if (rows.length === 0) return;
    const gone = new Set(rows.map(({ row }) => row));
    const slacks = new Set(rows.map(({ slack }) => slack));
    let count = 0;
    const moved = this.right.map((_, row) => (gone.has(row) ? -1 : count++));
    for (let column = 0; column < this.cost.length; column++) {
      const [entries, values] = [this.entryRows[column]!, this.entryValues[column]!];
      this.entryValues[column] = values.filter((_, k) => moved[entries[k]!]! >= 0);
      this.entryRows[column] = entries.flatMap((row) => (moved[row]! >= 0 ? [moved[row]!] : []));
    }
    const kept = (_: number, row: number): boolean => !gone.has(row);
    this.right.splice(0, this.right.length, ...this.right.filter(kept));
    const stays = this.basis.map((column) => !slacks.has(column));
    this.value = this.value.filter((_, i) => stays[i]!);
    this.basis = this.basis.filter((_, i) => stays[i]!);
    for (const slack of slacks) this.basic[slack] = false;
    this.inverse = new Float64Array(0);
  }

  /** Value of each basic column. */
  solution(): readonly (readonly [column: number, value: number])[] {
    return this.basis.map((column, row) => [column, this.value[row]!] as const);
  }

  objective(): number {
    return this.basis.reduce((sum, column, row) => sum + this.cost[column]! * this.value[row]!, 0);
  }

  /** Goes on to the optimum, or as far as `mostPivots` lead. True: optimal as far as rounding lets one tell. */
  solve(mostPivots: number): boolean {
    const m = this.right.length;
    if (this.inverse.length !== m * m) {
      this.shift = new Float64Array(m);
      if (!this.factorise()) return false;
    }
    let sinceFactor = 0;
    this.computePrices();
    for (let pivot = 0; pivot < mostPivots; pivot++) {
      let entering = this.entering();
      if (entering < 0) {
        // Prices kept up to date gather errors; the last word is for exact ones.
        this.computePrices();
        entering = this.entering();
      }
      if (entering < 0) return true;
      const direction = this.transformed(entering);
      const leaving = this.leaving(direction);
      if (leaving < 0) {
        this.computePrices();
        return false;
      }
      const reduced = this.reducedCost(entering);
      this.replace(leaving, entering, direction);
      this.movePrices(leaving, reduced);
      this.pivots++;
      if (++sinceFactor >= Math.max(100, m)) {
        sinceFactor = 0;
        if (!this.factorise()) return false;
        this.computePrices();
      }
    }
    this.computePrices();
    return false;
  }

  private computePrices(): void {
    const m = this.right.length;
    const prices = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      const cost = this.cost[this.basis[i]!]!;
      if (cost === 0) continue;
      for (let j = 0; j < m; j++) prices[j]! += cost * this.inverse[i * m + j]!;
    }
    this.prices = prices;
  }

  /** After a pivot the new basic column costs nothing at the prices. O(rows). */
  private movePrices(row: number, reduced: number): void {
    const { prices, inverse } = this;
    const m = prices.length;
    for (let j = 0; j < m; j++) prices[j]! += reduced * inverse[row * m + j]!;
  }

  private reducedCost(column: number): number {
    const rows = this.entryRows[column]!;
    const values = this.entryValues[column]!;
    let reduced = this.cost[column]!;
    for (let k = 0; k < rows.length; k++) reduced -= this.prices[rows[k]!]! * values[k]!;
    return reduced;
  }

  /** The column that pays most among the next few that pay; -1: none pays. */
  private entering(): number {
    const count = this.cost.length;
    let best = -1;
    let least = -1e-7;
    for (let looked = 0; looked < count; looked++) {
      if (best >= 0 && looked >= AT_LEAST) break;
      const column = this.next < count ? this.next++ : 0;
      if (column === 0) this.next = 1;
      if (this.basic[column]) continue;
      const reduced = this.reducedCost(column);
      if (reduced < least) {
        least = reduced;
        best = column;
      }
    }
    return best;
  }

  private transformed(column: number): Float64Array {
    const m = this.right.length;
    const rows = this.entryRows[column]!;
    const values = this.entryValues[column]!;
    const direction = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let k = 0; k < rows.length; k++) sum += this.inverse[i * m + rows[k]!]! * values[k]!;
      direction[i] = sum;
    }
    return direction;
  }

  /** Of the rows that end the step all but first the one with the largest entry (Harris), for small ones spoil the inverse; -1: none does. */
  private leaving(direction: Float64Array): number {
    const { value } = this;
    let longest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < direction.length; i++) {
      if (direction[i]! > ZERO) longest = Math.min(longest, (Math.max(0, value[i]!) + ZERO) / direction[i]!);
    }
    let best = -1;
    for (let i = 0; i < direction.length; i++) {
      if (direction[i]! <= ZERO || Math.max(0, value[i]!) / direction[i]! > longest) continue;
      if (best < 0 || direction[i]! > direction[best]!) best = i;
    }
    return best;
  }

  private replace(leaving: number, entering: number, direction: Float64Array): void {
    const m = this.right.length;
    const by = direction[leaving]!;
    const step = Math.max(0, this.value[leaving]!) / by;
    const { inverse } = this;
    // Rows of the inverse are mostly nothing.
    const { places, entries } = packed(inverse, leaving * m, m, 1 / by);
    for (let i = 0; i < m; i++) {
      const factor = direction[i]!;
      if (i === leaving || factor === 0) continue;
      this.value[i]! -= factor * step;
      for (let k = 0; k < places.length; k++) inverse[i * m + places[k]!]! -= factor * entries[k]!;
    }
    this.value[leaving] = step;
    this.basic[this.basis[leaving]!] = false;
    this.basis[leaving] = entering;
    this.basic[entering] = true;
  }

  /** Rounding puts basic columns below 0, where steps of no length lead in circles: moves the right-hand sides so that none is. */
  private lift(): void {
    this.basis.forEach((column, i) => {
      if (this.value[i]! >= 0) return;
      const by = nudge(i) - this.value[i]!;
      this.value[i]! += by;
      this.entryRows[column]!.forEach((row, k) => {
        this.shift[row]! += by * this.entryValues[column]![k]!;
      });
    });
  }

  /** The inverse of the basis, from scratch. False: it has none, and all stays as it is. */
  private factorise(): boolean {
    const m = this.right.length;
    // Columns with one entry first: they touch no other.
    const basis = [...this.basis].sort((a, b) => this.entryRows[a]!.length - this.entryRows[b]!.length || a - b);
    const left = new Float64Array(m * m);
    const inverse = new Float64Array(m * m);
    for (let j = 0; j < m; j++) {
      const column = basis[j]!;
      this.entryRows[column]!.forEach((row, k) => {
        left[row * m + j]! += this.entryValues[column]![k]!;
      });
      inverse[j * m + j] = 1;
    }
    for (let j = 0; j < m; j++) {
      let pivot = j;
      for (let i = j + 1; i < m; i++) if (Math.abs(left[i * m + j]!) > Math.abs(left[pivot * m + j]!)) pivot = i;
      const by = left[pivot * m + j]!;
      if (Math.abs(by) < 1e-10) return false;
      if (pivot !== j) {
        for (let k = 0; k < m; k++) {
          const [a, b] = [j * m + k, pivot * m + k];
          [left[a], left[b]] = [left[b]!, left[a]!];
          [inverse[a], inverse[b]] = [inverse[b]!, inverse[a]!];
        }
      }
      const ahead = packed(left, j * m, m, 1 / by);
      const own = packed(inverse, j * m, m, 1 / by);
      for (let i = 0; i < m; i++) {
        const factor = left[i * m + j]!;
        if (i === j || factor === 0) continue;
        for (let k = 0; k < ahead.places.length; k++) left[i * m + ahead.places[k]!]! -= factor * ahead.entries[k]!;
        for (let k = 0; k < own.places.length; k++) inverse[i * m + own.places[k]!]! -= factor * own.entries[k]!;
      }
    }
    this.basis = basis;
    this.inverse = inverse;
    this.value = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let j = 0; j < m; j++) sum += inverse[i * m + j]! * (this.right[j]! + nudge(j) + this.shift[j]!);
      this.value[i] = sum;
    }
    this.lift();
    return true;
  }
}

/** A small share of one, different for each row. */
const nudge = (row: number): number => 1e-6 * (1 + ((row * 0.6180339887498949) % 1));

/** Scales a stretch of a table in place, and lists what in it is not nothing, counted from its start. */
function packed(table: Float64Array, from: number, length: number, scale: number): { places: Int32Array; entries: Float64Array } {
  const places = new Int32Array(length);
  const entries = new Float64Array(length);
  let count = 0;
  for (let j = 0; j < length; j++) {
    const value = table[from + j]!;
    if (value === 0) continue;
    table[from + j] = value * scale;
    places[count] = j;
    entries[count++] = value * scale;
  }
  return { places: places.subarray(0, count), entries: entries.subarray(0, count) };
}
