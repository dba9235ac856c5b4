/** What a measure finds, piece by piece. */
import type { Id } from "../../units.ts";
import type { Facts, Round, Served } from "./facts.ts";
import type { Walk } from "./walk.ts";

/** One measured value with what it belongs to, as far as it has that. */
export interface Atom {
  readonly id: Id;
  readonly value: number;
  readonly shift?: Id | undefined;
  readonly worker?: Id | undefined;
  readonly client?: Id | undefined;
  readonly team?: Id | undefined;
  readonly class?: Id | undefined;
  readonly mode?: Id | undefined;
  readonly priority?: number | undefined;
}

/** The facts with each round walked, and the served tasks in the order of the Demand. */
export interface Measured extends Facts {
  readonly walks: ReadonlyMap<Round, Walk>;
  readonly inOrder: readonly Served[];
}
