/** Occasions as the ledger charges them to clients: each one's part of the time that counts. */
import type { Case, Client, Need } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Demand, Task } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id, Tick } from "../../units.ts";
import { divide } from "../divide.ts";
import { nominalDate } from "../due.ts";
import { countsTwice } from "../frameRules.ts";
import { type Lookup, needOf } from "../lookup.ts";
import { type Performed, performedMinutes, staffMinutesOf } from "../performed.ts";
import type { LedgerLine } from "./ledger.ts";

/** What the ledger is read off. */
export interface Book {
  readonly town: Case;
  readonly demand: Demand;
  readonly look: Lookup;
  readonly performed: Performed;
}

/** Minutes as whole ticks. */
export const ticksOf = ({ demand }: Pick<Book, "demand">, minutes: number): Tick => Math.round(minutes * demand.ticksPerMinute);

/** Minutes granted as whole ticks, of which no part is given away. */
export const grantedTicks = ({ demand }: Pick<Book, "demand">, minutes: number): Tick => Math.floor(minutes * demand.ticksPerMinute);

/** Client id -> every occasion of the Demand that serves the client, by nominal day, then by id. O(tasks x log tasks). */
export function linesByClient(book: Book): ReadonlyMap<Id, readonly LedgerLine[]> {
  const lines = new Map<Id, LedgerLine[]>();
  for (const [occurrence, tasks] of book.look.serving) {
    const need = needOf(book.look, occurrence);
    if (need === undefined) continue;
    const date = chargedOn(book, need, occurrence, tasks);
    for (const client of clientsOf(book, need)) {
      const line = lineOf(book, need, client, occurrence, tasks, date);
      const others = lines.get(client.id);
      if (others === undefined) lines.set(client.id, [line]);
      else others.push(line);
    }
  }
  for (const own of lines.values()) own.sort((a, b) => compare(a.date, b.date) || compare(a.occurrence, b.occurrence));
  return lines;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whom an occasion of the need serves. */
export const clientsOf = ({ look }: Pick<Book, "look">, { client, sharedWith = [] }: Need): Client[] =>
  [client, ...sharedWith].flatMap((id) => look.clients.get(id) ?? []);

/** Ticks of an occasion that fall to one of those whom it serves; equal parts, the odd ticks to the first named. */
export function partOf({ client, sharedWith = [] }: Need, of: Id, ticks: Tick): Tick {
  const sharers = [client, ...sharedWith];
  return (
    divide(
      ticks,
      sharers.map(() => 1),
    )[sharers.indexOf(of)] ?? 0
  );
}

/** Template ticks of one occasion that the client's frame bears. */
export function templateTicks(book: Pick<Book, "town" | "demand">, need: Need, client: Client): Tick {
  const second = typeof need.staffing === "object" ? need.staffing.second.minutes : need.minutes;
  const isDouble = (need.staffing ?? 1) !== 1 && countsTwice(book.town, client);
  return partOf(need, client.id, ticksOf(book, need.minutes + (isDouble ? second : 0)));
}

function lineOf(book: Book, need: Need, client: Client, occurrence: Id, tasks: readonly Task[], date: CivilDate): LedgerLine {
  const { look, demand, town } = book;
  const staff = countsTwice(town, client) ? tasks : tasks.slice(0, 1);
  const planned = partOf(
    need,
    client.id,
    staff.reduce((sum, task) => sum + plannedFor(book, task, occurrence), 0),
  );
  const performed = performedTicks(book, need, client, occurrence);
  const starts = tasks.flatMap(({ id }) => look.served.get(id)?.planned.start ?? []);
  return {
    occurrence,
    need: need.id,
    purpose: need.purpose ?? need.id,
    delegated: (need.basis ?? client.decision.basis) === "HSL",
    date,
    doneOn: starts.length > 0 ? dateAt(demand, Math.min(...starts)) : null,
    template: templateTicks(book, need, client),
    planned,
    performed,
    used: performed ?? planned,
  };
}

/** Ticks of the task for one of what it serves: all, or its part by template minutes. */
function plannedFor({ look }: Book, task: Task, occurrence: Id): Tick {
  const served = look.served.get(task.id);
  if (served === undefined) return 0;
  const serves = (task.serves ?? []).filter((id) => needOf(look, id) !== undefined);
  const parts = divide(
    served.planned.end - served.planned.start,
    serves.map((id) => needOf(look, id)?.minutes ?? 0),
  );
  return parts[serves.indexOf(occurrence)] ?? 0;
}

/** The length of the visit, and as much of the second person as counts. */
function performedTicks(book: Book, need: Need, client: Client, occurrence: Id): Tick | null {
  const minutes = performedMinutes(book.performed, occurrence);
  if (minutes === null) return null;
  return partOf(need, client.id, ticksOf(book, countsTwice(book.town, client) ? staffMinutesOf(need, minutes) : minutes));
}

/** The nominal day; of a name that the Case does not give, the first day on which it may be done. */
function chargedOn({ town, demand }: Book, need: Need, occurrence: Id, tasks: readonly Task[]): CivilDate {
  const date = nominalDate(town, need, occurrence);
  if (date !== undefined && demand.days.some((day) => day.date === date)) return date;
  return dateAt(demand, tasks[0]?.slots[0]?.start[0] ?? 0);
}

const dateAt = (demand: Demand, tick: Tick): CivilDate => demand.days[dayIndexAt(demand.days, tick)]?.date ?? "";
