/** Who works and when, as parameters of the generator. */
import { assumed, fact } from "../model/told.ts";
import { row } from "./profiles.ts";

/** A kind of shift (*pass*). */
export interface ShiftKind {
  readonly name: string;
  /** One part, or two with hours between (*delad tur*). */
  readonly parts: readonly (readonly [from: string, to: string])[];
  /** Earlier ends that the last part may have, where its rounds are done by then. */
  readonly ends: readonly string[];
  /** Unpaid rests: their windows and the starts between which rounds take turns. */
  readonly breaks: readonly { readonly minutes: number; readonly window: readonly [string, string]; readonly starts: readonly string[] }[];
  /** Of the rounds opened for a time of day, this share is of this kind (weights). */
  readonly weight: number;
  /** Report at the base when the shift begins. */
  readonly reportMinutes: number;
  /** Hand-over with the planner before the shift ends, Monday to Friday only. */
  readonly plannerMinutes: number;
  readonly isNight?: boolean;
}

/** A kind of contract, and which shifts its people take, most wanted first. */
export interface ContractKind {
  readonly name: string;
  readonly minutesPerWeek: number;
  /** Of permanent staff (weights). */
  readonly weight: number;
  readonly kinds: readonly string[];
  readonly days: "weekdays" | "everyOtherWeekend";
}

const TOREBODA = "Töreboda kommun, shifts and contracts in its staff planning (about 2026)";

const DAY: ShiftKind = {
  name: "day", parts: [["07:00", "16:00"]], ends: ["14:00", "14:30", "15:00", "15:30", "16:00"], weight: 3, reportMinutes: 15, plannerMinutes: 5,
  breaks: [{ minutes: 30, window: ["10:00", "14:00"], starts: ["10:30", "11:00", "11:30", "12:00"] }],
};
const EVENING: ShiftKind = {
  name: "evening", parts: [["14:00", "22:00"]], ends: ["20:00", "20:30", "21:00", "21:30", "22:00"], weight: 3, reportMinutes: 15, plannerMinutes: 0,
  breaks: [{ minutes: 30, window: ["16:30", "19:00"], starts: ["16:30", "17:30", "18:00", "18:30"] }],
};
const LATE: ShiftKind = {
  name: "late", parts: [["15:30", "22:00"]], ends: ["20:00", "20:30", "21:00", "21:30", "22:00"], weight: 2, reportMinutes: 15, plannerMinutes: 0,
  breaks: [{ minutes: 30, window: ["17:00", "19:30"], starts: ["17:15", "18:00", "18:30", "19:00"] }],
};
const SPLIT: ShiftKind = { name: "split", parts: [["07:00", "11:30"], ["16:00", "20:00"]], ends: ["20:00"], weight: 1, reportMinutes: 10, plannerMinutes: 0, breaks: [] };
const NIGHT: ShiftKind = {
  name: "night", parts: [["22:00", "06:30"]], ends: ["06:30"], weight: 1, reportMinutes: 15, plannerMinutes: 0, isNight: true,
  breaks: [
    { minutes: 30, window: ["00:00", "01:30"], starts: ["00:45"] },
    { minutes: 30, window: ["03:00", "04:00"], starts: ["03:15"] },
  ],
};
const OFFICE: ShiftKind = {
  name: "day", parts: [["08:00", "16:30"]], ends: ["16:30"], weight: 1, reportMinutes: 15, plannerMinutes: 15,
  breaks: [{ minutes: 30, window: ["10:30", "13:30"], starts: ["11:00", "11:30", "12:00"] }],
};

const CONTRACTS: readonly ContractKind[] = [
  { name: "mixed", minutesPerWeek: 37 * 60, weight: 16, kinds: ["day", "split", "evening", "late"], days: "everyOtherWeekend" },
  { name: "evening", minutesPerWeek: 30 * 60, weight: 2, kinds: ["evening", "late", "split"], days: "everyOtherWeekend" },
  { name: "weekdays", minutesPerWeek: 40 * 60, weight: 1, kinds: ["day"], days: "weekdays" },
  { name: "night", minutesPerWeek: 2060, weight: 0, kinds: ["night"], days: "everyOtherWeekend" },
];

/** Staff, shifts and contracts. */
export const STAFF_PARAMETERS = {
  clientsPerStaff: row(
    "Clients per member of the staff, the hourly ones and the nights included; more staff come where that does not suffice",
    "clients",
    fact(115 / 41, "A unit in Huddinge, planning data 2026: 115 clients, 41 carers"),
    { boendestod: assumed(12, "One mobile team for about 100 persons (Botkyrka kommun, 2019); its size is not told."), rural: assumed(2.6, "More of the day is spent on the roads.") },
  ),
  shifts: row(
    "Kinds of shifts",
    "clock",
    assumed(
      [DAY, EVENING, LATE, SPLIT, NIGHT] as readonly ShiftKind[],
      `${TOREBODA}: day 07:00 to 14:00, 15:30 or 16:00; evening to 20:00, 21:30 or 22:00; split 07–11 or 13, and 15:30–20; ends, breaks, nights and how many of each are assumed.`,
    ),
    { boendestod: assumed([OFFICE] as readonly ShiftKind[], "Daytime, Monday to Friday.") },
  ),
  hasNights: row("Is there a night patrol, shared between teams?", "yes or no", assumed(true, "Home care goes on round the clock."), {
    rural: assumed(false, "Another unit's patrol, and cameras."),
    boendestod: assumed(false, "Support is given by day."),
  }),
  contracts: row(
    "Contracts of the permanent staff",
    "minutes a week",
    fact(CONTRACTS, `${TOREBODA}: mixed 37 h, evening 30, Monday to Friday 40, night 34.33; how many of each is assumed`),
    {
      boendestod: assumed(
        [{ name: "weekdays", minutesPerWeek: 2400, weight: 1, kinds: ["day"], days: "weekdays" }] as readonly ContractKind[],
        "Daytime, Monday to Friday.",
      ),
    },
  ),
  hourlyShare: row("Share of shifts planned for hourly staff (timavlönade)", "share", assumed(0.2, "Östermalm Väst 2018 had 93 % permanent staff; weekends need more people at once than half of them."), {
    boendestod: assumed(0, "A small team of permanent staff."),
  }),
  hourlyDelegationShare: row("Share of hourly staff with delegations", "share", assumed(0.3, "Few have any.")),
  mostShiftsOfHourly: row("Shifts that somebody paid by the hour takes at most in two weeks", "shifts", assumed(10, "No more than permanent staff.")),
  mostShifts: row("Shifts that permanent staff have in two weeks at most", "shifts", assumed(10, "Five a week; in Kolsva, Köpings kommun, at most 38 in 8 weeks (heltid.nu, 2022).")),
  holidayShare: row("Share of permanent staff on holiday in a week", "share", assumed(0.03, "One of the five weeks of the year, since four are taken in summer.")),
  endingShare: row("Share of delegations that end within the days planned", "share", assumed(0.08, "A delegation holds for a year at most.")),
  womenShare: row("Share of women among the staff", "share", assumed(0.8, "About as in Swedish home care.")),
  cannotMeetShare: row("Share of staff who cannot meet a dog, of those whose rounds never come to one; the same with smoke", "share", assumed(0.5, "So that about one in ten cannot.")),
  workedShare: row("Share of staff who worked the day before the first", "share", assumed(0.3, "Rest counts from there.")),
  meetingMinutes: row("Workplace meeting (APT) every second week", "minutes", assumed(60, "Töreboda plans 13:45 to 16:00 now and then.")),
  meetingAt: row("When the meeting begins", "clock", fact("13:45", `${TOREBODA}: 13:45`), { boendestod: assumed("13:00", "While all are at work.") }),
  documentationMinutes: row("Documentation in every shift", "minutes", assumed(10, "Norwegian home care: median 1 to 20 minutes a day (BMC Health Services Research 18, 2018).")),
  vacantShare: row("Vacant shifts besides those somebody works, which plan nothing until they are filled", "share", assumed(0.005, "About two in two weeks: sick leave not yet covered.")),
  overtimeMinutes: row("Overtime that a shift by day may have at its end", "minutes", assumed(15, "As long as nobody rests too little after it.")),
  contactMinutes: row("The care contact's own time per client and week", "minutes", assumed(10, "Calls, the plan, relatives.")),
  pairedTravel: row("Ways to travel, the most wanted first", "formulas", assumed(["eBike", "carUrban"] as readonly string[], "A town of bicycles."), {
    denseCity: assumed(["walk", "eBike"] as readonly string[], "Homes lie close."),
    rural: assumed(["carRural"] as readonly string[], "Nothing else will do."),
    boendestod: assumed(["eBike", "carUrban"] as readonly string[], "A mobile team."),
  }),
  carsPerTeam: row("Cars per base where a car is the second choice; else there are enough", "cars", assumed(2, "Few.")),
  carGramsPerKm: row("Carbon dioxide of a car", "g/km", assumed(120, "A small petrol car.")),
  clockStepMinutes: row("Rounds are laid on clock times that are multiples of this, which leaves some slack", "minutes", assumed(5, "As schedules are written.")),
} as const;
