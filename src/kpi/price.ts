/** What one intervention is worth under a tariff. */
import type { Case, Client, Need, Tariff } from "../model/case.ts";
import { clockMinutes, windowMinutes } from "../model/civil.ts";
import type { Id } from "../units.ts";

const NIGHT_HOURS = ["22:00", "07:00"] as const;

/** SEK per hour or visit: the price of the class, else of the area, else of all. Without a class (a frame has none) by area. */
export const priceOf = ({ amount, amountByClass, amountByArea }: Tariff, area: Id | undefined, workClass?: Id): number =>
  (workClass === undefined ? undefined : amountByClass?.[workClass]) ?? (area === undefined ? undefined : amountByArea?.[area]) ?? amount;

/** SEK for one occasion that begins at this minute of the day, with so many minutes of staff: by night, by visit or by time. */
export function payFor(tariff: Tariff, area: Id | undefined, need: Need, startMinute: number, staffMinutes: number): number {
  if (tariff.nightAmount !== undefined && isNight(tariff, startMinute)) return tariff.nightAmount;
  return priceOf(tariff, area, need.class) * (tariff.basis === "visit" ? 1 : staffMinutes / 60);
}

/** SEK for the k-th occasion of a day as it is granted: template minutes, by the beginning of its part of the promised span. */
export const payAsGranted = (tariff: Tariff, area: Id | undefined, need: Need, k: number): number =>
  payFor(tariff, area, need, promisedStart(need, k), templateStaffMinutes(need));

/** Minute of the day at which the part of the promised span begins that the k-th occasion of a day has. */
export function promisedStart(need: Need, k: number): number {
  const [from, to] = windowMinutes(need.window);
  const parts = need.often.per === "day" ? need.often.times : 1;
  return from + (parts > 1 ? ((k - 1) * (to - from)) / parts : 0);
}

/** Template minutes of all staff of one occasion. */
export const templateStaffMinutes = ({ minutes, staffing = 1 }: Need): number =>
  typeof staffing === "object" ? minutes + staffing.second.minutes : minutes * staffing;

function isNight({ nightHours: [from, to] = NIGHT_HOURS }: Tariff, startMinute: number): boolean {
  const minute = startMinute % 1440;
  const [begin, end] = [clockMinutes(from), clockMinutes(to)];
  return begin < end ? minute >= begin && minute < end : minute >= begin || minute < end;
}

/** Client id -> area of the home, where it has one. */
export function areasOf(town: Case): ReadonlyMap<Id, Id | undefined> {
  const areas = new Map(town.places.map(({ id, area }) => [id, area]));
  const places = new Map(town.households.map(({ id, place }) => [id, place]));
  return new Map(town.clients.map(({ id, household }: Client) => [id, areas.get(places.get(household) ?? "")]));
}
