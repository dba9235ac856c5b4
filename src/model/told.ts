/** How a number or a rule of ours is known. */

/** A setting, and how it is known. */
export interface Told<T> {
  readonly value: T;
  readonly told: "fact" | "assumed";
  /** Source of a fact; reason of an assumption. */
  readonly by: string;
}

export const fact = <T>(value: T, by: string): Told<T> => ({ value, told: "fact", by });
export const assumed = <T>(value: T, by: string): Told<T> => ({ value, told: "assumed", by });
