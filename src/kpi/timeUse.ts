/** Paid time accounted for, shift by shift, to the tick. */
import type { Demand, Shift } from "../model/demand.ts";
import type { Id, Tick } from "../units.ts";
import { type Entry, type Family, family } from "./kpi.ts";
import type { Activity, Round } from "./round.ts";

export type TimeMeasures = Family<"paidSpan" | "overtime" | "client" | "remote" | "entry" | "travel" | "waiting" | "documentation" | "duties" | "paidBreak" | "idle" | "unpaidRest">;

/**
 * paidSpan + overtime = client + remote + entry + travel + waiting + documentation + duties + paidBreak + idle, in
 * ticks; the unpaid rest (*rast*) stands beside it.
 */
export interface TimeUse {
  readonly shift: Id;
  readonly worker: Id;
  /** False: nobody goes out, yet the shift is paid. */
  readonly used: boolean;
  /** From the earliest begin to the end of paid time (without one: the planned end), less the unpaid rest. */
  readonly paidSpan: Tick;
  /** Worked beyond the end of paid time. */
  readonly overtime: Tick;
  /** With a client in the home; two staff count twice. */
  readonly client: Tick;
  /** With a client by phone or camera. */
  readonly remote: Tick;
  readonly entry: Tick;
  readonly travel: Tick;
  readonly waiting: Tick;
  readonly documentation: Tick;
  readonly duties: Tick;
  readonly paidBreak: Tick;
  /** Paid before the round begins or after it ends. */
  readonly idle: Tick;
  readonly unpaidRest: Tick;
}

/** Left side less right side of the identity; 0 in every plan. */
export const imbalance = (u: TimeUse): Tick =>
  u.paidSpan + u.overtime - (u.client + u.remote + u.entry + u.travel + u.waiting + u.documentation + u.duties + u.paidBreak + u.idle);

/** Time use of every used shift and of every unused one that is paid all the same, in the order of the Demand. */
export function timeUses(demand: Demand, rounds: ReadonlyMap<Id, Round>): TimeUse[] {
  return demand.shifts.flatMap((shift) => {
    const round = rounds.get(shift.id);
    if (round !== undefined) return [usedShift(round)];
    return shift.idleIfUnused && shift.paidTo !== undefined ? [unusedShift(shift, shift.paidTo - (shift.begins[0] ?? shift.paidTo))] : [];
  });
}

function usedShift({ shift, planned, pieces }: Round): TimeUse {
  const paidFrom = shift.begins[0] ?? planned.begin;
  const paidTo = shift.paidTo ?? planned.end;
  const sum = (activity: Activity): Tick => pieces.reduce((s, p) => s + (p.activity === activity ? p.end - p.begin : 0), 0);
  const unpaidRest = sum("rast");
  return {
    shift: shift.id, worker: shift.worker, used: true,
    paidSpan: paidTo - paidFrom - unpaidRest,
    overtime: Math.max(0, planned.end - paidTo),
    client: sum("client"), remote: sum("remote"), entry: sum("entry"), travel: sum("travel"), waiting: sum("waiting"),
    documentation: sum("documentation"), duties: sum("duty"), paidBreak: sum("pause"),
    idle: planned.begin - paidFrom + Math.max(0, paidTo - planned.end),
    unpaidRest,
  };
}

const unusedShift = (shift: Shift, paid: Tick): TimeUse => ({
  shift: shift.id, worker: shift.worker, used: false, paidSpan: paid, overtime: 0, client: 0, remote: 0, entry: 0, travel: 0, waiting: 0,
  documentation: 0, duties: 0, paidBreak: 0, idle: paid, unpaidRest: 0,
});

const PARTS = {
  paidSpan: "Paid time of the shifts, without overtime and without the unpaid rest.",
  overtime: "Worked beyond the end of the shifts' paid time.",
  client: "Time with clients in their homes; a visit by two counts twice.",
  remote: "Time with clients by phone or camera.",
  entry: "Time to get in: keys, shoes, gloves; once per stop.",
  travel: "Travel between stops and from and to the base.",
  waiting: "Waiting between stops until a visit may begin.",
  documentation: "Time for documentation in the shift.",
  duties: "Reports, meetings and other work that is not for one client.",
  paidBreak: "Paid pauses and meals at work.",
  idle: "Paid time before the round begins or after it ends.",
  unpaidRest: "Unpaid rest (rast): beside the paid time, not in it.",
} as const;

/** The sums over all shifts, in minutes. */
export function timeFamily(uses: readonly TimeUse[], ticksPerMinute: number, comparable: boolean): TimeMeasures {
  const total = (part: keyof typeof PARTS): number => uses.reduce((s, u) => s + u[part], 0) / ticksPerMinute;
  const entries = Object.entries(PARTS).map(([part, text]) => [part, [total(part as keyof typeof PARTS), "min", text] as Entry] as const);
  return family("time", comparable, Object.fromEntries(entries) as Record<keyof typeof PARTS, Entry>) satisfies Family<keyof typeof PARTS>;
}

/** Client-time share (*brukartid*) in percent: minutes inside the door / paid working time. null where nothing is paid. */
export function clientTimeShare(uses: readonly TimeUse[]): number | null {
  const paid = uses.reduce((s, u) => s + u.paidSpan + u.overtime, 0);
  return paid > 0 ? (100 * uses.reduce((s, u) => s + u.client, 0)) / paid : null;
}
