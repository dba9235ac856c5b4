/** All moves with their weights. A new move is a file and a line here. */
import type { Problem } from "../../problem/problem.ts";
import type { Move } from "../tools.ts";
import { otherDuration, otherOption, otherSide, otherSlot } from "./adjust.ts";
import { partOfDay, samePerson } from "./clientBlock.ts";
import { giveMinutes, lengthen, squeeze } from "./elastic.ts";
import { holdBack } from "./holdBack.ts";
import { makeRoom } from "./makeRoom.ts";
import { idlestAnew, idlestGets } from "./idlest.ts";
import { otherDay } from "./otherDay.ts";
import { reassign } from "./reassign.ts";
import { hop, hopTogether, swap } from "./hop.ts";
import { leaveOut, relocate, serve } from "./relocate.ts";
import { retime } from "./retime.ts";
import { everything, sameTime, strings, together, wholeRound } from "./ruinRecreate.ts";
import { spareScarce } from "./scarce.ts";
import { otherPace, otherSpan } from "./spans.ts";
import { tails, wholeRounds } from "./tails.ts";
import { shareTotal } from "./totals.ts";
import { worst } from "./worst.ts";
import { lateAnew, lateElsewhere } from "./worstChain.ts";

/** A move and how often it is drawn, beside the weights of the others. */
export interface WeightedMove {
  readonly move: Move;
  readonly weight: number;
}

/** Tasks from which on there are many. */
const MANY = 30;

/**
 * The moves that can help this problem, weighed by what it is like, each a number up to 1. Where it is plain (hard windows only), ruins find most;
 * where it is entwined (lateness or waiting is priced, or rounds are coupled), single moves that are priced exactly find more per second; where
 * tasks are not many, there are few hops to try, and what else can be changed matters more. Tails are cheap where they are screened by travel.
 */
export function movesFor(p: Problem): readonly WeightedMove[] {
  const priced = p.terms.some((t) => t.slope !== 0 && t.measure !== "travel" && t.measure !== "unserved");
  const [plain, entwined] = priced || p.relations.count > 0 ? [0.1, 1] : [1, 0.1];
  const many = Math.min(1, p.taskCount / MANY);
  const hops = entwined * many;
  const all: readonly WeightedMove[] = [
    { move: strings, weight: 30 * Math.max(plain, 1 - many) },
    { move: sameTime, weight: 3 * entwined },
    { move: wholeRound, weight: 0.5 * entwined },
    { move: together, weight: 4 },
    { move: everything, weight: 3 },
    { move: hop, weight: 200 * hops },
    { move: hopTogether, weight: 50 * hops },
    { move: relocate, weight: 20 * entwined },
    { move: swap, weight: 60 * hops },
    { move: tails, weight: (priced ? 10 : 40) * entwined },
    { move: wholeRounds, weight: 2 * entwined },
    { move: serve, weight: 6 },
    { move: makeRoom, weight: 2 + 38 * many },
    { move: leaveOut, weight: 4 },
    { move: otherSlot, weight: 5 },
    { move: otherDuration, weight: 12 + 48 * many },
    { move: giveMinutes, weight: 4 + 56 * many },
    { move: shareTotal, weight: 10 },
    { move: squeeze, weight: 5 },
    { move: lengthen, weight: 4 },
    { move: otherSide, weight: 3 },
    { move: otherOption, weight: 2 },
    { move: otherSpan, weight: 3 },
    { move: otherPace, weight: 1 },
    { move: holdBack, weight: 8 },
    { move: lateElsewhere, weight: 10 },
    { move: lateAnew, weight: 3 },
    { move: idlestGets, weight: 5 },
    { move: idlestAnew, weight: 2 },
    { move: samePerson, weight: 4 },
    { move: partOfDay, weight: 2 },
    { move: otherDay, weight: 4 },
    { move: reassign, weight: 1 },
    { move: retime, weight: 0.3 },
    { move: worst, weight: 4 * entwined },
    { move: spareScarce, weight: 3 },
  ];
  return all.filter(({ move }) => move.supports(p));
}
