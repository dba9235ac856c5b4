/** A plan as iCalendar, one calendar per person. */
import { toUtc } from "../../calendar/instant.ts";
import { UsageError } from "../../errors.ts";
import type { Case } from "../../model/case.ts";
import type { Demand } from "../../model/demand.ts";
import type { Plan } from "../../model/plan.ts";
import type { Id } from "../../units.ts";
import { type EventContext, shiftEvent, stopEvent } from "./calendarEvent.ts";
import { CALENDAR_WORDS } from "./calendarWords.ts";
import { contentLines, escapeText } from "./contentLines.ts";
import { joinPlan } from "./joined.ts";
import { calledBy, type Names } from "./names.ts";
import { stopsOf } from "./stops.ts";

export interface CalendarOptions {
  /**
   * "stops" (the default): an event per stop, since where next and when is what a phone is asked on the way; breaks and duties are
   * stops too, and what is done for one client in one go is one. The shift is no event beside them: it lies in the staff's own roster
   * already, and would cover every stop. "shifts": an event per shift, for those who look weeks ahead, with its stops as text.
   */
  readonly events?: "stops" | "shifts";
  /** What clients and staff are called. Default "ids": calendars end up in phones and with their makers. */
  readonly names?: Names;
  /** Default "en". */
  readonly locale?: "sv" | "en";
  /** When it was written: an ISO 8601 instant with offset. Default: `now` of the Demand, without one its tick 0; never the clock. */
  readonly stamp?: string;
  /** Whole number, larger in each writing that replaces an earlier one of the same Demand. Default 0. */
  readonly sequence?: number;
}

/**
 * One person's rounds as RFC 5545 text, times in UTC. Events keep their UID from plan to plan of one Demand (stops: of its hash and of
 * the first task's id). `X-HEMTUR-TASK` names each task of an event. Titles hold no kind of help, and events are private: both are read
 * off locked screens and shared calendars. Without a round there is no event, which a few strict readers refuse.
 * Throws {@link UsageError} on staff that the Demand lacks, a bad stamp or sequence, and where the three do not belong together.
 * O(size of all three).
 */
export function planCalendar(town: Case, demand: Demand, plan: Plan, options: CalendarOptions & { readonly staff: Id }): string {
  if (demand.workers.every(({ id }) => id !== options.staff))
    throw new UsageError(`The Demand has no staff ${JSON.stringify(options.staff)}.`);
  return calendarText(contextOf(town, demand, plan, options), options.staff, options);
}

/** {@link planCalendar} of everybody who has a round, by staff id, in the order of the Demand. */
export function planCalendars(town: Case, demand: Demand, plan: Plan, options: CalendarOptions = {}): ReadonlyMap<Id, string> {
  const context = contextOf(town, demand, plan, options);
  const busy = new Set(context.joined.rounds.map(({ shift }) => shift.worker));
  return new Map(demand.workers.filter(({ id }) => busy.has(id)).map(({ id }) => [id, calendarText(context, id, options)]));
}

function contextOf(town: Case, demand: Demand, plan: Plan, { names, locale = "en", stamp, sequence = 0 }: CalendarOptions): EventContext {
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new UsageError(`sequence is ${sequence}. Give a whole number from 0 on.`);
  const joined = joinPlan(town, demand, plan);
  return {
    joined,
    called: calledBy(town, names),
    words: CALENDAR_WORDS[locale],
    stamp: stamp === undefined ? joined.instant(demand.now ?? 0).utc : toUtc(stamp),
    sequence,
  };
}

function calendarText(context: EventContext, staff: Id, { events = "stops" }: CalendarOptions): string {
  const { joined, called } = context;
  const rounds = joined.rounds.filter(({ shift }) => shift.worker === staff);
  const texts = rounds.flatMap((round) =>
    events === "shifts" ? [shiftEvent(context, round)] : stopsOf(round.tasks).map((stop) => stopEvent(context, stop)),
  );
  const title = escapeText(`${joined.town.name}: ${called.staff(staff)}`);
  const head = contentLines([
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//hemtur//plan//EN"],
    ["CALSCALE", "GREGORIAN"],
    ["X-WR-CALNAME", title],
  ]);
  return head + texts.join("") + contentLines([["END", "VCALENDAR"]]);
}
