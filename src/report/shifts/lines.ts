/** A round as its owner lives it: ways and work, line by line. */
import type { Activity, Piece, Round } from "../../kpi/round.ts";
import type { Task } from "../../model/demand.ts";
import type { Tick } from "../../units.ts";

/** Getting to the next piece of work, or back. All in ticks; metres are null where distances are unknown. */
export interface Way {
  readonly kind: "way";
  readonly travel: Tick;
  readonly metres: number | null;
  readonly waiting: Tick;
  readonly entry: Tick;
}

/** A visit, a rest or other work. */
export interface Doing {
  readonly kind: "doing";
  readonly activity: Activity;
  readonly begin: Tick;
  readonly end: Tick;
  readonly task: Task;
}

export type Line = Way | Doing;

const NO_WAY: Way = { kind: "way", travel: 0, metres: 0, waiting: 0, entry: 0 };

/** In the order of the round; what lies between two pieces of work is one way. O(pieces). */
export function linesOf({ pieces }: Pick<Round, "pieces">): Line[] {
  const lines: Line[] = [];
  let way = NO_WAY;
  const flush = (): void => {
    if (way !== NO_WAY) lines.push(way);
    way = NO_WAY;
  };
  for (const piece of pieces) {
    const { activity, begin, end, task } = piece;
    if (activity === "travel" || activity === "waiting" || activity === "entry" || task === undefined) {
      way = extended(way, piece);
    } else {
      flush();
      lines.push({ kind: "doing", activity, begin, end, task });
    }
  }
  flush();
  return lines;
}

function extended(way: Way, { activity, begin, end, metres }: Piece): Way {
  const ticks = end - begin;
  if (activity === "travel") return { ...way, travel: way.travel + ticks, metres: way.metres === null || metres == null ? null : way.metres + metres };
  return activity === "entry" ? { ...way, entry: way.entry + ticks } : { ...way, waiting: way.waiting + ticks };
}
