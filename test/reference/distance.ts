/** How far a structure is from what relations without times ask for. */
import type { OrderRelation, PresenceRelation, WorkersRelation } from "../../src/model/relation.ts";
import type { Span } from "../../src/units.ts";
import type { Reading } from "./reading.ts";
import type { Structure } from "./structure.ts";

/** Distance of a relation that needs no times. */
export function structuralDistance(
  reading: Reading,
  { seats }: Structure,
  relation: WorkersRelation | PresenceRelation | OrderRelation,
): number {
  const served = relation.tasks.map((id) => seats[reading.taskIndex.get(id) as number]).filter((s) => s !== undefined);
  if (relation.kind === "presence") {
    return served.length === 0 && relation.zeroAllowed ? 0 : distanceTo(served.length, relation.count);
  }
  if (served.length < 2) return 0;
  if (relation.kind === "workers") return distanceTo(new Set(served.map((s) => reading.worker[s.round.shift]?.id)).size, relation.distinct);
  let broken = 0;
  for (let i = 1; i < served.length; i++) {
    const a = served[i - 1] as (typeof served)[number];
    const b = served[i] as (typeof served)[number];
    const apart = b.position - a.position;
    if (a.round !== b.round || apart < 1 || (relation.adjacent && apart !== 1)) broken++;
  }
  return broken;
}

const distanceTo = (x: number, [min, max]: Span): number => Math.max(0, (min ?? x) - x, x - (max ?? x));
