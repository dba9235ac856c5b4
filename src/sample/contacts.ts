/** Named care contacts, and a quiet moment in their own rounds for each client and week. */
import { isoWeekOf, weekdayOf } from "../calendar/civil.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Staff } from "../model/staff.ts";
import type { Id } from "../units.ts";
import { inserted, type Piece } from "./planted/round.ts";
import type { WorkedRound } from "./roster.ts";
import { ASSISTANT_NURSE } from "./staff.ts";

/** When offices and relatives can be reached, in minutes since midnight. */
const OFFICE = [8 * 60, 17 * 60] as const;

/** The permanent assistant nurse who comes most often (ties: first of the staff); undefined where none comes. */
export function contactOf(faces: ReadonlyMap<Id, number>, staff: readonly Staff[]): Id | undefined {
  let best: Id | undefined;
  for (const { id, skills } of staff) {
    if (!skills.some((skill) => skill.id === ASSISTANT_NURSE) || !faces.has(id)) continue;
    if (best === undefined || (faces.get(id) ?? 0) > (faces.get(best) ?? 0)) best = id;
  }
  return best;
}

/** Weeks of the period with working days, and how many of their days are in it. */
export function officeWeeks(dates: readonly CivilDate[]): ReadonlyMap<string, number> {
  const weeks = new Map<string, number>();
  for (const date of dates) weeks.set(isoWeekOf(date), (weeks.get(isoWeekOf(date)) ?? 0) + 1);
  const withWork = new Set(dates.filter((date) => weekdayOf(date) <= 5).map(isoWeekOf));
  return new Map([...weeks].filter(([week]) => withWork.has(week)));
}

/**
 * Lays the contact's time for a client into the contact's rounds, once in every week; false, and nothing changed, where some week has
 * no room for it.
 */
export function layContact(client: Id, minutes: number, own: readonly WorkedRound[], weeks: ReadonlyMap<string, number>, stepMinutes: number): boolean {
  const changes: { round: WorkedRound; to: WorkedRound["round"] }[] = [];
  for (const [week, days] of weeks) {
    const length = Math.ceil((minutes * days) / 7);
    const found = own
      .filter(({ date }) => isoWeekOf(date) === week && weekdayOf(date) <= 5)
      .map((round) => ({ round, to: withPause(round, `${client}/contact@${week}`, length, stepMinutes) }))
      .find(({ to }) => to !== undefined);
    if (found?.to === undefined) return false;
    changes.push({ round: found.round, to: found.to });
  }
  for (const { round, to } of changes) round.round = to;
  return weeks.size > 0;
}

function withPause({ frame, round }: WorkedRound, id: Id, length: number, stepMinutes: number): WorkedRound["round"] | undefined {
  const [from, to] = [Math.max(OFFICE[0], frame.begin), Math.min(OFFICE[1], frame.back) - length];
  for (let start = Math.ceil(from / stepMinutes) * stepMinutes; start <= to; start += stepMinutes) {
    const piece: Piece = { id, kind: "contact", start, end: start + length, entryMinutes: 0 };
    const more = inserted(frame, round, piece);
    if (more !== undefined) return more;
  }
  return undefined;
}
