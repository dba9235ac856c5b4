/** What is not as usual for a client, and the plainest reason that the plan shows. */
import { dayIndexAt } from "../../model/time.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Id, Tick } from "../../units.ts";
import { minutesLeft, tickOn } from "../promise.ts";
import { freeStaff } from "../unsolved/freeTime.ts";
import { isAble } from "../unsolved/callIn.ts";
import type { View } from "../view.ts";
import type { UnstaffedReason } from "../../kpi/unstaffed.ts";
import type { Fortnight, Visit } from "./fortnight.ts";

/** "day": not on its usual day, where the Case names one. "time": begins outside the hours promised. Lengths are against the template, in whole minutes of the one of those who come for whom they differ most. "unstaffed": nobody, or one of two too few. */
export type ChangeKind = "day" | "time" | "shorter" | "longer" | "unstaffed";

/**
 * In the order in which they are asked: "together": done in one go with another visit to the client. "nobodyAble": of those who may and can,
 * none is at work at the usual time. "allBusy": those who are have no room then. "contact": so that the care contact comes. "agreed": the
 * plan was free to choose (agreed days, free hours), and chose so. Of lengths: "pace": the Demand fixes the length, which the person's pace
 * makes another. "frameFull": shorter, where the frame's minutes for the days planned are used. "length": the frame lets lengths vary.
 * "shortened", "lengthened": the plan's model lets lengths vary, though the client has no frame. "grantedUsedUp": as "frameUsedUp", without a frame.
 */
export type Reason = "together" | "nobodyAble" | "allBusy" | "contact" | "agreed" | "pace" | "frameFull" | "length" | "shortened" | "lengthened" | "grantedUsedUp" | UnstaffedReason;

export interface Change {
  readonly kind: ChangeKind;
  readonly reason: Reason;
  readonly visit: Visit;
  /** Minutes by which it is shorter or longer, or outside the span; of a day its nominal date. */
  readonly minutes: number;
  readonly from: CivilDate;
}

/** Of one visit. O(shifts x pieces) where a day or time differs, else O(1). */
export function changesOf(view: View, visit: Visit, frame?: Fortnight["frame"]): Change[] {
  const { demand } = view;
  const { promised, served, tasks } = visit;
  const lacking = tasks.flatMap(({ id }) => view.missing.get(id) ?? []);
  const from = visit.dueDate;
  const made = (kind: ChangeKind, reason: Reason, minutes = 0): Change => ({ kind, reason, visit, minutes, from });
  const missing: Change[] = lacking[0] === undefined ? [] : [made("unstaffed", lacking[0].reason === "frameUsedUp" && frame === undefined ? "grantedUsedUp" : lacking[0].reason)];
  const first = served[0];
  if (first === undefined || promised === undefined) return missing;
  const outside = promised.isPromised ? -minutesLeft(demand, promised, first.planned.start) : 0;
  const isOtherDay = visit.date !== from;
  const moved = isOtherDay || outside > 0 ? reasonFor(view, visit) : "agreed";
  const length = lacking.length > 0 ? 0 : visit.longer;
  return [
    ...missing,
    ...(isOtherDay ? [made("day", moved)] : []),
    ...(outside > 0 ? [made("time", moved, outside)] : []),
    ...(length < 0 ? [made("shorter", lengthReason(visit, length, frame), -length)] : []),
    ...(length > 0 ? [made("longer", lengthReason(visit, length, frame), length)] : []),
  ];
}

function lengthReason({ tasks }: Visit, length: number, frame: Fortnight["frame"]): Reason {
  if (tasks.every(({ duration }) => duration.min === duration.max)) return "pace";
  if (frame === undefined) return length < 0 ? "shortened" : "lengthened";
  return length < 0 && Math.round(frame.planned) >= Math.round(frame.minutes) ? "frameFull" : "length";
}

function reasonFor(view: View, visit: Visit): Reason {
  const { demand, look } = view;
  const { task, round, planned, shift } = visit.served[0] as Visit["served"][number];
  const at = round.tasks.findIndex(({ id }) => id === planned.id);
  const isNextTo = (i: number): boolean => {
    const neighbour = look.tasks.get(round.tasks[i]?.id ?? "");
    return neighbour?.client !== undefined && neighbour.client === task.client && neighbour.place === task.place;
  };
  if (isNextTo(at - 1) || isNextTo(at + 1)) return "together";
  const usual = usualHours(view, visit);
  if (usual !== undefined) {
    const able = ableAt(view, visit, usual);
    if (able.size === 0) return "nobodyAble";
    const ticks = planned.end - planned.start;
    if (!freeStaff(view, [usual[0], usual[1] + ticks], ticks).some((id) => able.has(id))) return "allBusy";
  }
  const contact = demand.clients.find(({ id }) => id === task.client)?.contact;
  return contact !== undefined && contact === shift.worker ? "contact" : "agreed";
}

/** First and last start in the hours promised on the nominal day; undefined outside the days planned. */
function usualHours({ demand }: View, { promised, dueDate }: Visit): readonly [Tick, Tick] | undefined {
  const day = demand.days.find(({ date }) => date === dueDate);
  if (day === undefined || promised === undefined) return undefined;
  return [tickOn(demand, day, promised.from), tickOn(demand, day, promised.to)];
}

/** Staff who may and can do it, with a shift in which it could begin within those hours. */
function ableAt({ demand, look }: View, { tasks }: Visit, [from, to]: readonly [Tick, Tick]): Set<Id> {
  const task = tasks[0] as Visit["tasks"][number];
  const there = demand.shifts.filter(({ worker, begins, ends, paidTo }) => {
    const one = look.workers.get(worker);
    const begin = Math.max(from, begins[0] ?? from);
    return begin <= to && begin + task.duration.min <= (paidTo ?? ends[1] ?? Infinity) && one !== undefined && isAble(one, task, dayIndexAt(demand.days, begin));
  });
  return new Set(there.map(({ worker }) => worker));
}
