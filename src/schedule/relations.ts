/** How a client's tasks depend on each other: two at once, time between needs, days apart, and what minute planning keeps alike. */
import { ticksOf } from "../calendar/calendar.ts";
import { daysBetween } from "../calendar/civil.ts";
import type { Case } from "../model/case.ts";
import type { GapRelation, Relation } from "../model/relation.ts";
import type { Occurrence } from "./expand.ts";
import { clockIsChosen } from "./slots.ts";
import type { Switches } from "./switches.ts";
import { firstTaskId, isElastic, secondTaskId } from "./tasks.ts";

/** All relations, need by need. */
export function relationsOf(of: Case, switches: Switches, occurrences: readonly Occurrence[]): Relation[] {
  const byNeed = new Map(of.needs.map((need): [string, Occurrence[]] => [need.id, []]));
  for (const occurrence of occurrences) byNeed.get(occurrence.need.id)?.push(occurrence);
  return [...byNeed.values()].flatMap((own) => [
    ...own.flatMap((occurrence) => together(of, occurrence, switches)),
    ...own.flatMap((occurrence) => gaps(occurrence, byNeed)),
    ...daysApart(own),
    ...sameClock(own, switches, of.practice?.toleranceMinutes ?? 15),
    ...sameWeekday(own, switches),
  ]);
}

/** Two people at once: both or none, different people, starting together (or the second some minutes later). */
function together(of: Case, occurrence: Occurrence, switches: Switches): Relation[] {
  const { need } = occurrence;
  const { staffing = 1 } = need;
  if (staffing === 1) return [];
  const tasks = [firstTaskId(occurrence), secondTaskId(occurrence)];
  const offset = staffing === 2 ? 0 : ticksOf(staffing.second.from);
  const relations: Relation[] = [
    { id: `${occurrence.id}/both`, kind: "presence", tasks, count: [2, 2], zeroAllowed: true },
    { id: `${occurrence.id}/two`, kind: "workers", tasks, distinct: [2, 2] },
    {
      id: `${occurrence.id}/start`,
      kind: "gap",
      tasks,
      from: "start",
      to: "start",
      span: [offset, offset],
      clock: "elapsed",
      over: "next",
    },
  ];
  const paced = of.staff.some(({ pace }) => pace !== undefined && Object.hasOwn(pace, need.class));
  if (isElastic(of, occurrence, switches) && !paced) {
    // The second leaves with the first, or before where only part of the visit needs two.
    const span: GapRelation["span"] = staffing === 2 ? [0, 0] : [null, 0];
    relations.push({ id: `${occurrence.id}/end`, kind: "gap", tasks, from: "end", to: "end", span, clock: "elapsed", over: "next" });
  }
  return relations;
}

/** Time from this need's end to another's start on the same day. */
function gaps(occurrence: Occurrence, byNeed: ReadonlyMap<string, readonly Occurrence[]>): Relation[] {
  if (occurrence.need.often.per !== "day") return [];
  return (occurrence.need.gaps ?? []).flatMap(({ to, minMinutes, maxMinutes }) => {
    const other = byNeed
      .get(to)
      ?.find(({ need, date, nth }) => need.often.per === "day" && date === occurrence.date && nth === occurrence.nth);
    if (other === undefined) return [];
    const ticks = (minutes: number | undefined): number | null => (minutes === undefined ? null : ticksOf(minutes));
    return [
      {
        id: `${occurrence.id}/before:${to}`,
        kind: "gap",
        tasks: [firstTaskId(occurrence), firstTaskId(other)],
        from: "end",
        to: "start",
        span: [ticks(minMinutes), ticks(maxMinutes)],
        clock: "elapsed",
        over: "next",
      } satisfies Relation,
    ];
  });
}

/** Occurrences of a weekly need come in order, and never two on a day. */
function daysApart(own: readonly Occurrence[]): Relation[] {
  const need = own[0]?.need;
  if (need === undefined || own.length < 2) return [];
  const days = need.minDaysApart ?? (need.often.per === "week" && need.often.times > 1 ? 1 : 0);
  if (days === 0) return [];
  return [
    {
      id: `${need.id}/apart`,
      kind: "gap",
      tasks: own.map(firstTaskId),
      from: "start",
      to: "start",
      span: [days, null],
      clock: "days",
      over: "next",
    },
  ];
}

/** A clock time that the schedule chooses is kept: all starts lie within twice the tolerance of each other. */
function sameClock(own: readonly Occurrence[], switches: Switches, toleranceMinutes: number): Relation[] {
  const need = own[0]?.need;
  if (need === undefined || !clockIsChosen(need, switches)) return [];
  const width = ticksOf(2 * toleranceMinutes);
  const numbers = [...new Set(own.map(({ nth }) => nth))];
  return numbers.flatMap((nth) => {
    const tasks = own.filter((occurrence) => occurrence.nth === nth).map(firstTaskId);
    if (tasks.length < 2) return [];
    const id = `${need.id}/sameClock#${nth}`;
    return [
      { id, kind: "gap", tasks, from: "start", to: "start", span: [-width, width], clock: "timeOfDay", over: "every" } satisfies Relation,
    ];
  });
}

/** A weekday that the schedule chooses is kept, from any week to any later one. */
function sameWeekday(own: readonly Occurrence[], switches: Switches): Relation[] {
  if (switches.day !== "fixed" || own[0]?.dayIsNamed !== false) return [];
  return own.flatMap((a, i) =>
    own.slice(i + 1).flatMap((b) => {
      if (b.nth !== a.nth) return [];
      const days = daysBetween(a.date, b.date);
      const id = `${a.id}/sameWeekday:${b.id}`;
      return [
        {
          id,
          kind: "gap",
          tasks: [firstTaskId(a), firstTaskId(b)],
          from: "start",
          to: "start",
          span: [days, days],
          clock: "days",
          over: "next",
        } satisfies Relation,
      ];
    }),
  );
}
