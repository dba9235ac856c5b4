/** A round as the master knows it. */

/** A round of a class of shifts. */
export interface Column {
  readonly shiftClass: number;
  /** Task rows in order of service; a row may come twice. */
  readonly tasks: readonly number[];
  /** [level] never more than what such a round costs. */
  readonly cost: Float64Array;
}

/** The same for rounds that are the same. */
export const keyOf = ({ shiftClass, tasks, cost }: Column): string => `${shiftClass}:${tasks.join()}:${cost.join()}`;
