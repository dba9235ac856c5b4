/** Cutting one large table into requests that a service takes. */
import type { RoutingBlock, RoutingPoint } from "./provider.ts";

/** A block and where it stands in the whole table. */
export interface PlacedBlock extends RoutingBlock {
  readonly firstSource: number;
  readonly firstTarget: number;
}

/** Blocks of at most `side` x `side` that cover all pairs of points once, nearly equal in size. A point alone with itself is left out. */
export function blocksOf(points: readonly RoutingPoint[], side: number): PlacedBlock[] {
  const count = Math.ceil(points.length / side);
  const borders = Array.from({ length: count + 1 }, (_, i) => Math.round((i * points.length) / count));
  const parts = borders.slice(1).map((end, i) => ({ first: borders[i] as number, points: points.slice(borders[i], end) }));
  return parts.flatMap((from) =>
    parts
      .filter((to) => from !== to || from.points.length > 1)
      .map((to) => ({ sources: from.points, targets: to.points, firstSource: from.first, firstTarget: to.first })),
  );
}
