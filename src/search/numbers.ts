/** Logarithms and powers from + - * / and sqrt alone, so that every engine gets the same bits. */

const CELLS = 4096;

/** Natural logarithm of x in (0, 1]: halves are pulled out, the rest is the series of 2 artanh((x - 1) / (x + 1)). */
export function naturalLog(x: number): number {
  let halves = 0;
  let y = x;
  while (y < 0.75) {
    y *= 2;
    halves++;
  }
  const z = (y - 1) / (y + 1);
  const square = z * z;
  let power = z;
  let sum = 0;
  for (let k = 1; k < 40; k += 2) {
    sum += power / k;
    power *= square;
  }
  return 2 * sum - halves * Math.LN2;
}

/** [k] -> -ln of the middle of the k-th of 4096 equal parts of (0, 1): exponentially distributed where k is uniform. */
export function exponentialTable(): Float64Array {
  return Float64Array.from({ length: CELLS }, (_, k) => -naturalLog((k + 0.5) / CELLS));
}

/** [k] -> ratio^(k / 1024) for k = 0 … 1024, by repeated square roots. */
export function powerTable(ratio: number): Float64Array {
  let root = ratio;
  for (let i = 0; i < 10; i++) root = Math.sqrt(root);
  const table = new Float64Array(1025);
  table[0] = 1;
  for (let k = 1; k <= 1024; k++) table[k] = table[k - 1]! * root;
  return table;
}
