/** Who works when, as a Case says it: staff, their shifts, breaks and duties. */
import type { Id } from "../units.ts";
import type { CivilDate, ClockTime, ClockWindow } from "./civil.ts";
import type { TravelMode } from "./place.ts";

export interface Staff {
  readonly id: Id;
  readonly name?: string;
  readonly team?: Id;
  /** Default: the team's provider. */
  readonly provider?: Id;
  readonly employment?: "permanent" | "hourly";
  /** Skills and delegations; a delegation is personal and dated. */
  readonly skills: readonly { readonly id: Id; readonly level?: number; readonly from?: CivilDate; readonly to?: CivilDate }[];
  readonly traits?: readonly Id[];
  /** Household conditions this person cannot meet (visits; not remote work). */
  readonly cannotMeet?: readonly Id[];
  /** Minutes of an ISO week that are paid as ordinary time; what is planned beyond costs extra (*fyllnadstid*). A cut week has its share. Default: nothing is extra. */
  readonly contract?: { readonly minutesPerWeek: number };
  /** Place id; where rounds start and end whose shift says so. */
  readonly home?: Id;
  /** End of the last shift before the period, local `YYYY-MM-DDTHH:MM`. */
  readonly workedUntil?: string;
  /** Work class -> factor on minutes. */
  readonly pace?: Readonly<Record<Id, number>>;
}

/** A shift (*pass*) on one date; without `staff` it is vacant and plans nothing. */
export interface CaseShift {
  readonly id: Id;
  readonly staff?: Id;
  readonly team?: Id;
  readonly date: CivilDate;
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** Minutes the begin may be later than `from`. Default 0. */
  readonly floatMinutes?: number;
  /** Place of the shift's base work, where vehicles stand. Default: the team's base. */
  readonly base?: Id;
  /** Where the round starts and ends: at the base (default), or at the person's home. */
  readonly startsAt?: "base" | "home";
  /** Modes it may use, first preferred. */
  readonly modes: readonly TravelMode["mode"][];
  /** Minutes of overtime allowed at the end. Default 0. */
  readonly overtimeMinutes?: number;
  /** Shift of the same date whose round this person follows to be introduced (*bredvidgång*): paid, without visits, duties or documentation of its own. */
  readonly introducedIn?: Id;
  readonly breaks?: readonly Break[];
  readonly duties?: readonly Duty[];
}

/** Unpaid rest (*rast*) or paid pause or meal (*paus*, *måltidsuppehåll*). It lies wholly inside its window. */
export interface Break {
  readonly minutes: number;
  readonly window: ClockWindow;
  readonly paid?: boolean;
  /** Where: at base, or wherever one is (default). */
  readonly at?: "base" | "anywhere";
  /** Needed only if the shift is longer than this. Default: always, once the shift is used. */
  readonly ifShiftExceedsMinutes?: number;
}

/** Other work in a used shift, wholly inside its window: report, meeting (*APT*), phone, introduction, the care contact's own time, documentation. */
export interface Duty {
  readonly id: Id;
  readonly class: Id;
  readonly minutes: number;
  readonly window: ClockWindow;
  readonly at?: "base" | "anywhere" | "shiftEnd";
}
