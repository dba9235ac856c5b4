/** The plan in other programs' formats, as `hemtur plan` writes it beside the plan itself. */
import { UsageError } from "../errors.ts";
import { planCalendars } from "../io/plan/planCalendar.ts";
import { planCsv } from "../io/plan/planCsv.ts";
import { planGeoJson } from "../io/plan/planGeoJson.ts";
import type { Case } from "../model/case.ts";
import type { Demand } from "../model/demand.ts";
import type { Plan } from "../model/plan.ts";
import { langOf } from "./command.ts";
import { json, put, putAll } from "./output.ts";

export const FORMAT_NAMES = ["csv", "calendar", "geojson", "lang"] as const;
export const FORMAT_HELP: readonly string[] = [
  "--csv FILE        write the plan as a table there as well",
  "--calendar DIR    write an iCalendar file per person there as well",
  "--geojson FILE    write homes and rounds for a map there as well",
  "--lang sv|en      of what is said, table and calendars; sv has semicolons and decimal commas (default en)",
];

type Values = { readonly [name in (typeof FORMAT_NAMES)[number]]?: string };

/** Throws UsageError where a format is asked for that says more than a Demand knows. */
export function requireCase(of: Case | undefined, { csv, calendar, geojson }: Values): void {
  if (of === undefined && (csv ?? calendar ?? geojson) !== undefined) {
    throw new UsageError("--csv, --calendar and --geojson say who lives where, which a Demand does not know. Give the Case that it was made from.");
  }
}

export function putFormats(of: Case | undefined, demand: Demand, plan: Plan, { csv, calendar, geojson, lang }: Values): void {
  if (of === undefined) return;
  const locale = langOf(lang);
  if (csv !== undefined) put(csv, planCsv(of, demand, plan, { locale }));
  if (calendar !== undefined) {
    const calendars = planCalendars(of, demand, plan, { locale });
    putAll(calendar, new Map([...calendars].map(([staff, text]) => [`${fileNameOf(staff)}.ics`, text])));
  }
  if (geojson !== undefined) put(geojson, json(planGeoJson(of, demand, plan)));
}

/** Ids may hold signs that file names may not; what stands for them is told apart by its number. */
const fileNameOf = (id: string): string => id.replace(/[^\p{L}\p{N}._ -]|^\./gu, (sign) => `%${sign.codePointAt(0)?.toString(16)}`);
