/** What one client needs, before anybody has said when: the needs of a Case without their clock times. */
import type { Need } from "../model/case.ts";
import type { Weekday } from "../model/civil.ts";
import { windowMinutes } from "../model/civil.ts";
import type { Random } from "../random.ts";
import type { Id } from "../units.ts";
import type { Burden } from "./archetypes.ts";
import type { TownParameters } from "./parameters.ts";
import type { DailyVisit, WeeklyNeed } from "./visitParameters.ts";

/** A need whose time is still to be found. */
export interface Wish {
  readonly need: Omit<Need, "window" | "plannedAt">;
  /** Minutes since midnight between which it is to begin. */
  readonly part: readonly [from: number, to: number];
  /** The promise: minutes before and after the planned time. */
  readonly spreadMinutes: number;
  /** Days of which one list is chosen; `everyWeeks` 2: also one of two weeks. */
  readonly dayChoices: readonly (readonly Weekday[])[];
  /** Is the clock left to the schedule, and the weekday? */
  readonly clockIsOpen: boolean;
  readonly dayIsOpen: boolean;
  /** It begins at most so many minutes after this one of the same client ended. */
  readonly after?: { readonly need: Id; readonly minutes: number };
  readonly isNight: boolean;
  /** Not on the first day, whose night belongs to the days before. */
  readonly fromSecondDay: boolean;
}

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
/** Twice a week, at least two days apart. */
const TWICE: readonly (readonly Weekday[])[] = [[1, 4], [2, 5], [1, 3], [3, 5]];
/** Between these meals lie two hours at least, seven and a half at most. */
const MEALS = ["lunch", "supper"] as const;

/** All of a client's wishes. `partner`: who lives there too and shares what is shared, having no such need itself. */
export function wishesOf(client: Id, is: Burden, parameters: TownParameters, random: Random, partner?: { readonly id: Id; readonly isServed: boolean }): Wish[] {
  const daily = dailyWishes(client, is, parameters, random);
  const insulin = insulinOf(client, is, daily, parameters, random);
  return [...insulin.wishes, ...insulin.daily, ...weeklyWishes(client, is, parameters, random, partner), ...cameraOf(client, is, parameters, random)];
}

function dailyWishes(client: Id, { archetype, burden }: Burden, parameters: TownParameters, random: Random): Wish[] {
  const step = parameters.care[archetype]?.find(({ upTo }) => burden <= upTo);
  if (step === undefined) return [];
  const names = step.visits.filter((name) => parameters.hasNights || parameters.visits[name]?.isNight !== true);
  const relativesCome = step.weekdays === undefined && random.chance(parameters.relativesShare[archetype] ?? 0);
  const doubles = burden >= (parameters.doubleBurden[archetype] ?? 2) ? parameters.doubleVisits : [];
  return names.flatMap((name) => {
    const visit = parameters.visits[name];
    const lengths = visit?.minutes[archetype];
    if (visit === undefined || lengths === undefined) return [];
    const minutes = random.pick(lengths);
    return [
      dailyWish({ client, name, visit, minutes, days: step.weekdays, relativesCome, staffing: staffingOf(doubles, name, minutes), meals: names }, parameters, random),
    ];
  });
}

/** Two of them, at the last such visit of the day only for the lift in the middle. */
function staffingOf(doubles: readonly string[], name: string, minutes: number): Need["staffing"] {
  if (!doubles.includes(name)) return undefined;
  return doubles.length > 1 && name === doubles[doubles.length - 1] ? { second: { from: 5, minutes: Math.max(5, minutes - 10) } } : 2;
}

interface DailyDraft {
  readonly client: Id;
  readonly name: string;
  readonly visit: DailyVisit;
  readonly minutes: number;
  readonly days: readonly (readonly Weekday[])[] | undefined;
  readonly relativesCome: boolean;
  readonly staffing: Need["staffing"];
  readonly meals: readonly string[];
}

function dailyWish({ client, name, visit, minutes, days, relativesCome, staffing, meals }: DailyDraft, parameters: TownParameters, random: Random): Wish {
  const needsMedicine = random.chance(visit.medicineShare ?? 0);
  const clockIsOpen = random.chance(parameters.openClockShare) && visit.isNight !== true;
  const dayIsOpen = days !== undefined && random.chance(parameters.openDayShare);
  const hasBothMeals = MEALS.every((meal) => meals.includes(meal)) && name === MEALS[0];
  const part = windowMinutes(visit.part);
  return {
    need: {
      id: `${client}-${name}`,
      client,
      class: visit.class,
      purpose: visit.purpose,
      lifeArea: visit.lifeArea,
      minutes,
      useful: usefulOf(minutes, parameters),
      often: days === undefined ? { times: 1, per: "day" } : { times: days[0]?.length ?? 1, per: "week" },
      ...(days !== undefined && { agreedDays: WORKDAYS }),
      ...(relativesCome && { relativesDo: [6, 7] as const }),
      timing: "agreed",
      ...(needsMedicine && { skills: ["medicine"] }),
      ...(staffing !== undefined && { staffing }),
      ...(hasBothMeals && { gaps: [{ to: `${client}-${MEALS[1]}`, minMinutes: 120, maxMinutes: 450 }] }),
      priority: visit.priority,
    },
    part,
    spreadMinutes: visit.spreadMinutes,
    dayChoices: days ?? [relativesCome ? WORKDAYS : EVERY_DAY],
    clockIsOpen,
    dayIsOpen,
    isNight: visit.isNight === true,
    fromSecondDay: visit.isNight === true && part[0] < 12 * 60,
  };
}

/** Insulin at a fixed time, the morning's help soon after it; a nurse delegates it, and it draws on no frame. */
function insulinOf(client: Id, { archetype }: Burden, daily: readonly Wish[], parameters: TownParameters, random: Random): { wishes: Wish[]; daily: readonly Wish[] } {
  const morning = daily[0];
  if (!random.chance(parameters.insulinShare[archetype] ?? 0) || morning === undefined || morning.need.often.per !== "day") return { wishes: [], daily };
  const { length, either, part } = parameters.insulinMinutes;
  const id = `${client}-insulin`;
  const { relativesDo: _, ...everyDay } = morning.need;
  const insulin: Wish = {
    ...morning,
    need: {
      id,
      client,
      class: "medicine",
      basis: "HSL",
      purpose: "The right dose in time",
      lifeArea: "d5 self-care",
      minutes: length,
      often: { times: 1, per: "day" },
      timing: "fixed",
      skills: ["insulin"],
      gaps: [{ to: morning.need.id, minMinutes: 0, maxMinutes: 90 }],
      priority: 5,
    },
    part: windowMinutes(part),
    spreadMinutes: either,
    dayChoices: [EVERY_DAY],
    clockIsOpen: false,
  };
  const second: Wish = { ...morning, need: everyDay, dayChoices: [EVERY_DAY], clockIsOpen: false, after: { need: id, minutes: 60 } };
  return { wishes: [insulin], daily: [second, ...daily.slice(1)] };
}

function weeklyWishes(client: Id, { archetype }: Burden, parameters: TownParameters, random: Random, partner?: { readonly id: Id; readonly isServed: boolean }): Wish[] {
  const drawn = parameters.weekly.map((weekly) => ({ weekly, isDue: random.chance(weekly.shares[archetype] ?? 0), minutes: random.pick(weekly.minutes), draws: [random.next(), random.next()] as const }));
  const isIdle = parameters.care[archetype] === undefined && !drawn.some(({ isDue }) => isDue);
  return drawn
    .filter(({ weekly, isDue }, i) => (isDue || (isIdle && i === drawn.findIndex((one) => (one.weekly.shares[archetype] ?? 0) > 0))) && !(weekly.isShared === true && partner?.isServed === true))
    .map(({ weekly, minutes, draws }) => weeklyWish(client, weekly, minutes, draws, parameters, partner));
}

function weeklyWish(client: Id, weekly: WeeklyNeed, minutes: number, [clock, day]: readonly [number, number], parameters: TownParameters, partner?: { readonly id: Id }): Wish {
  return {
    need: {
      id: `${client}-${weekly.name}`,
      client,
      class: weekly.class,
      ...(weekly.basis && { basis: weekly.basis }),
      ...(weekly.kind && { kind: weekly.kind }),
      purpose: weekly.purpose,
      lifeArea: weekly.lifeArea,
      minutes,
      useful: usefulOf(minutes, parameters),
      often: { times: weekly.times, per: "week", everyWeeks: weekly.everyWeeks },
      ...(weekly.times === 2 && { minDaysApart: 2 }),
      agreedDays: WORKDAYS,
      ...(weekly.isShared === true && partner !== undefined && { sharedWith: [partner.id] }),
      timing: weekly.timing,
      priority: weekly.priority,
    },
    part: windowMinutes(weekly.part),
    spreadMinutes: 90,
    dayChoices: weekly.times === 2 ? TWICE : WORKDAYS.map((weekday) => [weekday]),
    clockIsOpen: clock < parameters.openClockShare,
    dayIsOpen: day < parameters.openDayShare,
    isNight: false,
    fromSecondDay: false,
  };
}

/** A look through the camera late in the evening: by the night patrol, or before everybody goes home. */
function cameraOf(client: Id, { archetype }: Burden, parameters: TownParameters, random: Random): Wish[] {
  if (!random.chance(parameters.cameraShare[archetype] ?? 0)) return [];
  return [
    {
      need: {
        id: `${client}-camera`,
        client,
        class: "cameraCheck",
        kind: "remote",
        purpose: "Feel safe at night",
        lifeArea: "safety",
        minutes: parameters.cameraMinutes,
        often: { times: 1, per: "day" },
        timing: "agreed",
        priority: 3,
      },
      part: windowMinutes(parameters.hasNights ? parameters.cameraPart.withNights : parameters.cameraPart.without),
      spreadMinutes: 15,
      dayChoices: [EVERY_DAY],
      clockIsOpen: false,
      dayIsOpen: false,
      isNight: parameters.hasNights,
      fromSecondDay: false,
    },
  ];
}

/** In whole minutes around the template. */
const usefulOf = (minutes: number, { usefulShares: [least, most] }: TownParameters): NonNullable<Need["useful"]> => ({
  min: Math.round(minutes * least),
  max: Math.round(minutes * most),
});
