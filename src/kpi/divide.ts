/** Parts that add up. */

/** Whole parts of a whole amount in proportion to the weights; what is left over falls to the first ones. Equal parts where no weight is above 0. */
export function divide(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor(total > 0 ? (amount * weight) / total : amount / weights.length));
  const left = amount - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, i) => part + (i < left ? 1 : 0));
}
