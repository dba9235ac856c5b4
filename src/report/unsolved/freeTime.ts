/** Who has nothing to do for a while. */
import type { Shift } from "../../model/demand.ts";
import type { Id, Tick } from "../../units.ts";
import type { View } from "../view.ts";
import { hoursOfShift, type Work } from "./rest.ts";

/**
 * Staff, in the order of their shifts, who between two times have `ticks` in one go in which they are paid and only wait or have no round.
 * O(shifts + pieces).
 */
export function freeStaff(view: Pick<View, "demand" | "rounds">, [from, to]: readonly [Tick, Tick], ticks: Tick): Id[] {
  const free = view.demand.shifts.filter((shift) =>
    freePieces(view, shift).some(({ begin, end }) => Math.min(end, to) - Math.max(begin, from) >= ticks),
  );
  return [...new Set(free.map(({ worker }) => worker))];
}

function freePieces({ rounds }: Pick<View, "rounds">, shift: Shift): Work[] {
  const paid = hoursOfShift(shift);
  const round = rounds.get(shift.id);
  if (round === undefined) return shift.idleIfUnused && paid !== undefined ? [paid] : [];
  const waits = round.pieces.filter(({ activity }) => activity === "waiting");
  return paid === undefined ? waits : [{ begin: paid.begin, end: round.planned.begin }, ...waits, { begin: round.planned.end, end: paid.end }];
}
