/** How many different staff a client meets, and how often it is the named one. */
import { addDays } from "../calendar/civil.ts";
import type { Case, Client, Need } from "../model/case.ts";
import { type Weekday, windowMinutes } from "../model/civil.ts";
import type { Demand } from "../model/demand.ts";
import { timeOfDayAt } from "../model/time.ts";
import type { Id, Tick } from "../units.ts";
import { type Lookup, needOf, type Served, servedBy } from "./lookup.ts";
import { type Family, family } from "./kpi.ts";

export type ContinuityMeasures = Family<"official" | "officialClients" | "mean" | "p90" | "contactShare">;

/** The official measure (Kolada U21401) takes 14 days, 07:00 to 22:00. */
const OFFICIAL_DAYS = 14;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const FROM_MINUTE = 7 * 60;
const TO_MINUTE = 22 * 60;
const KOLADA = "Kolada U21401, here of planned visits";
/** Not home care in the sense of the measure; home nursing (HSL) neither. */
const EXCLUDED_CLASSES: readonly string[] = ["alarm", "mealDelivery"];
const EXCLUDED_BASES: readonly string[] = ["alarm", "HSL"];

export function continuityFamily(town: Case, demand: Demand, look: Lookup, comparable: boolean): ContinuityMeasures {
  const meetings = meetingsOf(look);
  const faces = facesPerClient(meetings);
  const official = new Set(town.clients.filter((c) => isOfficial(town, look, c)).map((c) => c.id));
  const officialFaces = facesPerClient(meetings.filter((m) => official.has(m.client.id) && countsOfficially(demand, look, m)));
  const withContact = meetings.filter((m) => m.client.careContact !== undefined);
  const byContact = withContact.filter((m) => m.client.careContact === m.visit.shift.worker).length;
  return family("continuity", comparable, {
    official: [mean(officialFaces), "staff", `Different staff per client aged 65 or more with at least two visits every day, 07-22, without alarms, meal delivery and home nursing, over the days planned, at most ${OFFICIAL_DAYS} (the national measure takes exactly ${OFFICIAL_DAYS}).`, KOLADA],
    officialClients: [officialFaces.length, "count", "Clients that the line above is taken over; the same in every plan that staffs all visits.", KOLADA],
    mean: [mean(faces), "staff", "Different staff per client over the period, mean over all clients."],
    p90: [percentile(faces, 0.9), "staff", "Nine of ten clients meet at most this many different staff over the period.", "assumed"],
    contactShare: [withContact.length > 0 ? (100 * byContact) / withContact.length : null, "%", "Care tasks done by the client's named care contact, of all for clients who have one."],
  });
}

/** One person's visit, and one client whom it serves. */
interface Meeting {
  readonly client: Client;
  readonly visit: Served;
}

const meetingsOf = (look: Lookup): Meeting[] =>
  [...look.served.values()]
    .filter(({ task }) => task.kind === "care")
    .flatMap((visit) => servedBy(look, visit.task).map((client) => ({ client, visit })));

function facesPerClient(meetings: readonly Meeting[]): number[] {
  const workers = new Map<Id, Set<Id>>();
  for (const { client, visit } of meetings) {
    const met = workers.get(client.id) ?? new Set();
    workers.set(client.id, met.add(visit.shift.worker));
  }
  return [...workers.values()].map((set) => set.size);
}

/** Read off the Case alone, so that every plan of it is measured on the same clients. */
function isOfficial(town: Case, look: Lookup, client: Client): boolean {
  const { from, days } = town.period;
  const until = addDays(from, Math.min(days, OFFICIAL_DAYS));
  const isAway = (client.away ?? []).some((absence) => absence.from < until && absence.to >= from);
  if (client.born === undefined || ageAt(client.born, from) < 65 || isAway) return false;
  const holds = (one: { readonly from?: string; readonly to?: string }): boolean => (one.from ?? from) <= from && (one.to ?? until) >= addDays(until, -1);
  const needs = [...look.needs.values()].filter((n) => isFor(n, client) && n.often.per === "day" && (n.often.everyWeeks ?? 1) === 1 && holds(n) && isOfficialNeed(n, client));
  return holds(client.decision) && WEEKDAYS.every((day) => separateVisits(needs.filter((n) => isOn(n, day))) >= 2);
}

const isFor = (need: Need, { id }: Client): boolean => need.client === id || need.sharedWith?.includes(id) === true;

const isOn = ({ often: { weekdays = WEEKDAYS }, relativesDo = [] }: Need, day: Weekday): boolean => weekdays.includes(day) && !relativesDo.includes(day);

const isOfficialNeed = (need: Need, client: Client): boolean =>
  (need.kind ?? "visit") === "visit" && !EXCLUDED_CLASSES.includes(need.class) && !EXCLUDED_BASES.includes(need.basis ?? client.decision.basis) &&
  isByDay(windowMinutes(need.window));

/** May it begin from 07 to 22, if only on the day after? */
const isByDay = ([from, to]: readonly [number, number]): boolean => (from < TO_MINUTE && to > FROM_MINUTE) || to > FROM_MINUTE + 1440;

/** Visits a day that cannot be one and the same: needs whose windows do not overlap, counted greedily by their ends. */
function separateVisits(needs: readonly Need[]): number {
  const spans = needs.map(({ window, often: { times } }) => {
    const [from, to] = windowMinutes(window);
    return { from, to, times };
  });
  spans.sort((a, b) => a.to - b.to || a.from - b.from);
  let visits = 0;
  let busyTo = -1;
  for (const span of spans) {
    if (span.from < busyTo) continue;
    visits += span.times;
    busyTo = span.to;
  }
  return visits;
}

function countsOfficially(demand: Demand, look: Lookup, { client, visit: { task, planned } }: Meeting): boolean {
  const lastDay = demand.days[OFFICIAL_DAYS];
  const minute = minuteAt(demand, planned.start);
  if (minute < FROM_MINUTE || minute >= TO_MINUTE || (lastDay !== undefined && planned.start >= lastDay.begins)) return false;
  return (task.serves ?? []).some((o) => {
    const need = needOf(look, o);
    return need !== undefined && isOfficialNeed(need, client);
  });
}

const minuteAt = (demand: Demand, tick: Tick): number => timeOfDayAt(demand.days, tick) / demand.ticksPerMinute;

/** Whole years on a day, both `YYYY-MM-DD`. */
function ageAt(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** null of an empty list. The order of the values changes no digit. */
export const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? [...values].sort((a, b) => a - b).reduce((a, b) => a + b, 0) / values.length : null;

/** Nearest rank: the smallest value that at least `share` of the values do not exceed; null of an empty list. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? null;
}
