/**
 * The Case: what a municipality knows. One strict JSON document; ISO 8601 dates (`2026-03-29`) and local clock times
 * (`07:30`) in one named zone. Three layers stay apart: granting (decision), planning (a schedule model, not in the
 * Case) and paying (tariff). Swedish terms stand in italics where they differ.
 */
import type { Id } from "../units.ts";
import type { CivilDate, ClockTime, ClockWindow, Weekday } from "./civil.ts";
import type { Curve } from "./curve.ts";
import type { Place, TravelMode } from "./place.ts";
import type { Staff, CaseShift } from "./staff.ts";

export interface Case {
  readonly version: 1;
  readonly name: string;
  /** IANA zone. Default `Europe/Stockholm`. */
  readonly timeZone?: string;
  /** First civil day and number of days planned. */
  readonly period: { readonly from: CivilDate; readonly days: number };
  readonly places: readonly Place[];
  readonly travel: readonly TravelMode[];
  readonly households: readonly Household[];
  readonly clients: readonly Client[];
  readonly needs: readonly Need[];
  readonly staff: readonly Staff[];
  readonly shifts: readonly CaseShift[];
  readonly vehicles?: readonly VehiclePool[];
  readonly teams?: readonly Team[];
  readonly providers?: readonly Provider[];
  readonly areas?: readonly { readonly id: Id; readonly name?: string }[];
  readonly framePolicies?: readonly FramePolicy[];
  readonly tariffs?: readonly Tariff[];
  readonly agreement?: LabourAgreement;
  readonly practice?: Practice;
}

/** Clients sharing a home (*hushåll*): they share place, key and entry; decisions and faces are their own. */
export interface Household {
  readonly id: Id;
  readonly place: Id;
  /**
   * How staff get in, and how long that takes each time. Default 1 minute. `keyCopies`: keys at the base; whoever takes one keeps it
   * until it is handed back (see `Practice.keysBackAt`), so that no more people than copies can go in between. Default: enough.
   */
  readonly access?: { readonly kind: "clientOpens" | "key" | "digital"; readonly entryMinutes?: number; readonly keyCopies?: number };
  /** What meets the staff: "dog", "smoke". Staff whose `cannotMeet` names one are not sent. */
  readonly conditions?: readonly Id[];
}

/** A client (*brukare*). */
export interface Client {
  readonly id: Id;
  readonly name?: string;
  readonly household: Id;
  readonly born?: CivilDate;
  readonly team?: Id;
  /** Only its staff come, its tariff pays, its pool is shared. Default: the team's provider; a tariff and a pool take where there is but one provider that one. */
  readonly provider?: Id;
  /** What is granted. */
  readonly decision: Decision;
  /** What is agreed (*genomförandeplan*). */
  readonly implementationPlan?: ImplementationPlan;
  /** Named care contact (*fast omsorgskontakt*): a staff id. */
  readonly careContact?: Id;
  /** Minutes a week of the care contact's own for this client (*omsorgskontaktens egen tid*): calls, the plan, relatives. A cut week has its share. Default 0. */
  readonly contactMinutesPerWeek?: number;
  readonly preferredStaff?: readonly Id[];
  readonly refusedStaff?: readonly Id[];
  /** Traits that all staff must have here, or at needs of the classes named: same-sex care at intimate care. */
  readonly requiredTraits?: readonly { readonly trait: Id; readonly atClasses?: readonly Id[] }[];
  /** Visits before the period, for continuity with memory. */
  readonly history?: readonly { readonly staff: Id; readonly visits: number; readonly last: CivilDate }[];
  /** Days without visits: hospital, travel. Both ends included. `kind` (default "planned") is read by the tariff alone. */
  readonly away?: readonly { readonly from: CivilDate; readonly to: CivilDate; readonly reason?: string; readonly kind?: "planned" | "unplanned" }[];
}

/** Granting (*biståndsbeslut*). `interventions`: the needs' template minutes are what is granted. `frame`: minutes per period (*ramtid*). */
export interface Decision {
  readonly basis: "SoL" | "HSL" | "LSS" | "alarm";
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly grants:
    | { readonly kind: "interventions" }
    | {
        readonly kind: "frame";
        readonly minutes: number;
        readonly per: FramePeriod;
        /** Id in `framePolicies`. */
        readonly policy?: Id;
        /** Minutes of the current frame period used before the first day. Default 0. */
        readonly usedMinutes?: number;
      };
}

/** Weeks are ISO weeks; four weeks are counted from the week of `Decision.from`, or else from the week of the period. */
export type FramePeriod = "week" | "fourWeeks" | "calendarMonth";

/** How a frame may be used. A period in which nothing is due to the client gives nothing to save or to share. */
export interface FramePolicy {
  readonly id: Id;
  readonly scope: "client" | "provider";
  readonly carryOver: { readonly mode: "none" | "withinPeriod" | "rolling"; readonly maxShare?: number };
  /** May minutes move between purposes, and between days? */
  readonly swap: { readonly betweenPurposes: boolean; readonly betweenDays: boolean };
  /** Share of the frame that planning may use at most. Default 1. */
  readonly cap?: number;
  /** Are nurse-delegated (HSL) minutes inside the frame? Default false. */
  readonly includesDelegated?: boolean;
  /** Does a visit by two count once or twice in the frame? Default 1. */
  readonly doubleCounts?: 1 | 2;
}

/** The care plan agreed with the client. */
export interface ImplementationPlan {
  readonly approvedBy?: string;
  readonly version?: number;
  readonly followUp?: CivilDate;
  readonly goals?: readonly { readonly id: Id; readonly text: string; readonly lifeArea?: string }[];
}

/** One thing a client needs help with, again and again. */
export interface Need {
  readonly id: Id;
  readonly client: Id;
  /** Class of work: "hygiene", "meal", "medicine", "cleaning", "cameraCheck", … */
  readonly class: Id;
  /** SoL decision, nurse assignment (HSL), LSS, safety alarm (*trygghetslarm*). Default: the decision's basis. HSL and alarm draw on no frame, unless its policy includes delegated work. */
  readonly basis?: "SoL" | "HSL" | "LSS" | "alarm";
  /** "visit" (default) in the home, "remote" by phone or camera, "errand" without the client. */
  readonly kind?: "visit" | "remote" | "errand";
  readonly purpose?: string;
  /** Goal of the implementation plan that it serves. */
  readonly goal?: Id;
  /** ICF life area, for example "d5 self-care". */
  readonly lifeArea?: string;
  /** Template minutes (*schablontid*) per occasion. */
  readonly minutes: number;
  /** Smallest and largest useful minutes, and what a length in minutes costs (negative: is worth). Default of `cost`: 1 per minute short of the template. Default of all: template minutes only. */
  readonly useful?: { readonly min: number; readonly max: number; readonly cost?: Curve };
  readonly often: Recurrence;
  /** Promised span (*lovat tidsspann*) on the clock: the visit starts within it. */
  readonly window: ClockWindow;
  /**
   * Clock time that a minute schedule states. Absent: it chooses one inside the window and keeps it from day to day,
   * within `Practice.toleranceMinutes` (a window that passes midnight: its middle).
   */
  readonly plannedAt?: ClockTime;
  /**
   * "fixed": the window holds whatever the model (insulin, insulin with a meal); "agreed": agreed window, the most a model
   * may use; "free": a minute schedule keeps to the window, where it comes once a day another model
   * may also start it at any time from 07:00 to 22:00.
   */
  readonly timing: "fixed" | "agreed" | "free";
  /** Days agreed as possible where the need is not daily (*dagval*). Default: all days. */
  readonly agreedDays?: readonly Weekday[];
  /** Weekdays on which relatives or others do it themselves (*anhörigas del*): an occurrence whose nominal day is one of them is not due. */
  readonly relativesDo?: readonly Weekday[];
  /**
   * Others of the household whom the same occurrence serves, as cleaning does a couple. Its length is the template; each one's frame is
   * charged an equal part, whoever of them `client` is.
   */
  readonly sharedWith?: readonly Id[];
  /** Staff at once: 1 (default), 2, or a second person for some minutes beginning after `from` minutes. */
  readonly staffing?: 1 | 2 | { readonly second: { readonly from: number; readonly minutes: number } };
  readonly skills?: readonly Id[];
  /** Minutes from this need's end to the other's start on the same day, first occurrence to first and so on. Both are `per: "day"`. */
  readonly gaps?: readonly { readonly to: Id; readonly minMinutes?: number; readonly maxMinutes?: number }[];
  /** Days between own occurrences. Default for `per: "week"`: 1, never two on one day. */
  readonly minDaysApart?: number;
  /** 1 (can wait) to 5 (vital). Default 3. */
  readonly priority?: 1 | 2 | 3 | 4 | 5;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/**
 * `times` per day on each of `weekdays` (default all), or `times` per week, in every `everyWeeks`-th week (default 1,
 * counted from the week of `Need.from` or of the period).
 *
 * Each occurrence has a name and a nominal day. Per day: `need@2026-03-10#k`, k from 1 to `times`; where `times` is n > 1
 * the window is cut into n equal parts, the k-th occurrence has the k-th, and `plannedAt` belongs to the first part.
 * Per week: `need@2026-W11#k`; the nominal day is the k-th of `weekdays` where there are as many as `times`, else of the
 * `times` days spread evenly over the possible days (`weekdays`, or else `agreedDays`, or else all): of n days the
 * one at index floor((2k - 1) * n / (2 * times)). An occurrence is due if need and decision are in force on its nominal
 * day, the client is not away on it and relatives do not do it. Other days it may move to are agreed days of the same ISO week inside the
 * period, on which the same holds.
 */
export interface Recurrence {
  readonly times: number;
  readonly per: "day" | "week";
  readonly everyWeeks?: number;
  /** "day": the days. "week": the days a minute schedule names; as many as `times`, or it keeps one choice from week to week. */
  readonly weekdays?: readonly Weekday[];
}

export interface VehiclePool {
  readonly id: Id;
  readonly mode: TravelMode["mode"];
  readonly base: Id;
  readonly count: number;
}

export interface Team {
  readonly id: Id;
  readonly name?: string;
  readonly base: Id;
  /** Provider of its clients and staff who name none themselves. */
  readonly provider?: Id;
  /** Works for the clients of every team, as a night patrol (*nattpatrull*) that units share: its shifts cross no team's border. Default false. */
  readonly isShared?: boolean;
}

export interface Provider {
  readonly id: Id;
  readonly name?: string;
  /** Default: the Case's only tariff. */
  readonly tariff?: Id;
  /**
   * Minutes the provider's clients may use together per period, where the frame is pooled: beside what is granted to them, a cap on the sum.
   * Four weeks are counted from the week of the period. `usedMinutes`: of the current one, used before the first day. Default 0.
   */
  readonly pool?: { readonly minutes: number; readonly per: FramePeriod; readonly usedMinutes?: number };
}

/**
 * Paying. It never changes what is planned, only what it brings in. Amounts are SEK. Classes are `Need.class`; a rule not given does not
 * apply. A municipality named beside a rule is one that has it; where none is named the rule is assumed.
 */
export interface Tariff {
  readonly id: Id;
  /**
   * "grantedHour": hours of needs due, or of the frame, done or not. "performedHour": hours with clients, as performed where that is
   * known, else as planned. "visit": each occasion of a need to which somebody comes, once. "lumpSum": `amount` for the days planned,
   * whatever is done. Hours of two staff count twice.
   */
  readonly basis: "grantedHour" | "performedHour" | "visit" | "lumpSum";
  /** SEK per hour or visit, or per period. */
  readonly amount: number;
  /** Class -> SEK per hour or visit, before `amountByArea`. Solna 2024: 464 for care, 382 for service classes. */
  readonly amountByClass?: Readonly<Record<Id, number>>;
  /** Area of the home -> SEK per hour or visit, before `amount`. Jönköping 2016: town 414.80, villas 430.05, rural 506.70. */
  readonly amountByArea?: Readonly<Record<Id, number>>;
  /** SEK per intervention that starts in `nightHours`, in place of all other pay for it; once, though two come. Stockholm 2024: 245. */
  readonly nightAmount?: number;
  /** From (included) and to (not). Default 22:00 to 07:00, as in Stockholm. */
  readonly nightHours?: ClockWindow;
  /**
   * Class -> share of the pay for an occasion that the client declined; a class not named is not paid. Only where visits or performed hours
   * are paid. Solna 2024: cleaning 0.75; laundry, shopping, walks 0.55; personal care 0.5.
   */
  readonly declinedShares?: Readonly<Record<Id, number>>;
  /**
   * Share of the pay for what an unplanned absence (`Client.away`) took away: on its first day, and from its second to its `lastDay`-th.
   * `classes`: only these (default all). Solna 2024: 0.75, then 0.25 to day 5, care only. Not where a lump sum is paid.
   */
  readonly unplannedAbsence?: { readonly firstDayShare: number; readonly laterShare: number; readonly lastDay: number; readonly classes?: readonly Id[] };
  /** SEK once for each client whose decision begins on a day planned. Solna 2024: 4 hours of care, 1 856. */
  readonly newClientAmount?: number;
  /**
   * SEK per calendar month (part of a month: by its days) for each client whose decision, or one of whose needs, has the basis "alarm";
   * it pays for what is done on that basis. Stockholm 2024: 185.
   */
  readonly alarmPerMonth?: number;
  /** SEK per worked hour, for cost and break-even. */
  readonly costPerWorkedHour?: number;
  /** An hour of overtime costs so many worked hours. Default 1. */
  readonly overtimeFactor?: number;
}

/** Working time rules. Defaults: 11 h daily and 36 h weekly rest, at most 5 h between breaks. */
export interface LabourAgreement {
  readonly dailyRestHours?: number;
  readonly weeklyRestHours?: number;
  readonly maxStretchMinutes?: number;
}

/** Slack common to all models: never part of one. */
export interface Practice {
  /** Documentation of the day's stops, one piece of work in every used shift at the place where it ends. Default 0. */
  readonly documentationMinutesPerShift?: number;
  /** Clock times at which keys taken along are back at the base. Default 15:00 and 22:00. */
  readonly keysBackAt?: readonly ClockTime[];
  /** Minutes a minute schedule's start may deviate from its planned clock time. Default 15. */
  readonly toleranceMinutes?: number;
}
