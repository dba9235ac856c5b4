/** One arm with what its page looks up again and again. */
import { type Lookup, lookUp, type Served } from "../kpi/lookup.ts";
import { walkRounds } from "../kpi/measure.ts";
import type { Round } from "../kpi/round.ts";
import type { UnstaffedTask } from "../kpi/unstaffed.ts";
import type { Case } from "../model/case.ts";
import type { Demand, Task } from "../model/demand.ts";
import { dayIndexAt } from "../model/time.ts";
import type { Id } from "../units.ts";
import type { Arm, Comparison, Locale } from "./arm.ts";
import { drawnDays } from "./drawn.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { type People, peopleOf } from "./people.ts";
import { STRINGS } from "./strings.ts";

export interface View {
  readonly arm: Arm;
  /** Place among the arms. */
  readonly nth: number;
  /** See {@link drawnDays}. */
  readonly drawnDays: number;
  readonly town: Case;
  readonly demand: Demand;
  readonly people: People;
  readonly locale: Locale;
  readonly look: Lookup;
  /** Shift id -> its round; unused shifts have none. */
  readonly rounds: ReadonlyMap<Id, Round>;
  /** Task id -> why nobody does it. */
  readonly missing: ReadonlyMap<Id, UnstaffedTask>;
  /** Who else serves the same occurrence: the other of two, by whom and when. In the order of the Demand. */
  readonly partners: (task: Task) => readonly Served[];
}

/** One view per arm. O(size of Case, Demands and Plans). */
export function viewsOf(comparison: Comparison): View[] {
  const { case: town, arms, locale, names } = comparison;
  const people = peopleOf(town, names);
  const days = drawnDays(arms);
  return arms.map((arm, nth) => {
    const { demand, plan } = arm;
    const look = lookUp(town, demand, plan);
    const rounds = new Map(walkRounds(demand, look, plan).map((round) => [round.shift.id, round]));
    const missing = new Map(arm.measures.missing.map((one) => [one.task.id, one]));
    return { arm, nth, drawnDays: days, town, demand, people, locale, look, rounds, missing, partners: partnersIn(demand, look) };
  });
}

function partnersIn(demand: Demand, look: Lookup): View["partners"] {
  const byOccurrence = new Map<Id, Served[]>();
  for (const { id, serves = [] } of demand.tasks) {
    const served = look.served.get(id);
    if (served === undefined) continue;
    for (const occurrence of serves) byOccurrence.set(occurrence, [...(byOccurrence.get(occurrence) ?? []), served]);
  }
  return ({ id, serves = [] }) => [...new Set(serves.flatMap((o) => byOccurrence.get(o) ?? []))].filter(({ task }) => task.id !== id);
}

/** Has the shift a round on one of the days drawn, and so a sheet? */
export function hasSheet({ demand, rounds, drawnDays: days }: Pick<View, "demand" | "rounds" | "drawnDays">, shift: Id): boolean {
  const round = rounds.get(shift);
  return round !== undefined && dayIndexAt(demand.days, round.planned.begin) < days;
}

/** What the parts that draw days say where they do not draw all. `hasOthers`: would fewer plans leave room for more? */
export function cutNote({ demand, drawnDays: days, locale }: Pick<View, "demand" | "drawnDays" | "locale">, hasOthers = false): Html {
  const { cut, fewerPlans } = STRINGS[locale];
  return days >= demand.days.length ? NOTHING : html`<p class="note">${cut(days, demand.days.length)}${hasOthers ? ` ${fewerPlans}` : ""}</p>`;
}

/** Anchor of a shift's sheet, where it {@link hasSheet}. */
export const shiftAnchor = ({ nth, demand }: View, shift: Id): string => `p${nth}-${demand.shifts.findIndex(({ id }) => id === shift)}`;
