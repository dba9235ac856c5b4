/** Measures whose atom is a shift. */
import type { Demand, Shift } from "../../model/demand.ts";
import type { ShiftMeasure } from "../../model/term.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Atom, Measured } from "./atom.ts";
import { workTicks } from "./budgets.ts";
import type { Round } from "./facts.ts";
import { shiftsByWorker } from "./rest.ts";
import type { Walk } from "./walk.ts";

/** One atom per shift of the Demand, used or not. */
export function shiftAtoms(facts: Measured, measure: ShiftMeasure): readonly Atom[] {
  const rule = ruleOf(facts, measure);
  return facts.demand.shifts.map((shift) => {
    const round = facts.roundOf.get(shift.id);
    const walk = round && facts.walks.get(round);
    const value = round && walk ? rule(round, walk) : measure === "idle" ? idleUnused(shift) : 0;
    return {
      id: shift.id,
      value,
      shift: shift.id,
      worker: shift.worker,
      team: shift.team,
      mode: (round?.option ?? shift.options[0])?.mode,
    };
  });
}

/** The value of one used shift. */
function ruleOf(facts: Measured, measure: ShiftMeasure): (round: Round, walk: Walk) => number {
  switch (measure) {
    case "travel":
      return (_, walk) => walk.travelTicks;
    case "distance":
      return (_, walk) => walk.metres;
    case "waiting":
      return (_, walk) => walk.waitingTicks;
    case "idle":
      return idle;
    case "overtime":
      return ({ shift, planned }) => Math.max(0, planned.end - (shift.paidTo ?? Infinity));
    case "usedShift":
      return () => 1;
    case "optionCost":
      return ({ option }) => option.cost ?? 0;
    case "splitShift": {
      const split = splitShifts(facts);
      return (round) => (split.has(round) ? 1 : 0);
    }
    case "work":
      return workTicks;
  }
}

function idle({ shift, planned }: Round, { waitingTicks }: Walk): number {
  const before = planned.begin - (shift.begins[0] ?? planned.begin);
  return before + waitingTicks + Math.max(0, (shift.paidTo ?? -Infinity) - planned.end);
}

const idleUnused = ({ idleIfUnused, paidTo, begins: [first] }: Shift): number =>
  idleIfUnused && paidTo !== undefined && first !== null ? paidTo - first : 0;

/** Shifts that another one of the worker precedes on the same day, ended more than 60 minutes earlier. */
function splitShifts(facts: Measured): ReadonlySet<Round> {
  const split = new Set<Round>();
  for (const rounds of shiftsByWorker(facts).values()) {
    for (const round of rounds) if (rounds.some((other) => splits(facts.demand, other, round))) split.add(round);
  }
  return split;
}

function splits(demand: Demand, { planned: other }: Round, { planned: { begin } }: Round): boolean {
  const sameDay = dayIndexAt(demand.days, other.begin) === dayIndexAt(demand.days, begin);
  return other.begin < begin && sameDay && begin - other.end > 60 * demand.ticksPerMinute;
}
