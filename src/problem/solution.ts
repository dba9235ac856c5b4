/** A plan in rows and ticks: what search/ takes as a start and gives back. */
export interface Solution {
  readonly rounds: readonly Round[];
}

/** One used shift. Columns run over its tasks in the order served. */
export interface Round {
  readonly shift: number;
  /** Option row, as in `Shifts.optionFrom`. */
  readonly option: number;
  readonly begin: number;
  readonly end: number;
  readonly tasks: readonly number[];
  /** Slot rows. */
  readonly slots: readonly number[];
  readonly starts: readonly number[];
  readonly durations: readonly number[];
  /** Resolved places. */
  readonly places: readonly number[];
}
