/** One period of an account while it is made up, and how minutes go from one period to the next. */
import type { DateSpan } from "../../calendar/framePeriods.ts";
import type { FramePeriod } from "../../model/case.ts";
import type { Tick } from "../../units.ts";
import type { Balance, LedgerLine } from "./ledger.ts";

export interface Account extends Omit<Balance, "remaining" | "owed" | "movedIn" | "movedOut"> {
  owed: Tick;
  movedIn: Tick;
  movedOut: Tick;
  /** Is anything due in it? Else it gives nothing to save or to share. */
  readonly gives: boolean;
}

/** An account with its lines; nothing has moved yet. */
export function accountOf(
  period: DateSpan,
  per: FramePeriod,
  lines: readonly LedgerLine[],
  given: Pick<Account, "granted" | "held" | "usedBefore" | "reserved">,
): Account {
  const sum = (of: (line: LedgerLine) => Tick): Tick => lines.reduce((total, line) => total + of(line), 0);
  const known = lines.filter(({ performed }) => performed !== null);
  return {
    period,
    per,
    ...given,
    planned: sum(({ planned }) => planned),
    performed: known.length > 0 ? sum(({ performed }) => performed ?? 0) : null,
    used: sum(({ used }) => used),
    owed: 0,
    movedIn: 0,
    movedOut: 0,
    gives: lines.length > 0,
  };
}

/** What is still there; negative: more is used than there was. */
export const left = (of: Account): Tick =>
  of.granted + of.movedIn - of.usedBefore - of.owed - of.used - of.reserved - of.held - of.movedOut;

/** What may go elsewhere: what is left, or where nothing is due only what came from elsewhere. */
export const spare = (of: Account): Tick => Math.max(0, of.gives ? left(of) : Math.min(left(of), of.movedIn));

/** What a row of the ledger says of it. */
export function balanceOf(account: Account): Balance {
  const { gives: _, ...balance } = account;
  return { ...balance, remaining: left(account) };
}

/**
 * Takes what is left into the next period, as far as `maxShare` of what may be planned of that one may come from before, or what is lacking out of it.
 * Returns the ticks carried; negative: borrowed.
 */
export function carryOver(from: Account, to: Account, maxShare = Infinity): Tick {
  const lacking = Math.max(0, -left(from));
  const saved = lacking > 0 ? 0 : Math.min(spare(from), maxShare === Infinity ? Infinity : Math.floor(maxShare * (to.granted - to.held)));
  from.movedOut += saved;
  to.movedIn += saved;
  from.movedIn += lacking;
  to.owed += lacking;
  return saved - lacking;
}
