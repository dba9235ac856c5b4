/**
 * The frame ledger (*ramkonto*): what was granted, where its minutes went, and why. All amounts are ticks, so that every account balances
 * to the tick; only data, which reports put into words.
 */
import type { DateSpan } from "../../calendar/framePeriods.ts";
import type { FramePeriod } from "../../model/case.ts";
import type { CivilDate } from "../../model/civil.ts";
import type { Id, Tick } from "../../units.ts";

export interface FrameLedger {
  /** How long a tick is. */
  readonly ticksPerMinute: number;
  /** Per client with a frame, or in a pool, and frame period that the planned days touch: in the order of the Case, then of periods. */
  readonly rows: readonly LedgerRow[];
  /** Per provider whose clients share their minutes, and period. */
  readonly pools: readonly PoolRow[];
  /** Nurse-delegated work (HSL), per client who has any due: its own account, from which nothing is moved. */
  readonly delegated: readonly DelegatedRow[];
  /** What relatives do in the planned days, per need and client; it draws on no frame. */
  readonly byRelatives: readonly RelativesRow[];
}

/**
 * One period of an account. It balances:
 * granted + movedIn = usedBefore + owed + used + reserved + held + movedOut + remaining.
 */
export interface Balance {
  readonly period: DateSpan;
  readonly per: FramePeriod;
  /** For the whole period. */
  readonly granted: Tick;
  /** Of `granted`: what the policy's cap keeps from planning. */
  readonly held: Tick;
  /** Used before the planned days, as the Case says. */
  readonly usedBefore: Tick;
  /** What the period before took of this one, and this one gives back. */
  readonly owed: Tick;
  /** Of the plan: time with the client that counts against the frame. */
  readonly planned: Tick;
  /** What is known to have been performed; null: nothing is known. */
  readonly performed: Tick | null;
  /** Performed where that is known, else planned. */
  readonly used: Tick;
  /** Templates of what is due after the planned days, in the same period. */
  readonly reserved: Tick;
  /** From other periods, and from other clients of the pool. */
  readonly movedIn: Tick;
  readonly movedOut: Tick;
  /** Still to be used in the period; negative: more was used than there was. */
  readonly remaining: Tick;
}

/** One client's period. Without a frame of their own, in a pool, what is granted are the templates due. */
export interface LedgerRow extends Balance {
  readonly client: Id;
  /** Provider whose clients share their minutes with this one. */
  readonly pool?: Id;
  /** Every occasion charged to it, by nominal day, then by id. */
  readonly lines: readonly LedgerLine[];
  /** Every movement out of, into and inside this account. One between two accounts stands in both. */
  readonly moves: readonly Move[];
}

/** The minutes that a provider's clients use together: the provider's pool, else their frames. */
export interface PoolRow extends Balance {
  /** Absent: clients of no provider. */
  readonly provider?: Id;
  readonly clients: readonly Id[];
}

/** One occasion of a need, and one client's part of it. `template` + moved to it - moved from it = `used`. */
export interface LedgerLine {
  readonly occurrence: Id;
  readonly need: Id;
  /** `Need.purpose`, else the need itself. */
  readonly purpose: string;
  readonly delegated: boolean;
  /** Nominal day, which decides the period it is charged to. */
  readonly date: CivilDate;
  /** Day on which it is planned; null: nobody comes. */
  readonly doneOn: CivilDate | null;
  readonly template: Tick;
  readonly planned: Tick;
  readonly performed: Tick | null;
  readonly used: Tick;
}

/**
 * Between accounts: "saved" for a later period, "borrowed" from the next one, "pool" from another client. Between occasions of one client:
 * to another one of the same purpose and day ("visit"), of another "purpose", on another "day", or both ("purposeAndDay"). Between an
 * occasion and the frame: "shorter", "unserved" and "declined" give to it, "longer" takes from it. "otherDay": the same occasion, done on
 * another day than its nominal one.
 */
export type MoveReason =
  | "saved"
  | "borrowed"
  | "pool"
  | "visit"
  | "purpose"
  | "day"
  | "purposeAndDay"
  | "shorter"
  | "unserved"
  | "declined"
  | "longer"
  | "otherDay";

export interface Move {
  readonly reason: MoveReason;
  /** More than 0. */
  readonly ticks: Tick;
  readonly from: Side;
  readonly to: Side;
}

/** Where minutes come from or go to: an occasion, or without one the client's frame. */
export interface Side {
  readonly client: Id;
  /** First day of the frame period. */
  readonly period: CivilDate;
  readonly occurrence?: Id;
  readonly need?: Id;
  readonly purpose?: string;
  readonly date?: CivilDate;
}

/** due = planned - over + missedTicks: what is missed is never used for anything else. */
export interface DelegatedRow {
  readonly client: Id;
  /** Does the client's frame bear it too, because its policy says so? */
  readonly inFrame: boolean;
  /** Occasions, and their template ticks. */
  readonly occasions: number;
  readonly due: Tick;
  readonly planned: Tick;
  readonly performed: Tick | null;
  /** Planned beyond the templates of what is done; negative: short of them. */
  readonly over: Tick;
  /** Occasions to which nobody comes (missed doses), and their template ticks. */
  readonly missed: number;
  readonly missedTicks: Tick;
  readonly lines: readonly LedgerLine[];
}

export interface RelativesRow {
  readonly client: Id;
  readonly need: Id;
  readonly occasions: number;
  /** Template ticks. */
  readonly ticks: Tick;
}
