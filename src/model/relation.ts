/** How tasks depend on each other. */
import type { Id, Span } from "../units.ts";
import type { Curve } from "./curve.ts";

/**
 * Every coupling is one of five. Judged over the served members only, in the order listed; with fewer than two served it
 * holds (presence excepted). Without `soft` it is hard; with it, the measure `relation` is the sum of `soft` over the
 * distances outside the span, each in what its span counts: ticks, days, workers, tasks.
 */
export type Relation = GapRelation | WorkersRelation | PresenceRelation | OrderRelation | DurationRelation;

interface RelationBase {
  readonly id: Id;
  /** Task ids, each at most once; at least two (presence: one). */
  readonly tasks: readonly Id[];
  readonly soft?: Curve;
}

/**
 * Time between tasks: clock(`to` of the later) - clock(`from` of the earlier) lies in `span`, for each pair of
 * neighbours in the list ("next") or for all pairs ("every").
 */
export interface GapRelation extends RelationBase {
  readonly kind: "gap";
  readonly from: "start" | "end";
  readonly to: "start" | "end";
  readonly span: Span;
  /** "elapsed": ticks; "days": index of the day in `Demand.days`; "timeOfDay": ticks since midnight by the clock on the wall. */
  readonly clock: "elapsed" | "days" | "timeOfDay";
  readonly over: "next" | "every";
  /** The served members are first put in order of their starts on that clock (ties: as listed); for starts that is the absolute value. */
  readonly eitherOrder?: true;
}

/** Number of different workers: same [1, 1], all different [n, n], at most k faces [null, k]. */
export interface WorkersRelation extends RelationBase {
  readonly kind: "workers";
  readonly distinct: Span;
}

/** Number of members served: all or none, one of, 1 x 40 or 2 x 20 minutes. With `zeroAllowed` none is fine too. */
export interface PresenceRelation extends RelationBase {
  readonly kind: "presence";
  readonly count: Span;
  readonly zeroAllowed: boolean;
}

/**
 * Each served member and the next one listed: in one round, in this order, with nothing between where `adjacent`.
 * Distance: the number of such pairs for which that is not so.
 */
export interface OrderRelation extends RelationBase {
  readonly kind: "order";
  readonly adjacent: boolean;
}

/** Sum of the durations `end - start`. */
export interface DurationRelation extends RelationBase {
  readonly kind: "duration";
  readonly total: Span;
}
