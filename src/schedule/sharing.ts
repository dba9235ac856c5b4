/** Needs that several of a household share: one visit, charged to each of them in equal parts. */
import { ticksOf } from "../calendar/calendar.ts";
import type { Client, Need } from "../model/case.ts";
import type { Tick } from "../units.ts";
import type { Occurrence } from "./expand.ts";

/** Does the visit serve more than one client? */
export const isShared = ({ sharedWith = [] }: Need): boolean => sharedWith.length > 0;

/** Does the occurrence serve this client, alone or among others? */
export const serves = ({ need }: Occurrence, { id }: Client): boolean => need.client === id || need.sharedWith?.includes(id) === true;

/** Template ticks of a shared occurrence that this client's frame bears; parts add up to the whole, the first ones a tick longer. */
export function shareOf({ need }: Occurrence, client: Client, minutes: number): Tick {
  const sharers = [need.client, ...(need.sharedWith ?? [])];
  const ticks = ticksOf(minutes);
  const whole = Math.floor(ticks / sharers.length);
  return whole + (sharers.indexOf(client.id) < ticks - whole * sharers.length ? 1 : 0);
}
