/** Cars and bikes. */
import type { Id } from "../../units.ts";
import { clockTime } from "./clock.ts";
import type { Facts, Report, Round } from "./facts.ts";

/** At no time do more used shifts hold a vehicle than the pool has; a shift holds it from begin to end, end excluded. O(n log n). */
export function checkPools(facts: Facts, report: Report): void {
  for (const pool of facts.demand.pools) checkPool(facts, pool.id, pool.count, report);
}

function checkPool(facts: Facts, pool: Id, count: number, report: Report): void {
  const holders = facts.rounds.filter((round) => round.option.pool === pool && round.planned.end > round.planned.begin);
  const events = holders.flatMap((round) => [
    { at: round.planned.begin, change: 1, round },
    { at: round.planned.end, change: -1, round },
  ]);
  events.sort((a, b) => a.at - b.at || a.change - b.change); // given back before it is taken
  let held = 0;
  for (const { at, change, round } of events) {
    held += change;
    if (change > 0 && held > count)
      report("pool-exceeded", [...round.path, "option"], messageOf(facts, pool, count, held, at, round), "Use another option or time.");
  }
}

const messageOf = (facts: Facts, pool: Id, count: number, held: number, at: number, round: Round): string =>
  `Shift "${round.shift.id}" takes number ${held} of pool "${pool}" at ${clockTime(facts.demand, at)}; it has ${count}.`;
