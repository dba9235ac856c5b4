/** What a row of `rounds.csv` names: whose shift, and which of the client's needs. */
import { type Calendar, calendarOf, tickAt } from "../../calendar/calendar.ts";
import { clockSeconds } from "../../calendar/clock.ts";
import type { Case, Need } from "../../model/case.ts";
import type { Demand, Shift, Task } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id, Tick } from "../../units.ts";
import { idsByName } from "./known.ts";
import { REMARK, ROW } from "./messages.ts";
import type { Row } from "./row.ts";

type RoundRow = Row<"rounds">;

/** A row that names a visit. */
export interface Visit {
  readonly row: RoundRow;
  readonly date: string;
  readonly shift: Shift;
  /** One of these is meant, at least one. */
  readonly needs: readonly Need[];
  readonly start: Tick | undefined;
  readonly order: number | undefined;
}

/** Index of the slot that lies on the day, or -1. */
export const slotOn = ({ days }: Demand, { slots }: Task, date: string): number =>
  slots.findIndex(
    ({ start: [from, to] }) => from !== null && to !== null && days.slice(dayIndexAt(days, from), dayIndexAt(days, to) + 1).some((day) => day.date === date),
  );

/** `K1-lunch` of `K1-lunch@2026-03-11#1`. */
export const needIdOf = (occurrence: Id): Id => occurrence.slice(0, Math.max(0, occurrence.lastIndexOf("@")));

/** Lists by key, in the order given. */
export function grouped<K, T>(list: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

export class RoundRows {
  private readonly town: Case;
  private readonly demand: Demand;
  private readonly calendar: Calendar;
  private readonly shifts: ReadonlyMap<Id, Shift>;
  private readonly shiftsOf: ReadonlyMap<Id, readonly Shift[]>;
  private readonly needsOf: ReadonlyMap<Id, readonly Need[]>;
  /** Need id -> its tasks. */
  readonly tasksOf: ReadonlyMap<Id, readonly Task[]>;

  constructor(town: Case, demand: Demand) {
    this.town = town;
    this.demand = demand;
    this.calendar = calendarOf(town);
    this.shifts = new Map(demand.shifts.map((shift) => [shift.id, shift]));
    this.shiftsOf = grouped(demand.shifts, ({ worker }) => worker);
    this.needsOf = grouped(town.needs, ({ client }) => client);
    this.tasksOf = grouped(
      demand.tasks.filter(({ serves = [] }) => serves.length > 0),
      ({ serves = [] }) => needIdOf(serves[0] ?? ""),
    );
  }

  /** Undefined where something is wrong with the row, which is then said. */
  visitOf(row: RoundRow): Visit | undefined {
    const date = row.date("date");
    const client = row.id("client");
    const time = row.time("start");
    const order = row.amount("order");
    if (date === undefined || client === undefined || row.isBroken) return undefined;
    const start = time === undefined ? undefined : tickAt(this.calendar, date, clockSeconds(time));
    const shift = this.shiftOf(row, date, start);
    const needs = this.needsNamed(row, client, date);
    return shift === undefined || needs === undefined ? undefined : { row, date, shift, needs, start, order };
  }

  private shiftOf(row: RoundRow, date: string, start: Tick | undefined): Shift | undefined {
    const [written, person] = [row.id("shift"), row.id("staff")];
    const named = written === undefined ? undefined : this.shifts.get(written);
    if (named !== undefined) return named;
    if (written !== undefined && person !== undefined) row.note(REMARK.ownShift(written));
    else if (written !== undefined) return row.fault("shift", "unknown-shift", ROW.unknownShift(written, this.shifts.keys()));
    if (person === undefined) return row.fault("staff", "no-shift", ROW.nobody());
    const staff = this.town.staff.map(({ id }) => id);
    if (!staff.includes(person)) return row.fault("staff", "unknown-staff", ROW.unknownId(person, "staff.csv", staff, idsByName(this.town.staff)(person)));
    const own = this.shiftsOf.get(person) ?? [];
    const then = start === undefined ? [] : own.filter(({ begins, ends }) => (begins[0] ?? start) <= start && start < (ends[1] ?? Infinity));
    const { days } = this.demand;
    const found = then.length > 0 ? then : own.filter(({ begins }) => days[dayIndexAt(days, begins[0] ?? 0)]?.date === date);
    if (found.length > 1) return row.fault("staff", "no-shift", ROW.severalShifts(person, date));
    return found[0] ?? row.fault("staff", "no-shift", ROW.noShift(person, date));
  }

  private needsNamed(row: RoundRow, client: Id, date: string): readonly Need[] | undefined {
    const [work, id] = [row.id("class"), row.id("need")];
    const own = this.needsOf.get(client) ?? [];
    const clients = this.town.clients.map((one) => one.id);
    if (!clients.includes(client)) return row.fault("client", "unknown-client", ROW.unknownId(client, "clients.csv", clients, idsByName(this.town.clients)(client)));
    const named = own.filter((need) => (id === undefined || need.id === id) && (work === undefined || need.class === work));
    if (named.length === 0) {
      const known = own.map((need) => (id === undefined ? need.class : need.id));
      return row.fault(id === undefined ? "class" : "need", "not-due", ROW.noNeed(client, id ?? work ?? "", known));
    }
    if (work !== undefined || id !== undefined) return named;
    const due = named.filter((need) => (this.tasksOf.get(need.id) ?? []).some((task) => slotOn(this.demand, task, date) >= 0));
    if (due.length < 2) return due.length === 1 ? due : named;
    return row.fault("class", "unclear-need", ROW.severalNeeds(client, due.map((need) => need.class)));
  }
}
