/** Frames as budgets over the tasks inside them: per frame period, purpose and day, as far as the switches separate those. */
import { TICKS_PER_MINUTE, ticksOf } from "../calendar/calendar.ts";
import { type DateSpan, framePeriods } from "../calendar/framePeriods.ts";
import type { Case, Client } from "../model/case.ts";
import type { Budget } from "../model/demand.ts";
import type { Id } from "../units.ts";
import { type Occurrence, occurrencesOf, periodSpan } from "./expand.ts";
import { type Holder, holdersOf, isInFrame, policyOf } from "./holders.ts";
import { isShared, serves, shareOf } from "./sharing.ts";
import type { Switches } from "./switches.ts";
import { firstTaskId, isElastic, secondTaskId } from "./tasks.ts";

/** Ticks that a row of the ledger allows, has used before and owes later. */
interface Allowance {
  readonly allowed: number;
  readonly opening: number;
  readonly reserved: number;
}

interface Row extends Allowance {
  readonly id: Id;
  readonly members: readonly Occurrence[];
}

/**
 * All frame accounts, holder by holder. An occurrence is charged to the period and day of its nominal day, wherever it
 * lands. Where no length can differ from its template, only granted frames need an account.
 */
export function frameBudgets(of: Case, switches: Switches, occurrences: readonly Occurrence[]): Budget[] {
  const own = occurrences.filter(({ need, client }) => !isShared(need) && isInFrame(of, need, client));
  const shared = occurrences.filter(({ need }) => isShared(need));
  return holdersOf(of, switches).flatMap((holder) => {
    const members = own.filter(({ client }) => holder.clients.includes(client));
    const periods = framePeriods(holder.per, periodSpan(of), holder.anchor);
    const apart: Apart = { shared, later: promisedLater(of, holder.clients, periods) };
    const elastic = members.some((occurrence) => isElastic(of, occurrence, switches));
    const granted = holder.clients.some(({ decision }) => decision.grants.kind === "frame");
    const split = !holder.swap || holder.save === "none";
    const frames = granted || (elastic && !split) ? frameRows(of, holder, periods, members, apart) : [];
    const parts = elastic && split ? partRows(of, holder, periods, members) : [];
    return [...frames, ...parts].flatMap((row) => budgetOf(of, row));
  });
}

/** What frames bear beside the members of their accounts. */
interface Apart {
  /** Visits that others of the household share: of fixed length, whenever they are done. */
  readonly shared: readonly Occurrence[];
  /** Visits after the planning period, in frame periods that it touches. */
  readonly later: readonly Occurrence[];
}

/** Occurrences after the planning period that share a frame period with it. */
export function promisedLater(of: Case, clients: readonly Client[], periods: readonly DateSpan[]): Occurrence[] {
  const from = periodSpan(of).until;
  const until = periods[periods.length - 1]?.until ?? from;
  if (until <= from) return [];
  const ids = new Set(clients.map(({ id }) => id));
  return occurrencesOf(
    { ...of, needs: of.needs.filter(({ client, sharedWith = [] }) => [client, ...sharedWith].some((id) => ids.has(id))) },
    { from, until },
  );
}

/** What the decisions allow per period. */
function frameRows(
  of: Case,
  holder: Holder,
  periods: readonly DateSpan[],
  members: readonly Occurrence[],
  { shared, later }: Apart,
): Row[] {
  return periodRows(holder, `frame ${holder.id}`, periods, members, (period, own) => {
    const apart: Apart = { shared: shared.filter(inside(period)), later: later.filter(inside(period)) };
    return sum(holder.clients.map((client) => allowanceOf(of, client, period === periods[0], own, apart)));
  });
}

/**
 * A client's frame less what is used and owed; without a frame, the templates due. A period in which nothing is due to the
 * client, who may be away, gives nothing to save or to share.
 */
function allowanceOf(of: Case, client: Client, isFirst: boolean, own: readonly Occurrence[], { shared, later }: Apart): Allowance {
  const { grants } = client.decision;
  if (!own.some((occurrence) => occurrence.client === client)) return { allowed: 0, opening: 0, reserved: 0 };
  if (grants.kind === "interventions") return { allowed: borneBy(of, client, own), opening: 0, reserved: 0 };
  const opening = (isFirst ? ticksOf(grants.usedMinutes ?? 0) : 0) + borneBy(of, client, shared);
  return {
    allowed: Math.floor(grants.minutes * (policyOf(of, client)?.cap ?? 1) * TICKS_PER_MINUTE),
    opening,
    reserved: borneBy(of, client, later),
  };
}

/** Template ticks of these occurrences that are the client's to bear. */
export const borneBy = (of: Case, client: Client, all: readonly Occurrence[]): number =>
  all
    .filter((occurrence) => serves(occurrence, client) && isInFrame(of, occurrence.need, client))
    .reduce((ticks, occurrence) => ticks + shareOf(occurrence, client, templateMinutes(of, occurrence, client)), 0);

/** Template minutes of each purpose where minutes may not change purpose, of each day where they may not be saved, or of both. */
function partRows(of: Case, holder: Holder, periods: readonly DateSpan[], members: readonly Occurrence[]): Row[] {
  const templates = (own: readonly Occurrence[]): Allowance => ({ allowed: templateTicks(of, own), opening: 0, reserved: 0 });
  const purposes = holder.swap ? new Map([["", members]]) : groups(members, ({ need }) => ` ${need.purpose ?? need.id}`);
  return [...purposes].flatMap(([purpose, own]) => {
    const id = `part ${holder.id}${purpose}`;
    if (holder.save !== "none") return periodRows(holder, id, periods, own, (_, inPeriod) => templates(inPeriod));
    return [...groups(own, ({ date }) => date)].map(([date, onDay]) => ({ id: `${id} ${date}`, members: onDay, ...templates(onDay) }));
  });
}

/** One row per period; rolling ones add up from the first period on, so that what was saved can be used. */
function periodRows(
  { save, maxShare }: Holder,
  id: Id,
  periods: readonly DateSpan[],
  members: readonly Occurrence[],
  allowance: (period: DateSpan, own: readonly Occurrence[]) => Allowance,
): Row[] {
  const rows = periods.map((period): Row => {
    const own = members.filter(inside(period));
    return { id: `${id} ${period.from}`, members: own, ...allowance(period, own) };
  });
  if (save !== "rolling") return rows;
  return rows.flatMap((row, i) => {
    const soFar = rows.slice(0, i + 1);
    const rolling: Row = { id: row.id, members: soFar.flatMap((r) => r.members), ...sum(soFar) };
    if (i === 0 || maxShare === undefined) return [rolling];
    return [rolling, { ...row, id: `${row.id} most`, allowed: Math.floor(row.allowed * (1 + maxShare)) }];
  });
}

/** A row without members needs no account. What is used already is never refused, and what is owed yields to it. */
export function budgetOf(of: Case, { id, members, allowed, opening, reserved }: Row): Budget[] {
  if (members.length === 0) return [];
  const limit = Math.max(allowed, opening);
  return [
    {
      id,
      of: "task",
      members: members.flatMap((occurrence) =>
        countsTwice(of, occurrence) ? [firstTaskId(occurrence), secondTaskId(occurrence)] : [firstTaskId(occurrence)],
      ),
      quantity: "serviceTicks",
      opening,
      reserved: Math.min(reserved, limit - opening),
      limit: [null, limit],
    },
  ];
}

const countsTwice = (of: Case, { need, client }: Pick<Occurrence, "need" | "client">): boolean =>
  (need.staffing ?? 1) !== 1 && policyOf(of, client)?.doubleCounts === 2;

/** Minutes of one occurrence, with the second person's where the client's policy counts them. */
function templateMinutes(of: Case, { need }: Occurrence, client: Client): number {
  const { minutes: first, staffing = 1 } = need;
  const second = typeof staffing === "object" ? staffing.second.minutes : first;
  return first + (countsTwice(of, { need, client }) ? second : 0);
}

const templateTicks = (of: Case, occurrences: readonly Occurrence[]): number =>
  ticksOf(occurrences.reduce((minutes, occurrence) => minutes + templateMinutes(of, occurrence, occurrence.client), 0));

export const inside =
  ({ from, until }: DateSpan) =>
  ({ date }: Occurrence): boolean =>
    from <= date && date < until;

const sum = (rows: readonly Allowance[]): Allowance => ({
  allowed: rows.reduce((total, row) => total + row.allowed, 0),
  opening: rows.reduce((total, row) => total + row.opening, 0),
  reserved: rows.reduce((total, row) => total + row.reserved, 0),
});

/** Members by key, both in order of first appearance. */
function groups(members: readonly Occurrence[], keyOf: (occurrence: Occurrence) => string): Map<string, Occurrence[]> {
  const byKey = new Map<string, Occurrence[]>();
  for (const member of members) {
    const own = byKey.get(keyOf(member));
    if (own === undefined) byKey.set(keyOf(member), [member]);
    else own.push(member);
  }
  return byKey;
}
