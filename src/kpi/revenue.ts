/** What a tariff pays one provider for a plan. */
import { daysBetween } from "../calendar/civil.ts";
import { isAskedFor, isInForce, occasionsOn } from "../calendar/recurrence.ts";
import type { Case, Client, Need, Tariff } from "../model/case.ts";
import type { CivilDate } from "../model/civil.ts";
import type { Demand } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { daysIn, isInFrame } from "./frameRules.ts";
import type { Lookup } from "./lookup.ts";
import type { Occasion } from "./occasions.ts";
import { type Performed, performedMinutes, staffMinutesOf } from "./performed.ts";
import { payAsGranted, payFor, priceOf, promisedStart } from "./price.ts";

/** What revenue is read off. */
export interface Paying {
  readonly town: Case;
  readonly demand: Demand;
  readonly look: Lookup;
  readonly occasions: readonly Occasion[];
  /** Client id -> area. */
  readonly areas: ReadonlyMap<Id, Id | undefined>;
  /** What is known of the days afterwards. */
  readonly performed: Performed;
}

/** SEK for the days planned, from these clients. O(occasions x declined + clients x days x needs of those absent). */
export function revenueOf(of: Paying, tariff: Tariff, clients: readonly Client[]): number {
  const byWork = tariff.basis === "lumpSum" ? tariff.amount : payForWork(of, tariff, clients) + sum(clients, (c) => payForDays(of, tariff, c));
  return byWork + sum(clients, (client) => payForBeing(of, tariff, client));
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);

/** The occasions, each client's part; those inside a frame are paid as the frame where granted hours are. Hours performed count where they are known. */
function payForWork(of: Paying, tariff: Tariff, clients: readonly Client[]): number {
  const own = new Set(clients.map(({ id }) => id));
  return sum(of.occasions, (occasion) => {
    const payers = occasion.clients.filter((client) => own.has(client.id) && isPaidForItself(of, tariff, client, occasion.need));
    return sum(payers, (client) => payForOccasion(of, tariff, client, occasion) / occasion.clients.length);
  });
}

function payForOccasion({ areas, performed }: Paying, tariff: Tariff, client: Client, { id, need, startMinute, staffMinutes }: Occasion): number {
  const area = areas.get(client.id);
  const k = Number(id.slice(id.lastIndexOf("#") + 1));
  if (tariff.basis === "grantedHour") return payAsGranted(tariff, area, need, k);
  const isDeclined = performed.declined?.includes(id) === true;
  const known = tariff.basis === "performedHour" && !isDeclined ? performedMinutes(performed, id) : null;
  if (known !== null) return known === 0 ? 0 : payFor(tariff, area, need, startMinute ?? promisedStart(need, k), staffMinutesOf(need, known));
  if (startMinute === null) return 0;
  return payFor(tariff, area, need, startMinute, staffMinutes) * (isDeclined ? (tariff.declinedShares?.[need.class] ?? 0) : 1);
}

/** Not by the monthly fee of an alarm, nor as part of a frame. */
const isPaidForItself = (of: Paying, tariff: Tariff, client: Client, need: Need): boolean =>
  !isPaidByAlarm(tariff, client, need) && !isPaidByFrame(of, tariff, client, need);

const isPaidByAlarm = (tariff: Tariff, client: Client, need: Need): boolean =>
  tariff.alarmPerMonth !== undefined && (need.basis ?? client.decision.basis) === "alarm";

const isPaidByFrame = ({ town, look }: Paying, tariff: Tariff, client: Client, need: Need): boolean =>
  tariff.basis === "grantedHour" && client.decision.grants.kind === "frame" && isInFrame(town, client, look, need.id);

/** Day by day: the frame where granted hours are paid, and what an unplanned absence took away. */
function payForDays(of: Paying, tariff: Tariff, client: Client): number {
  const absences = client.away ?? [];
  return sum(of.demand.days, ({ date }) => {
    const absence = absences.find(({ from, to }) => from <= date && date <= to);
    if (absence === undefined) return payForFrame(of, tariff, client, date);
    const share = absence.kind === "unplanned" ? absenceShare(tariff, daysBetween(absence.from, date) + 1) : 0;
    return share === 0 ? 0 : share * (payForFrame(of, tariff, client, date) + payForNeeds(of, tariff, client, date));
  });
}

/** `day`: 1 on the first of the absence. */
function absenceShare({ unplannedAbsence: rule }: Tariff, day: number): number {
  if (rule === undefined || day > rule.lastDay) return 0;
  return day === 1 ? rule.firstDayShare : rule.laterShare;
}

/** One day's part of the frame's hours. */
function payForFrame({ areas }: Paying, tariff: Tariff, client: Client, date: CivilDate): number {
  const { grants } = client.decision;
  if (tariff.basis !== "grantedHour" || grants.kind !== "frame" || !isInForce(client.decision, date)) return 0;
  return (priceOf(tariff, areas.get(client.id)) * grants.minutes) / daysIn(grants.per, date) / 60;
}

/** What the client's needs would have brought in that day as granted. */
function payForNeeds(of: Paying, tariff: Tariff, client: Client, date: CivilDate): number {
  const classes = tariff.unplannedAbsence?.classes;
  const lost = [...of.look.needs.values()].filter(
    (need) => need.client === client.id && (classes?.includes(need.class) ?? true) && isPaidForItself(of, tariff, client, need),
  );
  return sum(lost, (need) => {
    const occasions = isAskedFor(need, client, date) ? occasionsOn(need, date, of.town.period.from) : [];
    return sum(occasions, (k) => payAsGranted(tariff, of.areas.get(client.id), need, k));
  });
}

/** For having the client at all: new in the period, with an alarm. */
function payForBeing({ demand, look }: Paying, tariff: Tariff, client: Client): number {
  const { newClientAmount = 0, alarmPerMonth = 0 } = tariff;
  const isNew = demand.days.some(({ date }) => date === client.decision.from);
  const days = demand.days.filter(({ date }) => alarmPerMonth !== 0 && isInForce(client.decision, date) && hasAlarm(look, client));
  return (isNew ? newClientAmount : 0) + alarmPerMonth * sum(days, ({ date }) => 1 / daysIn("calendarMonth", date));
}

const hasAlarm = ({ needs }: Lookup, { id, decision }: Client): boolean =>
  decision.basis === "alarm" || [...needs.values()].some((need) => need.client === id && need.basis === "alarm");
