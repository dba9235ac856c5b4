/** The working time of one person over several shifts. */
import type { Demand, Worker } from "../../model/demand.ts";
import type { Id, Tick } from "../../units.ts";
import { clockTime, lengthOf } from "./clock.ts";
import type { Facts, Path, Report, Round } from "./facts.ts";

/** Used shifts of each worker, in order of begin (ties: of end, then of the plan). */
export function shiftsByWorker(facts: Facts): ReadonlyMap<Id, readonly Round[]> {
  const byWorker = new Map<Id, Round[]>();
  for (const round of facts.rounds) {
    const list = byWorker.get(round.worker.id);
    if (list === undefined) byWorker.set(round.worker.id, [round]);
    else list.push(round);
  }
  for (const list of byWorker.values()) list.sort((a, b) => a.planned.begin - b.planned.begin || a.planned.end - b.planned.end);
  return byWorker;
}

/** No overlaps; no working period beyond what the rest rules allow. O(n log n). */
export function checkWorkers(facts: Facts, report: Report): void {
  for (const rounds of shiftsByWorker(facts).values()) {
    checkOverlap(facts.demand, rounds, report);
    const worker = (rounds[0] as Round).worker;
    for (const rule of worker.rest) checkRest(facts.demand, worker, rounds, rule, report);
  }
}

function checkOverlap(demand: Demand, rounds: readonly Round[], report: Report): void {
  let last: Round | undefined;
  for (const round of rounds) {
    if (last !== undefined && round.planned.begin < last.planned.end) {
      const message = `Shift "${round.shift.id}" begins at ${clockTime(demand, round.planned.begin)}, before shift "${last.shift.id}" of "${round.worker.id}" ends at ${clockTime(demand, last.planned.end)}.`;
      report("shifts-overlap", [...round.path, "begin"], message, "Let one end before the other begins.");
    }
    if (last === undefined || round.planned.end > last.planned.end) last = round;
  }
}

/** Shifts (and the end of the last one before the period, a point) less than `atLeast` apart form one working period. */
function checkRest(demand: Demand, worker: Worker, rounds: readonly Round[], rule: Worker["rest"][number], report: Report): void {
  const pieces: { from: Tick; to: Tick; path: Path }[] = rounds.map(({ planned, path }) => ({
    from: planned.begin,
    to: planned.end,
    path,
  }));
  if (worker.busyUntil !== undefined) pieces.push({ from: worker.busyUntil, to: worker.busyUntil, path: [] });
  pieces.sort((a, b) => a.from - b.from || a.to - b.to);
  const longest = rule.window - rule.atLeast;
  let period = { from: -Infinity, to: -Infinity };
  for (const piece of pieces) {
    const rested = piece.from - period.to >= rule.atLeast;
    const tooLongBefore = !rested && period.to - period.from > longest;
    period = rested ? { from: piece.from, to: piece.to } : { from: period.from, to: Math.max(period.to, piece.to) };
    if (period.to - period.from <= longest || tooLongBefore) continue; // a period is reported once, where it becomes too long
    const worked = `from ${clockTime(demand, period.from)} to ${clockTime(demand, period.to)}`;
    const message = `Worker "${worker.id}" works ${worked} without a rest of ${lengthOf(demand, rule.atLeast)}; at most ${lengthOf(demand, longest)} is allowed.`;
    report("rest-too-short", piece.path, message, "Give the worker a longer rest between shifts.");
  }
}
