/** At what ramtid's plan is worse than minute planning's: said first, since the freer model is the one that is easily praised. */
import type { Comparison } from "./arm.ts";
import { numberRows } from "./numbers.ts";
import { STRINGS } from "./strings.ts";
import { isTight } from "./unsolved/tight.ts";
import { UNSOLVED_WORDS } from "./unsolved/words.ts";
import { viewsOf } from "./view.ts";

/** Measures of which everybody knows which way is better. Of time divided up, and of how much of a grant is used, nobody does. */
const BETTER: Readonly<Record<string, "lower" | "higher">> = {
  "unstaffed.visits": "lower", "unstaffed.minutes": "lower", "unstaffed.clients": "lower", "unstaffed.missedDoses": "lower",
  "continuity.official": "lower", "continuity.mean": "lower", "continuity.p90": "lower", "continuity.contactShare": "higher",
  "punctuality.insideSpan": "higher", "punctuality.spread": "lower", "punctuality.fromAnnounced": "lower",
  "frame.outside": "lower", "frame.overdrawn": "lower", "goals.withActivity": "higher",
  "work.clientTimeShare": "higher", "work.splitShifts": "lower", "work.restBreaches": "lower", "work.stretchBreaches": "lower", "work.missedBreaks": "lower", "work.tightShifts": "lower",
  "fairness.workRange": "lower", "fairness.loadRange": "lower", "time.overtime": "lower", "time.travel": "lower", "travel.km": "lower", "travel.co2": "lower",
  "money.result": "higher", "money.revenuePerPaidHour": "higher", "money.overBreakEven": "higher",
};

/**
 * "Here ramtid is worse at: spread of start times (20.1 → 96.3 min)." of the first plan of each of the two models, by measures that may be
 * compared and differ as written, and by shifts with hardly any slack. Empty where nothing is, or where one of the models is absent.
 * O(size of both plans).
 */
export function worseAt({ case: town, arms, locale }: Comparison): string {
  const pair = ["minute", "ramtid"].flatMap((model) => arms.find(({ demand }) => demand.model === model) ?? []);
  if (pair.length < 2) return "";
  const comparison: Comparison = { case: town, arms: pair, locale };
  const words = STRINGS[locale];
  const from = (label: string, texts: readonly string[], unit: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)} (${texts.join(" → ")}${unit === "" ? "" : ` ${unit}`})`;
  const measured = numberRows(comparison).flatMap(({ name, label, values, difference, unit }) => {
    const isWorse = difference.startsWith(BETTER[name] === "lower" ? "+" : "−");
    return BETTER[name] !== undefined && isWorse ? [from(label, values.map(({ text }) => text), unit === words.units["count"] ? "" : unit)] : [];
  });
  const [before = 0, after = 0] = pair.every(({ measures }) => measures.complete) ? viewsOf(comparison).map((view) => [...view.rounds.values()].filter((round) => isTight(view, round)).length) : [];
  const tight = after > before ? [from(UNSOLVED_WORDS[locale].kinds.slack, [String(before), String(after)], "")] : [];
  const all = [...tight, ...measured];
  return all.length === 0 ? "" : words.worse(all.join(", "));
}
