/** Why the minutes of an account do not reach for a visit, and what to do about it. */
import { grantedMinutes, plannedMinutes } from "../../kpi/granted.ts";
import type { Budget, Task } from "../../model/demand.ts";
import { formatNumber } from "../format.ts";
import type { View } from "../view.ts";
import { UNSOLVED_WORDS } from "./words.ts";

export interface Shortage {
  readonly why: string;
  readonly action: string;
}

/**
 * Of a visit whose accounts have no room: minutes that the plan gave to other visits beyond their templates are named first, since to take
 * them back is the planner's own matter; a new frame is proposed only where the client has one, and where those minutes are too few.
 * `spent`: is it the visits told above that take what is left? O(members of its accounts + granted tasks).
 */
export function shortageFor(view: View, tasks: readonly Task[], spent: boolean): Shortage {
  const { demand, look, locale } = view;
  const words = UNSOLVED_WORDS[locale].visit;
  const hasFrame = look.clients.get(tasks[0]?.client ?? "")?.decision.grants.kind === "frame";
  const least = tasks.reduce((sum, { duration }) => sum + duration.min, 0) / demand.ticksPerMinute;
  const ids = new Set(tasks.map(({ id }) => id));
  const accounts = demand.budgets.filter((budget) => isLimit(budget) && budget.members.some((id) => ids.has(id)));
  const granted = grantedMinutes(look);
  const longer = Math.max(0, ...accounts.map(({ members }) => members.reduce((sum, id) => sum + Math.max(0, plannedMinutes(look, demand, id) - (granted.get(id) ?? Infinity)), 0)));
  const lacking = Math.max(0, ...accounts.map((account) => used(view, account) + least - (account.limit[1] ?? Infinity) / demand.ticksPerMinute));
  const isLonger = Math.round(longer) >= 1;
  const talk = hasFrame ? words.talkFrame : words.talkGranted;
  if (isLonger) return { why: words.longerOthers(formatNumber(longer, 0, locale)), action: longer >= lacking ? words.shortenOthers : `${words.shortenOthers} ${talk}` };
  const why = hasFrame ? words.frame : words.granted;
  return spent ? { why: "", action: `${hasFrame ? words.frameSpent : words.grantedSpent} ${talk}` } : { why, action: talk };
}

const isLimit = ({ of, limit, within }: Budget): boolean => of === "task" && limit[1] !== null && within === undefined;

/** Minutes of the account that are taken. */
const used = ({ look, demand }: Pick<View, "look" | "demand">, { members, opening, reserved }: Budget): number =>
  members.reduce((sum, id) => sum + plannedMinutes(look, demand, id), (opening + reserved) / demand.ticksPerMinute);
