/** Who works when: day, short morning and evening people, five days of seven, gaps filled by hourly staff. */
import { addDays, dateRange } from "../calendar/civil.ts";
import type { CaseShift, Staff } from "../model/staff.ts";
import type { Random } from "../random.ts";

interface Kind {
  readonly name: "day" | "morning" | "evening";
  readonly from: string;
  readonly to: string;
  readonly report: readonly [string, string];
  /** Window of the unpaid rest; five hours need none. */
  readonly rest?: readonly [string, string];
}

const DAY: Kind = { name: "day", from: "07:00", to: "15:30", report: ["07:00", "07:15"], rest: ["10:30", "13:30"] };
const MORNING: Kind = { name: "morning", from: "07:00", to: "11:45", report: ["07:00", "07:15"] };
const EVENING: Kind = { name: "evening", from: "15:00", to: "22:00", report: ["15:00", "15:30"], rest: ["16:30", "19:00"] };

export interface Roster {
  readonly staff: Staff[];
  readonly shifts: CaseShift[];
}

export interface RosterWish {
  readonly team: string;
  readonly from: string;
  readonly days: number;
  /** People needed at once. */
  readonly morningPeople: number;
  readonly dayPeople: number;
  readonly eveningPeople: number;
}

export function rosterOf(wish: RosterWish, random: Random): Roster {
  const parts = [
    rosterOfKind(wish, DAY, wish.dayPeople, random),
    rosterOfKind(wish, MORNING, wish.morningPeople - wish.dayPeople, random),
    rosterOfKind(wish, EVENING, wish.eveningPeople, random),
  ];
  return { staff: parts.flatMap(({ staff }) => staff), shifts: parts.flatMap(({ shifts }) => shifts) };
}

/** Permanent staff have two days off in a row, spread over the week; what they leave open, hourly staff take. */
function rosterOfKind(wish: RosterWish, kind: Kind, people: number, random: Random): Roster {
  const staff: Staff[] = [];
  const shifts: CaseShift[] = [];
  if (people <= 0) return { staff, shifts };
  const dates = dateRange(wish.from, wish.days);
  const manned = dates.map(() => 0);
  const work = (person: Staff, i: number): void => {
    manned[i] = (manned[i] ?? 0) + 1;
    shifts.push(shiftOf(wish, kind, person, dates[i] as string));
  };
  const permanent = Math.max(1, Math.floor((people * 7) / 5));
  for (let p = 0; p < permanent; p++) {
    const person = staffMember(wish, kind, p + 1, "permanent", random);
    staff.push(person);
    const firstOff = Math.floor((p * 7) / permanent);
    for (let i = 0; i < wish.days; i++) {
      const isOff = i % 7 === firstOff || i % 7 === (firstOff + 1) % 7;
      if (!isOff && (manned[i] as number) < people) work(person, i);
    }
  }
  for (let h = 1; manned.some((count) => count < people); h++) {
    const person = staffMember(wish, kind, h, "hourly", random);
    staff.push(person);
    let inRow = 0;
    dates.forEach((_, i) => {
      const isNeeded = (manned[i] as number) < people && inRow < 5;
      inRow = isNeeded ? inRow + 1 : 0;
      if (isNeeded) work(person, i);
    });
  }
  return { staff, shifts };
}

/** Hourly staff mostly lack delegations; not everyone can meet a dog or smoke. */
function staffMember(wish: RosterWish, kind: Kind, nth: number, employment: "permanent" | "hourly", random: Random): Staff {
  const skilled = employment === "permanent";
  const skills = [
    ...(skilled || random.chance(0.3) ? ["medicine"] : []),
    ...(skilled && (nth <= 3 || random.chance(0.6)) ? ["insulin"] : []),
  ];
  const cannotMeet = [...(random.chance(0.1) ? ["dog"] : []), ...(random.chance(0.1) ? ["smoke"] : [])];
  return {
    id: `${wish.team}-${kind.name}${skilled ? "" : "-hourly"}-${nth}`,
    team: wish.team,
    employment,
    skills: skills.map((id) => ({ id, to: addDays(wish.from, 30 + random.below(300)) })),
    traits: [random.chance(0.8) ? "woman" : "man"],
    ...(nth > 1 && cannotMeet.length > 0 && { cannotMeet }),
    contract: { minutesPerWeek: skilled ? 37 * 60 : 0 },
  };
}

const shiftOf = (wish: RosterWish, kind: Kind, person: Staff, date: string): CaseShift => ({
  id: `${person.id}@${date}`,
  staff: person.id,
  team: wish.team,
  date,
  from: kind.from,
  to: kind.to,
  modes: ["eBike", "car"],
  ...(kind.rest && { breaks: [{ minutes: 30, window: kind.rest, at: "anywhere" as const }], overtimeMinutes: 30 }),
  duties: [{ id: "report", class: "report", minutes: 15, window: kind.report, at: "base" }],
});
