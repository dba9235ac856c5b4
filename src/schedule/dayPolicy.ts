/** What staff may do on the day when today differs from the plan: one table of acts that serves every model. */
import type { Switches } from "./switches.ts";

export type Act =
  | "overrun"
  | "cut"
  | "leaveEarly"
  | "startNextEarly"
  | "giveLeftOver"
  | "reorder"
  | "swapPurpose"
  | "moveDay"
  | "save"
  | "borrow"
  | "callPlanner";

export interface ActRule {
  readonly allowed: boolean;
  readonly approval: "none" | "client" | "planner";
}

export type DayPolicy = Readonly<Record<Act, ActRule>>;

/** The acts a setting of the switches allows as written. What people do in practice is the simulation's matter. */
export function dayPolicyOf(switches: Switches): DayPolicy {
  const approval = switches.decides === "team" ? "client" : "planner";
  const rule = (allowed: boolean): ActRule => ({ allowed, approval });
  const free: ActRule = { allowed: true, approval: "none" };
  const elastic = switches.duration === "elastic";
  return {
    overrun: free,
    cut: elastic ? rule(true) : rule(false),
    leaveEarly: free,
    startNextEarly: rule(switches.clock === "window"),
    giveLeftOver: rule(switches.pool !== "client"),
    reorder: rule(switches.clock === "window"),
    swapPurpose: rule(switches.purposeSwap !== "no"),
    moveDay: rule(switches.day === "agreed"),
    save: rule(switches.save !== "none"),
    borrow: rule(switches.save === "rolling" || switches.save === "policy"),
    callPlanner: free,
  };
}
