/** Numbers of plans as JSON. */
import type { Kpi } from "../kpi/kpi.ts";
import { kpiList, type Measures } from "../kpi/measures.ts";
import { kpiWords } from "../report/kpiWords.ts";

export interface NumberJson extends Kpi {
  /** What people call it, in the language asked for; so is the definition. */
  readonly label: string;
}

export const numbersOf = (measures: Measures, lang: "sv" | "en"): NumberJson[] => kpiList(measures).map((kpi) => ({ ...kpi, ...kpiWords(kpi, lang) }));
