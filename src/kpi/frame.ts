/** How much of the granted frames (*ramtid*) a plan uses. Frames are read off the Case, so a minute plan is measured too. */
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Id, Tick } from "../units.ts";
import { countsTwice, daysIn, isInFrame } from "./frameRules.ts";
import { plannedMinutes } from "./granted.ts";
import { type Lookup, servedBy } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";
import type { FrameLedger, LedgerRow, Move } from "./ledger/ledger.ts";

export type FrameMeasures = Family<"use" | "balance" | "outside" | "moved" | "remaining" | "overdrawn">;

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

export function frameFamily(town: Case, demand: Demand, look: Lookup, comparable: boolean, ledger: FrameLedger): FrameMeasures {
  const uses = frameUses(town, demand, look);
  const minutes = sum(uses, (use) => use.minutes);
  const planned = sum(uses, (use) => use.plannedMinutes);
  const outside = uses.filter((u) => u.plannedMinutes < 0.8 * u.minutes || u.plannedMinutes > 1.1 * u.minutes).length;
  const any = uses.length > 0;
  const hasRows = ledger.rows.length > 0;
  return family("frame", comparable, {
    use: [minutes > 0 ? (100 * planned) / minutes : null, "%", "Planned minutes / the frames' minutes in proportion to these days, clients with a frame; a week may take more than its share of a longer frame. Two staff count as the frame's policy says."],
    balance: [any ? minutes - planned : null, "min", "The frames' minutes in proportion to these days less planned minutes; negative: more than these days' share, which other weeks of the frame may even out."],
    outside: [any ? outside : null, "count", "Clients whose planned minutes are below 80 % or above 110 % of their frame in proportion to these days.", "assumed"],
    moved: [hasRows ? movedTicks(ledger) / ledger.ticksPerMinute : null, "min", "Minutes used elsewhere than where they were granted: at another purpose, on another day, in another period or, in a pool, for another client. Saved minutes count once a later period needs them. Visits made on another day than usual are not counted here."],
    remaining: [hasRows ? sum(ledger.rows, (row) => row.remaining) / ledger.ticksPerMinute : null, "min", "Minutes of the frame periods that these days touch, less those used, due on their later days, held back by a cap or moved on."],
    overdrawn: [hasRows ? ledger.rows.filter((row) => row.remaining < 0).length : null, "count", "Clients' frame periods in which more is used and due later than there is."],
  });
}

/** What moves between two accounts stands in both, and is counted where it goes; what was saved, as far as it is needed there. */
function movedTicks({ rows }: FrameLedger): number {
  return sum(rows, (row) => {
    const arriving = row.moves.filter((move) => isElsewhere(move) && move.to.client === row.client && move.to.period === row.period.from);
    return ticksOf(arriving.filter(({ reason }) => reason !== "saved")) + neededOf(row, ticksOf(arriving.filter(({ reason }) => reason === "saved")));
  });
}

const isElsewhere = ({ reason }: Move): boolean => !["shorter", "unserved", "declined", "longer", "otherDay"].includes(reason);

/** Of ticks saved for this period: those that neither remain nor go on to another account. A period's own minutes are used first. */
const neededOf = ({ remaining, movedOut }: LedgerRow, saved: Tick): Tick => Math.max(0, saved - Math.max(0, remaining) - movedOut);

const ticksOf = (moves: readonly Move[]): Tick => sum(moves, ({ ticks }) => ticks);

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);
