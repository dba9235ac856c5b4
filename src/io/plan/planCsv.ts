/** A plan as CSV: one row per task. */
import type { Case } from "../../model/case.ts";
import type { Demand, Task } from "../../model/demand.ts";
import type { Plan } from "../../model/plan.ts";
import { type Cell, type CsvFormat, csvText, rounded } from "./csvCells.ts";
import { earliestStart, type Joined, type JoinedRound, type JoinedTask, joinPlan } from "./joined.ts";
import { type Called, calledBy, type Names } from "./names.ts";
import { PLAN_CSV_COLUMNS, type PlanCsvColumn, type PlanCsvColumnName } from "./planCsvColumns.ts";

export interface PlanCsvOptions {
  /** "sv": semicolon, decimal comma and a byte order mark, as Excel expects in Sweden. Default "en": comma, point and no mark. */
  readonly locale?: "sv" | "en";
  /** Default: that of the locale, as with the two below. */
  readonly separator?: CsvFormat["separator"];
  readonly decimalMark?: CsvFormat["decimalMark"];
  readonly byteOrderMark?: boolean;
  /** Default "ids". Otherwise two columns of names come beside those of ids. */
  readonly names?: Names;
}

/**
 * Every task of the plan once, under a row of headings (see `PLAN_CSV_COLUMNS`): round after round by begin, each in the order
 * served, then the tasks that nobody serves (breaks and duties of unused shifts among them). RFC 4180 with CRLF; text that a spreadsheet
 * would run as a formula gets an apostrophe before it. Purposes stand as somebody wrote them. Throws `UsageError` where the three do
 * not belong together. O(size of all three).
 */
export function planCsv(town: Case, demand: Demand, plan: Plan, options: PlanCsvOptions = {}): string {
  const joined = joinPlan(town, demand, plan);
  const { locale = "en", names = "ids" } = options;
  const columns: readonly (PlanCsvColumn & { readonly name: PlanCsvColumnName })[] = PLAN_CSV_COLUMNS;
  const shown = columns.filter(({ isName }) => names !== "ids" || isName !== true).map(({ name }) => name);
  const called = calledBy(town, names);
  const rows = [
    ...joined.rounds.flatMap((round) => round.tasks.map((one, i) => servedRow(joined, called, round, one, i + 1))),
    ...joined.unserved.map((task) => unservedRow(joined, called, task)),
  ];
  return csvText([shown, ...rows.map((row) => shown.map((name) => row[name]))], {
    separator: options.separator ?? (locale === "sv" ? ";" : ","),
    decimalMark: options.decimalMark ?? (locale === "sv" ? "," : "."),
    byteOrderMark: options.byteOrderMark ?? locale === "sv",
  });
}

type Row = Readonly<Partial<Record<PlanCsvColumnName, Cell>>>;

function servedRow(joined: Joined, called: Called, { shift }: JoinedRound, { task, planned, leg, partners }: JoinedTask, nth: number): Row {
  const start = joined.instant(planned.start);
  const end = joined.instant(planned.end);
  return {
    ...taskCells(joined, called, task, leg.to),
    date: start.date,
    shift: shift.id,
    staff: shift.worker,
    staffName: called.staff(shift.worker),
    nth,
    start: start.clock,
    end: end.clock,
    startIso: start.iso,
    endIso: end.iso,
    minutes: rounded((planned.end - planned.start) / joined.demand.ticksPerMinute, 2),
    travelSeconds: rounded((leg.ticks * 60) / joined.demand.ticksPerMinute, 0),
    partner: list(partners.map(({ staff }) => staff)),
  };
}

function unservedRow(joined: Joined, called: Called, task: Task): Row {
  const due = earliestStart(task);
  return {
    ...taskCells(joined, called, task, typeof task.place === "number" ? task.place : null),
    date: due === undefined ? undefined : joined.instant(due).date,
    minutes: rounded(task.duration.min / joined.demand.ticksPerMinute, 2),
  };
}

function taskCells(joined: Joined, called: Called, task: Task, at: number | null): Row {
  const place = joined.place(at);
  const needs = joined.needs(task);
  return {
    kind: task.kind,
    class: task.class,
    client: task.client,
    clientName: task.client === undefined ? undefined : called.client(task.client),
    place: place?.id,
    latitude: place?.latitude === undefined ? undefined : rounded(place.latitude, 6),
    longitude: place?.longitude === undefined ? undefined : rounded(place.longitude, 6),
    need: list(needs.map(({ id }) => id)),
    purpose: list(needs.flatMap(({ purpose }) => purpose ?? [])),
    task: task.id,
  };
}

const list = (parts: readonly string[]): string => [...new Set(parts)].join(" + ");
