/** One client's days under one plan: who comes, when, for how long against what is granted, and what is not as usual. */
import { frameUses } from "../../kpi/frame.ts";
import { grantedMinutes } from "../../kpi/granted.ts";
import { type Served, servedBy } from "../../kpi/lookup.ts";
import type { Client } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Task } from "../../model/demand.ts";
import { dayIndexAt } from "../../model/time.ts";
import type { Id } from "../../units.ts";
import { compareText } from "../compareText.ts";
import { type Promised, promiseOf } from "../promise.ts";
import type { View } from "../view.ts";

/** One occurrence for the client, however many come. One that another way of doing the same replaces is none. */
export interface Visit {
  readonly tasks: readonly Task[];
  /** Those who come, in the order of the Demand; empty: nobody. */
  readonly served: readonly Served[];
  /** What the Case says of it; undefined where the Demand was not made from needs. */
  readonly promised: Promised | undefined;
  /** Day on which it is shown: planned, else nominal. */
  readonly date: CivilDate;
  /** Its usual day, to which its granted minutes belong: the nominal one where the Case names it, else that on which it is shown. */
  readonly dueDate: CivilDate;
  /** Minutes of staff: template and planned; the client's equal part where others share them. */
  readonly granted: number;
  readonly planned: number;
  /** Whole minutes by which the visit is longer than its template, negative: shorter; of the one of those who come for whom it differs most. */
  readonly longer: number;
}

export interface Fortnight {
  readonly client: Client;
  /** In order of day, then of start. */
  readonly visits: readonly Visit[];
  /** Different staff who come to the home, as in the Case. Phone and camera are not counted, as in the measures of continuity. */
  readonly faces: readonly Id[];
  readonly granted: number;
  readonly planned: number;
  /** Minutes of the frame for the days planned, in proportion, and planned minutes that draw on it. */
  readonly frame: { readonly minutes: number; readonly planned: number } | undefined;
}

/** Of every client, in the order of the Case. O(clients + tasks + staff x clients). */
export function fortnightsOf(view: View): Fortnight[] {
  const { town, demand, look } = view;
  const tasks = new Map<Id, Map<string, Task[]>>();
  for (const task of demand.tasks) {
    if (task.kind !== "care" && task.kind !== "remote") continue;
    for (const { id } of servedBy(look, task)) {
      const own = tasks.get(id) ?? new Map<string, Task[]>();
      const key = task.serves?.join(" ") ?? task.id;
      tasks.set(id, own.set(key, [...(own.get(key) ?? []), task]));
    }
  }
  const granted = grantedMinutes(look);
  const frames = new Map(frameUses(town, demand, look).map((use) => [use.client, { minutes: use.minutes, planned: use.plannedMinutes }]));
  return town.clients.map((client) => {
    const occurrences = [...(tasks.get(client.id)?.values() ?? [])].filter((of) => of.some(({ id }) => look.served.has(id) || view.missing.has(id)));
    const visits = occurrences.map((of) => visitOf(view, of, granted));
    const start = ({ served }: Visit): number => served[0]?.planned.start ?? Infinity;
    visits.sort((a, b) => compareText(a.date, b.date) || start(a) - start(b) || 0);
    const met = new Set(visits.flatMap(({ served }) => served.filter(({ task }) => task.kind === "care").map(({ shift }) => shift.worker)));
    const sum = (of: (visit: Visit) => number): number => visits.reduce((total, visit) => total + of(visit), 0);
    return {
      client, visits, faces: demand.workers.flatMap(({ id }) => (met.has(id) ? [id] : [])),
      granted: sum((v) => v.granted), planned: sum((v) => v.planned), frame: frames.get(client.id),
    };
  });
}

function visitOf(view: View, tasks: readonly Task[], granted: ReadonlyMap<Id, number>): Visit {
  const { demand, look } = view;
  const served = tasks.flatMap(({ id }) => look.served.get(id) ?? []);
  const first = tasks[0] as Task;
  const promised = promiseOf(look, first.serves?.[0] ?? "");
  const slot = first.slots[0]?.start;
  const dateAt = (tick: number): CivilDate => demand.days[dayIndexAt(demand.days, tick)]?.date ?? "";
  const possible = dateAt(slot?.[0] ?? slot?.[1] ?? 0);
  const planned = served[0]?.planned.start;
  const date = planned === undefined ? (promised?.date ?? possible) : dateOfStart(view, dateAt(planned), promised, tasks);
  const sharers = Math.max(1, servedBy(look, first).length);
  const longer = served.map(({ task, planned: { start, end } }) => Math.round((end - start) / demand.ticksPerMinute - (granted.get(task.id) ?? 0)));
  return {
    longer: longer.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0),
    tasks, served, promised, date, dueDate: (promised?.dayIsNamed === true ? promised.date : undefined) ?? date,
    granted: tasks.reduce((sum, { id }) => sum + (granted.get(id) ?? 0), 0) / sharers,
    planned: served.reduce((sum, s) => sum + s.planned.end - s.planned.start, 0) / demand.ticksPerMinute / sharers,
  };
}

/** The calendar day of the start, but after midnight the day before where the hours promised begin then. */
function dateOfStart({ demand }: View, date: CivilDate, promised: Promised | undefined, [task]: readonly Task[]): CivilDate {
  const day = demand.days.findIndex((d) => d.date === date);
  const before = demand.days[day - 1];
  const isLate = promised !== undefined && promised.to > 1440 && before !== undefined;
  const belongs = isLate && (task?.slots ?? []).some(({ start: [from, to] }) => from !== null && to !== null && from < (demand.days[day]?.begins ?? 0) && to >= (demand.days[day]?.begins ?? 0));
  return belongs ? before.date : date;
}
