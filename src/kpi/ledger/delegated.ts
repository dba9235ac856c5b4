/** Nurse-delegated work (HSL): counted for itself, never traded. */
import type { Client } from "../../model/case.ts";
import { policyOf } from "../frameRules.ts";
import type { DelegatedRow, LedgerLine } from "./ledger.ts";
import type { Book } from "./lines.ts";

/** The account of one client's delegated lines; none without any. */
export function delegatedRow({ town }: Book, client: Client, lines: readonly LedgerLine[]): DelegatedRow[] {
  if (lines.length === 0) return [];
  const sum = (of: readonly LedgerLine[], ticks: (line: LedgerLine) => number): number =>
    of.reduce((total, line) => total + ticks(line), 0);
  const missed = lines.filter(({ doneOn }) => doneOn === null);
  const done = lines.filter(({ doneOn }) => doneOn !== null);
  const known = lines.filter(({ performed }) => performed !== null);
  return [
    {
      client: client.id,
      inFrame: policyOf(town, client)?.includesDelegated === true,
      occasions: lines.length,
      due: sum(lines, ({ template }) => template),
      planned: sum(lines, ({ planned }) => planned),
      performed: known.length > 0 ? sum(known, ({ performed }) => performed ?? 0) : null,
      over: sum(done, ({ planned, template }) => planned - template),
      missed: missed.length,
      missedTicks: sum(missed, ({ template }) => template),
      lines,
    },
  ];
}
