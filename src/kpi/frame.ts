/** How much of the granted frames (*ramtid*) a plan uses. Frames are read off the Case, so a minute plan is measured too. */
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { countsTwice, daysIn, isInFrame } from "./frameRules.ts";
import { plannedMinutes } from "./granted.ts";
import { type Lookup, servedBy } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";

export type FrameMeasures = Family<"use" | "balance" | "outside">;

/** The frame of one client over the planned days. */
export interface FrameUse {
  readonly client: Id;
  /** The frame's minutes for these days, in proportion. */
  readonly minutes: number;
  readonly plannedMinutes: number;
}

/** In the order of the Case; clients without a frame are absent. O(clients + tasks). */
export function frameUses(town: Case, demand: Demand, look: Lookup): FrameUse[] {
  const planned = new Map<Id, number>();
  for (const task of demand.tasks) {
    const serves = task.serves ?? [];
    const isSecond = serves.length > 0 && serves.every((o) => look.serving.get(o)?.[0] !== task);
    const served = servedBy(look, task);
    for (const client of served) {
      if (!serves.some((o) => isInFrame(town, client, look, o)) || (isSecond && !countsTwice(town, client))) continue;
      planned.set(client.id, (planned.get(client.id) ?? 0) + plannedMinutes(look, demand, task.id) / served.length);
    }
  }
  return town.clients.flatMap((client) => {
    const { grants } = client.decision;
    if (grants.kind !== "frame") return [];
    const minutes = demand.days.reduce((sum, day) => sum + grants.minutes / daysIn(grants.per, day.date), 0);
    return [{ client: client.id, minutes, plannedMinutes: planned.get(client.id) ?? 0 }];
  });
}

export function frameFamily(town: Case, demand: Demand, look: Lookup, comparable: boolean): FrameMeasures {
  const uses = frameUses(town, demand, look);
  const minutes = uses.reduce((s, u) => s + u.minutes, 0);
  const planned = uses.reduce((s, u) => s + u.plannedMinutes, 0);
  const outside = uses.filter((u) => u.plannedMinutes < 0.8 * u.minutes || u.plannedMinutes > 1.1 * u.minutes).length;
  const any = uses.length > 0;
  return family("frame", comparable, {
    use: [minutes > 0 ? (100 * planned) / minutes : null, "%", "Planned minutes / the frames' minutes in proportion to these days, clients with a frame; a week may take more than its share of a longer frame. Two staff count as the frame's policy says."],
    balance: [any ? minutes - planned : null, "min", "The frames' minutes in proportion to these days less planned minutes; negative: more than these days' share, which other weeks of the frame may even out."],
    outside: [any ? outside : null, "count", "Clients whose planned minutes are below 80 % or above 110 % of their frame in proportion to these days."],
  });
}
