/**
 * What clients need, by how much care they have. Template minutes and shares are of the order of Swedish municipalities'
 * published templates; all are assumptions of the generator.
 */
import type { Need } from "../model/case.ts";
import type { Weekday } from "../model/civil.ts";
import type { Random } from "../random.ts";
import { type ClockLevel, clockOf, minutesOf } from "./clockLevel.ts";

export type CareLevel = "service" | "light" | "daily" | "heavy";

/** Share of clients per level, in per cent. */
export const CARE_SHARES: readonly (readonly [CareLevel, number])[] = [
  ["service", 25],
  ["light", 30],
  ["daily", 30],
  ["heavy", 15],
];

/** A daily visit: planned between two clock times, promised within `spread` minutes of that. */
interface Visit {
  readonly name: string;
  readonly class: string;
  readonly minutes: readonly number[];
  readonly between: readonly [string, string];
  readonly spread: number;
  readonly priority: 3 | 4 | 5;
  readonly lifeArea: string;
}

const MORNING: Visit = {
  name: "morning",
  class: "hygiene",
  minutes: [20, 25, 30],
  between: ["07:30", "10:15"],
  spread: 45,
  priority: 4,
  lifeArea: "d5 self-care",
};
const LUNCH: Visit = {
  name: "lunch",
  class: "meal",
  minutes: [15, 20, 25],
  between: ["11:30", "13:00"],
  spread: 45,
  priority: 4,
  lifeArea: "d6 domestic life",
};
const AFTERNOON: Visit = {
  name: "afternoon",
  class: "check",
  minutes: [10, 15],
  between: ["14:15", "15:15"],
  spread: 60,
  priority: 3,
  lifeArea: "d5 self-care",
};
const SUPPER: Visit = {
  name: "supper",
  class: "meal",
  minutes: [20, 25],
  between: ["16:30", "18:15"],
  spread: 45,
  priority: 4,
  lifeArea: "d6 domestic life",
};
const NIGHT: Visit = {
  name: "night",
  class: "hygiene",
  minutes: [20, 25],
  between: ["19:30", "21:15"],
  spread: 45,
  priority: 4,
  lifeArea: "d5 self-care",
};

const VISITS: Readonly<Record<CareLevel, readonly Visit[]>> = {
  service: [],
  light: [MORNING],
  daily: [MORNING, LUNCH, NIGHT],
  heavy: [MORNING, LUNCH, AFTERNOON, SUPPER, NIGHT],
};

/** All needs of one client. `level` spreads planned times over the staff there can be. */
export function needsOf(client: string, care: CareLevel, clock: ClockLevel, random: Random): Need[] {
  const visits = care === "light" && random.chance(0.5) ? [MORNING, SUPPER] : VISITS[care];
  const daily = visits.map((visit) => dailyNeed(client, visit, clock, random));
  return [
    ...diabetes(client, care, daily, clock, random),
    ...double(care, mealsApart(daily), clock, random),
    ...weekly(client, care, clock, random),
    ...remote(client, care, random),
  ];
}

function dailyNeed(client: string, visit: Visit, clock: ClockLevel, random: Random): Need {
  const minutes = random.pick(visit.minutes);
  const planned = clock.book(visit.between, minutes, random);
  const from = Math.max(minutesOf("07:15"), planned - visit.spread);
  return {
    id: `${client}-${visit.name}`,
    client,
    class: visit.class,
    lifeArea: visit.lifeArea,
    minutes,
    useful: useful(minutes),
    often: { times: 1, per: "day" },
    window: [clockOf(from), clockOf(planned + visit.spread)],
    // In one need of eight the schedule is left to choose the time.
    ...(!random.chance(0.125) && { plannedAt: clockOf(planned) }),
    timing: "agreed",
    ...(visit.class === "hygiene" && random.chance(0.4) && { skills: ["medicine"] }),
    priority: visit.priority,
  };
}

/** Meals at least two and a half and at most seven hours apart. */
const mealsApart = (needs: readonly Need[]): Need[] => {
  const supper = needs.find(({ id }) => id.endsWith("-supper"));
  return needs.map((need) =>
    supper !== undefined && need.id.endsWith("-lunch") ? { ...need, gaps: [{ to: supper.id, minMinutes: 150, maxMinutes: 420 }] } : need,
  );
};

/** Two people for the lift, or for the middle of the visit. */
function double(care: CareLevel, needs: readonly Need[], clock: ClockLevel, random: Random): Need[] {
  if (care !== "heavy" || !random.chance(0.4)) return [...needs];
  return needs.map((need) => {
    const isMorning = need.id.endsWith("-morning");
    if (!isMorning && !need.id.endsWith("-night")) return need;
    clock.add(minutesOf(need.plannedAt ?? need.window[0]), isMorning ? need.minutes : 10);
    return { ...need, staffing: isMorning ? 2 : { second: { from: 5, minutes: 10 } } };
  });
}

/** Insulin at a fixed hour before the morning's help; the nurse delegates it. */
function diabetes(client: string, care: CareLevel, daily: readonly Need[], clock: ClockLevel, random: Random): Need[] {
  const morning = daily[0];
  if (morning === undefined || care === "light" || !random.chance(0.3)) return [];
  const planned = Math.max(minutesOf("07:30"), minutesOf(morning.plannedAt ?? "08:30") - 15);
  clock.add(planned, 10);
  return [
    {
      id: `${client}-insulin`,
      client,
      class: "medicine",
      basis: "HSL",
      minutes: 10,
      often: { times: 1, per: "day" },
      window: [clockOf(planned - 15), clockOf(planned + 30)],
      plannedAt: clockOf(planned),
      timing: "fixed",
      skills: ["insulin"],
      gaps: [{ to: morning.id, minMinutes: 0, maxMinutes: 90 }],
      priority: 5,
    },
  ];
}

interface Weekly {
  readonly name: string;
  readonly class: string;
  readonly minutes: number;
  readonly everyWeeks: number;
  readonly chance: number;
  readonly kind?: "errand";
}

const SHOWER: Weekly = { name: "shower", class: "shower", minutes: 35, everyWeeks: 1, chance: 0.8 };
const SERVICE: readonly Weekly[] = [
  { name: "cleaning", class: "cleaning", minutes: 70, everyWeeks: 2, chance: 0.7 },
  { name: "laundry", class: "laundry", minutes: 30, everyWeeks: 2, chance: 0.5 },
  { name: "shopping", class: "shopping", minutes: 45, everyWeeks: 1, chance: 0.6, kind: "errand" },
];

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

function weekly(client: string, care: CareLevel, clock: ClockLevel, random: Random): Need[] {
  const chosen = [...(care === "service" ? [] : [SHOWER]), ...SERVICE].filter(({ chance }) => random.chance(chance));
  return (chosen.length > 0 ? chosen : [SERVICE[0] as Weekly]).map((need) => {
    const planned = clock.book(["09:30", "13:45"], need.minutes, random, 1 / (5 * need.everyWeeks));
    return {
      id: `${client}-${need.name}`,
      client,
      class: need.class,
      minutes: need.minutes,
      useful: useful(need.minutes),
      often: {
        times: 1,
        per: "week",
        everyWeeks: need.everyWeeks,
        ...(!random.chance(0.2) && { weekdays: [clock.bookDay(need.minutes, random)] }),
      },
      agreedDays: WORKDAYS,
      window: need.class === "shower" ? (["09:00", "14:00"] as const) : (["08:30", "14:15"] as const),
      plannedAt: clockOf(planned),
      timing: need.class === "shower" ? ("agreed" as const) : ("free" as const),
      ...(need.kind && { kind: need.kind }),
      priority: need.class === "shower" ? (3 as const) : (2 as const),
    };
  });
}

/** A look through the camera late in the evening. */
const remote = (client: string, care: CareLevel, random: Random): Need[] =>
  care === "heavy" && random.chance(0.3)
    ? [
        {
          id: `${client}-camera`,
          client,
          class: "cameraCheck",
          kind: "remote",
          minutes: 3,
          often: { times: 1, per: "day" },
          window: ["21:00", "21:50"],
          plannedAt: "21:30",
          timing: "agreed",
          priority: 3,
        },
      ]
    : [];

/** From seven tenths to one and a half of the template, in whole minutes. */
const useful = (minutes: number): NonNullable<Need["useful"]> => ({ min: Math.round(minutes * 0.7), max: Math.round(minutes * 1.5) });
