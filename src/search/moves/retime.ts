/** The best times there are for a round and those coupled to it; order, slots, places and people stay. See exact/timetable.ts. */
import { NONE } from "../../problem/problem.ts";
import { gatherCoupled, retimeRounds } from "../exact/retime.ts";
import type { Move } from "../tools.ts";

/** Tasks that are retimed together at most. */
const MOST_TASKS = 60;
/** Chance of looking at other rounds as well, for accounts and largest values that several share. */
const WIDER = 0.2;

export const retime: Move = {
  name: "retime",
  supports: (p) => p.timeMatters,
  try(tools) {
    const { objective, random } = tools;
    const { st } = objective;
    const task = tools.servedTask();
    if (task === NONE) return false;
    const rounds = new Set([st.shiftOf[task]!]);
    while (random.chance(WIDER)) {
      const other = tools.servedTask();
      if (other !== NONE) rounds.add(st.shiftOf[other]!);
    }
    gatherCoupled(st, rounds, MOST_TASKS);
    const { moments, prices, accounts } = tools.timetable;
    moments.beyondCorners = random.chance(0.5);
    prices.blend = random.chance(0.5) ? Number.NaN : random.next();
    accounts.turn = random.below(1 << 10);
    return retimeRounds(tools, rounds);
  },
};
