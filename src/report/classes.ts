/** Classes of work: their names in both languages, and their colours. */
import type { Demand } from "../model/demand.ts";
import type { Locale } from "./arm.ts";
import { compareText } from "./compareText.ts";

const NAMES: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  hygiene: ["hygien", "hygiene"],
  shower: ["dusch", "shower"],
  toilet: ["toalettbesök", "toilet"],
  dressing: ["på- och avklädning", "dressing"],
  meal: ["måltid", "meal"],
  medicine: ["läkemedel", "medicine"],
  insulin: ["insulin", "insulin"],
  transfer: ["förflyttning", "transfer"],
  cleaning: ["städning", "cleaning"],
  laundry: ["tvätt", "laundry"],
  shopping: ["inköp", "shopping"],
  social: ["social samvaro", "company"],
  walk: ["promenad", "walk"],
  check: ["tillsyn", "check visit"],
  checkVisit: ["tillsyn", "check visit"],
  cameraCheck: ["digital tillsyn", "camera check"],
  phoneCall: ["telefonsamtal", "phone call"],
  alarm: ["larm", "alarm"],
  mealDelivery: ["matleverans", "meal delivery"],
  woundCare: ["omläggning", "wound care"],
  getUp: ["uppstigning", "getting up"],
  bedtime: ["sänggående", "bedtime"],
  morning: ["morgonhjälp", "morning help"],
  documentation: ["dokumentation", "documentation"],
  report: ["rapport", "handover"],
  meeting: ["möte", "meeting"],
  apt: ["APT", "workplace meeting"],
  evening: ["kvällshjälp", "evening help"],
  alarmTest: ["larmtest", "alarm test"],
  handOver: ["överlämning", "handover"],
  contactTime: ["omsorgskontaktens egen tid", "care contact's own time"],
  introduction: ["bredvidgång", "introduction"],
  phone: ["telefontid", "phone time"],
  break: ["rast", "break"],
  pause: ["paus", "pause"],
};

/** A class without a name here is called by its id. */
export const className = (id: string, locale: Locale): string => NAMES[id]?.[locale === "sv" ? 0 : 1] ?? id;

/** Number of colours in the style sheet; more classes share them. */
export const COLOURS = 14;

/** Classes of work for clients in any of the Demands, in code-unit order, each with its colour. */
export function classColours(demands: readonly Demand[]): ReadonlyMap<string, number> {
  const classes = new Set(demands.flatMap((d) => d.tasks.filter((t) => t.client !== undefined).map((t) => t.class)));
  return new Map([...classes].sort(compareText).map((id, i) => [id, i % COLOURS]));
}
