/** One arm with what its page looks up again and again. */
import { type Lookup, lookUp, type Served } from "../kpi/lookup.ts";
import { walkRounds } from "../kpi/measure.ts";
import type { Round } from "../kpi/round.ts";
import type { UnstaffedTask } from "../kpi/unstaffed.ts";
import type { Case } from "../model/case.ts";
import type { Demand, Task } from "../model/demand.ts";
import type { Id } from "../units.ts";
import type { Arm, Comparison, Locale } from "./arm.ts";
import { type People, peopleOf } from "./people.ts";

export interface View {
  readonly arm: Arm;
  /** Place among the arms. */
  readonly nth: number;
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
  const { case: town, arms, locale } = comparison;
  const people = peopleOf(town);
  return arms.map((arm, nth) => {
    const { demand, plan } = arm;
    const look = lookUp(town, demand, plan);
    const rounds = new Map(walkRounds(demand, look, plan).map((round) => [round.shift.id, round]));
    const missing = new Map(arm.measures.missing.map((one) => [one.task.id, one]));
    return { arm, nth, town, demand, people, locale, look, rounds, missing, partners: partnersIn(demand, look) };
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

/** Anchor of a shift's sheet. */
export const shiftAnchor = ({ nth, demand }: View, shift: Id): string => `p${nth}-${demand.shifts.findIndex(({ id }) => id === shift)}`;
