/** From occurrences to tasks: one person's work at one client, and a second person's where two are needed. */
import type { Calendar } from "../calendar/calendar.ts";
import { TICKS_PER_MINUTE, ticksOf } from "../calendar/calendar.ts";
import type { Case, Client, Household, Need } from "../model/case.ts";
import type { Curve } from "../model/curve.ts";
import type { Task, Who } from "../model/demand.ts";
import type { Occurrence } from "./expand.ts";
import { isInFrame } from "./holders.ts";
import { isShared } from "./sharing.ts";
import { slotsOf } from "./slots.ts";
import { cannotMeet, providerTrait } from "./staff.ts";
import type { Switches } from "./switches.ts";

/** Template minutes plus ten, times this, is what leaving out a visit costs, by priority 1 to 5. */
const PRIORITY_WEIGHT = { 1: 1, 2: 2, 3: 5, 4: 15, 5: 50 } as const;

/** Where `Need.useful` names no cost, a minute short of the template costs this, and a minute beyond it is worth nothing in a plan. */
const MISSING_MINUTE = 1;

/** Task of the first person at an occurrence. */
export const firstTaskId = (occurrence: Occurrence): string => occurrence.id;

/** Task of the second person, where two are needed. */
export const secondTaskId = (occurrence: Occurrence): string => `${occurrence.id}/second`;

/** Tasks of all occurrences, in their order, first person before second. */
export function careTasks(of: Case, switches: Switches, occurrences: readonly Occurrence[], calendar: Calendar): Task[] {
  const households = new Map(of.households.map((household) => [household.id, household]));
  const placeIndex = new Map(of.places.map((place, i) => [place.id, i]));
  const tolerance = of.practice?.toleranceMinutes ?? 15;
  return occurrences.flatMap((occurrence) => {
    const { need, client } = occurrence;
    const household = households.get(client.household);
    const remote = need.kind === "remote";
    const first: Task = {
      id: firstTaskId(occurrence),
      kind: remote ? "remote" : "care",
      class: need.class,
      client: client.id,
      serves: [occurrence.id],
      place: remote ? "anywhere" : (placeIndex.get(household?.place ?? "") ?? "anywhere"),
      ...(!remote && { stopTicks: ticksOf(household?.access?.entryMinutes ?? 1) }),
      slots: slotsOf(occurrence, switches, tolerance, calendar),
      duration: durationOf(need, isElastic(of, occurrence, switches)),
      who: whoFor(of, occurrence, household),
      required: false,
      priority: need.priority ?? 3,
      unservedCost: unservedCost(need, need.minutes),
    };
    return [first, ...secondTask(occurrence, first)];
  });
}

/** May this occurrence's length differ from its template? Only inside a frame of one client, which then accounts for it. */
export const isElastic = (of: Case, { need, client }: Occurrence, switches: Switches): boolean =>
  switches.duration === "elastic" && need.useful !== undefined && !isShared(need) && isInFrame(of, need, client);

function secondTask(occurrence: Occurrence, first: Task): Task[] {
  const { need } = occurrence;
  const { staffing = 1 } = need;
  if (staffing === 1) return [];
  const id = secondTaskId(occurrence);
  if (staffing === 2) return [{ ...first, id }];
  const { from, minutes } = staffing.second;
  const later = (tick: number | null): number | null => (tick === null ? null : tick + ticksOf(from));
  return [
    {
      ...first,
      id,
      slots: first.slots.map(({ start }) => ({ start: [later(start[0]), later(start[1])] })),
      duration: { min: ticksOf(minutes), max: ticksOf(minutes) },
      unservedCost: unservedCost(need, minutes),
    },
  ];
}

const unservedCost = (need: Need, minutes: number): number => Math.round(PRIORITY_WEIGHT[need.priority ?? 3] * (minutes + 10));

/** The value of a length is the same in every model, so that plans of several models compare. */
function durationOf({ minutes, useful }: Need, elastic: boolean): Task["duration"] {
  const template = ticksOf(minutes);
  if (useful === undefined) return { min: template, max: template };
  const least = Math.min(useful.min, minutes);
  const most = Math.max(useful.max, minutes);
  const value = inTicks(useful.cost ?? defaultValue(least, minutes));
  return elastic
    ? { min: ticksOf(least), max: ticksOf(most), value }
    : { min: template, max: template, value };
}

const defaultValue = (least: number, minutes: number): Curve => ({
  points:
    least < minutes
      ? [
          [least, (minutes - least) * MISSING_MINUTE],
          [minutes, 0],
        ]
      : [[minutes, 0]],
});

/** Minutes and minute-costs become ticks and tick-costs: the same slopes. */
const inTicks = (curve: Curve): Curve => ({
  ...curve,
  points: curve.points.map(([x, cost]) => [x * TICKS_PER_MINUTE, cost * TICKS_PER_MINUTE]),
});

function whoFor(of: Case, { need, client }: Occurrence, household: Household | undefined): Who {
  const traits = [...requiredTraits(client, need), ...providerTrait(of, client)];
  const conditions = need.kind === "remote" ? [] : (household?.conditions ?? []);
  const not = [...(client.refusedStaff ?? []), ...conditions.map(cannotMeet)];
  return {
    ...(need.skills && need.skills.length > 0 && { all: need.skills }),
    ...(traits.length > 0 && { traits }),
    ...(not.length > 0 && { not }),
    ...costOfOthers(of, client),
  };
}

const requiredTraits = (client: Client, need: Need): string[] =>
  (client.requiredTraits ?? [])
    .filter(({ atClasses }) => atClasses === undefined || atClasses.includes(need.class))
    .map(({ trait }) => trait);

/** 1 for everyone who is not among the staff the client prefers. */
function costOfOthers(of: Case, { preferredStaff = [] }: Client): Pick<Who, "cost"> {
  if (preferredStaff.length === 0) return {};
  const others = of.staff.filter(({ id }) => !preferredStaff.includes(id));
  return { cost: Object.fromEntries(others.map(({ id }) => [id, 1])) };
}
