/** What every measure can still be, given what is known of the times. */

import { curveCost, type FlatCurves, NO_CURVE } from "../../problem/flatCurves.ts";
import { CONDITIONAL, type CompiledTerm, KIND_BREAK, KIND_CARE, NONE, OPEN, type Problem } from "../../problem/problem.ts";
import { overLevelOn } from "../../problem/skills.ts";
import { between, type Differences, hull, larger, minus, ONE, plus, point, type Range, scaled, ZERO } from "./differences.ts";
import { dayRange, distances } from "./distance.ts";
import { paceOf, type Seat, type Structure } from "./structure.ts";
import { budgetUse, idleRange, splitRange, travelRange, waitingRange, workRange } from "./use.ts";

/** Calls `tell` with the entity of each atom of the term, the shift that it counts to (NONE: none), and its range. */
export function forEachAtom(
  problem: Problem,
  structure: Structure,
  d: Differences,
  term: CompiledTerm,
  tell: (entity: number, shift: number, range: Range) => void,
): void {
  const { measure, family } = term;
  if (family === "task") {
    for (let t = 0; t < problem.taskCount; t++) {
      const seat = structure.seats[t];
      if (measure === "unserved" || measure === "missedBreak") {
        const range = seat === undefined ? leftOut(problem, structure, d, t, measure) : null;
        if (range !== null) tell(t, NONE, range);
      } else if (seat !== undefined) tell(t, seat.round.shift, ofTask(problem, d, t, seat, measure));
    }
  } else if (family === "shift") {
    for (let s = 0; s < problem.shiftCount; s++) tell(s, s, ofShift(problem, structure, d, s, measure));
  } else if (family === "client") {
    for (let c = 0; c < problem.clientCount; c++) tell(c, NONE, point(ofClient(problem, structure, c, measure)));
  } else if (family === "relation") {
    const { soft, pinsFrom } = problem.relations;
    for (let r = 0; r < pinsFrom; r++) {
      const all = soft[r] === NO_CURVE ? [] : distances(problem, structure, d, r);
      tell(
        r,
        NONE,
        all.reduce((sum, distance) => plus(sum, costRange(problem.curves, soft[r]!, distance)), ZERO),
      );
    }
  } else {
    for (let b = 0; b < problem.budgets.count; b++) {
      const curve = problem.budgets.curve[b]!;
      tell(b, NONE, curve === NO_CURVE ? ZERO : costRange(problem.curves, curve, budgetUse(problem, structure, d, b)));
    }
  }
}

/** Least and greatest cost of a curve over the range. */
export function costRange(curves: FlatCurves, curve: number, [low, high]: Range): Range {
  let least = curveCost(curves, curve, low);
  if (curve === NO_CURVE || low === high) return [least, least];
  let most = least;
  const consider = (cost: number): void => {
    least = Math.min(least, cost);
    most = Math.max(most, cost);
  };
  consider(curveCost(curves, curve, high));
  for (let p = curves.from[curve]!; p < curves.from[curve + 1]!; p++)
    if (curves.x[p]! > low && curves.x[p]! < high) consider(curves.cost[p]!);
  return [least, most];
}

/** A task that is not served; null: it is not due. */
function leftOut({ tasks }: Problem, { roundOf }: Structure, d: Differences, t: number, measure: "unserved" | "missedBreak"): Range | null {
  const cost = measure === "unserved" ? tasks.unservedCost[t]! : tasks.kind[t] === KIND_BREAK ? 1 : 0;
  if (tasks.required[t] !== CONDITIONAL) return point(cost);
  const round = roundOf[tasks.ownShift[t]!];
  if (round === undefined) return null;
  const [shortest, longest] = between(d, round.end, round.begin);
  if (longest <= tasks.whenShiftExceeds[t]!) return null;
  return shortest > tasks.whenShiftExceeds[t]! ? point(cost) : hull(ZERO, point(cost));
}

function ofTask(problem: Problem, d: Differences, t: number, { round, visit }: Seat, measure: CompiledTerm["measure"]): Range {
  const { tasks, slots, shifts, clients, curves, demand } = problem;
  const worker = shifts.worker[round.shift]!;
  const start = between(d, visit.start);
  const end = between(d, visit.end);
  const past = (range: Range, limit: number): Range => (limit >= OPEN ? ZERO : minus(range, point(limit)));
  switch (measure) {
    case "slotCost": {
      const soft = plus(costRange(curves, slots.startCurve[visit.slot]!, start), costRange(curves, slots.endCurve[visit.slot]!, end));
      return plus(soft, point(slots.cost[visit.slot]!));
    }
    case "late": {
      const byStart = past(start, Math.min(slots.dueStart[visit.slot]!, slots.wish[visit.slot]!));
      return larger(ZERO, larger(byStart, past(end, slots.dueEnd[visit.slot]!)));
    }
    case "early": {
      const wish = slots.wish[visit.slot]!;
      return wish >= OPEN ? ZERO : larger(ZERO, minus(point(wish), start));
    }
    case "whoCost": {
      const row = tasks.whoCostRow[t]!;
      return point(row === NONE ? 0 : tasks.whoCost[row * problem.workerCount + worker]!);
    }
    case "overLevel": {
      const [first, last] = dayRange(demand.days, start);
      let range = point(overLevelOn(demand.tasks[t]!, demand.workers[worker]!, first));
      for (let day = first + 1; day <= last; day++) range = hull(range, point(overLevelOn(demand.tasks[t]!, demand.workers[worker]!, day)));
      return range;
    }
    case "durationValue": {
      const curve = tasks.valueCurve[t]!;
      return curve === NO_CURVE
        ? ZERO
        : costRange(curves, curve, scaled(between(d, visit.end, visit.start), paceOf(problem, t, round.shift)));
    }
    case "moved": {
      const was = tasks.baselineStart[t]!;
      const [low, high] = past(start, was);
      return [low > 0 ? low : high < 0 ? -high : 0, Math.max(Math.abs(low), Math.abs(high))];
    }
    case "reassigned":
      return tasks.baselineWorker[t] === NONE || tasks.baselineWorker[t] === worker ? ZERO : ONE;
    default: {
      const team = tasks.client[t] === NONE ? NONE : clients.team[tasks.client[t]!]!;
      const own = shifts.team[round.shift]!;
      return team !== NONE && own !== NONE && team !== own ? ONE : ZERO;
    }
  }
}

function ofShift(problem: Problem, structure: Structure, d: Differences, s: number, measure: CompiledTerm["measure"]): Range {
  const { shifts } = problem;
  const round = structure.roundOf[s];
  const [first, paidTo] = [shifts.idleFrom[s]!, shifts.paidTo[s]!];
  if (round === undefined)
    return measure === "idle" && shifts.idleIfUnused[s] === 1 && paidTo < OPEN && first > -OPEN ? point(paidTo - first) : ZERO;
  switch (measure) {
    case "travel":
      return travelRange(problem, d, round);
    case "distance":
      return point(round.legs.reduce((sum, { metres }) => sum + metres, 0));
    case "waiting":
      return waitingRange(problem, d, round);
    case "idle":
      return idleRange(problem, d, round);
    case "overtime":
      return paidTo >= OPEN ? ZERO : larger(ZERO, minus(between(d, round.end), point(paidTo)));
    case "usedShift":
      return ONE;
    case "optionCost":
      return point(shifts.optionCost[round.option]!);
    case "splitShift":
      return splitRange(problem, structure, d, round);
    default:
      return workRange(problem, d, round);
  }
}

function ofClient({ tasks, shifts, clients }: Problem, { seats }: Structure, c: number, measure: CompiledTerm["measure"]): number {
  const by: number[] = [];
  seats.forEach((seat, t) => {
    if (seat !== undefined && tasks.client[t] === c && tasks.kind[t] === KIND_CARE) by.push(shifts.worker[seat.round.shift]!);
  });
  const contact = clients.contact[c]!;
  if (measure === "contactShare") return contact === NONE ? 0 : by.filter((worker) => worker !== contact).length;
  return new Set([...by, ...clients.metList.subarray(clients.metFrom[c]!, clients.metFrom[c + 1]!)]).size;
}
