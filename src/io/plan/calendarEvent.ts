/** One event of a care worker's calendar. */
import { hashOf } from "../../model/hash.ts";
import type { Place } from "../../model/place.ts";
import type { Id, Tick } from "../../units.ts";
import type { CalendarWords } from "./calendarWords.ts";
import { contentLines, escapeText } from "./contentLines.ts";
import { rounded } from "./csvCells.ts";
import type { Joined, JoinedRound, JoinedTask } from "./joined.ts";
import type { Called } from "./names.ts";

/** What all events of one writing share. */
export interface EventContext {
  readonly joined: Joined;
  readonly called: Called;
  readonly words: CalendarWords;
  /** UTC, `2026-03-29T05:30:00Z`. */
  readonly stamp: string;
  readonly sequence: number;
}

/** One stop: the client (or what else it is), what is done there, when it may start, what for and with whom. */
export function stopEvent(context: EventContext, stop: readonly [JoinedTask, ...JoinedTask[]]): string {
  const [first] = stop;
  const { joined, words } = context;
  const minutes = Math.round(first.leg.ticks / joined.demand.ticksPerMinute);
  return eventText(context, {
    of: { task: first.task.id },
    begin: first.planned.start,
    end: Math.max(...stop.map(({ planned }) => planned.end)),
    summary: nameOf(context, first),
    place: joined.place(first.leg.to),
    lines: [...stop.flatMap((one) => describe(context, one)), ...(minutes > 0 ? [words.travel(minutes)] : [])],
    tasks: stop.map(({ task }) => task.id),
  });
}

/** One shift as planned, from setting out to the end, with its tasks as lines. */
export const shiftEvent = (context: EventContext, { shift, planned, tasks, legs }: JoinedRound): string =>
  eventText(context, {
    of: { shift: shift.id },
    begin: planned.begin,
    end: planned.end,
    summary: shift.id,
    place: context.joined.place(legs[0]?.from ?? null),
    lines: tasks.map((one) => `${between(context, one.planned)} ${nameOf(context, one)}`),
    tasks: tasks.map(({ task }) => task.id),
  });

interface Event {
  /** What it is an event of: with the Demand it makes the UID. */
  readonly of: Readonly<Record<string, Id>>;
  readonly begin: Tick;
  readonly end: Tick;
  readonly summary: string;
  readonly place: Place | undefined;
  readonly lines: readonly string[];
  readonly tasks: readonly Id[];
}

/** The UID is a hash, since ids may hold any character; a zero length has no DTEND, which would have to be later. */
function eventText({ joined, stamp, sequence }: EventContext, { of, begin, end, summary, place, lines, tasks }: Event): string {
  const from = basicUtc(joined.instant(begin).utc);
  const to = basicUtc(joined.instant(end).utc);
  return contentLines([
    ["BEGIN", "VEVENT"],
    ["UID", `${hashOf({ demand: joined.demandHash, ...of }).slice(0, 32)}@hemtur`],
    ["DTSTAMP", basicUtc(stamp)],
    ["SEQUENCE", String(sequence)],
    ["DTSTART", from],
    ["DTEND", to > from ? to : undefined],
    ["SUMMARY", escapeText(summary)],
    ["LOCATION", place && escapeText(place.id)],
    ["GEO", geo(place)],
    ["DESCRIPTION", escapeText(lines.join("\n"))],
    ["CLASS", "PRIVATE"],
    ...tasks.map((id) => ["X-HEMTUR-TASK", escapeText(id)] as const),
    ["END", "VEVENT"],
  ]);
}

/** `20260329T053000Z`. */
const basicUtc = (utc: string): string => utc.replace(/[-:]/g, "");

const geo = ({ latitude, longitude }: Partial<Place> = {}): string | undefined =>
  latitude === undefined || longitude === undefined ? undefined : `${rounded(latitude, 6)};${rounded(longitude, 6)}`;

const nameOf = ({ called, words }: EventContext, { task }: JoinedTask): string =>
  task.client === undefined ? ownOr(words.classes, task.class) : called.client(task.client);

const ownOr = (words: Readonly<Record<string, string>>, key: string): string => (Object.hasOwn(words, key) ? words[key] : undefined) ?? key;

/** `07:30–07:50`. */
const between = ({ joined }: EventContext, { start, end }: { readonly start: Tick; readonly end: Tick }): string =>
  `${joined.instant(start).clock}–${joined.instant(end).clock}`;

/** What is done and when it may start; then its purpose and who else is there. */
function describe(context: EventContext, { task, planned, partners }: JoinedTask): string[] {
  const { joined, called, words } = context;
  const purposes = [...new Set(joined.needs(task).flatMap(({ purpose }) => purpose ?? []))];
  return [
    `${between(context, planned)} ${[ownOr(words.classes, task.class), ...startSpan(context, { task, planned })].join(", ")}`,
    ...purposes.map((purpose) => `${words.purpose}: ${purpose}`),
    ...partners.map((partner) => words.together(called.staff(partner.staff), between(context, partner))),
  ];
}

/** When the task may start, as a phrase; none where that is open at both ends. Another date than that of its start is said. */
function startSpan({ joined, words }: EventContext, { task, planned }: Pick<JoinedTask, "task" | "planned">): string[] {
  const [from, to] = task.slots[planned.slot]?.start ?? [null, null];
  const { date } = joined.instant(planned.start);
  const clock = (tick: Tick): string => {
    const at = joined.instant(tick);
    return at.date === date ? at.clock : `${at.date} ${at.clock}`;
  };
  if (from === null) return to === null ? [] : [`${words.start.by} ${clock(to)}`];
  if (to === null) return [`${words.start.from} ${clock(from)}`];
  return [`${words.start.between} ${from === to ? clock(from) : `${clock(from)}–${clock(to)}`}`];
}
